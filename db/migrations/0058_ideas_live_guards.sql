-- What becomes of an idea is told to the trackers of its area, in the transaction of the change and whichever verb made it. Of the
-- author nothing is told in any mode, and nothing at all when an idea comes.
CREATE FUNCTION tell_trackers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO idea_deliveries (id, webhook_id, idea_id, payload, created_at, next_at)
  SELECT gen_random_uuid(), w.id, NEW.id, jsonb_build_object(
      'type', CASE WHEN NEW.state <> OLD.state THEN 'idea.state' ELSE 'idea.tracked' END,
      'number', NEW.number, 'title', NEW.title, 'area', a.slug, 'state', NEW.state, 'was', OLD.state,
      'reason', (SELECT r.reason FROM idea_replies r WHERE r.id = NEW.decision_reply_id),
      'trackerUrl', NEW.tracker_url, 'at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')), now(), now()
  FROM idea_webhooks w JOIN areas a ON a.id = NEW.area_id
  WHERE w.closed_at IS NULL AND (w.area_id IS NULL OR w.area_id = NEW.area_id);
  RETURN NULL;
END $$;
CREATE TRIGGER ideas_told AFTER UPDATE OF state, tracker_url ON ideas FOR EACH ROW
  WHEN ((OLD.state, OLD.tracker_url) IS DISTINCT FROM (NEW.state, NEW.tracker_url) AND NOT NEW.removed)
  EXECUTE FUNCTION tell_trackers();

--> statement-breakpoint
-- A file whose inside nobody has cleaned names its maker more surely than a row does: it comes with a signed idea alone.
CREATE OR REPLACE FUNCTION refuse_named_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM ideas i, files f
    WHERE i.id = NEW.idea_id AND f.id = NEW.file_id AND i.author_mode <> 'named'
      AND (f.uploaded_by IS NOT NULL OR NOT f.metadata_stripped)
  ) THEN
    RAISE EXCEPTION 'this file has a name on it' USING ERRCODE = '23514', CONSTRAINT = 'idea_files_unnamed';
  END IF;
  RETURN NEW;
END $$;

--> statement-breakpoint
-- Whoever has the box open hears that something moved in it, and asks what. Nothing is said of an idea that nobody signed: it is seen
-- from the next day.
CREATE FUNCTION say_ideas_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM came WHERE author_mode <> 'anonymous') THEN PERFORM pg_notify('moved', 'ideas'); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ideas_came AFTER INSERT ON ideas REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION say_ideas_came();

CREATE FUNCTION say_ideas_answered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('moved', 'ideas');
  RETURN NULL;
END $$;
CREATE TRIGGER idea_replies_said AFTER INSERT ON idea_replies FOR EACH STATEMENT EXECUTE FUNCTION say_ideas_answered();

--> statement-breakpoint
-- Whom a pulse asks is part of what it promised.
CREATE OR REPLACE FUNCTION keep_pulse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.published_at IS NOT NULL
    OR (to_jsonb(OLD) - 'published_at') IS DISTINCT FROM (to_jsonb(NEW) - 'published_at') THEN
    RAISE EXCEPTION 'a pulse stays as it opened' USING ERRCODE = '23514', CONSTRAINT = 'pulses_kept';
  END IF;
  RETURN NEW;
END $$;

