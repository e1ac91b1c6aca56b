CREATE TABLE "signing_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "signing_keys_public_key_unique" UNIQUE("public_key"),
	CONSTRAINT "signing_keys_public" CHECK ("signing_keys"."public_key" ~ '^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$')
);
--> statement-breakpoint
CREATE TABLE "lesson_pictures" (
	"lesson_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "lesson_pictures_lesson_id_position_pk" PRIMARY KEY("lesson_id","position"),
	CONSTRAINT "lesson_pictures_file_id_unique" UNIQUE("file_id"),
	CONSTRAINT "lesson_pictures_position" CHECK ("lesson_pictures"."position" between 1 and 50)
);
--> statement-breakpoint
CREATE TABLE "check_signoffs" (
	"enrolment_id" uuid NOT NULL,
	"check_id" uuid NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"note" text,
	CONSTRAINT "check_signoffs_enrolment_id_check_id_pk" PRIMARY KEY("enrolment_id","check_id"),
	CONSTRAINT "check_signoffs_note" CHECK (char_length("check_signoffs"."note") <= 500)
);
--> statement-breakpoint
CREATE TABLE "training_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"training_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"title" "localized" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "training_checks_position" CHECK ("training_checks"."position" between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "place" integer NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "certificates_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "quiz_pools" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "trainings" ADD COLUMN "renewed_by_id" uuid;--> statement-breakpoint
ALTER TABLE "lesson_pictures" ADD CONSTRAINT "lesson_pictures_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_pictures" ADD CONSTRAINT "lesson_pictures_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_signoffs" ADD CONSTRAINT "check_signoffs_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_signoffs" ADD CONSTRAINT "check_signoffs_check_id_training_checks_id_fk" FOREIGN KEY ("check_id") REFERENCES "public"."training_checks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_signoffs" ADD CONSTRAINT "check_signoffs_signed_by_people_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_checks" ADD CONSTRAINT "training_checks_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "signing_keys_one_current" ON "signing_keys" USING btree ((retired_at is null)) WHERE retired_at is null;--> statement-breakpoint
CREATE INDEX "training_checks_current" ON "training_checks" USING btree ("training_id","position") WHERE retired_at is null;--> statement-breakpoint
ALTER TABLE "trainings" ADD CONSTRAINT "trainings_renewed_by" FOREIGN KEY ("renewed_by_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_place_unique" UNIQUE("place");--> statement-breakpoint
ALTER TABLE "quiz_pools" ADD CONSTRAINT "quiz_pools_title" CHECK (char_length(btrim("quiz_pools"."title")) between 1 and 100);--> statement-breakpoint
ALTER TABLE "trainings" ADD CONSTRAINT "trainings_renewed_by_another" CHECK ("trainings"."renewed_by_id" is null or ("trainings"."renewed_by_id" <> "trainings"."id" and "trainings"."valid_months" is not null));