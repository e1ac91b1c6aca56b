-- A state is what its decision said: «declined» does not live on the reason that once was given for «accepted».
ALTER TABLE ideas ADD CONSTRAINT ideas_decision_reply
  FOREIGN KEY (id, decision_reply_id, decision_state) REFERENCES idea_replies (idea_id, id, state) DEFERRABLE INITIALLY DEFERRED;

-- Whose idea was merged into another has no seat in the panel of that one either. Who was seated before the merge stays and scores.
CREATE FUNCTION refuse_own_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM idea_panels p JOIN ideas m ON p.idea_id IN (m.id, m.merged_into)
    WHERE p.id = NEW.panel_id AND m.author_id = NEW.person_id
  ) THEN
    RAISE EXCEPTION 'nobody values their own idea' USING ERRCODE = '23514', CONSTRAINT = 'idea_panels_not_own';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER idea_panelists_not_own ON idea_panelists;
CREATE TRIGGER idea_panelists_not_own BEFORE INSERT OR UPDATE ON idea_panelists FOR EACH ROW EXECUTE FUNCTION refuse_own_seat();

--> statement-breakpoint
-- Words that came without a name are never given one; of files `files_immutable` says so.
CREATE FUNCTION keep_unsigned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'nobody signs afterwards' USING ERRCODE = '23514', CONSTRAINT = 'idea_comments_unsigned';
END $$;
CREATE TRIGGER idea_comments_unsigned BEFORE UPDATE OF author_id ON idea_comments FOR EACH ROW
  WHEN (OLD.author_id IS NULL AND NEW.author_id IS NOT NULL) EXECUTE FUNCTION keep_unsigned();

-- A foreign key leaves the number of its transaction in the row that it looks at. A job writes such rows anew, unchanged: that is no
-- change of what may not change, and no new question.
DROP TRIGGER campaigns_queue ON campaigns;
CREATE TRIGGER campaigns_queue BEFORE INSERT OR UPDATE OF kind, team_id, site_id, project_id, position_id, shift, opens_at, closes_at
  ON campaigns FOR EACH ROW EXECUTE FUNCTION queue_questions();
DROP TRIGGER pulse_keys_append_only ON pulse_keys;
CREATE TRIGGER pulse_keys_append_only BEFORE UPDATE ON pulse_keys FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER pulse_keys_stay BEFORE DELETE ON pulse_keys FOR EACH ROW EXECUTE FUNCTION refuse_change();
DROP TRIGGER pulse_places_append_only ON pulse_places;
CREATE TRIGGER pulse_places_append_only BEFORE UPDATE ON pulse_places FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER pulse_places_stay BEFORE DELETE ON pulse_places FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE OR REPLACE FUNCTION guard_file_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.file_id, NEW.content) IS DISTINCT FROM (OLD.file_id, OLD.content) OR NOT EXISTS (
    SELECT FROM files f WHERE f.id = NEW.file_id AND f.bytes = length(NEW.content) AND f.sha256 = sha256(NEW.content)) THEN
    RAISE EXCEPTION 'the content of a file is what its row says, for ever' USING ERRCODE = '23514', CONSTRAINT = 'file_contents_whole';
  END IF;
  RETURN NEW;
END $$;

