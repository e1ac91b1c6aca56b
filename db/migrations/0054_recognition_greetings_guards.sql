-- Nobody is congratulated on a day that they did not agree to. Who was born on 29 February celebrates a day earlier in other years.
CREATE FUNCTION guard_greeting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  agreed date;
BEGIN
  SELECT CASE NEW.kind WHEN 'birthday' THEN w.birthday ELSE w.works_since END INTO agreed
    FROM celebration_wishes w WHERE w.person_id = NEW.person_id FOR SHARE;
  IF agreed IS NULL OR (to_char(agreed, 'MM-DD') <> to_char(NEW.celebrated_on, 'MM-DD')
    AND NOT (to_char(agreed, 'MM-DD') = '02-29' AND to_char(NEW.celebrated_on, 'MM-DD') = '02-28')) THEN
    RAISE EXCEPTION 'the person did not agree to this day' USING ERRCODE = '23514', CONSTRAINT = 'celebration_greetings_agreed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER celebration_greetings_guard BEFORE INSERT OR UPDATE ON celebration_greetings FOR EACH ROW EXECUTE FUNCTION guard_greeting();
--> statement-breakpoint
-- The wall tells that it grew: how far the praise reaches, never what it says. A private one tells nothing.
CREATE FUNCTION ring_wall() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  reach text;
  team uuid;
BEGIN
  SELECT praise_reach(NEW.visibility, r.praise_visibility), e.team_id INTO reach, team
    FROM people r LEFT JOIN current_employments e ON e.person_id = r.id WHERE r.id = NEW.receiver_id;
  IF reach <> 'private' THEN
    PERFORM pg_notify('wall', concat_ws(' ', NEW.giver_id, CASE reach WHEN 'public' THEN 'all' ELSE team::text END));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER praises_ring AFTER INSERT ON praises FOR EACH ROW EXECUTE FUNCTION ring_wall();

