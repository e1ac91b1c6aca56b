-- A question that nobody can answer rightly, or everybody, is none: one right option of a single choice, some but not all of a
-- multiple one, three things to put in order, one accepted text. Ids of options differ.
CREATE FUNCTION question_is_sound(kind text, options jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT jsonb_typeof(options) = 'array' AND coalesce((
    SELECT count(*) = count(DISTINCT o ->> 'id') AND bool_and(length(btrim(coalesce(o ->> 'uk', ''))) > 0) AND CASE kind
      WHEN 'single' THEN count(*) >= 2 AND count(*) FILTER (WHERE (o ->> 'right')::boolean) = 1
      WHEN 'multiple' THEN count(*) >= 3 AND count(*) FILTER (WHERE (o ->> 'right')::boolean) BETWEEN 1 AND count(*) - 1
      WHEN 'ordering' THEN count(*) >= 3
      WHEN 'text' THEN count(*) >= 1
      ELSE false END
    FROM jsonb_array_elements(CASE jsonb_typeof(options) WHEN 'array' THEN options ELSE '[]' END) o), false)
$$;
--> statement-breakpoint
ALTER TABLE quiz_questions ADD CONSTRAINT quiz_questions_sound CHECK (question_is_sound(kind, options));
--> statement-breakpoint
-- A question is retired, never rewritten: attempts that hold it are read as they were answered.
CREATE FUNCTION guard_quiz_question() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - 'retired_at') IS DISTINCT FROM (to_jsonb(OLD) - 'retired_at') THEN
    RAISE EXCEPTION 'a question is retired, never changed'
      USING ERRCODE = '23514', CONSTRAINT = 'quiz_questions_immutable';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER quiz_questions_guard BEFORE UPDATE OR DELETE ON quiz_questions
  FOR EACH ROW EXECUTE FUNCTION guard_quiz_question();
--> statement-breakpoint
-- No more attempts than the quiz allows, none before the pause is over, none but on one's own open enrolment.
CREATE FUNCTION guard_quiz_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  rules quizzes;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.finished_at IS NOT NULL OR
      (to_jsonb(NEW) - ARRAY['finished_at', 'score', 'passed']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['finished_at', 'score', 'passed']) THEN
      RAISE EXCEPTION 'an attempt is finished once' USING ERRCODE = '23514', CONSTRAINT = 'quiz_attempts_immutable';
    END IF;
    RETURN NEW;
  END IF;
  SELECT * INTO rules FROM quizzes q WHERE q.training_id = NEW.training_id;
  IF NEW.number > rules.attempts THEN
    RAISE EXCEPTION 'no attempt is left' USING ERRCODE = '23514', CONSTRAINT = 'quiz_attempts_limited';
  END IF;
  IF EXISTS (SELECT 1 FROM quiz_attempts a WHERE a.person_id = NEW.person_id AND a.training_id = NEW.training_id
    AND a.finished_at + make_interval(hours => rules.pause_hours) > NEW.started_at) THEN
    RAISE EXCEPTION 'the pause is not over' USING ERRCODE = '23514', CONSTRAINT = 'quiz_attempts_pause';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM enrolments n WHERE n.id = NEW.enrolment_id AND n.person_id = NEW.person_id
    AND n.training_id = NEW.training_id AND n.state IN ('booked', 'attended')) THEN
    RAISE EXCEPTION 'on one''s own enrolment' USING ERRCODE = '23514', CONSTRAINT = 'quiz_attempts_own';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER quiz_attempts_guard BEFORE INSERT OR UPDATE ON quiz_attempts
  FOR EACH ROW EXECUTE FUNCTION guard_quiz_attempt();
--> statement-breakpoint
-- After the end, by time or by will, nothing is answered; whether an answer is right is said once.
CREATE FUNCTION guard_quiz_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  attempt quiz_attempts;
BEGIN
  SELECT * INTO attempt FROM quiz_attempts a WHERE a.id = NEW.attempt_id;
  IF attempt.finished_at IS NOT NULL OR OLD.correct IS NOT NULL THEN
    RAISE EXCEPTION 'the attempt is over' USING ERRCODE = '23514', CONSTRAINT = 'attempt_questions_over';
  END IF;
  IF NEW.answer IS DISTINCT FROM OLD.answer AND NEW.answered_at > attempt.deadline_at THEN
    RAISE EXCEPTION 'the time is over' USING ERRCODE = '23514', CONSTRAINT = 'attempt_questions_late';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER attempt_questions_guard BEFORE UPDATE ON attempt_questions
  FOR EACH ROW EXECUTE FUNCTION guard_quiz_answer();

