CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"opening_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"applied_at" timestamp with time zone NOT NULL,
	"version_id" uuid,
	"ready" boolean NOT NULL,
	"snapshot" jsonb NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"withdrawn_at" timestamp with time zone,
	"release_on" date,
	"released_at" timestamp with time zone,
	"employment_id" uuid,
	CONSTRAINT "applications_once" UNIQUE("opening_id","person_id"),
	CONSTRAINT "applications_state" CHECK ("applications"."state" in ('submitted', 'accepted', 'declined', 'withdrawn')),
	CONSTRAINT "applications_answer" CHECK (("applications"."state" in ('accepted', 'declined')) = (num_nonnulls("applications"."decided_by", "applications"."decided_at", "applications"."reason") = 3)),
	CONSTRAINT "applications_reason" CHECK ("applications"."reason" is null or char_length(btrim("applications"."reason")) >= 20),
	CONSTRAINT "applications_decider" CHECK ("applications"."decided_by" <> "applications"."person_id"),
	CONSTRAINT "applications_release" CHECK (("applications"."state" = 'accepted') = ("applications"."release_on" is not null)),
	CONSTRAINT "applications_released" CHECK ("applications"."released_at" is null or "applications"."state" = 'accepted'),
	CONSTRAINT "applications_withdrawn" CHECK (("applications"."state" = 'withdrawn') = ("applications"."withdrawn_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "openings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"position_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"team_id" uuid,
	"seats" integer NOT NULL,
	"about" "localized",
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"decide_by" date NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancel_reason" text,
	CONSTRAINT "openings_seats" CHECK ("openings"."seats" between 1 and 1000),
	CONSTRAINT "openings_dates" CHECK ("openings"."opens_on" <= "openings"."closes_on" and "openings"."closes_on" <= "openings"."decide_by"),
	CONSTRAINT "openings_cancelled" CHECK ("openings"."cancelled_at" is null or coalesce(char_length(btrim("openings"."cancel_reason")) >= 20, false))
);
--> statement-breakpoint
CREATE TABLE "refusal_talks" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"held_on" date NOT NULL,
	"held_by" uuid NOT NULL,
	"next_step" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "refusal_talks_next" CHECK (char_length(btrim("refusal_talks"."next_step")) between 10 and 1000)
);
--> statement-breakpoint
CREATE TABLE "release_slips" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"moved_by" uuid NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "release_slips_later" CHECK ("release_slips"."to_on" > "release_slips"."from_on"),
	CONSTRAINT "release_slips_reason" CHECK (char_length(btrim("release_slips"."reason")) >= 20)
);
--> statement-breakpoint
CREATE TABLE "check_in_notes" (
	"check_in_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "check_in_notes_check_in_id_author_id_pk" PRIMARY KEY("check_in_id","author_id"),
	CONSTRAINT "check_in_notes_body" CHECK (char_length(btrim("check_in_notes"."body")) between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "check_ins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"companion_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"next_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "check_ins_day" UNIQUE("plan_id","held_on"),
	CONSTRAINT "check_ins_two_people" CHECK ("check_ins"."companion_id" <> "check_ins"."person_id"),
	CONSTRAINT "check_ins_next" CHECK ("check_ins"."next_on" > "check_ins"."held_on")
);
--> statement-breakpoint
ALTER TABLE "plan_steps" DROP CONSTRAINT "plan_steps_named";--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "recorded_by" uuid;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD COLUMN "aim" jsonb;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "agreed_by" uuid;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "next_check_in_on" date;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_opening_id_openings_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."openings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_version_id_ladder_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."ladder_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_employment_id_employments_id_fk" FOREIGN KEY ("employment_id") REFERENCES "public"."employments"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_position_id_positions_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refusal_talks" ADD CONSTRAINT "refusal_talks_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refusal_talks" ADD CONSTRAINT "refusal_talks_held_by_people_id_fk" FOREIGN KEY ("held_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_slips" ADD CONSTRAINT "release_slips_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_slips" ADD CONSTRAINT "release_slips_moved_by_people_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_notes" ADD CONSTRAINT "check_in_notes_check_in_id_check_ins_id_fk" FOREIGN KEY ("check_in_id") REFERENCES "public"."check_ins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_notes" ADD CONSTRAINT "check_in_notes_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_companion_id_people_id_fk" FOREIGN KEY ("companion_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "applications_person" ON "applications" USING btree ("person_id","applied_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "openings_position" ON "openings" USING btree ("position_id","opens_on");--> statement-breakpoint
CREATE INDEX "openings_decide" ON "openings" USING btree ("decide_by");--> statement-breakpoint
CREATE INDEX "release_slips_application" ON "release_slips" USING btree ("application_id");--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_agreed_by_people_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_whole" UNIQUE("id","person_id");--> statement-breakpoint
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_named" CHECK (num_nonnulls("plan_steps"."training_id", "plan_steps"."title", "plan_steps"."aim") >= 1);--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_agreed_by" CHECK ("plans"."agreed_by" <> "plans"."person_id");--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_private_alone" CHECK ("plans"."visibility" <> 'private' or "plans"."companion_id" is null);