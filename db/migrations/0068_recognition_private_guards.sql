-- A letter that is passed on from now on was looked through for names by who passed it on.
CREATE FUNCTION ask_for_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.operator_id IS NOT NULL AND NEW.names_hidden_at IS NULL
    AND (TG_OP = 'INSERT' OR OLD.operator_id IS NULL OR OLD.names_hidden_at IS NOT NULL) THEN
    RAISE EXCEPTION 'nobody looked for names' USING ERRCODE = '23514', CONSTRAINT = 'customer_thanks_names';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER customer_thanks_names BEFORE INSERT OR UPDATE ON customer_thanks FOR EACH ROW EXECUTE FUNCTION ask_for_names();
--> statement-breakpoint
-- What was raised for a later month before praise was inflated is lowered to the cap of now; what was lowered stays lowered.
CREATE FUNCTION clamp_caps(at timestamptz) RETURNS void LANGUAGE sql AS $$
  UPDATE praise_caps c SET cap = least_until.cap
  FROM (
    SELECT later.kind, later.from_month, least(
      (SELECT min(e.cap) FROM praise_caps e WHERE e.kind = later.kind AND e.from_month <= later.from_month AND e.from_month > this.month),
      coalesce((SELECT e.cap FROM praise_caps e WHERE e.kind = later.kind AND e.from_month <= this.month ORDER BY e.from_month DESC LIMIT 1),
        CASE later.kind WHEN 'supervisor' THEN 8 ELSE 3 END)) AS cap
    FROM praise_caps later CROSS JOIN (SELECT date_trunc('month', at AT TIME ZONE 'UTC')::date AS month) this
    WHERE later.from_month > this.month
  ) least_until
  WHERE c.kind = least_until.kind AND c.from_month = least_until.from_month AND c.cap > least_until.cap
$$;
--> statement-breakpoint
CREATE FUNCTION clamp_frozen_caps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM clamp_caps(NEW.created_at);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER praise_freezes_clamp AFTER INSERT ON praise_freezes FOR EACH ROW WHEN (NEW.lifted_at IS NULL) EXECUTE FUNCTION clamp_frozen_caps();
--> statement-breakpoint
-- A freeze that already holds holds for raises that were already written.
SELECT clamp_caps(now()) FROM praise_freezes WHERE lifted_at IS NULL LIMIT 1;

