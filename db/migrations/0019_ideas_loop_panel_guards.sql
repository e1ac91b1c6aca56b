-- Ideas that were done before this version: the day of the decision that said so.
UPDATE ideas i SET done_on = r.created_at::date FROM idea_replies r WHERE r.id = i.decision_reply_id AND i.state = 'done';
ALTER TABLE ideas ADD CONSTRAINT ideas_done CHECK ((state = 'done') = (done_on IS NOT NULL));
ALTER TABLE ideas ADD CONSTRAINT ideas_split_from FOREIGN KEY (split_from) REFERENCES ideas (id);
ALTER TABLE ideas ADD CONSTRAINT ideas_split_another CHECK (split_from <> id);

-- Who wrote an idea and on which day is settled when it is sent; an answer can be added to, not taken back. A decision ends in two
-- ways alone: «not now» comes back on its day, and a merge is taken apart.
CREATE OR REPLACE FUNCTION keep_idea_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.id, OLD.number, OLD.author_mode, OLD.submitted_on) IS DISTINCT FROM (NEW.id, NEW.number, NEW.author_mode, NEW.submitted_on)
    OR OLD.author_id IS DISTINCT FROM NEW.author_id OR OLD.code_hash IS DISTINCT FROM NEW.code_hash
    OR OLD.split_from IS DISTINCT FROM NEW.split_from
    OR (OLD.first_reply_id IS NOT NULL AND OLD.first_reply_id IS DISTINCT FROM NEW.first_reply_id)
    OR (OLD.decision_reply_id IS NOT NULL AND NEW.decision_reply_id IS NULL
      AND NOT (OLD.state IN ('not-now', 'merged') AND NEW.state = 'under-review')) THEN
    RAISE EXCEPTION 'what an idea was sent with does not change' USING ERRCODE = '23514', CONSTRAINT = 'ideas_kept';
  END IF;
  RETURN NEW;
END $$;

-- A merge is told once and taken back once; nothing else of it changes.
CREATE FUNCTION keep_idea_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.undone_at IS NOT NULL
    OR (OLD.id, OLD.idea_id, OLD.into_id, OLD.reply_id, OLD.merged_by, OLD.merged_at)
      IS DISTINCT FROM (NEW.id, NEW.idea_id, NEW.into_id, NEW.reply_id, NEW.merged_by, NEW.merged_at) THEN
    RAISE EXCEPTION 'a merge is history' USING ERRCODE = '23514', CONSTRAINT = 'idea_merges_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER idea_merges_kept BEFORE UPDATE OR DELETE ON idea_merges FOR EACH ROW EXECUTE FUNCTION keep_idea_merge();
CREATE TRIGGER idea_moderations_append_only BEFORE UPDATE OR DELETE ON idea_moderations FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The owner of an idea of their own answers nobody; who did it cannot say how well it went either.
CREATE OR REPLACE FUNCTION refuse_own_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM ideas WHERE id = NEW.idea_id AND author_id = NEW.author_id) THEN
    RAISE EXCEPTION 'nobody answers their own idea' USING ERRCODE = '23514', CONSTRAINT = 'idea_replies_not_own';
  END IF;
  RETURN NEW;
END $$;

-- Questions that are asked at the same moment wait for each other here; an exclusion constraint alone would let them deadlock.
CREATE FUNCTION queue_questions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'question' THEN PERFORM pg_advisory_xact_lock(7284653); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER campaigns_queue BEFORE INSERT OR UPDATE ON campaigns FOR EACH ROW EXECUTE FUNCTION queue_questions();

--> statement-breakpoint
-- Nobody values their own idea, neither as a reviewer nor by a score.
CREATE FUNCTION refuse_own_panel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM idea_panels p JOIN ideas i ON i.id = p.idea_id WHERE p.id = NEW.panel_id AND i.author_id = NEW.person_id) THEN
    RAISE EXCEPTION 'nobody values their own idea' USING ERRCODE = '23514', CONSTRAINT = 'idea_panels_not_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER idea_panelists_not_own BEFORE INSERT OR UPDATE ON idea_panelists FOR EACH ROW EXECUTE FUNCTION refuse_own_panel();
CREATE TRIGGER idea_scores_not_own BEFORE INSERT ON idea_scores FOR EACH ROW EXECUTE FUNCTION refuse_own_panel();
CREATE TRIGGER idea_scores_append_only BEFORE UPDATE OR DELETE ON idea_scores FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A score belongs to the round that is open, and who has scored stays on the panel.
CREATE FUNCTION keep_panel_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM idea_panels p WHERE p.id = NEW.panel_id AND p.state = 'scoring' AND p.round = NEW.round) THEN
    RAISE EXCEPTION 'this round is not open' USING ERRCODE = '23514', CONSTRAINT = 'idea_scores_open_round';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER idea_scores_open_round BEFORE INSERT ON idea_scores FOR EACH ROW EXECUTE FUNCTION keep_panel_round();

-- A round ends when every one of three reviewers or more has scored in it; a closed panel stays closed.
CREATE FUNCTION keep_panel_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  seats integer;
  scored integer;
BEGIN
  IF OLD.state = 'closed' OR OLD.idea_id <> NEW.idea_id OR NEW.round < OLD.round THEN
    RAISE EXCEPTION 'a panel only goes on' USING ERRCODE = '23514', CONSTRAINT = 'idea_panels_kept';
  END IF;
  IF NEW.state <> 'scoring' THEN
    SELECT count(*) INTO seats FROM idea_panelists WHERE panel_id = NEW.id;
    SELECT count(*) INTO scored FROM idea_scores WHERE panel_id = NEW.id AND round = NEW.round;
    IF seats < 3 OR scored < seats THEN
      RAISE EXCEPTION 'not everybody has scored' USING ERRCODE = '23514', CONSTRAINT = 'idea_panels_whole';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER idea_panels_whole BEFORE UPDATE ON idea_panels FOR EACH ROW EXECUTE FUNCTION keep_panel_whole();

