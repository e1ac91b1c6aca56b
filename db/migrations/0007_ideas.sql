-- One open question per audience at a time; whoever everybody is asks has the zero audience.
ALTER TABLE campaigns ADD CONSTRAINT campaigns_one_question
  EXCLUDE USING gist (
    coalesce(team_id, site_id, project_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =,
    tstzrange(opens_at, closes_at) WITH &&
  ) WHERE (kind = 'question');

-- An answer belongs to its idea, and a decision is a reply of that kind. Deferred: the idea and the answer come together.
ALTER TABLE ideas ADD CONSTRAINT ideas_first_reply
  FOREIGN KEY (id, first_reply_id) REFERENCES idea_replies (idea_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ideas ADD CONSTRAINT ideas_decision_reply
  FOREIGN KEY (id, decision_reply_id, decision_kind) REFERENCES idea_replies (idea_id, id, kind) DEFERRABLE INITIALLY DEFERRED;
-- What is merged leads to something that is not: no chain and no circle.
ALTER TABLE ideas ADD CONSTRAINT ideas_merged_into_root
  FOREIGN KEY (merged_into, merged_root) REFERENCES ideas (id, root);

-- Who wrote an idea and on which day is settled when it is sent; an answer can be added to, not taken back.
CREATE FUNCTION keep_idea_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.id, OLD.number, OLD.author_mode, OLD.submitted_on) IS DISTINCT FROM (NEW.id, NEW.number, NEW.author_mode, NEW.submitted_on)
    OR OLD.author_id IS DISTINCT FROM NEW.author_id OR OLD.code_hash IS DISTINCT FROM NEW.code_hash
    OR (OLD.first_reply_id IS NOT NULL AND OLD.first_reply_id IS DISTINCT FROM NEW.first_reply_id)
    OR (OLD.decision_reply_id IS NOT NULL AND NEW.decision_reply_id IS NULL) THEN
    RAISE EXCEPTION 'what an idea was sent with does not change' USING ERRCODE = '23514', CONSTRAINT = 'ideas_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ideas_kept BEFORE UPDATE ON ideas FOR EACH ROW EXECUTE FUNCTION keep_idea_author();

CREATE FUNCTION refuse_own_vote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM ideas WHERE id = NEW.idea_id AND author_id = NEW.person_id) THEN
    RAISE EXCEPTION 'nobody votes for their own idea' USING ERRCODE = '23514', CONSTRAINT = 'idea_votes_not_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER idea_votes_not_own BEFORE INSERT OR UPDATE ON idea_votes FOR EACH ROW EXECUTE FUNCTION refuse_own_vote();

CREATE FUNCTION refuse_own_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind IN ('ack', 'decision') AND EXISTS (SELECT 1 FROM ideas WHERE id = NEW.idea_id AND author_id = NEW.author_id) THEN
    RAISE EXCEPTION 'nobody answers their own idea' USING ERRCODE = '23514', CONSTRAINT = 'idea_replies_not_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER idea_replies_not_own BEFORE INSERT ON idea_replies FOR EACH ROW EXECUTE FUNCTION refuse_own_answer();
CREATE TRIGGER idea_replies_append_only BEFORE UPDATE OR DELETE ON idea_replies FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER idea_replies_no_truncate BEFORE TRUNCATE ON idea_replies FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The count of votes is kept by statement, in the order of ids, so that bulk and thirty at once agree and never wait in a ring.
CREATE FUNCTION count_idea_votes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH change AS (
    SELECT idea_id, count(*)::int AS votes FROM moved GROUP BY idea_id
  ), locked AS (
    SELECT i.id, change.votes FROM ideas i JOIN change ON change.idea_id = i.id ORDER BY i.id FOR NO KEY UPDATE OF i
  )
  UPDATE ideas i SET votes = i.votes + CASE TG_OP WHEN 'INSERT' THEN locked.votes ELSE -locked.votes END
  FROM locked WHERE locked.id = i.id;
  RETURN NULL;
END $$;
CREATE TRIGGER idea_votes_counted AFTER INSERT ON idea_votes
  REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION count_idea_votes();
CREATE TRIGGER idea_votes_uncounted AFTER DELETE ON idea_votes
  REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION count_idea_votes();
CREATE TRIGGER idea_votes_stay BEFORE UPDATE ON idea_votes FOR EACH ROW EXECUTE FUNCTION refuse_change();
