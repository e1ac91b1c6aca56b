-- A talk is about a plan of the same person.
ALTER TABLE check_ins ADD CONSTRAINT check_ins_plan FOREIGN KEY (plan_id, person_id) REFERENCES plans (id, person_id);

--> statement-breakpoint
-- A private wish and a private plan are nobody else's: rows are hidden by Postgres, whatever a statement asks. The reader is said
-- for one transaction or statement; where nobody says who reads, private rows are not there. 'everyone' is said only where the
-- application itself counts or tells each person of their own.
CREATE FUNCTION is_reader(person uuid) RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT coalesce(current_setting('sviato.reader', true), '') IN (person::text, 'everyone') $$;
--> statement-breakpoint
ALTER TABLE intents ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY intents_private ON intents USING (visibility <> 'private' OR is_reader(person_id));
--> statement-breakpoint
ALTER TABLE plans ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY plans_private ON plans USING (visibility <> 'private' OR is_reader(person_id));
--> statement-breakpoint
ALTER TABLE plan_steps ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- The policy of plans holds inside this one: a step is seen by whom its plan is.
CREATE POLICY plan_steps_private ON plan_steps USING (EXISTS (SELECT FROM plans p WHERE p.id = plan_id));
--> statement-breakpoint
-- What two people wrote about their talk is read by the two.
ALTER TABLE check_in_notes ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY check_in_notes_private ON check_in_notes USING (EXISTS (
  SELECT FROM check_ins c WHERE c.id = check_in_id AND (is_reader(c.person_id) OR is_reader(c.companion_id))));
--> statement-breakpoint
CREATE TRIGGER check_in_notes_append_only BEFORE UPDATE OR DELETE ON check_in_notes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Evidence stays as it was written; only who vouches for it may still be added, once, and never by the person.
CREATE FUNCTION guard_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.verified_by IS NULL AND NEW.verified_by IS NOT NULL
    AND to_jsonb(NEW) - 'verified_by' = to_jsonb(OLD) - 'verified_by' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'evidence is append-only' USING ERRCODE = '23514', CONSTRAINT = 'evidence_append_only';
END $$;
--> statement-breakpoint
CREATE TRIGGER evidence_append_only BEFORE UPDATE OR DELETE ON evidence
  FOR EACH ROW EXECUTE FUNCTION guard_evidence();
--> statement-breakpoint
-- The requirements of an agreed plan stay as they stood: nobody moves the goalposts.
CREATE FUNCTION guard_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.frozen IS NOT NULL AND NEW.frozen IS DISTINCT FROM OLD.frozen OR NEW.person_id <> OLD.person_id
    OR NEW.target_id <> OLD.target_id OR OLD.closed_at IS NOT NULL THEN
    RAISE EXCEPTION 'what was agreed stays' USING ERRCODE = '23514', CONSTRAINT = 'plans_agreement';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER plans_agreement BEFORE UPDATE ON plans FOR EACH ROW EXECUTE FUNCTION guard_plan();
--> statement-breakpoint
-- Somebody's own wish, for statements that ask for nothing else of theirs.
CREATE FUNCTION wished_position(reader uuid) RETURNS uuid LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('sviato.reader', reader::text, true);
  RETURN (SELECT i.target_id FROM intents i WHERE i.person_id = reader AND i.ended_at IS NULL);
END $$;

--> statement-breakpoint
-- A team belongs to the site of its opening.
ALTER TABLE openings ADD CONSTRAINT openings_team_site FOREIGN KEY (team_id, site_id) REFERENCES teams (id, site_id);
--> statement-breakpoint
-- An answer once given stays; nobody is accepted past the last seat; nobody applies to what is called off. The opening's row is
-- locked, so that two who decide at once wait for each other.
CREATE FUNCTION guard_application() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  opening openings%ROWTYPE;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state <> 'submitted' AND NEW.state <> OLD.state THEN
    RAISE EXCEPTION 'an answer stays' USING ERRCODE = '23514', CONSTRAINT = 'applications_answered';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.snapshot <> OLD.snapshot OR NEW.person_id <> OLD.person_id OR NEW.opening_id <> OLD.opening_id
    OR OLD.reason IS NOT NULL AND NEW.reason <> OLD.reason) THEN
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
CREATE TRIGGER applications_guard BEFORE INSERT OR UPDATE ON applications
  FOR EACH ROW EXECUTE FUNCTION guard_application();
--> statement-breakpoint
CREATE TRIGGER release_slips_append_only BEFORE UPDATE OR DELETE ON release_slips
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER refusal_talks_append_only BEFORE UPDATE OR DELETE ON refusal_talks
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A talk follows a refusal.
CREATE FUNCTION guard_refusal_talk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM applications a WHERE a.id = NEW.application_id AND a.state = 'declined' AND a.person_id <> NEW.held_by) THEN
    RAISE EXCEPTION 'nothing was refused' USING ERRCODE = '23514', CONSTRAINT = 'refusal_talks_refused';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER refusal_talks_refused BEFORE INSERT ON refusal_talks FOR EACH ROW EXECUTE FUNCTION guard_refusal_talk();

