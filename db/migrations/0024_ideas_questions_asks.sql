CREATE TABLE "idea_contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"idea_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"seconds" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"logged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idea_contacts_once" UNIQUE("reference"),
	CONSTRAINT "idea_contacts_reference" CHECK (char_length(btrim("idea_contacts"."reference")) between 2 and 80),
	CONSTRAINT "idea_contacts_seconds" CHECK ("idea_contacts"."seconds" between 1 and 14400)
);
--> statement-breakpoint
CREATE TABLE "idea_files" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"idea_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign_taps" (
	"campaign_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"choice" smallint NOT NULL,
	"tapped_on" date NOT NULL,
	CONSTRAINT "campaign_taps_campaign_id_person_id_pk" PRIMARY KEY("campaign_id","person_id"),
	CONSTRAINT "campaign_taps_choice" CHECK ("campaign_taps"."choice" between 0 and 4)
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "position_id" uuid;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "shift" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "choices" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "asked" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "questions_weekly" smallint DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "idea_contacts" ADD CONSTRAINT "idea_contacts_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_contacts" ADD CONSTRAINT "idea_contacts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_files" ADD CONSTRAINT "idea_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_files" ADD CONSTRAINT "idea_files_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_taps" ADD CONSTRAINT "campaign_taps_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_taps" ADD CONSTRAINT "campaign_taps_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idea_contacts_idea" ON "idea_contacts" USING btree ("idea_id","logged_at");--> statement-breakpoint
CREATE INDEX "idea_files_idea" ON "idea_files" USING btree ("idea_id");--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_position_id_positions_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_shift" CHECK ("campaigns"."shift" in ('morning', 'day', 'night'));--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_choices" CHECK (jsonb_typeof("campaigns"."choices") = 'array' and jsonb_array_length("campaigns"."choices") between 0 and 5);--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_questions" CHECK ("organisations"."questions_weekly" between 1 and 7);