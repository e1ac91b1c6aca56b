CREATE TABLE "history_tellings" (
	"told_until" timestamp with time zone PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "praise_reports" (
	"praise_id" uuid NOT NULL,
	"reported_by" uuid NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "praise_reports_once" PRIMARY KEY("praise_id","reported_by"),
	CONSTRAINT "praise_reports_reason" CHECK (char_length(btrim("praise_reports"."reason")) between 10 and 500),
	CONSTRAINT "praise_reports_outcome" CHECK ("praise_reports"."outcome" in ('revoked', 'kept')),
	CONSTRAINT "praise_reports_answered" CHECK (num_nonnulls("praise_reports"."outcome", "praise_reports"."answer", "praise_reports"."answered_by", "praise_reports"."answered_at") in (0, 4)
        and char_length(btrim("praise_reports"."answer")) between 10 and 500),
	CONSTRAINT "praise_reports_by_another" CHECK ("praise_reports"."outcome" <> 'kept' or "praise_reports"."answered_by" <> "praise_reports"."reported_by")
);
--> statement-breakpoint
ALTER TABLE "awards" DROP CONSTRAINT "awards_month_before";--> statement-breakpoint
ALTER TABLE "celebration_greetings" DROP CONSTRAINT "celebration_greetings_in_time";--> statement-breakpoint
ALTER TABLE "praise_reports" ADD CONSTRAINT "praise_reports_praise_id_praises_id_fk" FOREIGN KEY ("praise_id") REFERENCES "public"."praises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "praise_reports" ADD CONSTRAINT "praise_reports_reported_by_people_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "praise_reports" ADD CONSTRAINT "praise_reports_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "praise_reports_open" ON "praise_reports" USING btree ("created_at","praise_id") WHERE outcome is null;