CREATE TABLE "idea_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"webhook_id" uuid NOT NULL,
	"idea_id" uuid NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"status" smallint,
	"fault" text,
	"delivered_at" timestamp with time zone,
	"given_up_at" timestamp with time zone,
	CONSTRAINT "idea_deliveries_fault" CHECK ("idea_deliveries"."fault" in ('address', 'unknown', 'unreachable', 'slow')),
	CONSTRAINT "idea_deliveries_end" CHECK (num_nonnulls("idea_deliveries"."delivered_at", "idea_deliveries"."given_up_at") <= 1)
);
--> statement-breakpoint
CREATE TABLE "idea_webhooks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"area_id" uuid,
	"url" text NOT NULL,
	"secret" text NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_by" uuid,
	"closed_at" timestamp with time zone,
	CONSTRAINT "idea_webhooks_once" UNIQUE NULLS NOT DISTINCT("area_id","url","closed_at"),
	CONSTRAINT "idea_webhooks_url" CHECK ("idea_webhooks"."url" ~ '^https?://' and char_length("idea_webhooks"."url") <= 500),
	CONSTRAINT "idea_webhooks_secret" CHECK ("idea_webhooks"."secret" ~ '^whsec_[A-Za-z0-9+/]{32,}=*$'),
	CONSTRAINT "idea_webhooks_closed" CHECK (("idea_webhooks"."closed_by" is null) = ("idea_webhooks"."closed_at" is null))
);
--> statement-breakpoint
ALTER TABLE "pulses" ADD COLUMN "team_id" uuid;--> statement-breakpoint
ALTER TABLE "pulses" ADD COLUMN "site_id" uuid;--> statement-breakpoint
ALTER TABLE "pulses" ADD COLUMN "project_id" uuid;--> statement-breakpoint
ALTER TABLE "pulses" ADD COLUMN "position_id" uuid;--> statement-breakpoint
ALTER TABLE "pulses" ADD COLUMN "shift" text;--> statement-breakpoint
ALTER TABLE "idea_deliveries" ADD CONSTRAINT "idea_deliveries_webhook_id_idea_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."idea_webhooks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_deliveries" ADD CONSTRAINT "idea_deliveries_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_webhooks" ADD CONSTRAINT "idea_webhooks_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_webhooks" ADD CONSTRAINT "idea_webhooks_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_webhooks" ADD CONSTRAINT "idea_webhooks_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idea_deliveries_due" ON "idea_deliveries" USING btree ("next_at") WHERE delivered_at is null and given_up_at is null;--> statement-breakpoint
CREATE INDEX "idea_deliveries_webhook" ON "idea_deliveries" USING btree ("webhook_id","created_at");--> statement-breakpoint
ALTER TABLE "pulses" ADD CONSTRAINT "pulses_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulses" ADD CONSTRAINT "pulses_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulses" ADD CONSTRAINT "pulses_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulses" ADD CONSTRAINT "pulses_position_id_positions_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulses" ADD CONSTRAINT "pulses_one_audience" CHECK (num_nonnulls("pulses"."team_id", "pulses"."site_id", "pulses"."project_id") <= 1);--> statement-breakpoint
ALTER TABLE "pulses" ADD CONSTRAINT "pulses_shift" CHECK ("pulses"."shift" in ('morning', 'day', 'night'));