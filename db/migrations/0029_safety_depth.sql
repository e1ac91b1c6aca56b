CREATE TABLE "equipment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workplace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"put_by" uuid,
	"until" timestamp with time zone,
	"removed_by" uuid,
	CONSTRAINT "equipment_kind" CHECK ("equipment"."kind" in ('headset', 'computer', 'screen', 'chair', 'phone', 'other')),
	CONSTRAINT "equipment_name" CHECK (char_length(btrim("equipment"."name")) between 2 and 120),
	CONSTRAINT "equipment_order" CHECK ("equipment"."until" >= "equipment"."since")
);
--> statement-breakpoint
CREATE TABLE "sensor_alarms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sensor_id" uuid NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sensor_alarms_order" CHECK ("sensor_alarms"."raised_at" >= "sensor_alarms"."began_at" and coalesce("sensor_alarms"."ended_at" >= "sensor_alarms"."began_at", true))
);
--> statement-breakpoint
CREATE TABLE "sensors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"name" text NOT NULL,
	"metric" text NOT NULL,
	"unit" text NOT NULL,
	"ok_low" double precision,
	"ok_high" double precision,
	"alarm_after" smallint NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "sensors_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "sensors_metric" CHECK ("sensors"."metric" ~ '^[a-z][a-z0-9_]{2,60}$'),
	CONSTRAINT "sensors_limits" CHECK (num_nonnulls("sensors"."ok_low", "sensors"."ok_high") > 0 and coalesce("sensors"."ok_low" < "sensors"."ok_high", true)),
	CONSTRAINT "sensors_alarm_after" CHECK ("sensors"."alarm_after" between 0 and 1440)
);
--> statement-breakpoint
CREATE TABLE "roll_calls" (
	"alarm_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_id" uuid NOT NULL,
	CONSTRAINT "roll_calls_alarm_id_person_id_pk" PRIMARY KEY("alarm_id","person_id"),
	CONSTRAINT "roll_calls_state" CHECK ("roll_calls"."state" in ('sheltered', 'elsewhere'))
);
--> statement-breakpoint
CREATE TABLE "site_alarms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"begun_by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "site_alarms_ended" CHECK (("site_alarms"."ended_at" is null) = ("site_alarms"."ended_by" is null)),
	CONSTRAINT "site_alarms_order" CHECK ("site_alarms"."ended_at" >= "site_alarms"."begun_at")
);
--> statement-breakpoint
CREATE TABLE "site_safety" (
	"site_id" uuid PRIMARY KEY NOT NULL,
	"route" "localized" NOT NULL,
	"route_minutes" smallint NOT NULL,
	"generator" "localized",
	"connection" "localized",
	"autonomy_hours" double precision,
	"autonomy_tested_on" date,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "site_safety_minutes" CHECK ("site_safety"."route_minutes" between 0 and 120),
	CONSTRAINT "site_safety_tested" CHECK (("site_safety"."autonomy_hours" is null) = ("site_safety"."autonomy_tested_on" is null) and coalesce("site_safety"."autonomy_hours" between 0 and 1000, true))
);
--> statement-breakpoint
CREATE TABLE "sourcing_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"answers" jsonb NOT NULL,
	"scores" jsonb NOT NULL,
	"verdict" text NOT NULL,
	"model" text NOT NULL,
	"note" text,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sourcing_decisions_verdict" CHECK ("sourcing_decisions"."verdict" in ('not-needed', 'own', 'outsourced', 'hybrid', 'discuss', 'incomplete')),
	CONSTRAINT "sourcing_decisions_model" CHECK ("sourcing_decisions"."model" in ('own', 'full-outsourcing', 'partial-outsourcing', 'hybrid'))
);
--> statement-breakpoint
ALTER TABLE "readings" DROP CONSTRAINT "readings_once";--> statement-breakpoint
ALTER TABLE "readings" ADD COLUMN "sensor_id" uuid;--> statement-breakpoint
ALTER TABLE "equipment" ADD CONSTRAINT "equipment_workplace_id_workplaces_id_fk" FOREIGN KEY ("workplace_id") REFERENCES "public"."workplaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equipment" ADD CONSTRAINT "equipment_put_by_people_id_fk" FOREIGN KEY ("put_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equipment" ADD CONSTRAINT "equipment_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sensor_alarms" ADD CONSTRAINT "sensor_alarms_sensor_id_sensors_id_fk" FOREIGN KEY ("sensor_id") REFERENCES "public"."sensors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sensors" ADD CONSTRAINT "sensors_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sensors" ADD CONSTRAINT "sensors_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_calls" ADD CONSTRAINT "roll_calls_alarm_id_site_alarms_id_fk" FOREIGN KEY ("alarm_id") REFERENCES "public"."site_alarms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_calls" ADD CONSTRAINT "roll_calls_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_calls" ADD CONSTRAINT "roll_calls_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_alarms" ADD CONSTRAINT "site_alarms_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_alarms" ADD CONSTRAINT "site_alarms_begun_by_people_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_alarms" ADD CONSTRAINT "site_alarms_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_safety" ADD CONSTRAINT "site_safety_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_safety" ADD CONSTRAINT "site_safety_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sourcing_decisions" ADD CONSTRAINT "sourcing_decisions_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sourcing_decisions" ADD CONSTRAINT "sourcing_decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "equipment_seat" ON "equipment" USING btree ("workplace_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sensor_alarms_one_open" ON "sensor_alarms" USING btree ("sensor_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "sensors_room" ON "sensors" USING btree ("room_id");--> statement-breakpoint
CREATE UNIQUE INDEX "site_alarms_one_open" ON "site_alarms" USING btree ("site_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "site_alarms_recent" ON "site_alarms" USING btree ("site_id","begun_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "sourcing_decisions_team" ON "sourcing_decisions" USING btree ("team_id","decided_at" DESC NULLS FIRST);--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_sensor_id_sensors_id_fk" FOREIGN KEY ("sensor_id") REFERENCES "public"."sensors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "readings_speed" ON "readings" USING btree ("workplace_id","taken_at" DESC NULLS FIRST) WHERE metric = 'cpu_job_ms' and source = 'browser';--> statement-breakpoint
CREATE INDEX "readings_sensor" ON "readings" USING btree ("sensor_id","taken_at" DESC NULLS FIRST) WHERE sensor_id is not null;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_once" UNIQUE NULLS NOT DISTINCT("room_id","workplace_id","metric","taken_at","source","sensor_id");--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_of_sensor" CHECK ("readings"."sensor_id" is null or "readings"."source" = 'sensor');