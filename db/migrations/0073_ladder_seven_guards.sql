-- Somebody acts in one position at a time.
ALTER TABLE employments ADD CONSTRAINT employments_one_acting
  EXCLUDE USING gist (person_id WITH =, valid WITH &&) WHERE (kind = 'acting');
--> statement-breakpoint
-- Who chose to stay is left in peace, also where the wish is private: that somebody is asks for all wishes, and says no more of them.
CREATE FUNCTION people_staying() RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS
  $$ SELECT i.person_id FROM intents i WHERE i.ended_at IS NULL AND i.kind = 'stay' $$;
--> statement-breakpoint
-- What was agreed stays on record with who agreed.
CREATE OR REPLACE FUNCTION guard_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.frozen IS NOT NULL AND (NEW.frozen, NEW.agreed_by, NEW.agreed_at, NEW.version_id)
      IS DISTINCT FROM (OLD.frozen, OLD.agreed_by, OLD.agreed_at, OLD.version_id)
    OR NEW.person_id <> OLD.person_id OR NEW.target_id <> OLD.target_id OR OLD.closed_at IS NOT NULL THEN
    RAISE EXCEPTION 'what was agreed stays' USING ERRCODE = '23514', CONSTRAINT = 'plans_agreement';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- What was handed in stays as it was, and so does an answer with who gave it and when.
CREATE OR REPLACE FUNCTION guard_application() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  opening openings%ROWTYPE;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state <> 'submitted' AND (NEW.state, NEW.decided_by, NEW.decided_at, NEW.withdrawn_at)
      IS DISTINCT FROM (OLD.state, OLD.decided_by, OLD.decided_at, OLD.withdrawn_at) THEN
    RAISE EXCEPTION 'an answer stays' USING ERRCODE = '23514', CONSTRAINT = 'applications_answered';
  END IF;
  IF TG_OP = 'UPDATE' AND ((NEW.snapshot, NEW.ready, NEW.version_id, NEW.applied_at, NEW.person_id, NEW.opening_id)
      IS DISTINCT FROM (OLD.snapshot, OLD.ready, OLD.version_id, OLD.applied_at, OLD.person_id, OLD.opening_id)
    OR OLD.reason IS NOT NULL AND NEW.reason IS DISTINCT FROM OLD.reason) THEN
    RAISE EXCEPTION 'what was handed in stays' USING ERRCODE = '23514', CONSTRAINT = 'applications_snapshot';
  END IF;
  SELECT * INTO opening FROM openings o WHERE o.id = NEW.opening_id FOR UPDATE;
  IF TG_OP = 'INSERT' AND opening.cancelled_at IS NOT NULL THEN
    RAISE EXCEPTION 'the opening is called off' USING ERRCODE = '23514', CONSTRAINT = 'applications_open';
  END IF;
  IF NEW.state = 'accepted' AND (TG_OP = 'INSERT' OR OLD.state <> 'accepted') AND opening.seats <= (
    SELECT count(*) FROM applications a WHERE a.opening_id = NEW.opening_id AND a.state = 'accepted' AND a.id <> NEW.id
  ) THEN
    RAISE EXCEPTION 'every seat is taken' USING ERRCODE = '23514', CONSTRAINT = 'applications_seats';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER applications_kept BEFORE DELETE ON applications FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Why a version was published with holes is read as long as the version is there; with a draft it goes.
CREATE FUNCTION keep_ladder_override() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM ladder_versions v WHERE v.id = OLD.version_id AND v.state <> 'draft') THEN
    RAISE EXCEPTION 'an override stays with what was published by it' USING ERRCODE = '23514', CONSTRAINT = 'ladder_overrides_kept';
  END IF;
  RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER ladder_overrides_kept BEFORE DELETE ON ladder_overrides FOR EACH ROW EXECUTE FUNCTION keep_ladder_override();

