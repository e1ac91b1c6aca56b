-- What happened to a session stays told as it was told to those concerned.
CREATE FUNCTION guard_session_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a change of a session stays' USING ERRCODE = '23514', CONSTRAINT = 'session_changes_immutable';
END $$;
--> statement-breakpoint
CREATE TRIGGER session_changes_guard BEFORE UPDATE OR DELETE ON session_changes
  FOR EACH ROW EXECUTE FUNCTION guard_session_change();
--> statement-breakpoint
-- Nobody marks their own attendance.
CREATE FUNCTION guard_attendance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM enrolments n WHERE n.id = NEW.enrolment_id AND n.person_id = NEW.marked_by) THEN
    RAISE EXCEPTION 'by another person' USING ERRCODE = '23514', CONSTRAINT = 'attendances_by_another';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER attendances_guard BEFORE INSERT OR UPDATE ON attendances
  FOR EACH ROW EXECUTE FUNCTION guard_attendance();

