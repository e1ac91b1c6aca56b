-- A place whose fault was called off with its round stood closed for ever: it opens when the action was called off.
UPDATE closures c SET reopened_at = greatest(e.at, c.closed_at), reopened_by = e.by_id
FROM actions a JOIN LATERAL (
  SELECT v.at, v.by_id FROM action_events v WHERE v.action_id = a.id AND v.kind = 'cancelled' AND v.by_id IS NOT NULL
  ORDER BY v.at DESC LIMIT 1) e ON true
WHERE c.action_id = a.id AND c.reopened_at IS NULL AND a.status = 'cancelled';
--> statement-breakpoint
-- A fault that becomes a stopping one when it is found again closes its place as well.
DROP TRIGGER actions_stop_guarded ON actions;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER actions_stop_guarded AFTER INSERT OR UPDATE OF severity ON actions DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard_stop_action();

--> statement-breakpoint
-- What a round was found to be is kept from the moment it is submitted, a self-check too, which nobody approves; only one that was given
-- back is scored anew, when it is submitted again.
CREATE OR REPLACE FUNCTION guard_inspection() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE current text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT v.status INTO current FROM checklist_versions v WHERE v.id = NEW.version_id FOR SHARE;
    IF current = 'draft' THEN
      RAISE EXCEPTION 'a draft cannot be filled in' USING ERRCODE = '23514', CONSTRAINT = 'inspections_version_published';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.version_id, NEW.started_by, NEW.started_at) IS DISTINCT FROM (OLD.version_id, OLD.started_by, OLD.started_at) THEN
    RAISE EXCEPTION 'a round keeps its version' USING ERRCODE = '23514', CONSTRAINT = 'inspections_version_pinned';
  END IF;
  IF NOT (NEW.status = OLD.status OR CASE OLD.status
      WHEN 'in-progress' THEN NEW.status IN ('submitted', 'void')
      WHEN 'submitted' THEN NEW.status IN ('returned', 'approved', 'void')
      WHEN 'returned' THEN NEW.status IN ('submitted', 'void')
      ELSE false END) THEN
    RAISE EXCEPTION 'a % round does not become %', OLD.status, NEW.status USING ERRCODE = '23514', CONSTRAINT = 'inspections_closed';
  END IF;
  IF OLD.status <> 'in-progress' AND NEW.season <> OLD.season
    OR OLD.status <> 'in-progress' AND NOT (OLD.status = 'returned' AND NEW.status = 'submitted')
      AND (NEW.score, NEW.verdict, NEW.completeness, NEW.scoring_rule, NEW.submitted_at, NEW.submitted_by)
        IS DISTINCT FROM (OLD.score, OLD.verdict, OLD.completeness, OLD.scoring_rule, OLD.submitted_at, OLD.submitted_by) THEN
    RAISE EXCEPTION 'a submitted round keeps what it was found to be' USING ERRCODE = '23514', CONSTRAINT = 'inspections_closed';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Nor does an answer leave a closed round for an open one.
CREATE OR REPLACE FUNCTION guard_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE item checklist_items;
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM refuse_late_answer(OLD.inspection_id); END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF TG_OP = 'INSERT' OR NEW.inspection_id <> OLD.inspection_id THEN PERFORM refuse_late_answer(NEW.inspection_id); END IF;
  SELECT * INTO item FROM checklist_items i WHERE i.id = NEW.item_id;
  IF NEW.state = 'na' AND NOT item.na_allowed OR NEW.state = 'na' AND item.critical AND coalesce(btrim(NEW.comment), '') = '' THEN
    RAISE EXCEPTION 'not applicable needs a comment on a critical question, and is not always possible'
      USING ERRCODE = '23514', CONSTRAINT = 'answers_na';
  END IF;
  -- A comparison with null is null, not false: without coalesce a text would pass as a number.
  IF NEW.state = 'answered' AND NOT coalesce(CASE item.type
      WHEN 'yes-no' THEN NEW.yes IS NOT NULL
      WHEN 'number' THEN NEW.number BETWEEN item.plausible_low AND item.plausible_high
      WHEN 'scale' THEN NEW.number BETWEEN item.scale_min AND item.scale_max AND NEW.number = trunc(NEW.number)
      WHEN 'choice' THEN NEW.choice IS NOT NULL
      WHEN 'text' THEN btrim(NEW.words) <> ''
      ELSE num_nonnulls(NEW.yes, NEW.number, NEW.choice, NEW.words) = 0 END, false) THEN
    RAISE EXCEPTION 'the value does not fit a question of type %', item.type
      USING ERRCODE = '23514', CONSTRAINT = 'answers_type';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION guard_answer_photo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM refuse_late_answer(OLD.inspection_id); END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF TG_OP = 'INSERT' OR NEW.inspection_id <> OLD.inspection_id THEN PERFORM refuse_late_answer(NEW.inspection_id); END IF;
  RETURN NEW;
END $$;

