CREATE TABLE "training_ratings" (
	"person_id" uuid NOT NULL,
	"training_id" uuid NOT NULL,
	"usefulness" smallint NOT NULL,
	"rated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "training_ratings_person_id_training_id_pk" PRIMARY KEY("person_id","training_id"),
	CONSTRAINT "training_ratings_usefulness" CHECK ("training_ratings"."usefulness" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "completions" DROP CONSTRAINT "completions_usefulness";--> statement-breakpoint
ALTER TABLE "completions" DROP CONSTRAINT "completions_rated";--> statement-breakpoint
ALTER TABLE "training_assignments" ADD COLUMN "withdrawn_by" uuid;--> statement-breakpoint
ALTER TABLE "training_assignments" ADD COLUMN "withdrawn_for" text;--> statement-breakpoint
ALTER TABLE "training_ratings" ADD CONSTRAINT "training_ratings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_ratings" ADD CONSTRAINT "training_ratings_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "training_ratings_training" ON "training_ratings" USING btree ("training_id");--> statement-breakpoint
ALTER TABLE "training_assignments" ADD CONSTRAINT "training_assignments_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" DROP COLUMN "usefulness";--> statement-breakpoint
ALTER TABLE "training_assignments" ADD CONSTRAINT "training_assignments_withdrawn" CHECK (num_nonnulls("training_assignments"."withdrawn_by", "training_assignments"."withdrawn_for") = 0 or (num_nulls("training_assignments"."withdrawn_at", "training_assignments"."withdrawn_by", "training_assignments"."withdrawn_for") = 0
        and "training_assignments"."withdrawn_by" <> "training_assignments"."person_id" and char_length(btrim("training_assignments"."withdrawn_for")) >= 10));