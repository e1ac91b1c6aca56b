-- A failed answer whose question asks for a photo is not submitted without one. Answers and photos hold the round for share, so
-- none of them comes or goes while it is submitted.
CREATE FUNCTION guard_photos_of_failures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM answers a JOIN checklist_items x ON x.id = a.item_id
    WHERE a.inspection_id = NEW.id AND a.band = 'fail' AND x.photo_on_fail
      AND NOT EXISTS (SELECT FROM answer_photos h WHERE h.inspection_id = a.inspection_id AND h.item_id = a.item_id)) THEN
    RAISE EXCEPTION 'a failed answer lacks the photo that its question asks for'
      USING ERRCODE = '23514', CONSTRAINT = 'answers_photo_on_fail';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER inspections_photos BEFORE UPDATE OF status ON inspections FOR EACH ROW
  WHEN (NEW.status = 'submitted' AND OLD.status IS DISTINCT FROM 'submitted') EXECUTE FUNCTION guard_photos_of_failures();

--> statement-breakpoint
-- A mark put on the wrong person is taken back as long as the alarm lasts, and not after it.
CREATE OR REPLACE FUNCTION guard_roll_call() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE over timestamptz;
BEGIN
  SELECT ended_at INTO over FROM site_alarms WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.alarm_id ELSE NEW.alarm_id END FOR SHARE;
  IF over IS NOT NULL THEN
    RAISE EXCEPTION 'the alarm is over' USING ERRCODE = '23514', CONSTRAINT = 'roll_calls_open';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
DROP TRIGGER roll_calls_guard ON roll_calls;
--> statement-breakpoint
CREATE TRIGGER roll_calls_guard BEFORE INSERT OR UPDATE OR DELETE ON roll_calls FOR EACH ROW EXECUTE FUNCTION guard_roll_call();

