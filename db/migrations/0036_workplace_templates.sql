ALTER TABLE "checklist_items" ADD COLUMN "metric" text;--> statement-breakpoint
ALTER TABLE "checklist_versions" ADD COLUMN "edits" integer DEFAULT 0 NOT NULL;