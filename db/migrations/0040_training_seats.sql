CREATE TABLE "attendances" (
	"enrolment_id" uuid PRIMARY KEY NOT NULL,
	"present" boolean NOT NULL,
	"marked_by" uuid NOT NULL,
	"marked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "expiry_reminders" (
	"completion_id" uuid NOT NULL,
	"days" smallint NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "expiry_reminders_completion_id_days_pk" PRIMARY KEY("completion_id","days"),
	CONSTRAINT "expiry_reminders_days" CHECK ("expiry_reminders"."days" in (90, 60, 30, 7))
);
--> statement-breakpoint
CREATE TABLE "session_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"before" "tstzrange" NOT NULL,
	"reason" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_changes_kind" CHECK ("session_changes"."kind" in ('moved', 'cancelled')),
	CONSTRAINT "session_changes_reason" CHECK (char_length(btrim("session_changes"."reason")) >= 10)
);
--> statement-breakpoint
CREATE TABLE "training_terms" (
	"training_id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"document" "tsvector" NOT NULL,
	"version" smallint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "wish" text;--> statement-breakpoint
ALTER TABLE "training_sessions" ADD COLUMN "least" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "training_sessions" ADD COLUMN "series_id" uuid;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_marked_by_people_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expiry_reminders" ADD CONSTRAINT "expiry_reminders_completion_id_completions_id_fk" FOREIGN KEY ("completion_id") REFERENCES "public"."completions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_changes" ADD CONSTRAINT "session_changes_session_id_training_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."training_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_changes" ADD CONSTRAINT "session_changes_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_terms" ADD CONSTRAINT "training_terms_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_changes_session" ON "session_changes" USING btree ("session_id","changed_at");--> statement-breakpoint
CREATE INDEX "training_terms_document" ON "training_terms" USING gin ("document");--> statement-breakpoint
CREATE INDEX "enrolments_asking" ON "enrolments" USING btree ("training_id","asked_at") WHERE state in ('requested', 'waitlisted');--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_wish" CHECK (char_length("enrolments"."wish") <= 300);--> statement-breakpoint
ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_least" CHECK ("training_sessions"."least" between 1 and "training_sessions"."seats");