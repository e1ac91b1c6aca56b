-- What was passed on to an operator stays as it was passed on, and what they decided stays decided.
CREATE FUNCTION keep_thanks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.operator_id IS NOT NULL AND (NEW.operator_id, NEW.matched_by, NEW.public_text) IS DISTINCT FROM (OLD.operator_id, OLD.matched_by, OLD.public_text) THEN
    RAISE EXCEPTION 'a thanks that was passed on is not changed' USING ERRCODE = '23514', CONSTRAINT = 'customer_thanks_passed_on';
  END IF;
  IF OLD.decision IS NOT NULL AND NEW.decision IS DISTINCT FROM OLD.decision THEN
    RAISE EXCEPTION 'the operator has decided' USING ERRCODE = '23514', CONSTRAINT = 'customer_thanks_once_decided';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER customer_thanks_keep BEFORE UPDATE ON customer_thanks FOR EACH ROW EXECUTE FUNCTION keep_thanks();
--> statement-breakpoint
-- A customer's praise goes to the operator of the letter who chose the wall, and to nobody else.
CREATE FUNCTION match_thanks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.thanks_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM customer_thanks t WHERE t.id = NEW.thanks_id AND t.operator_id = NEW.receiver_id AND t.decision = 'wall'
  ) THEN
    RAISE EXCEPTION 'a thanks is published by its operator' USING ERRCODE = '23514', CONSTRAINT = 'praises_thanks_of_operator';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER praises_match_thanks BEFORE INSERT ON praises FOR EACH ROW EXECUTE FUNCTION match_thanks();
--> statement-breakpoint
-- While praise is inflated, caps may be lowered but not raised. The lock orders it with a freeze that is just being written.
CREATE FUNCTION refuse_inflation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('praise_caps', 0));
  IF EXISTS (SELECT 1 FROM praise_freezes WHERE lifted_at IS NULL)
    AND NEW.cap > coalesce((SELECT c.cap FROM praise_caps c WHERE c.kind = NEW.kind AND c.from_month < NEW.from_month ORDER BY c.from_month DESC LIMIT 1),
      CASE NEW.kind WHEN 'supervisor' THEN 8 ELSE 3 END) THEN
    RAISE EXCEPTION 'praise is inflated' USING ERRCODE = '23514', CONSTRAINT = 'praise_caps_frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER praise_caps_inflation BEFORE INSERT OR UPDATE ON praise_caps FOR EACH ROW EXECUTE FUNCTION refuse_inflation();
--> statement-breakpoint
CREATE FUNCTION order_freeze() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('praise_caps', 0));
  RETURN NEW;
END $$;
CREATE TRIGGER praise_freezes_order BEFORE INSERT OR UPDATE ON praise_freezes FOR EACH ROW EXECUTE FUNCTION order_freeze();

