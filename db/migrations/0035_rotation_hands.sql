ALTER TABLE "plan_runs" DROP CONSTRAINT "plan_runs_keeps";--> statement-breakpoint
ALTER TABLE "blocks" ADD COLUMN "touched" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_runs" ADD COLUMN "drafted" jsonb;--> statement-breakpoint
ALTER TABLE "plan_runs" ADD CONSTRAINT "plan_runs_keeps" CHECK ("plan_runs"."keeps" in ('nothing', 'touched', 'blocks'));