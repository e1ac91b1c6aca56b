-- The number of places follows from who worked here, not from who was nominated.
CREATE FUNCTION count_award_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT count(DISTINCT e.person_id) INTO NEW.staff FROM employments e
    WHERE e.kind <> 'acting' AND e.valid @> (NEW.month + interval '1 month' - interval '1 day')::date;
  NEW.places := greatest(1, least(3, round(0.01 * NEW.staff)));
  RETURN NEW;
END $$;
CREATE TRIGGER award_months_count BEFORE INSERT ON award_months FOR EACH ROW EXECUTE FUNCTION count_award_places();
--> statement-breakpoint
CREATE TRIGGER award_months_immutable BEFORE UPDATE OR DELETE ON award_months FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER awards_immutable BEFORE UPDATE OR DELETE ON awards FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What is praised is done, was valued by a panel or measured, and is not the confirmer's own. A praise names only an author who signed.
CREATE FUNCTION guard_award() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  idea ideas%ROWTYPE;
BEGIN
  SELECT * INTO idea FROM ideas WHERE id = NEW.idea_id;
  IF idea.state <> 'done' OR idea.removed OR idea.done_on > (NEW.month + interval '1 month' - interval '1 day')::date THEN
    RAISE EXCEPTION 'an award is for a done idea' USING ERRCODE = '23514', CONSTRAINT = 'awards_done';
  END IF;
  IF NOT EXISTS (SELECT FROM idea_effects f WHERE f.idea_id = NEW.idea_id)
    AND NOT EXISTS (SELECT FROM idea_panels p WHERE p.idea_id = NEW.idea_id AND p.state = 'closed') THEN
    RAISE EXCEPTION 'an award is for a valued idea' USING ERRCODE = '23514', CONSTRAINT = 'awards_valued';
  END IF;
  IF idea.author_id = NEW.confirmed_by THEN
    RAISE EXCEPTION 'nobody awards their own idea' USING ERRCODE = '23514', CONSTRAINT = 'awards_not_own';
  END IF;
  IF NEW.praise_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM praises p WHERE p.id = NEW.praise_id AND p.kind = 'award' AND p.idea_id = NEW.idea_id
      AND p.receiver_id = idea.author_id AND p.deed = NEW.deed AND idea.author_mode = 'named') THEN
    RAISE EXCEPTION 'the praise of an award is for the author who signed' USING ERRCODE = '23514', CONSTRAINT = 'awards_praise';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER awards_guard BEFORE INSERT ON awards FOR EACH ROW EXECUTE FUNCTION guard_award();

