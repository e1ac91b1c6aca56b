-- A seat is held by somebody who works at its site; who left or moved away makes room without anybody's doing.
CREATE OR REPLACE VIEW current_seats WITH (security_invoker = true) AS
  SELECT a.workplace_id, a.person_id, a.shared, w.room_id, w.site_id, w.code, lower(a.valid) AS since
  FROM seat_assignments a
  JOIN workplaces w ON w.id = a.workplace_id
  JOIN sites s ON s.id = w.site_id
  WHERE a.valid @> (now() AT TIME ZONE s.time_zone)::date
    AND EXISTS (
      SELECT FROM employments e
      WHERE e.person_id = a.person_id AND e.site_id = w.site_id AND e.valid @> (now() AT TIME ZONE s.time_zone)::date);
--> statement-breakpoint
-- What a number was measured with is kept with the certificate of that day.
CREATE FUNCTION keep_calibration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.calibrated_until := (SELECT m.calibrated_until FROM instruments m WHERE m.id = NEW.instrument_id);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER answers_calibration BEFORE INSERT OR UPDATE OF instrument_id, number, measured_at ON answers
  FOR EACH ROW EXECUTE FUNCTION keep_calibration();

