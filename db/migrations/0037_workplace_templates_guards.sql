-- Which of the seat's own measurings answers a question was told by the end of its key until now; what is asked stays the same.
ALTER TABLE checklist_items DISABLE TRIGGER checklist_items_guard;
--> statement-breakpoint
UPDATE checklist_items SET metric = m.metric
  FROM (VALUES ('pop_p95_s'), ('rtt_jitter_ms'), ('mic_snr_db'), ('cpu_ratio')) AS m (metric)
  WHERE measured_by = 'browser' AND right(key, length(m.metric)) = m.metric;
--> statement-breakpoint
ALTER TABLE checklist_items ENABLE TRIGGER checklist_items_guard;
--> statement-breakpoint
ALTER TABLE checklist_items ADD CONSTRAINT checklist_items_metric
  CHECK ((measured_by = 'browser') = (metric IS NOT NULL) AND (metric IS NULL OR type = 'number'));
--> statement-breakpoint
-- A key gets its type for ever when it is published; in a draft a slip can still be mended.
CREATE OR REPLACE FUNCTION keep_item_type() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE known text;
BEGIN
  SELECT k.type INTO known FROM item_keys k
    JOIN checklist_versions v ON v.checklist_id = k.checklist_id
    WHERE v.id = NEW.version_id AND k.key = NEW.key;
  IF known <> NEW.type THEN
    RAISE EXCEPTION 'the question % is of type %; another type is another question', NEW.key, known
      USING ERRCODE = '23514', CONSTRAINT = 'checklist_items_key_type';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION pin_item_types() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong text;
BEGIN
  INSERT INTO item_keys (checklist_id, key, type)
    SELECT NEW.checklist_id, i.key, i.type FROM checklist_items i WHERE i.version_id = NEW.id ON CONFLICT DO NOTHING;
  SELECT i.key INTO wrong FROM checklist_items i
    JOIN item_keys k ON k.checklist_id = NEW.checklist_id AND k.key = i.key AND k.type <> i.type
    WHERE i.version_id = NEW.id LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'the question % had another type', wrong USING ERRCODE = '23514', CONSTRAINT = 'checklist_items_key_type';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER checklist_versions_pin AFTER UPDATE OF status ON checklist_versions
  FOR EACH ROW WHEN (OLD.status = 'draft' AND NEW.status = 'published') EXECUTE FUNCTION pin_item_types();
--> statement-breakpoint
DELETE FROM item_keys k WHERE NOT EXISTS (
  SELECT FROM checklist_items i JOIN checklist_versions v ON v.id = i.version_id
    WHERE v.checklist_id = k.checklist_id AND i.key = k.key AND v.status <> 'draft');

