-- The narrower of what the giver chose and the receiver wishes; whoever shows a praise asks here.
CREATE FUNCTION praise_reach(chosen text, wished text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN chosen = 'private' OR wished = 'private' THEN 'private'
    WHEN chosen = 'team' OR wished = 'team' THEN 'team'
    ELSE 'public'
  END
$$;

-- The month is derived from the moment, a giver's praises go forward in time, and each spends one of the month's budget. The
-- update locks the giver's row, so two at once cannot spend the same one.
CREATE FUNCTION spend_praise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind NOT IN ('supervisor', 'peer') THEN
    NEW.budget_month := NULL;
    RETURN NEW;
  END IF;
  NEW.budget_month := date_trunc('month', NEW.created_at AT TIME ZONE 'UTC')::date;
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
CREATE TRIGGER praises_spend BEFORE INSERT ON praises FOR EACH ROW EXECUTE FUNCTION spend_praise();
CREATE TRIGGER praises_append_only BEFORE UPDATE OR DELETE ON praises FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER praises_no_truncate BEFORE TRUNCATE ON praises FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION return_praise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE praise_budgets b SET spent = b.spent - 1 FROM praises p
    WHERE p.id = NEW.praise_id AND b.giver_id = p.giver_id AND b.kind = p.kind AND b.month = p.budget_month;
  RETURN NULL;
END $$;
CREATE TRIGGER praise_revocations_return AFTER INSERT ON praise_revocations FOR EACH ROW EXECUTE FUNCTION return_praise();
CREATE TRIGGER praise_revocations_append_only BEFORE UPDATE OR DELETE ON praise_revocations
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
