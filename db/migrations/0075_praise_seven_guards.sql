-- The day where a person works; of somebody employed nowhere, the day in Kyiv.
CREATE FUNCTION person_day(person uuid, moment timestamptz) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT (moment AT TIME ZONE coalesce(
    (SELECT s.time_zone FROM current_employments e JOIN sites s ON s.id = e.site_id WHERE e.person_id = person LIMIT 1),
    'Europe/Kyiv'))::date
$$;
--> statement-breakpoint
CREATE FUNCTION is_history_told() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM history_tellings WHERE told_until > clock_timestamp())
$$;
--> statement-breakpoint
-- The month is the one of the giver's site and of this clock, a giver's praises go forward in time, and each spends one of the
-- month's budget. The update locks the giver's row, so two at once cannot spend the same one.
CREATE OR REPLACE FUNCTION spend_praise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind NOT IN ('supervisor', 'peer') THEN
    NEW.budget_month := NULL;
    RETURN NEW;
  END IF;
  NEW.budget_month := date_trunc('month', person_day(NEW.giver_id, NEW.created_at))::date;
  IF NEW.budget_month <> date_trunc('month', person_day(NEW.giver_id, clock_timestamp()))::date AND NOT is_history_told() THEN
    RAISE EXCEPTION 'a praise is of this month' USING ERRCODE = '23514', CONSTRAINT = 'praises_not_back_dated';
  END IF;
  UPDATE praise_budgets SET spent = spent + 1
    WHERE giver_id = NEW.giver_id AND kind = NEW.kind AND month = NEW.budget_month AND spent < cap;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the budget of the month is spent' USING ERRCODE = '23514', CONSTRAINT = 'praises_within_budget';
  END IF;
  IF EXISTS (SELECT 1 FROM praises WHERE giver_id = NEW.giver_id AND kind = NEW.kind AND budget_month > NEW.budget_month) THEN
    RAISE EXCEPTION 'a praise is not dated back' USING ERRCODE = '23514', CONSTRAINT = 'praises_not_back_dated';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- An award is of the month before the one in which it is confirmed where the confirmer works, by this clock.
CREATE FUNCTION guard_award_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.month <> (date_trunc('month', person_day(NEW.confirmed_by, NEW.created_at)) - interval '1 month')::date
    OR NEW.month <> (date_trunc('month', person_day(NEW.confirmed_by, clock_timestamp())) - interval '1 month')::date AND NOT is_history_told() THEN
    RAISE EXCEPTION 'an award is of the month before' USING ERRCODE = '23514', CONSTRAINT = 'awards_month_before';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER awards_guard_month BEFORE INSERT ON awards FOR EACH ROW EXECUTE FUNCTION guard_award_month();
--> statement-breakpoint
-- Nobody is congratulated on a day that they did not agree to, before it comes where they work, or long after; a weekend later is not
-- too late. Who was born on 29 February celebrates a day earlier in other years.
CREATE OR REPLACE FUNCTION guard_greeting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  agreed date;
BEGIN
  SELECT CASE NEW.kind WHEN 'birthday' THEN w.birthday ELSE w.works_since END INTO agreed
    FROM celebration_wishes w WHERE w.person_id = NEW.person_id FOR SHARE;
  IF agreed IS NULL OR (to_char(agreed, 'MM-DD') <> to_char(NEW.celebrated_on, 'MM-DD')
    AND NOT (to_char(agreed, 'MM-DD') = '02-29' AND to_char(NEW.celebrated_on, 'MM-DD') = '02-28')) THEN
    RAISE EXCEPTION 'the person did not agree to this day' USING ERRCODE = '23514', CONSTRAINT = 'celebration_greetings_agreed';
  END IF;
  IF person_day(NEW.person_id, NEW.created_at) NOT BETWEEN NEW.celebrated_on AND NEW.celebrated_on + 3 THEN
    RAISE EXCEPTION 'a greeting is in time' USING ERRCODE = '23514', CONSTRAINT = 'celebration_greetings_in_time';
  END IF;
  RETURN NEW;
END $$;

--> statement-breakpoint
-- Who gave a praise does not report it; a private one is reported by whom it is for, since nobody else knows it. A report is answered
-- once: as taken back only where it was, as kept by nobody whose praise it is.
CREATE FUNCTION guard_report() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  giver uuid;
  receiver uuid;
  reach text;
BEGIN
  SELECT p.giver_id, p.receiver_id, praise_reach(p.visibility, r.praise_visibility) INTO giver, receiver, reach
    FROM praises p JOIN people r ON r.id = p.receiver_id WHERE p.id = NEW.praise_id;
  IF TG_OP = 'INSERT' AND (NEW.reported_by = giver OR reach = 'private' AND NEW.reported_by <> receiver) THEN
    RAISE EXCEPTION 'a report is of whom the praise reached' USING ERRCODE = '23514', CONSTRAINT = 'praise_reports_reached';
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.outcome IS NOT NULL
    OR (NEW.praise_id, NEW.reported_by, NEW.reason, NEW.created_at) IS DISTINCT FROM (OLD.praise_id, OLD.reported_by, OLD.reason, OLD.created_at)) THEN
    RAISE EXCEPTION 'a report is answered once' USING ERRCODE = '23514', CONSTRAINT = 'praise_reports_answered_once';
  END IF;
  IF NEW.outcome = 'kept' AND NEW.answered_by = giver THEN
    RAISE EXCEPTION 'nobody keeps their own praise' USING ERRCODE = '23514', CONSTRAINT = 'praise_reports_by_another';
  END IF;
  IF NEW.outcome = 'revoked' AND NOT EXISTS (SELECT FROM praise_revocations x WHERE x.praise_id = NEW.praise_id) THEN
    RAISE EXCEPTION 'the praise still stands' USING ERRCODE = '23514', CONSTRAINT = 'praise_reports_revoked';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER praise_reports_guard BEFORE INSERT OR UPDATE ON praise_reports FOR EACH ROW EXECUTE FUNCTION guard_report();
--> statement-breakpoint
CREATE TRIGGER praise_reports_stay BEFORE DELETE ON praise_reports FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Taking a praise back answers whoever reported it, whichever way it was taken back.
CREATE FUNCTION answer_reports() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE praise_reports SET outcome = 'revoked', answer = NEW.reason, answered_by = NEW.revoked_by, answered_at = NEW.created_at
    WHERE praise_id = NEW.praise_id AND outcome IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER praise_revocations_answer AFTER INSERT ON praise_revocations FOR EACH ROW EXECUTE FUNCTION answer_reports();

--> statement-breakpoint
-- An idea that was measured and gained nothing is no idea of the month, whatever a panel had expected of it.
CREATE FUNCTION guard_award_gain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM idea_effects f WHERE f.idea_id = NEW.idea_id AND f.after >= f.before) THEN
    RAISE EXCEPTION 'the idea gained nothing' USING ERRCODE = '23514', CONSTRAINT = 'awards_without_gain';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER awards_guard_gain BEFORE INSERT ON awards FOR EACH ROW EXECUTE FUNCTION guard_award_gain();

