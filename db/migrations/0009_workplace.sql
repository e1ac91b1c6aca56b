-- One seat a person; one person a seat, except where shifts share it.
ALTER TABLE seat_assignments ADD CONSTRAINT seat_assignments_one_seat EXCLUDE USING gist (person_id WITH =, valid WITH &&);
ALTER TABLE seat_assignments ADD CONSTRAINT seat_assignments_one_person
  EXCLUDE USING gist (workplace_id WITH =, valid WITH &&) WHERE (NOT shared);

CREATE VIEW current_seats WITH (security_invoker = true) AS
  SELECT a.workplace_id, a.person_id, a.shared, w.room_id, w.site_id, w.code, lower(a.valid) AS since
  FROM seat_assignments a
  JOIN workplaces w ON w.id = a.workplace_id
  JOIN sites s ON s.id = w.site_id
  WHERE a.valid @> (now() AT TIME ZONE s.time_zone)::date;

-- A published checklist never changes: draft → published → retired.
CREATE FUNCTION guard_checklist_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.status = 'draft' THEN RETURN OLD; END IF;
  ELSIF OLD.status = 'draft' AND NEW.status IN ('draft', 'published')
    AND (NEW.checklist_id, NEW.number) = (OLD.checklist_id, OLD.number) THEN
    RETURN NEW;
  ELSIF OLD.status = 'published' AND NEW.status IN ('published', 'retired')
    AND to_jsonb(NEW) - 'status' = to_jsonb(OLD) - 'status' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a published checklist does not change' USING ERRCODE = '23514', CONSTRAINT = 'checklist_versions_immutable';
END $$;
CREATE TRIGGER checklist_versions_guard BEFORE UPDATE OR DELETE ON checklist_versions
  FOR EACH ROW EXECUTE FUNCTION guard_checklist_version();

-- The share lock makes publishing wait for a change under way, and a change see what was published.
CREATE FUNCTION refuse_published_content(version uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE current text;
BEGIN
  SELECT v.status INTO current FROM checklist_versions v WHERE v.id = version FOR SHARE;
  IF current <> 'draft' THEN
    RAISE EXCEPTION 'a published checklist does not change' USING ERRCODE = '23514', CONSTRAINT = 'checklist_versions_immutable';
  END IF;
END $$;
CREATE FUNCTION guard_checklist_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM refuse_published_content(OLD.version_id); END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  PERFORM refuse_published_content(NEW.version_id);
  RETURN NEW;
END $$;
CREATE FUNCTION guard_item_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM refuse_published_content((SELECT i.version_id FROM checklist_items i WHERE i.id = OLD.item_id));
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  PERFORM refuse_published_content((SELECT i.version_id FROM checklist_items i WHERE i.id = NEW.item_id));
  RETURN NEW;
END $$;
CREATE TRIGGER checklist_sections_guard BEFORE INSERT OR UPDATE OR DELETE ON checklist_sections
  FOR EACH ROW EXECUTE FUNCTION guard_checklist_content();
CREATE TRIGGER checklist_items_guard BEFORE INSERT OR UPDATE OR DELETE ON checklist_items
  FOR EACH ROW EXECUTE FUNCTION guard_checklist_content();
CREATE TRIGGER item_limits_guard BEFORE INSERT OR UPDATE OR DELETE ON item_limits
  FOR EACH ROW EXECUTE FUNCTION guard_item_content();
CREATE TRIGGER item_options_guard BEFORE INSERT OR UPDATE OR DELETE ON item_options
  FOR EACH ROW EXECUTE FUNCTION guard_item_content();
CREATE TRIGGER item_norms_guard BEFORE INSERT OR UPDATE OR DELETE ON item_norms
  FOR EACH ROW EXECUTE FUNCTION guard_item_content();

-- The types of the keys of all versions, so that a key keeps its type for ever, also when two drafts are written at once.
CREATE TABLE item_keys (
  checklist_id uuid NOT NULL REFERENCES checklists (id),
  key text NOT NULL,
  type text NOT NULL,
  PRIMARY KEY (checklist_id, key)
);
CREATE FUNCTION keep_item_type() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE list uuid; known text;
BEGIN
  SELECT v.checklist_id INTO list FROM checklist_versions v WHERE v.id = NEW.version_id;
  INSERT INTO item_keys (checklist_id, key, type) VALUES (list, NEW.key, NEW.type) ON CONFLICT DO NOTHING;
  SELECT k.type INTO known FROM item_keys k WHERE k.checklist_id = list AND k.key = NEW.key;
  IF known IS DISTINCT FROM NEW.type THEN
    RAISE EXCEPTION 'the question % is of type %; another type is another question', NEW.key, known
      USING ERRCODE = '23514', CONSTRAINT = 'checklist_items_key_type';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER checklist_items_type BEFORE INSERT OR UPDATE ON checklist_items
  FOR EACH ROW EXECUTE FUNCTION keep_item_type();

-- A round keeps the version that it began with, and never begins with a draft.
CREATE FUNCTION guard_inspection() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE current text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT v.status INTO current FROM checklist_versions v WHERE v.id = NEW.version_id FOR SHARE;
    IF current = 'draft' THEN
      RAISE EXCEPTION 'a draft cannot be filled in' USING ERRCODE = '23514', CONSTRAINT = 'inspections_version_published';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.version_id, NEW.started_by, NEW.started_at) IS DISTINCT FROM (OLD.version_id, OLD.started_by, OLD.started_at) THEN
    RAISE EXCEPTION 'a round keeps its version' USING ERRCODE = '23514', CONSTRAINT = 'inspections_version_pinned';
  END IF;
  IF OLD.status IN ('approved', 'void') AND NEW.status <> OLD.status
    OR OLD.status = 'approved' AND (NEW.score, NEW.verdict, NEW.completeness) IS DISTINCT FROM (OLD.score, OLD.verdict, OLD.completeness) THEN
    RAISE EXCEPTION 'an approved round is closed' USING ERRCODE = '23514', CONSTRAINT = 'inspections_closed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER inspections_guard BEFORE INSERT OR UPDATE ON inspections
  FOR EACH ROW EXECUTE FUNCTION guard_inspection();

-- Answers close with the round: submitting takes the row for update, so a late answer waits for it and is then refused.
CREATE FUNCTION refuse_late_answer(inspection uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE current text;
BEGIN
  SELECT i.status INTO current FROM inspections i WHERE i.id = inspection FOR SHARE;
  IF current NOT IN ('in-progress', 'returned') THEN
    RAISE EXCEPTION 'the round is %: its answers are closed', current
      USING ERRCODE = '23514', CONSTRAINT = 'answers_closed';
  END IF;
END $$;
CREATE FUNCTION guard_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE item checklist_items;
BEGIN
  PERFORM refuse_late_answer(CASE WHEN TG_OP = 'DELETE' THEN OLD.inspection_id ELSE NEW.inspection_id END);
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  SELECT * INTO item FROM checklist_items i WHERE i.id = NEW.item_id;
  IF NEW.state = 'na' AND NOT item.na_allowed OR NEW.state = 'na' AND item.critical AND coalesce(btrim(NEW.comment), '') = '' THEN
    RAISE EXCEPTION 'not applicable needs a comment on a critical question, and is not always possible'
      USING ERRCODE = '23514', CONSTRAINT = 'answers_na';
  END IF;
  -- A comparison with null is null, not false: without coalesce a text would pass as a number.
  IF NEW.state = 'answered' AND NOT coalesce(CASE item.type
      WHEN 'yes-no' THEN NEW.yes IS NOT NULL
      WHEN 'number' THEN NEW.number BETWEEN item.plausible_low AND item.plausible_high
      WHEN 'scale' THEN NEW.number BETWEEN item.scale_min AND item.scale_max AND NEW.number = trunc(NEW.number)
      WHEN 'choice' THEN NEW.choice IS NOT NULL
      WHEN 'text' THEN btrim(NEW.words) <> ''
      ELSE num_nonnulls(NEW.yes, NEW.number, NEW.choice, NEW.words) = 0 END, false) THEN
    RAISE EXCEPTION 'the value does not fit a question of type %', item.type
      USING ERRCODE = '23514', CONSTRAINT = 'answers_type';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answers_guard BEFORE INSERT OR UPDATE OR DELETE ON answers FOR EACH ROW EXECUTE FUNCTION guard_answer();

CREATE TRIGGER answer_events_append_only BEFORE UPDATE OR DELETE ON answer_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER action_events_append_only BEFORE UPDATE OR DELETE ON action_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- One open action for one fault of one place; found again, it counts the repeat.
CREATE UNIQUE INDEX actions_one_open ON actions
  (room_id, coalesce(workplace_id, '00000000-0000-0000-0000-000000000000'::uuid), item_key)
  WHERE status IN ('open', 'in-progress', 'done');
