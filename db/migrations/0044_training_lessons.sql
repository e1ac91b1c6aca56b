CREATE TABLE "attempt_questions" (
	"attempt_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"question_id" uuid NOT NULL,
	"shown" integer[] NOT NULL,
	"answer" jsonb,
	"answered_at" timestamp with time zone,
	"correct" boolean,
	CONSTRAINT "attempt_questions_attempt_id_position_pk" PRIMARY KEY("attempt_id","position"),
	CONSTRAINT "attempt_questions_once" UNIQUE("attempt_id","question_id"),
	CONSTRAINT "attempt_questions_answered" CHECK (num_nonnulls("attempt_questions"."answer", "attempt_questions"."answered_at") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "lesson_reads" (
	"person_id" uuid NOT NULL,
	"lesson_id" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lesson_reads_person_id_lesson_id_pk" PRIMARY KEY("person_id","lesson_id")
);
--> statement-breakpoint
CREATE TABLE "lessons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"training_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"title" "localized" NOT NULL,
	"body" "localized" NOT NULL,
	"minutes" smallint NOT NULL,
	"video_url" text,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "lessons_position" CHECK ("lessons"."position" between 1 and 100),
	CONSTRAINT "lessons_minutes" CHECK ("lessons"."minutes" between 1 and 240),
	CONSTRAINT "lessons_video" CHECK ("lessons"."video_url" ~ '^https://')
);
--> statement-breakpoint
CREATE TABLE "quiz_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"training_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"deadline_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"score" numeric(5, 2),
	"passed" boolean,
	CONSTRAINT "quiz_attempts_number" UNIQUE("enrolment_id","number"),
	CONSTRAINT "quiz_attempts_order" CHECK ("quiz_attempts"."finished_at" >= "quiz_attempts"."started_at" and "quiz_attempts"."deadline_at" > "quiz_attempts"."started_at"),
	CONSTRAINT "quiz_attempts_result" CHECK (num_nonnulls("quiz_attempts"."finished_at", "quiz_attempts"."score", "quiz_attempts"."passed") in (0, 3) and "quiz_attempts"."score" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "quiz_pools" (
	"training_id" uuid NOT NULL,
	"name" text NOT NULL,
	"draw" smallint NOT NULL,
	CONSTRAINT "quiz_pools_training_id_name_pk" PRIMARY KEY("training_id","name"),
	CONSTRAINT "quiz_pools_draw" CHECK ("quiz_pools"."draw" between 1 and 50),
	CONSTRAINT "quiz_pools_name" CHECK ("quiz_pools"."name" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "quiz_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"training_id" uuid NOT NULL,
	"pool" text NOT NULL,
	"kind" text NOT NULL,
	"prompt" "localized" NOT NULL,
	"options" jsonb NOT NULL,
	"explanation" "localized" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "quiz_questions_kind" CHECK ("quiz_questions"."kind" in ('single', 'multiple', 'ordering', 'text'))
);
--> statement-breakpoint
CREATE TABLE "quizzes" (
	"training_id" uuid PRIMARY KEY NOT NULL,
	"pass_mark" smallint NOT NULL,
	"attempts" smallint NOT NULL,
	"pause_hours" smallint NOT NULL,
	"minutes" smallint,
	CONSTRAINT "quizzes_pass" CHECK ("quizzes"."pass_mark" between 1 and 100),
	CONSTRAINT "quizzes_attempts" CHECK ("quizzes"."attempts" between 1 and 20),
	CONSTRAINT "quizzes_pause" CHECK ("quizzes"."pause_hours" between 0 and 720),
	CONSTRAINT "quizzes_minutes" CHECK ("quizzes"."minutes" between 1 and 480)
);
--> statement-breakpoint
ALTER TABLE "attempt_questions" ADD CONSTRAINT "attempt_questions_attempt_id_quiz_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."quiz_attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_questions" ADD CONSTRAINT "attempt_questions_question_id_quiz_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."quiz_questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_reads" ADD CONSTRAINT "lesson_reads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_reads" ADD CONSTRAINT "lesson_reads_lesson_id_lessons_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lessons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_attempts" ADD CONSTRAINT "quiz_attempts_training_id_quizzes_training_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."quizzes"("training_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_pools" ADD CONSTRAINT "quiz_pools_training_id_quizzes_training_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."quizzes"("training_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_questions" ADD CONSTRAINT "quiz_questions_pool" FOREIGN KEY ("training_id","pool") REFERENCES "public"."quiz_pools"("training_id","name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quizzes" ADD CONSTRAINT "quizzes_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attempt_questions_question" ON "attempt_questions" USING btree ("question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lessons_place" ON "lessons" USING btree ("training_id","position") WHERE retired_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "quiz_attempts_one_open" ON "quiz_attempts" USING btree ("person_id","training_id") WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX "quiz_attempts_training" ON "quiz_attempts" USING btree ("training_id","finished_at");--> statement-breakpoint
CREATE INDEX "quiz_questions_drawn" ON "quiz_questions" USING btree ("training_id","pool") WHERE retired_at is null;