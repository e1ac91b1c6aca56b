-- A seat is held by whoever is booked and by whoever has used it.
CREATE FUNCTION holds_seat(state text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT state IN ('booked', 'attended', 'no-show', 'completed', 'failed') $$;

ALTER TABLE enrolments ADD CONSTRAINT enrolments_session_whole
  FOREIGN KEY (session_id, training_id, period) REFERENCES training_sessions (id, training_id, period) ON UPDATE CASCADE;
-- Nobody sits in two sessions at the same time.
ALTER TABLE enrolments ADD CONSTRAINT enrolments_one_place
  EXCLUDE USING gist (person_id WITH =, period WITH &&) WHERE (state IN ('booked', 'attended'));

-- Seats are counted in the session's own row, so two who press at once wait for each other and the CHECK on the count
-- refuses the one too many, at every isolation level.
CREATE FUNCTION count_seats() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before uuid := CASE WHEN TG_OP <> 'INSERT' AND holds_seat(OLD.state) THEN OLD.session_id END;
  after uuid := CASE WHEN TG_OP <> 'DELETE' AND holds_seat(NEW.state) THEN NEW.session_id END;
BEGIN
  IF before IS DISTINCT FROM after THEN
    UPDATE training_sessions SET booked = booked - 1 WHERE id = before;
    UPDATE training_sessions SET booked = booked + 1 WHERE id = after;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER enrolments_count_seats AFTER INSERT OR UPDATE OF state, session_id OR DELETE ON enrolments
  FOR EACH ROW EXECUTE FUNCTION count_seats();

-- Only the count above may touch the count.
CREATE FUNCTION guard_seat_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.booked = 0 THEN RETURN NEW; END IF;
  ELSIF NEW.booked = OLD.booked OR pg_trigger_depth() > 1 THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'seats are counted from enrolments'
    USING ERRCODE = '23514', CONSTRAINT = 'training_sessions_counted';
END $$;
CREATE TRIGGER training_sessions_counted BEFORE INSERT OR UPDATE ON training_sessions
  FOR EACH ROW EXECUTE FUNCTION guard_seat_count();

-- Nobody is booked into what is cancelled or over, nor enrolled in what is retired.
CREATE FUNCTION guard_enrolment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state IN ('booked', 'waitlisted') AND EXISTS (
    SELECT 1 FROM training_sessions s WHERE s.id = NEW.session_id AND s.state = 'cancelled'
  ) THEN
    RAISE EXCEPTION 'the session is cancelled' USING ERRCODE = '23514', CONSTRAINT = 'enrolments_session_open';
  END IF;
  IF NEW.session_id IS NULL AND NEW.state IN ('booked', 'waitlisted') AND EXISTS (
    SELECT 1 FROM trainings t WHERE t.id = NEW.training_id AND t.format <> 'self-paced'
  ) THEN
    RAISE EXCEPTION 'this training needs a session' USING ERRCODE = '23514', CONSTRAINT = 'enrolments_session_needed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER enrolments_guard BEFORE INSERT OR UPDATE OF state, session_id ON enrolments
  FOR EACH ROW EXECUTE FUNCTION guard_enrolment();

-- Until when a person's pass of a training holds; 'infinity' where it does not end.
CREATE VIEW held_trainings WITH (security_invoker = true) AS
  SELECT c.person_id, c.training_id, max(coalesce(c.valid_until, 'infinity'::date)) AS valid_until
  FROM completions c GROUP BY c.person_id, c.training_id;
