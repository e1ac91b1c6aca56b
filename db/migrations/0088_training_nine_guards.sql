INSERT INTO training_ratings (person_id, training_id, usefulness, rated_at)
  SELECT person_id, training_id, usefulness, created_at FROM training_ratings_before;
--> statement-breakpoint
DROP TABLE training_ratings_before;
--> statement-breakpoint
-- Whoever was there, passed or not. The row of the enrolment is held, so that a mark that is corrected meanwhile comes before or after.
CREATE FUNCTION guard_training_rating() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM enrolments n WHERE n.person_id = NEW.person_id AND n.training_id = NEW.training_id
    AND n.state IN ('attended', 'completed', 'failed') LIMIT 1 FOR SHARE;
  IF NOT FOUND AND NOT EXISTS (SELECT 1 FROM completions c
    WHERE c.person_id = NEW.person_id AND c.training_id = NEW.training_id AND c.outcome = 'passed') THEN
    RAISE EXCEPTION 'only attendees rate' USING ERRCODE = '23514', CONSTRAINT = 'training_ratings_attended';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER training_ratings_guard BEFORE INSERT OR UPDATE ON training_ratings
  FOR EACH ROW EXECUTE FUNCTION guard_training_rating();
--> statement-breakpoint
-- A mark that is corrected to «was not there» takes the voice along, unless the person attended some other time.
CREATE FUNCTION drop_rating_of_absent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM training_ratings r WHERE r.person_id = NEW.person_id AND r.training_id = NEW.training_id
    AND NOT EXISTS (SELECT 1 FROM enrolments n WHERE n.person_id = r.person_id AND n.training_id = r.training_id
      AND n.state IN ('attended', 'completed', 'failed'))
    AND NOT EXISTS (SELECT 1 FROM completions c
      WHERE c.person_id = r.person_id AND c.training_id = r.training_id AND c.outcome = 'passed');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER enrolments_rating AFTER UPDATE OF state ON enrolments FOR EACH ROW
  WHEN (OLD.state IN ('attended', 'failed') AND NEW.state NOT IN ('attended', 'completed', 'failed'))
  EXECUTE FUNCTION drop_rating_of_absent();

--> statement-breakpoint
-- Whoever leads a session is nowhere else at that hour: neither leading another nor sitting in one. Both sides hold
-- that person's row, after the row of the session, so of two who press at once the second sees the first.
CREATE FUNCTION guard_session_trainer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM people p WHERE p.id = NEW.trainer_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM training_sessions s WHERE s.trainer_id = NEW.trainer_id AND s.id <> NEW.id
      AND s.state <> 'cancelled' AND s.period && NEW.period)
    OR EXISTS (SELECT 1 FROM enrolments n WHERE n.person_id = NEW.trainer_id AND n.session_id <> NEW.id
      AND n.state IN ('booked', 'attended', 'completed', 'failed') AND n.period && NEW.period) THEN
    RAISE EXCEPTION 'the trainer is elsewhere at that hour'
      USING ERRCODE = '23514', CONSTRAINT = 'training_sessions_trainer_free';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER training_sessions_led AFTER INSERT ON training_sessions FOR EACH ROW
  WHEN (NEW.trainer_id IS NOT NULL AND NEW.state <> 'cancelled') EXECUTE FUNCTION guard_session_trainer();
--> statement-breakpoint
CREATE TRIGGER training_sessions_led_on AFTER UPDATE OF trainer_id, period, state ON training_sessions FOR EACH ROW
  WHEN (NEW.trainer_id IS NOT NULL AND NEW.state <> 'cancelled' AND (NEW.trainer_id IS DISTINCT FROM OLD.trainer_id
    OR NEW.period <> OLD.period OR OLD.state = 'cancelled')) EXECUTE FUNCTION guard_session_trainer();
--> statement-breakpoint
CREATE FUNCTION guard_attendee_leads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM people p WHERE p.id = NEW.person_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM training_sessions s WHERE s.trainer_id = NEW.person_id AND s.id <> NEW.session_id
    AND s.state <> 'cancelled' AND s.period && NEW.period) THEN
    RAISE EXCEPTION 'leads another session at that hour' USING ERRCODE = '23514', CONSTRAINT = 'enrolments_leads_elsewhere';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER enrolments_led AFTER INSERT ON enrolments FOR EACH ROW
  WHEN (NEW.session_id IS NOT NULL AND NEW.state IN ('booked', 'attended', 'completed', 'failed'))
  EXECUTE FUNCTION guard_attendee_leads();
--> statement-breakpoint
CREATE TRIGGER enrolments_led_on AFTER UPDATE OF state, session_id, period, person_id ON enrolments FOR EACH ROW
  WHEN (NEW.session_id IS NOT NULL AND NEW.state IN ('booked', 'attended', 'completed', 'failed')
    AND (NEW.period IS DISTINCT FROM OLD.period OR NEW.person_id <> OLD.person_id
      OR OLD.state NOT IN ('booked', 'attended', 'completed', 'failed')))
  EXECUTE FUNCTION guard_attendee_leads();

