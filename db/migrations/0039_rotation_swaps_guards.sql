-- The same stretch is not offered twice at a time.
ALTER TABLE swaps ADD CONSTRAINT swaps_half_open CHECK (NOT isempty(span) AND lower_inc(span) AND NOT upper_inc(span));
--> statement-breakpoint
ALTER TABLE swaps ADD CONSTRAINT swaps_one_open EXCLUDE USING gist (shift_id WITH =, span WITH &&)
  WHERE (status IN ('open', 'agreed'));
--> statement-breakpoint
-- open → agreed → applied, each once: what was applied is never applied again, what ended stays as it ended.
CREATE FUNCTION guard_swap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'applied' THEN
    RAISE EXCEPTION 'a swap is applied once' USING ERRCODE = '23514', CONSTRAINT = 'swaps_applied_once';
  END IF;
  IF NOT (OLD.status = 'open' AND NEW.status IN ('agreed', 'withdrawn', 'impossible')
    OR OLD.status = 'agreed' AND NEW.status IN ('applied', 'refused', 'withdrawn', 'impossible')) THEN
    RAISE EXCEPTION 'a swap that ended stays as it ended' USING ERRCODE = '23514', CONSTRAINT = 'swaps_ended';
  END IF;
  IF (NEW.kind, NEW.team_id, NEW.shift_id, NEW.span, NEW.offered_by) <> (OLD.kind, OLD.team_id, OLD.shift_id, OLD.span, OLD.offered_by)
    OR OLD.taken_by IS NOT NULL AND NEW.taken_by IS DISTINCT FROM OLD.taken_by THEN
    RAISE EXCEPTION 'what was offered does not change' USING ERRCODE = '23514', CONSTRAINT = 'swaps_offer';
  END IF;
  IF NEW.taken_by IS NOT NULL AND NOT EXISTS (
    SELECT FROM swap_asks a WHERE a.swap_id = NEW.id AND a.person_id = NEW.taken_by AND a.answer = 'yes') THEN
    RAISE EXCEPTION 'nobody takes what they did not say yes to' USING ERRCODE = '23514', CONSTRAINT = 'swaps_said_yes';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER swaps_guard BEFORE UPDATE ON swaps FOR EACH ROW EXECUTE FUNCTION guard_swap();
--> statement-breakpoint
-- A shift changes hands only by an agreed swap, and before it begins.
CREATE FUNCTION guard_shift_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.person_id <> OLD.person_id AND (lower(OLD.span) <= now() OR NOT EXISTS (
    SELECT FROM swaps w WHERE w.shift_id = OLD.id AND w.kind = 'day' AND w.status = 'agreed'
      AND w.offered_by = OLD.person_id AND w.taken_by = NEW.person_id)) THEN
    RAISE EXCEPTION 'a shift changes hands by an agreed swap' USING ERRCODE = '23514', CONSTRAINT = 'shifts_person';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER shifts_person BEFORE UPDATE ON shifts FOR EACH ROW EXECUTE FUNCTION guard_shift_person();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION guard_published_block() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM ask_plan_change(CASE WHEN NEW.plan_status = 'published' THEN NEW.added_in END, NEW.span);
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a published block is withdrawn, not deleted'
      USING ERRCODE = '23514', CONSTRAINT = 'blocks_published';
  END IF;
  -- The plan's status and the shift's span and person arrive by cascade.
  IF (to_jsonb(NEW) - 'withdrawn_in' - 'plan_status' - 'shift_span' - 'person_id')
      <> (to_jsonb(OLD) - 'withdrawn_in' - 'plan_status' - 'shift_span' - 'person_id')
    OR OLD.withdrawn_in IS DISTINCT FROM NEW.withdrawn_in AND OLD.withdrawn_in IS NOT NULL THEN
    RAISE EXCEPTION 'a published block does not change' USING ERRCODE = '23514', CONSTRAINT = 'blocks_published';
  END IF;
  IF NEW.withdrawn_in IS DISTINCT FROM OLD.withdrawn_in THEN
    PERFORM ask_plan_change(NEW.withdrawn_in, OLD.span);
  END IF;
  RETURN NEW;
END $$;

