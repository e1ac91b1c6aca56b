-- What a position is called and for belongs to the version that says it: the words of every version so far are those of today.
ALTER TABLE rungs DISABLE TRIGGER rungs_immutable;
--> statement-breakpoint
UPDATE rungs r SET title = p.title, purpose = p.purpose FROM positions p WHERE p.id = r.position_id;
--> statement-breakpoint
ALTER TABLE rungs ENABLE TRIGGER rungs_immutable;
--> statement-breakpoint
ALTER TABLE rungs ADD CONSTRAINT rungs_words CHECK (title IS NOT NULL AND purpose IS NOT NULL);
--> statement-breakpoint
CREATE TRIGGER level_wordings_append_only BEFORE UPDATE OR DELETE ON level_wordings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

