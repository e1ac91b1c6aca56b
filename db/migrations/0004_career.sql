-- A published version and everything under it stays as it is; only its own end may still be written.
CREATE FUNCTION guard_ladder_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state = 'draft' THEN RETURN NEW; END IF;
  ELSIF TG_OP = 'DELETE' THEN
    IF OLD.state = 'draft' THEN RETURN OLD; END IF;
  ELSIF OLD.state = 'draft' AND NEW.state IN ('draft', 'published') AND (NEW.id, NEW.ladder_id) = (OLD.id, OLD.ladder_id) THEN
    RETURN NEW;
  ELSIF OLD.state = 'published' AND NEW.state = 'superseded'
    AND to_jsonb(NEW) - 'state' - 'superseded_at' = to_jsonb(OLD) - 'state' - 'superseded_at' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a published ladder version does not change'
    USING ERRCODE = '23514', CONSTRAINT = 'ladder_versions_immutable';
END $$;
CREATE TRIGGER ladder_versions_immutable BEFORE INSERT OR UPDATE OR DELETE ON ladder_versions
  FOR EACH ROW EXECUTE FUNCTION guard_ladder_version();

CREATE FUNCTION guard_ladder_content() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  version uuid;
  found text;
BEGIN
  FOREACH version IN ARRAY CASE TG_OP
    WHEN 'INSERT' THEN ARRAY[NEW.version_id] WHEN 'DELETE' THEN ARRAY[OLD.version_id]
    ELSE ARRAY[OLD.version_id, NEW.version_id] END
  LOOP
    -- The lock waits for whoever is publishing it at this moment; a version that is gone was a draft.
    SELECT v.state INTO found FROM ladder_versions v WHERE v.id = version FOR SHARE;
    IF found <> 'draft' THEN
      RAISE EXCEPTION 'a published ladder version does not change'
        USING ERRCODE = '23514', CONSTRAINT = 'ladder_versions_immutable';
    END IF;
  END LOOP;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER rungs_immutable BEFORE INSERT OR UPDATE OR DELETE ON rungs
  FOR EACH ROW EXECUTE FUNCTION guard_ladder_content();
CREATE TRIGGER moves_immutable BEFORE INSERT OR UPDATE OR DELETE ON moves
  FOR EACH ROW EXECUTE FUNCTION guard_ladder_content();
CREATE TRIGGER requirements_immutable BEFORE INSERT OR UPDATE OR DELETE ON requirements
  FOR EACH ROW EXECUTE FUNCTION guard_ladder_content();

CREATE FUNCTION refuse_ladder_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never emptied', TG_TABLE_NAME USING ERRCODE = '23514', CONSTRAINT = 'ladder_versions_immutable';
END $$;
CREATE TRIGGER ladder_versions_no_truncate BEFORE TRUNCATE ON ladder_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ladder_truncate();
CREATE TRIGGER rungs_no_truncate BEFORE TRUNCATE ON rungs
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ladder_truncate();
CREATE TRIGGER moves_no_truncate BEFORE TRUNCATE ON moves
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ladder_truncate();
CREATE TRIGGER requirements_no_truncate BEFORE TRUNCATE ON requirements
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ladder_truncate();

-- Only what was published can be acknowledged.
CREATE FUNCTION guard_acknowledgement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM ladder_versions v WHERE v.id = NEW.version_id AND v.state <> 'draft') THEN
    RAISE EXCEPTION 'a draft cannot be acknowledged' USING ERRCODE = '23514', CONSTRAINT = 'acknowledgements_published';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER acknowledgements_published BEFORE INSERT OR UPDATE ON acknowledgements
  FOR EACH ROW EXECUTE FUNCTION guard_acknowledgement();

-- An answer is about the same person and competence, and never by the person.
ALTER TABLE assessments ADD CONSTRAINT assessments_whole UNIQUE (id, person_id, competence_id);
ALTER TABLE assessments ADD CONSTRAINT assessments_answers_same
  FOREIGN KEY (answers_id, person_id, competence_id) REFERENCES assessments (id, person_id, competence_id);
CREATE TRIGGER assessments_append_only BEFORE UPDATE OR DELETE ON assessments
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER assessments_no_truncate BEFORE TRUNCATE ON assessments
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The level a person holds: the highest confirmed one that nobody has withdrawn. Confirming more never lowers it.
CREATE VIEW current_levels WITH (security_invoker = true) AS
  SELECT a.person_id, a.competence_id, max(a.level) AS level
  FROM assessments a
  WHERE a.state = 'confirmed'
    AND NOT EXISTS (SELECT 1 FROM assessments w WHERE w.answers_id = a.id AND w.state = 'rejected')
  GROUP BY a.person_id, a.competence_id;

-- What is published now, of every ladder.
CREATE VIEW published_versions WITH (security_invoker = true) AS
  SELECT v.id, v.ladder_id, v.number, v.what_changed, v.published_at, v.based_on
  FROM ladder_versions v WHERE v.state = 'published';
