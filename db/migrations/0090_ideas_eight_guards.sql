-- A reviewer who never scores must not hold an idea up: they are let go while the round is open and before they have scored, three
-- stay, and whoever has locked a score of this round has seen the others and lets nobody go.
CREATE FUNCTION guard_release() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open_round smallint;
BEGIN
  SELECT round INTO open_round FROM idea_panels WHERE id = NEW.panel_id AND state = 'scoring' FOR UPDATE;
  IF open_round IS DISTINCT FROM NEW.round
    OR EXISTS (SELECT FROM idea_scores s WHERE s.panel_id = NEW.panel_id AND s.person_id = NEW.person_id AND s.round = NEW.round) THEN
    RAISE EXCEPTION 'nobody waits for this reviewer' USING ERRCODE = '23514', CONSTRAINT = 'idea_releases_waiting';
  END IF;
  IF EXISTS (SELECT FROM idea_scores s WHERE s.panel_id = NEW.panel_id AND s.person_id = NEW.released_by AND s.round = NEW.round) THEN
    RAISE EXCEPTION 'whoever has seen scores changes no seat' USING ERRCODE = '23514', CONSTRAINT = 'idea_releases_unseen';
  END IF;
  IF (SELECT count(*) FROM idea_panelists m WHERE m.panel_id = NEW.panel_id AND m.person_id <> NEW.person_id
      AND NOT EXISTS (SELECT FROM idea_releases r WHERE r.panel_id = m.panel_id AND r.person_id = m.person_id)) < 3 THEN
    RAISE EXCEPTION 'three reviewers stay' USING ERRCODE = '23514', CONSTRAINT = 'idea_releases_three';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER idea_releases_guarded BEFORE INSERT ON idea_releases FOR EACH ROW EXECUTE FUNCTION guard_release();
CREATE TRIGGER idea_releases_append_only BEFORE UPDATE OR DELETE ON idea_releases FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A seat is taken while scores are asked for, and stays: who leaves it is released.
CREATE FUNCTION guard_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM idea_panels WHERE id = NEW.panel_id AND state = 'scoring' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this panel asks nobody now' USING ERRCODE = '23514', CONSTRAINT = 'idea_panelists_open';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER idea_panelists_open BEFORE INSERT ON idea_panelists FOR EACH ROW EXECUTE FUNCTION guard_seat();
CREATE TRIGGER idea_panelists_stay BEFORE DELETE ON idea_panelists FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER idea_panelists_kept BEFORE UPDATE ON idea_panelists FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION refuse_change();

-- A score belongs to the round that is open, by somebody who was not let go meanwhile.
CREATE OR REPLACE FUNCTION keep_panel_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM idea_panels p WHERE p.id = NEW.panel_id AND p.state = 'scoring' AND p.round = NEW.round FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this round is not open' USING ERRCODE = '23514', CONSTRAINT = 'idea_scores_open_round';
  END IF;
  IF EXISTS (SELECT FROM idea_releases r WHERE r.panel_id = NEW.panel_id AND r.person_id = NEW.person_id) THEN
    RAISE EXCEPTION 'this reviewer was let go' USING ERRCODE = '23514', CONSTRAINT = 'idea_scores_released';
  END IF;
  RETURN NEW;
END $$;

-- A round ends when every one of three reviewers or more who still sit on the panel has scored in it; a closed panel stays closed.
CREATE OR REPLACE FUNCTION keep_panel_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  seats integer;
  scored integer;
BEGIN
  IF OLD.state = 'closed' OR OLD.idea_id <> NEW.idea_id OR NEW.round < OLD.round THEN
    RAISE EXCEPTION 'a panel only goes on' USING ERRCODE = '23514', CONSTRAINT = 'idea_panels_kept';
  END IF;
  IF NEW.state <> 'scoring' THEN
    SELECT count(*), count(s.person_id) INTO seats, scored FROM idea_panelists m
      LEFT JOIN idea_scores s ON s.panel_id = m.panel_id AND s.person_id = m.person_id AND s.round = NEW.round
      WHERE m.panel_id = NEW.id
        AND NOT EXISTS (SELECT FROM idea_releases r WHERE r.panel_id = m.panel_id AND r.person_id = m.person_id);
    IF seats < 3 OR scored < seats THEN
      RAISE EXCEPTION 'not everybody has scored' USING ERRCODE = '23514', CONSTRAINT = 'idea_panels_whole';
    END IF;
  END IF;
  RETURN NEW;
END $$;

