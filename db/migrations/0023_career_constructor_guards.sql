CREATE TRIGGER recall_answers_append_only BEFORE UPDATE OR DELETE ON recall_answers
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- An override is agreed to once; what was asked for stays as it was read.
CREATE FUNCTION guard_ladder_override() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.approved_by IS NULL AND to_jsonb(NEW) - 'approved_by' - 'approved_at' = to_jsonb(OLD) - 'approved_by' - 'approved_at' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an override stays as it was asked for' USING ERRCODE = '23514', CONSTRAINT = 'ladder_overrides_immutable';
END $$;
--> statement-breakpoint
CREATE TRIGGER ladder_overrides_immutable BEFORE UPDATE ON ladder_overrides
  FOR EACH ROW EXECUTE FUNCTION guard_ladder_override();

