CREATE TABLE "award_months" (
	"month" date PRIMARY KEY NOT NULL,
	"staff" integer DEFAULT 0 NOT NULL,
	"places" smallint DEFAULT 1 NOT NULL,
	CONSTRAINT "award_months_places" UNIQUE("month","places"),
	CONSTRAINT "award_months_first_day" CHECK (extract(day from "award_months"."month") = 1),
	CONSTRAINT "award_months_number" CHECK ("award_months"."places" = greatest(1, least(3, round(0.01 * "award_months"."staff"))))
);
--> statement-breakpoint
CREATE TABLE "awards" (
	"month" date NOT NULL,
	"place" smallint NOT NULL,
	"places" smallint NOT NULL,
	"idea_id" uuid NOT NULL,
	"praise_id" uuid,
	"deed" text NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "awards_month_place_pk" PRIMARY KEY("month","place"),
	CONSTRAINT "awards_idea_once" UNIQUE("idea_id"),
	CONSTRAINT "awards_praise_id_unique" UNIQUE("praise_id"),
	CONSTRAINT "awards_deed" CHECK (char_length(btrim("awards"."deed")) between 30 and 1000),
	CONSTRAINT "awards_within_places" CHECK ("awards"."place" between 1 and "awards"."places"),
	CONSTRAINT "awards_month_before" CHECK ("awards"."month" = (date_trunc('month', "awards"."created_at" at time zone 'UTC') - interval '1 month')::date)
);
--> statement-breakpoint
ALTER TABLE "calendar_days" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "calendar_days" CASCADE;--> statement-breakpoint
ALTER TABLE "pulse_results" ALTER COLUMN "answers" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "celebration_wishes" ADD COLUMN "works_since" date;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_praise_id_praises_id_fk" FOREIGN KEY ("praise_id") REFERENCES "public"."praises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_of_month" FOREIGN KEY ("month","places") REFERENCES "public"."award_months"("month","places") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "employments_new_rungs" ON "employments" USING btree (lower("valid")) WHERE kind in ('up', 'across', 'out');--> statement-breakpoint
CREATE INDEX "celebration_wishes_anniversary" ON "celebration_wishes" USING btree (make_date(2000, extract(month from works_since)::int, extract(day from works_since)::int));--> statement-breakpoint
CREATE INDEX "completions_newest" ON "completions" USING btree ("completed_on","id");--> statement-breakpoint
ALTER TABLE "celebration_wishes" DROP COLUMN "is_anniversary_shown";