CREATE TABLE "idea_releases" (
	"panel_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"reason" text NOT NULL,
	"replacement_id" uuid,
	"released_by" uuid NOT NULL,
	"released_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idea_releases_panel_id_person_id_pk" PRIMARY KEY("panel_id","person_id"),
	CONSTRAINT "idea_releases_reason" CHECK ("idea_releases"."reason" in ('away', 'silent', 'close')),
	CONSTRAINT "idea_releases_another" CHECK ("idea_releases"."replacement_id" <> "idea_releases"."person_id")
);
--> statement-breakpoint
ALTER TABLE "idea_reminders" DROP CONSTRAINT "idea_reminders_step";--> statement-breakpoint
ALTER TABLE "idea_panels" ADD COLUMN "second_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "idea_releases" ADD CONSTRAINT "idea_releases_released_by_people_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_releases" ADD CONSTRAINT "idea_releases_panelist" FOREIGN KEY ("panel_id","person_id") REFERENCES "public"."idea_panelists"("panel_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_releases" ADD CONSTRAINT "idea_releases_replacement" FOREIGN KEY ("panel_id","replacement_id") REFERENCES "public"."idea_panelists"("panel_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_reminders" ADD CONSTRAINT "idea_reminders_step" CHECK ("idea_reminders"."step" in ('submitted', 'effect', 'ack-soon', 'ack-due', 'ack-late', 'ack-overdue', 'decide-soon', 'decide-due', 'decide-late', 'decide-overdue') or "idea_reminders"."step" ~ '^panel-[12]-[1-5]$');--> statement-breakpoint
ALTER TABLE "idea_panels" ADD CONSTRAINT "idea_panels_second" CHECK ("idea_panels"."second_at" is null or "idea_panels"."round" = 2);