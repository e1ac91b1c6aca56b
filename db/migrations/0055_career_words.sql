CREATE TABLE "level_wordings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"competence_id" uuid NOT NULL,
	"level" smallint NOT NULL,
	"behaviour" "localized" NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"changed_by" uuid
);
--> statement-breakpoint
ALTER TABLE "rungs" ADD COLUMN "title" "localized";--> statement-breakpoint
ALTER TABLE "rungs" ADD COLUMN "purpose" "localized";--> statement-breakpoint
ALTER TABLE "level_wordings" ADD CONSTRAINT "level_wordings_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level_wordings" ADD CONSTRAINT "level_wordings_level" FOREIGN KEY ("competence_id","level") REFERENCES "public"."competence_levels"("competence_id","level") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "level_wordings_level_until" ON "level_wordings" USING btree ("competence_id","level","until");