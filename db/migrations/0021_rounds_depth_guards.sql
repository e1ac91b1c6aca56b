CREATE TRIGGER inspection_reviews_append_only BEFORE UPDATE OR DELETE ON inspection_reviews
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Whoever did the round, or sent it in, is not its second person; the review and the state of the round say the same.
CREATE FUNCTION guard_review() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE round inspections;
BEGIN
  SELECT * INTO round FROM inspections WHERE id = NEW.inspection_id FOR UPDATE;
  IF NEW.by_id IN (round.started_by, round.submitted_by) THEN
    RAISE EXCEPTION 'a round is reviewed by a second person' USING ERRCODE = '23514', CONSTRAINT = 'inspections_second_person';
  END IF;
  IF round.status <> 'submitted' THEN
    RAISE EXCEPTION 'only a submitted round is reviewed' USING ERRCODE = '23514', CONSTRAINT = 'inspection_reviews_submitted';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER inspection_reviews_guard BEFORE INSERT ON inspection_reviews
  FOR EACH ROW EXECUTE FUNCTION guard_review();

--> statement-breakpoint
-- Where a critical thing failed nobody sits until it is mended, or a named person answers for it in writing.
CREATE FUNCTION guard_stop_action() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM actions a WHERE a.id = NEW.id AND a.severity = 'stop' AND a.status IN ('open', 'in-progress', 'done'))
    AND NOT EXISTS (SELECT FROM closures c WHERE c.action_id = NEW.id AND c.reopened_at IS NULL)
    AND NOT EXISTS (SELECT FROM risk_acceptances r WHERE r.action_id = NEW.id) THEN
    RAISE EXCEPTION 'a stopping fault closes its place or is answered for' USING ERRCODE = '23514', CONSTRAINT = 'actions_stop_guarded';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER actions_stop_guarded AFTER INSERT ON actions DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard_stop_action();
--> statement-breakpoint
CREATE FUNCTION guard_closure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.reopened_at IS NOT NULL AND OLD.reopened_at IS NULL
    AND EXISTS (SELECT FROM actions a WHERE a.id = NEW.action_id AND a.status IN ('open', 'in-progress', 'done'))
    AND NOT EXISTS (SELECT FROM risk_acceptances r WHERE r.action_id = NEW.action_id) THEN
    RAISE EXCEPTION 'a place opens again when its fault is verified as mended' USING ERRCODE = '23514', CONSTRAINT = 'actions_stop_guarded';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER closures_guard BEFORE UPDATE ON closures FOR EACH ROW EXECUTE FUNCTION guard_closure();
--> statement-breakpoint
-- Whoever is to mend it does not answer for its not being mended.
CREATE FUNCTION guard_acceptance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM actions a WHERE a.id = NEW.action_id AND a.severity = 'stop' AND a.status IN ('open', 'in-progress')
      AND a.assignee_id IS DISTINCT FROM NEW.accepted_by) THEN
    RAISE EXCEPTION 'an open stopping fault is answered for, by another than its mender'
      USING ERRCODE = '23514', CONSTRAINT = 'risk_acceptances_named';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER risk_acceptances_guard BEFORE INSERT ON risk_acceptances FOR EACH ROW EXECUTE FUNCTION guard_acceptance();
--> statement-breakpoint
CREATE TRIGGER risk_acceptances_append_only BEFORE UPDATE OR DELETE ON risk_acceptances
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER action_checks_append_only BEFORE UPDATE OR DELETE ON action_checks
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

