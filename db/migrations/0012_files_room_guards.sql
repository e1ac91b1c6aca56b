-- Pictures are compressed already.
ALTER TABLE file_contents ALTER COLUMN content SET STORAGE EXTERNAL;
--> statement-breakpoint
-- What was kept is what is served: the content fits its row, and neither changes.
CREATE FUNCTION guard_file_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR NOT EXISTS (
    SELECT FROM files f WHERE f.id = NEW.file_id AND f.bytes = length(NEW.content) AND f.sha256 = sha256(NEW.content)) THEN
    RAISE EXCEPTION 'the content of a file is what its row says, for ever' USING ERRCODE = '23514', CONSTRAINT = 'file_contents_whole';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER file_contents_guard BEFORE INSERT OR UPDATE ON file_contents
  FOR EACH ROW EXECUTE FUNCTION guard_file_content();
--> statement-breakpoint
CREATE FUNCTION guard_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'attached_at' - 'uploaded_by' IS DISTINCT FROM to_jsonb(OLD) - 'attached_at' - 'uploaded_by'
    OR OLD.attached_at IS NOT NULL AND NEW.attached_at IS DISTINCT FROM OLD.attached_at
    OR NEW.uploaded_by IS NOT NULL AND NEW.uploaded_by IS DISTINCT FROM OLD.uploaded_by THEN
    RAISE EXCEPTION 'a kept file does not change' USING ERRCODE = '23514', CONSTRAINT = 'files_immutable';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER files_guard BEFORE UPDATE ON files FOR EACH ROW EXECUTE FUNCTION guard_file();
--> statement-breakpoint
-- Photos close with the round, as answers do.
CREATE FUNCTION guard_answer_photo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_late_answer(CASE WHEN TG_OP = 'DELETE' THEN OLD.inspection_id ELSE NEW.inspection_id END);
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER answer_photos_guard BEFORE INSERT OR UPDATE OR DELETE ON answer_photos
  FOR EACH ROW EXECUTE FUNCTION guard_answer_photo();
