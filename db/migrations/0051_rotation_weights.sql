CREATE TABLE "plan_weights" (
	"id" uuid PRIMARY KEY NOT NULL,
	"weights" jsonb NOT NULL,
	"set_by" uuid,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "plan_weights" ADD CONSTRAINT "plan_weights_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;