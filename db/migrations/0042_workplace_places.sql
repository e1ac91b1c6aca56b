CREATE TABLE "tea_plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"minute" smallint NOT NULL,
	"weekdays" smallint[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "tea_plans_minute" CHECK ("tea_plans"."minute" between 0 and 1439),
	CONSTRAINT "tea_plans_weekdays" CHECK (cardinality("tea_plans"."weekdays") between 1 and 7 and "tea_plans"."weekdays" <@ '{1,2,3,4,5,6,7}'::smallint[])
);
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "calibrated_until" date;--> statement-breakpoint
ALTER TABLE "tea_rounds" ADD COLUMN "plan_id" uuid;--> statement-breakpoint
ALTER TABLE "tea_plans" ADD CONSTRAINT "tea_plans_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "tea_plans_once" ON "tea_plans" USING btree ("room_id","minute") WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE "tea_rounds" ADD CONSTRAINT "tea_rounds_plan_id_tea_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."tea_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answers_instrument" ON "answers" USING btree ("instrument_id") WHERE instrument_id is not null;--> statement-breakpoint
CREATE INDEX "tea_rounds_plan" ON "tea_rounds" USING btree ("plan_id","planned_at");--> statement-breakpoint
ALTER TABLE "instruments" ADD CONSTRAINT "instruments_kind" CHECK ("instruments"."kind" in ('thermometer', 'hygrometer', 'co2', 'luxmeter', 'sound_level_meter', 'anemometer', 'tape'));