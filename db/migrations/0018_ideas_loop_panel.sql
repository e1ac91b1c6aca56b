CREATE TABLE "idea_effects" (
	"idea_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"before" integer NOT NULL,
	"after" integer NOT NULL,
	"contacts" integer,
	"reply_id" uuid NOT NULL,
	"measured_on" date NOT NULL,
	"measured_by" uuid NOT NULL,
	CONSTRAINT "idea_effects_kind" CHECK ("idea_effects"."kind" in ('time', 'complaints', 'hours')),
	CONSTRAINT "idea_effects_contacts" CHECK (("idea_effects"."kind" = 'time') = ("idea_effects"."contacts" is not null)),
	CONSTRAINT "idea_effects_numbers" CHECK ("idea_effects"."before" >= 0 and "idea_effects"."after" >= 0 and coalesce("idea_effects"."contacts", 1) > 0)
);
--> statement-breakpoint
CREATE TABLE "idea_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"idea_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"reply_id" uuid NOT NULL,
	"state_before" text NOT NULL,
	"decision_before" uuid,
	"returns_before" date,
	"done_before" date,
	"merged_by" uuid NOT NULL,
	"merged_at" timestamp with time zone NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "idea_merges_undone" CHECK (("idea_merges"."undone_by" is null) = ("idea_merges"."undone_at" is null))
);
--> statement-breakpoint
CREATE TABLE "idea_moderations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"idea_id" uuid NOT NULL,
	"comment_id" uuid,
	"removed" boolean NOT NULL,
	"reason" text NOT NULL,
	"moderated_by" uuid NOT NULL,
	"moderated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idea_moderations_reason" CHECK (char_length(btrim("idea_moderations"."reason")) between 20 and 1000)
);
--> statement-breakpoint
CREATE TABLE "idea_moved_votes" (
	"merge_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "idea_moved_votes_merge_id_person_id_pk" PRIMARY KEY("merge_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "idea_panelists" (
	"panel_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "idea_panelists_panel_id_person_id_pk" PRIMARY KEY("panel_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "idea_panels" (
	"id" uuid PRIMARY KEY NOT NULL,
	"idea_id" uuid NOT NULL,
	"state" text DEFAULT 'scoring' NOT NULL,
	"round" smallint DEFAULT 1 NOT NULL,
	"mean" real,
	"lower" real,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "idea_panels_state" CHECK ("idea_panels"."state" in ('scoring', 'discussion', 'closed')),
	CONSTRAINT "idea_panels_round" CHECK ("idea_panels"."round" in (1, 2)),
	CONSTRAINT "idea_panels_discussed" CHECK ("idea_panels"."state" <> 'discussion' or "idea_panels"."round" = 1),
	CONSTRAINT "idea_panels_closed" CHECK (("idea_panels"."state" = 'closed') = ("idea_panels"."closed_at" is not null) and num_nonnulls("idea_panels"."closed_at", "idea_panels"."mean", "idea_panels"."lower") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "idea_scores" (
	"panel_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"impact" smallint NOT NULL,
	"reach" smallint NOT NULL,
	"effort" smallint NOT NULL,
	"locked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idea_scores_panel_id_person_id_round_pk" PRIMARY KEY("panel_id","person_id","round"),
	CONSTRAINT "idea_scores_round" CHECK ("idea_scores"."round" in (1, 2)),
	CONSTRAINT "idea_scores_range" CHECK ("idea_scores"."impact" between 1 and 5 and "idea_scores"."reach" between 1 and 5 and "idea_scores"."effort" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "idea_reminders" DROP CONSTRAINT "idea_reminders_step";--> statement-breakpoint
ALTER TABLE "idea_comments" ADD COLUMN "removed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "paused_on" date;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "asked_due" date;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "paused_days" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "done_on" date;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "split_from" uuid;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "tracker_url" text;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "removed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "idea_effects" ADD CONSTRAINT "idea_effects_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_effects" ADD CONSTRAINT "idea_effects_reply_id_idea_replies_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."idea_replies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_effects" ADD CONSTRAINT "idea_effects_measured_by_people_id_fk" FOREIGN KEY ("measured_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merges" ADD CONSTRAINT "idea_merges_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merges" ADD CONSTRAINT "idea_merges_into_id_ideas_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merges" ADD CONSTRAINT "idea_merges_reply_id_idea_replies_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."idea_replies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merges" ADD CONSTRAINT "idea_merges_decision_before_idea_replies_id_fk" FOREIGN KEY ("decision_before") REFERENCES "public"."idea_replies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merges" ADD CONSTRAINT "idea_merges_merged_by_people_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merges" ADD CONSTRAINT "idea_merges_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_moderations" ADD CONSTRAINT "idea_moderations_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_moderations" ADD CONSTRAINT "idea_moderations_comment_id_idea_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."idea_comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_moderations" ADD CONSTRAINT "idea_moderations_moderated_by_people_id_fk" FOREIGN KEY ("moderated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_moved_votes" ADD CONSTRAINT "idea_moved_votes_merge_id_idea_merges_id_fk" FOREIGN KEY ("merge_id") REFERENCES "public"."idea_merges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_moved_votes" ADD CONSTRAINT "idea_moved_votes_vote" FOREIGN KEY ("into_id","person_id") REFERENCES "public"."idea_votes"("idea_id","person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_panelists" ADD CONSTRAINT "idea_panelists_panel_id_idea_panels_id_fk" FOREIGN KEY ("panel_id") REFERENCES "public"."idea_panels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_panelists" ADD CONSTRAINT "idea_panelists_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_panels" ADD CONSTRAINT "idea_panels_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_panels" ADD CONSTRAINT "idea_panels_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_scores" ADD CONSTRAINT "idea_scores_panelist" FOREIGN KEY ("panel_id","person_id") REFERENCES "public"."idea_panelists"("panel_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "idea_merges_one_open" ON "idea_merges" USING btree ("idea_id") WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX "idea_merges_into" ON "idea_merges" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "idea_moderations_idea" ON "idea_moderations" USING btree ("idea_id","moderated_at");--> statement-breakpoint
CREATE INDEX "idea_moved_votes_vote" ON "idea_moved_votes" USING btree ("into_id","person_id");--> statement-breakpoint
CREATE INDEX "idea_panelists_person" ON "idea_panelists" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "idea_panels_one" ON "idea_panels" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "idea_panels_ranking" ON "idea_panels" USING btree ("lower","id") WHERE state = 'closed';--> statement-breakpoint
CREATE INDEX "ideas_merged_into" ON "ideas" USING btree ("merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "ideas_split_from" ON "ideas" USING btree ("split_from") WHERE split_from is not null;--> statement-breakpoint
CREATE INDEX "ideas_returns" ON "ideas" USING btree ("returns_on") WHERE returns_on is not null;--> statement-breakpoint
CREATE INDEX "ideas_done" ON "ideas" USING btree ("done_on") WHERE done_on is not null;--> statement-breakpoint
ALTER TABLE "idea_reminders" ADD CONSTRAINT "idea_reminders_step" CHECK ("idea_reminders"."step" in ('submitted', 'effect', 'ack-soon', 'ack-due', 'ack-late', 'ack-overdue', 'decide-soon', 'decide-due', 'decide-late', 'decide-overdue'));--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_paused" CHECK (("ideas"."paused_on" is null) = ("ideas"."asked_due" is null) and "ideas"."paused_days" between 0 and 7);--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_tracker" CHECK ("ideas"."tracker_url" ~ '^https?://' and char_length("ideas"."tracker_url") <= 500);