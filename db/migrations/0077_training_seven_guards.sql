-- Attempts from before keep the mark that their quiz asks for now; a finished one is changed by this alone.
ALTER TABLE quiz_attempts DISABLE TRIGGER quiz_attempts_guard;
--> statement-breakpoint
UPDATE quiz_attempts a SET pass_mark = q.pass_mark FROM quizzes q WHERE q.training_id = a.training_id;
--> statement-breakpoint
ALTER TABLE quiz_attempts ENABLE TRIGGER quiz_attempts_guard;
--> statement-breakpoint
-- What an attempt must reach is what was asked when it began, whatever the rules become meanwhile.
CREATE FUNCTION keep_pass_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT q.pass_mark INTO STRICT NEW.pass_mark FROM quizzes q WHERE q.training_id = NEW.training_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER quiz_attempts_pass_mark BEFORE INSERT ON quiz_attempts FOR EACH ROW EXECUTE FUNCTION keep_pass_mark();

--> statement-breakpoint
-- What a leader asked for and is still to be done: nothing was passed since that day, and no pass reaches the day it is due.
CREATE VIEW open_assignments WITH (security_invoker = true) AS
  SELECT a.id, a.person_id, a.training_id, a.due_on, a.assigned_by, a.assigned_at
  FROM training_assignments a
  LEFT JOIN current_employments e ON e.person_id = a.person_id LEFT JOIN sites s ON s.id = e.site_id
  WHERE a.withdrawn_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM completions c
    WHERE c.person_id = a.person_id AND c.training_id = a.training_id
      AND (coalesce(c.valid_until, 'infinity'::date) >= a.due_on
        OR c.completed_on >= (a.assigned_at AT TIME ZONE coalesce(s.time_zone, 'Europe/Kyiv'))::date)
      AND NOT EXISTS (SELECT 1 FROM certificates x JOIN certificate_revocations r ON r.certificate_id = x.id
        WHERE x.completion_id = c.id));

