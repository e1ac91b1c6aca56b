-- Signed off by another person, on an open enrolment of the same training; taken back while it is open, never rewritten.
CREATE FUNCTION guard_signoff() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  signed check_signoffs := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  enrolment enrolments;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'a sign-off is not rewritten' USING ERRCODE = '23514', CONSTRAINT = 'check_signoffs_immutable';
  END IF;
  SELECT * INTO enrolment FROM enrolments n WHERE n.id = signed.enrolment_id;
  IF enrolment.state NOT IN ('booked', 'attended') THEN
    RAISE EXCEPTION 'the training is over' USING ERRCODE = '23514', CONSTRAINT = 'check_signoffs_open';
  END IF;
  IF enrolment.person_id = signed.signed_by AND TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'by another person' USING ERRCODE = '23514', CONSTRAINT = 'check_signoffs_by_another';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM training_checks c WHERE c.id = signed.check_id AND c.training_id = enrolment.training_id) THEN
    RAISE EXCEPTION 'of the same training' USING ERRCODE = '23514', CONSTRAINT = 'check_signoffs_same_training';
  END IF;
  RETURN signed;
END $$;
--> statement-breakpoint
CREATE TRIGGER check_signoffs_guard BEFORE INSERT OR UPDATE OR DELETE ON check_signoffs
  FOR EACH ROW EXECUTE FUNCTION guard_signoff();
--> statement-breakpoint
-- What was signed off stays what it was: a check is retired, its words are not changed.
CREATE FUNCTION guard_training_check() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - ARRAY['retired_at', 'position']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['retired_at', 'position']) THEN
    RAISE EXCEPTION 'a check is retired, never changed' USING ERRCODE = '23514', CONSTRAINT = 'training_checks_immutable';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER training_checks_guard BEFORE UPDATE OR DELETE ON training_checks
  FOR EACH ROW EXECUTE FUNCTION guard_training_check();
--> statement-breakpoint
-- A training with a check-list is begun at any time, as one at one's own pace is.
CREATE OR REPLACE FUNCTION guard_enrolment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state IN ('booked', 'waitlisted') AND EXISTS (
    SELECT 1 FROM training_sessions s WHERE s.id = NEW.session_id AND s.state = 'cancelled'
  ) THEN
    RAISE EXCEPTION 'the session is cancelled' USING ERRCODE = '23514', CONSTRAINT = 'enrolments_session_open';
  END IF;
  IF NEW.session_id IS NULL AND NEW.state IN ('booked', 'waitlisted') AND EXISTS (
    SELECT 1 FROM trainings t WHERE t.id = NEW.training_id AND t.format <> 'self-paced'
      AND NOT (t.format IN ('on-the-job', 'mentoring') AND EXISTS (
        SELECT 1 FROM training_checks c WHERE c.training_id = t.id AND c.retired_at IS NULL))
  ) THEN
    RAISE EXCEPTION 'this training needs a session' USING ERRCODE = '23514', CONSTRAINT = 'enrolments_session_needed';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- A signing key is retired, never changed nor lost: what it signed is checked with it.
CREATE FUNCTION guard_signing_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.retired_at IS NOT NULL OR (to_jsonb(NEW) - 'retired_at') IS DISTINCT FROM (to_jsonb(OLD) - 'retired_at') THEN
    RAISE EXCEPTION 'a key is retired, never changed' USING ERRCODE = '23514', CONSTRAINT = 'signing_keys_immutable';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER signing_keys_guard BEFORE UPDATE OR DELETE ON signing_keys
  FOR EACH ROW EXECUTE FUNCTION guard_signing_key();
--> statement-breakpoint
-- When somebody cannot be put on a task: away, or learning. Hours in a session rest the voice and the eyes as any other task would.
CREATE VIEW away WITH (security_invoker = true) AS
  SELECT a.person_id, a.span, NULL::uuid AS training_id FROM absences a
  UNION ALL
  SELECT n.person_id, n.period, n.training_id FROM enrolments n
  WHERE n.session_id IS NOT NULL AND n.state IN ('booked', 'attended', 'completed', 'failed');

--> statement-breakpoint
-- A training without a date: at one's own pace, or by a check-list that a mentor signs at the workplace.
CREATE FUNCTION taken_any_time(t trainings) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT t.format = 'self-paced' OR (t.format IN ('on-the-job', 'mentoring') AND EXISTS (
    SELECT 1 FROM training_checks c WHERE c.training_id = t.id AND c.retired_at IS NULL))
$$;

