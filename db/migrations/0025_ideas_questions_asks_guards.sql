-- Asking is history: a contact is not taken back.
CREATE TRIGGER idea_contacts_append_only BEFORE UPDATE OR DELETE ON idea_contacts FOR EACH ROW EXECUTE FUNCTION refuse_change();

--> statement-breakpoint
-- Whether somebody can be asked by both: places that hold each other, and nothing that sets them apart.
CREATE FUNCTION audiences_meet(one campaigns, other campaigns) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT (one.position_id IS NULL OR other.position_id IS NULL OR one.position_id = other.position_id)
    AND (one.shift IS NULL OR other.shift IS NULL OR one.shift = other.shift)
    AND (
      EXISTS (
        SELECT 1 FROM teams t
        WHERE coalesce(one.team_id, t.id) = t.id AND coalesce(other.team_id, t.id) = t.id
          AND coalesce(one.site_id, t.site_id) = t.site_id AND coalesce(other.site_id, t.site_id) = t.site_id
          AND (one.project_id IS NULL OR one.project_id = t.project_id)
          AND (other.project_id IS NULL OR other.project_id = t.project_id))
      -- People without a team belong to a site alone.
      OR (num_nonnulls(one.team_id, other.team_id, one.project_id, other.project_id) = 0
        AND (one.site_id IS NULL OR other.site_id IS NULL OR one.site_id = other.site_id)))
$$;

-- One open question for an audience, nested ones included, and none before the last one was answered with what comes of it. Under a
-- lock, since no constraint of rows can see that one audience lies inside another.
ALTER TABLE campaigns DROP CONSTRAINT campaigns_one_question;
CREATE OR REPLACE FUNCTION queue_questions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind <> 'question' THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(7284653);
  IF EXISTS (
    SELECT 1 FROM campaigns c
    WHERE c.kind = 'question' AND c.id <> NEW.id AND tstzrange(c.opens_at, c.closes_at) && tstzrange(NEW.opens_at, NEW.closes_at)
      AND audiences_meet(c, NEW)
  ) THEN
    RAISE EXCEPTION 'these people are asked something already' USING ERRCODE = '23514', CONSTRAINT = 'campaigns_one_question';
  END IF;
  IF TG_OP = 'INSERT' AND EXISTS (
    SELECT 1 FROM campaigns c
    WHERE c.kind = 'question' AND c.outcome IS NULL AND c.closes_at <= least(NEW.opens_at, NEW.created_at) AND audiences_meet(c, NEW)
  ) THEN
    RAISE EXCEPTION 'the last question has no outcome yet' USING ERRCODE = '23514', CONSTRAINT = 'campaigns_outcome_first';
  END IF;
  RETURN NEW;
END $$;
CREATE INDEX campaigns_questions ON campaigns USING gist (tstzrange(opens_at, closes_at)) WHERE kind = 'question';

-- A choice is one of those that were offered.
CREATE FUNCTION check_tap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM campaigns c WHERE c.id = NEW.campaign_id AND NEW.choice < jsonb_array_length(c.choices)) THEN
    RAISE EXCEPTION 'no such choice' USING ERRCODE = '23514', CONSTRAINT = 'campaign_taps_offered';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER campaign_taps_offered BEFORE INSERT OR UPDATE ON campaign_taps FOR EACH ROW EXECUTE FUNCTION check_tap();

--> statement-breakpoint
-- A picture that says who sent it does not come with an idea that nobody signed.
CREATE FUNCTION refuse_named_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM ideas i, files f
    WHERE i.id = NEW.idea_id AND f.id = NEW.file_id AND i.author_mode <> 'named' AND f.uploaded_by IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'this picture has a name on it' USING ERRCODE = '23514', CONSTRAINT = 'idea_files_unnamed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER idea_files_unnamed BEFORE INSERT OR UPDATE ON idea_files FOR EACH ROW EXECUTE FUNCTION refuse_named_file();

