CREATE TRIGGER sourcing_decisions_append_only BEFORE UPDATE OR DELETE ON sourcing_decisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Nobody is counted at a shelter after the alarm is over; the end takes the row for update and waits for the last mark.
CREATE FUNCTION guard_roll_call() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE over timestamptz;
BEGIN
  SELECT ended_at INTO over FROM site_alarms WHERE id = NEW.alarm_id FOR SHARE;
  IF over IS NOT NULL THEN
    RAISE EXCEPTION 'the alarm is over' USING ERRCODE = '23514', CONSTRAINT = 'roll_calls_open';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER roll_calls_guard BEFORE INSERT OR UPDATE ON roll_calls FOR EACH ROW EXECUTE FUNCTION guard_roll_call();

