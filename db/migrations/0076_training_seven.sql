ALTER TABLE "quiz_attempts" ADD COLUMN "pass_mark" smallint DEFAULT 100 NOT NULL;--> statement-breakpoint
CREATE INDEX "training_sessions_trainer" ON "training_sessions" USING btree ("trainer_id");--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_rated" CHECK ("completions"."usefulness" is null or "completions"."outcome" = 'passed');