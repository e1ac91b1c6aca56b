-- What somebody was told to do in a stretch of time, however it is cut into blocks.
CREATE FUNCTION told_of(who uuid, stretch tstzrange) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_array(x.what, x.task_id, extract(epoch FROM lower(x.span)), extract(epoch FROM upper(x.span)))
    ORDER BY lower(x.span)), '[]')
  FROM (
    SELECT b.what, b.task_id, unnest(range_agg(b.span * stretch)) AS span FROM blocks b
    WHERE b.person_id = who AND b.plan_status = 'published' AND b.withdrawn_in IS NULL AND b.span && stretch GROUP BY 1, 2) x
$$;
--> statement-breakpoint
-- Whether one of the two has other blocks there now than when they were offered and asked. A shift is exchanged by its hours, whatever fills them.
CREATE FUNCTION has_moved(swap uuid, taker uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM swaps w LEFT JOIN swap_asks a ON a.swap_id = w.id AND a.person_id = taker
    WHERE w.id = swap AND (w.gives <> told_of(w.offered_by, w.span) OR a.gives <> told_of(a.person_id, w.span)))
$$;
--> statement-breakpoint
-- What stood when it was offered is written down by Postgres itself, and stays.
CREATE FUNCTION keep_offered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.gives := CASE WHEN NEW.kind = 'block' THEN told_of(NEW.offered_by, NEW.span) END;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_asked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT told_of(NEW.person_id, w.span) INTO NEW.gives FROM swaps w WHERE w.id = NEW.swap_id AND w.kind = 'block';
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER swaps_offered_as BEFORE INSERT ON swaps FOR EACH ROW EXECUTE FUNCTION keep_offered();
--> statement-breakpoint
CREATE TRIGGER swap_asks_asked_as BEFORE INSERT ON swap_asks FOR EACH ROW EXECUTE FUNCTION keep_asked();
--> statement-breakpoint
CREATE TRIGGER swaps_gives BEFORE UPDATE ON swaps FOR EACH ROW
  WHEN (NEW.gives IS DISTINCT FROM OLD.gives) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER swap_asks_gives BEFORE UPDATE ON swap_asks FOR EACH ROW
  WHEN (NEW.gives IS DISTINCT FROM OLD.gives) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION guard_swap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'applied' THEN
    RAISE EXCEPTION 'a swap is applied once' USING ERRCODE = '23514', CONSTRAINT = 'swaps_applied_once';
  END IF;
  IF NOT (OLD.status = 'open' AND NEW.status IN ('agreed', 'withdrawn', 'impossible', 'changed')
    OR OLD.status = 'agreed' AND NEW.status IN ('applied', 'refused', 'withdrawn', 'impossible', 'changed')) THEN
    RAISE EXCEPTION 'a swap that ended stays as it ended' USING ERRCODE = '23514', CONSTRAINT = 'swaps_ended';
  END IF;
  IF (NEW.kind, NEW.team_id, NEW.shift_id, NEW.span, NEW.offered_by) <> (OLD.kind, OLD.team_id, OLD.shift_id, OLD.span, OLD.offered_by)
    OR OLD.taken_by IS NOT NULL AND NEW.taken_by IS DISTINCT FROM OLD.taken_by THEN
    RAISE EXCEPTION 'what was offered does not change' USING ERRCODE = '23514', CONSTRAINT = 'swaps_offer';
  END IF;
  IF NEW.taken_by IS NOT NULL AND NOT EXISTS (
    SELECT FROM swap_asks a WHERE a.swap_id = NEW.id AND a.person_id = NEW.taken_by AND a.answer = 'yes') THEN
    RAISE EXCEPTION 'nobody takes what they did not say yes to' USING ERRCODE = '23514', CONSTRAINT = 'swaps_said_yes';
  END IF;
  -- Nobody gets other blocks by a swap than those that it was about.
  IF NEW.status IN ('agreed', 'applied') AND has_moved(NEW.id, NEW.taken_by) THEN
    RAISE EXCEPTION 'a swap exchanges what was agreed on' USING ERRCODE = '23514', CONSTRAINT = 'swaps_as_agreed';
  END IF;
  RETURN NEW;
END $$;

--> statement-breakpoint
-- One answer for a stretch of somebody's time: a day that is published anew has other blocks at the same hours, and nobody is asked about them again.
UPDATE tiredness t SET span = b.span FROM blocks b WHERE b.id = t.block_id;
--> statement-breakpoint
DELETE FROM tiredness t USING tiredness later
  WHERE later.person_id = t.person_id AND later.span && t.span AND (later.at, later.block_id) > (t.at, t.block_id);
--> statement-breakpoint
ALTER TABLE tiredness ADD CONSTRAINT tiredness_once EXCLUDE USING gist (person_id WITH =, span WITH &&);
--> statement-breakpoint
ALTER TABLE tiredness ADD CONSTRAINT tiredness_span CHECK (NOT isempty(span));
--> statement-breakpoint
-- The time is the block's own, and the block is the person's.
CREATE FUNCTION keep_tired_span() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.span := (SELECT b.span FROM blocks b WHERE b.id = NEW.block_id AND b.person_id = NEW.person_id);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER tiredness_of_block BEFORE INSERT OR UPDATE OF block_id, person_id, span ON tiredness
  FOR EACH ROW EXECUTE FUNCTION keep_tired_span();

