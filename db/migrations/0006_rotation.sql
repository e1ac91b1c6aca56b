ALTER TABLE task_needs ADD CONSTRAINT task_needs_competence FOREIGN KEY (competence_id) REFERENCES competences (id);

-- A person is in one place at a time, and does one thing at a time once it is published; a draft may lie beside it.
ALTER TABLE shifts ADD CONSTRAINT shifts_half_open CHECK (lower_inc(span) AND NOT upper_inc(span));
ALTER TABLE shifts ADD CONSTRAINT shifts_no_overlap EXCLUDE USING gist (person_id WITH =, span WITH &&);
ALTER TABLE demand ADD CONSTRAINT demand_half_open
  CHECK (NOT isempty(span) AND NOT lower_inf(span) AND NOT upper_inf(span) AND lower_inc(span) AND NOT upper_inc(span));
ALTER TABLE demand ADD CONSTRAINT demand_no_overlap
  EXCLUDE USING gist (site_id WITH =, task_id WITH =, span WITH &&);
ALTER TABLE blocks ADD CONSTRAINT blocks_half_open CHECK (lower_inc(span) AND NOT upper_inc(span));
ALTER TABLE blocks ADD CONSTRAINT blocks_no_overlap EXCLUDE USING gist (person_id WITH =, span WITH &&)
  WHERE (plan_status = 'published' AND withdrawn_in IS NULL);
ALTER TABLE blocks ADD CONSTRAINT blocks_no_overlap_in_plan EXCLUDE USING gist (plan_id WITH =, person_id WITH =, span WITH &&)
  WHERE (withdrawn_in IS NULL);

-- The day of a shift is the site's own day, whatever the clock of the server says.
CREATE FUNCTION check_shift_date() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.on_date <> (SELECT (lower(NEW.span) AT TIME ZONE s.time_zone)::date FROM sites s WHERE s.id = NEW.site_id) THEN
    RAISE EXCEPTION 'a shift belongs to the day on which it starts at its site'
      USING ERRCODE = '23514', CONSTRAINT = 'shifts_on_date';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shifts_on_date BEFORE INSERT OR UPDATE ON shifts FOR EACH ROW EXECUTE FUNCTION check_shift_date();

-- draft → published → replaced, and nothing else of a published plan changes.
CREATE FUNCTION guard_rotation_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.status <> 'draft' THEN
      RAISE EXCEPTION 'a published plan stays' USING ERRCODE = '23514', CONSTRAINT = 'rotation_plans_immutable';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.status = 'draft' AND NEW.status IN ('draft', 'published') AND (NEW.team_id, NEW.on_date) = (OLD.team_id, OLD.on_date) THEN
    RETURN NEW;
  END IF;
  IF OLD.status = 'published' AND NEW.status = 'replaced' AND to_jsonb(NEW) - 'status' = to_jsonb(OLD) - 'status' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a published plan does not change' USING ERRCODE = '23514', CONSTRAINT = 'rotation_plans_immutable';
END $$;
CREATE TRIGGER rotation_plans_guard BEFORE UPDATE OR DELETE ON rotation_plans
  FOR EACH ROW EXECUTE FUNCTION guard_rotation_plan();

-- A published day changes only by a recorded change, and its past only with a reason.
CREATE FUNCTION ask_plan_change(change uuid, span tstzrange) RETURNS void LANGUAGE plpgsql AS $$
DECLARE why text; at timestamptz;
BEGIN
  IF change IS NULL THEN
    RAISE EXCEPTION 'a published day changes by a recorded change'
      USING ERRCODE = '23514', CONSTRAINT = 'blocks_published';
  END IF;
  SELECT c.reason, c.made_at INTO why, at FROM plan_changes c WHERE c.id = change;
  IF why IS NULL AND lower(span) < greatest(at, now()) THEN
    RAISE EXCEPTION 'a change of the past needs a reason' USING ERRCODE = '23514', CONSTRAINT = 'blocks_past_reason';
  END IF;
END $$;

CREATE FUNCTION guard_published_block() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM ask_plan_change(CASE WHEN NEW.plan_status = 'published' THEN NEW.added_in END, NEW.span);
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a published block is withdrawn, not deleted'
      USING ERRCODE = '23514', CONSTRAINT = 'blocks_published';
  END IF;
  -- The plan's status and the shift's span arrive by cascade.
  IF (to_jsonb(NEW) - 'withdrawn_in' - 'plan_status' - 'shift_span') <> (to_jsonb(OLD) - 'withdrawn_in' - 'plan_status' - 'shift_span')
    OR OLD.withdrawn_in IS DISTINCT FROM NEW.withdrawn_in AND OLD.withdrawn_in IS NOT NULL THEN
    RAISE EXCEPTION 'a published block does not change' USING ERRCODE = '23514', CONSTRAINT = 'blocks_published';
  END IF;
  IF NEW.withdrawn_in IS DISTINCT FROM OLD.withdrawn_in THEN
    PERFORM ask_plan_change(NEW.withdrawn_in, OLD.span);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER blocks_guard_insert BEFORE INSERT ON blocks
  FOR EACH ROW WHEN (NEW.plan_status <> 'draft') EXECUTE FUNCTION guard_published_block();
CREATE TRIGGER blocks_guard_change BEFORE UPDATE OR DELETE ON blocks
  FOR EACH ROW WHEN (OLD.plan_status <> 'draft') EXECUTE FUNCTION guard_published_block();

CREATE TRIGGER plan_changes_append_only BEFORE UPDATE OR DELETE ON plan_changes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Plans point at the rule they were made by: it may retire, it may not change.
CREATE FUNCTION guard_break_rule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'retired_at' <> to_jsonb(OLD) - 'retired_at' THEN
    RAISE EXCEPTION 'a break rule does not change; make the next one'
      USING ERRCODE = '23514', CONSTRAINT = 'break_rules_immutable';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER break_rules_guard BEFORE UPDATE ON break_rules FOR EACH ROW EXECUTE FUNCTION guard_break_rule();
