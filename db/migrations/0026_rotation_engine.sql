CREATE TABLE "plan_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"status" text NOT NULL,
	"keeps" text NOT NULL,
	"seconds" smallint NOT NULL,
	"seed" integer NOT NULL,
	"weights" jsonb NOT NULL,
	"news" jsonb,
	"outcome" jsonb,
	"asked_by" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"stop_asked_at" timestamp with time zone,
	"heard_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "plan_runs_status" CHECK ("plan_runs"."status" in ('waiting', 'running', 'done', 'failed')),
	CONSTRAINT "plan_runs_keeps" CHECK ("plan_runs"."keeps" in ('nothing', 'blocks')),
	CONSTRAINT "plan_runs_seconds" CHECK ("plan_runs"."seconds" between 1 and 60),
	CONSTRAINT "plan_runs_ended" CHECK (("plan_runs"."status" in ('done', 'failed')) = ("plan_runs"."ended_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "plan_runs" ADD CONSTRAINT "plan_runs_plan_id_rotation_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."rotation_plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_runs" ADD CONSTRAINT "plan_runs_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_runs_one_open" ON "plan_runs" USING btree ("plan_id") WHERE status in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "plan_runs_plan" ON "plan_runs" USING btree ("plan_id","asked_at");