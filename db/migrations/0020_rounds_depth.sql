CREATE TABLE "action_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action_id" uuid NOT NULL,
	"yes" boolean,
	"number" double precision,
	"choice" text,
	"band" text NOT NULL,
	"instrument_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"by_id" uuid NOT NULL,
	CONSTRAINT "action_checks_value" CHECK (num_nonnulls("action_checks"."yes", "action_checks"."number", "action_checks"."choice") = 1),
	CONSTRAINT "action_checks_band" CHECK ("action_checks"."band" in ('ok', 'warn', 'fail'))
);
--> statement-breakpoint
CREATE TABLE "closures" (
	"action_id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"workplace_id" uuid,
	"closed_at" timestamp with time zone NOT NULL,
	"reopened_at" timestamp with time zone,
	"reopened_by" uuid,
	CONSTRAINT "closures_reopened" CHECK (("closures"."reopened_at" is null) = ("closures"."reopened_by" is null)),
	CONSTRAINT "closures_order" CHECK ("closures"."reopened_at" >= "closures"."closed_at")
);
--> statement-breakpoint
CREATE TABLE "risk_acceptances" (
	"action_id" uuid PRIMARY KEY NOT NULL,
	"accepted_by" uuid NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "risk_acceptances_reason" CHECK (char_length(btrim("risk_acceptances"."reason")) between 10 and 500)
);
--> statement-breakpoint
CREATE TABLE "inspection_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"inspection_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"note" text,
	"at" timestamp with time zone NOT NULL,
	"by_id" uuid NOT NULL,
	CONSTRAINT "inspection_reviews_outcome" CHECK ("inspection_reviews"."outcome" in ('approved', 'returned')),
	CONSTRAINT "inspection_reviews_reason" CHECK ("inspection_reviews"."outcome" = 'approved' or coalesce(char_length(btrim("inspection_reviews"."note")), 0) between 3 and 500)
);
--> statement-breakpoint
ALTER TABLE "action_events" DROP CONSTRAINT "action_events_kind";--> statement-breakpoint
ALTER TABLE "instruments" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "action_checks" ADD CONSTRAINT "action_checks_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_checks" ADD CONSTRAINT "action_checks_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_checks" ADD CONSTRAINT "action_checks_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_workplace_id_workplaces_id_fk" FOREIGN KEY ("workplace_id") REFERENCES "public"."workplaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_reopened_by_people_id_fk" FOREIGN KEY ("reopened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_acceptances" ADD CONSTRAINT "risk_acceptances_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_acceptances" ADD CONSTRAINT "risk_acceptances_accepted_by_people_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_reviews" ADD CONSTRAINT "inspection_reviews_inspection_id_inspections_id_fk" FOREIGN KEY ("inspection_id") REFERENCES "public"."inspections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_reviews" ADD CONSTRAINT "inspection_reviews_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_checks_action" ON "action_checks" USING btree ("action_id","at");--> statement-breakpoint
CREATE INDEX "closures_now" ON "closures" USING btree ("room_id","workplace_id") WHERE reopened_at is null;--> statement-breakpoint
CREATE INDEX "inspection_reviews_round" ON "inspection_reviews" USING btree ("inspection_id","at");--> statement-breakpoint
ALTER TABLE "action_events" ADD CONSTRAINT "action_events_kind" CHECK ("action_events"."kind" in ('opened', 'repeated', 'assigned', 'half', 'overdue', 'accepted', 'done', 'returned', 'verified', 'cancelled'));