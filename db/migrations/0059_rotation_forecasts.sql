CREATE TABLE "forecasts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"span" "tstzrange" NOT NULL,
	"contacts" integer NOT NULL,
	"handling_seconds" integer NOT NULL,
	"service_level" smallint NOT NULL,
	"within_seconds" integer NOT NULL,
	"patience_seconds" integer,
	"concurrency" smallint NOT NULL,
	"set_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "forecasts_numbers" CHECK (least("forecasts"."contacts", "forecasts"."handling_seconds", "forecasts"."within_seconds") >= 0 and "forecasts"."service_level" between 0 and 99
        and coalesce("forecasts"."patience_seconds", 1) > 0 and "forecasts"."concurrency" between 1 and 10)
);
--> statement-breakpoint
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;