-- A draft that tells another past than the plan it replaces says why. Only what lies before that moment counts, however it is cut into blocks.
CREATE FUNCTION done_in_plan(plan uuid, until timestamptz)
RETURNS TABLE (shift_id uuid, what text, task_id uuid, done tstzmultirange) LANGUAGE sql STABLE AS $$
  SELECT b.shift_id, b.what, b.task_id, range_agg(b.span * tstzrange(NULL, until)) FROM blocks b
  WHERE b.plan_id = plan AND b.withdrawn_in IS NULL AND lower(b.span) < until GROUP BY 1, 2, 3
$$;
--> statement-breakpoint
CREATE FUNCTION ask_past_reason() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE told uuid; until timestamptz := greatest(NEW.published_at, now());
BEGIN
  SELECT p.id INTO told FROM rotation_plans p
  WHERE p.team_id = NEW.team_id AND p.on_date = NEW.on_date AND p.id <> NEW.id AND p.status <> 'draft'
  ORDER BY p.status, p.published_at DESC, p.id DESC LIMIT 1;
  IF told IS NOT NULL AND EXISTS (
    (SELECT * FROM done_in_plan(told, until) EXCEPT SELECT * FROM done_in_plan(NEW.id, until))
    UNION ALL
    (SELECT * FROM done_in_plan(NEW.id, until) EXCEPT SELECT * FROM done_in_plan(told, until))
  ) THEN
    RAISE EXCEPTION 'a change of the past needs a reason'
      USING ERRCODE = '23514', CONSTRAINT = 'rotation_plans_past_reason';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER rotation_plans_past BEFORE UPDATE ON rotation_plans FOR EACH ROW
  WHEN (OLD.status = 'draft' AND NEW.status = 'published' AND NEW.past_reason IS NULL) EXECUTE FUNCTION ask_past_reason();

