ALTER TABLE "assessments" DROP CONSTRAINT "assessments_self_proposes";--> statement-breakpoint
ALTER TABLE "plans" DROP CONSTRAINT "plans_frozen";--> statement-breakpoint
ALTER TABLE "recall_answers" DROP COLUMN "position";--> statement-breakpoint
ALTER TABLE "recall_answers" DROP COLUMN "missing";--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_self_proposes" CHECK ("assessments"."source" not in ('self', 'peer') or "assessments"."state" = 'proposed');--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_frozen" CHECK ("plans"."state" in ('wish', 'dropped') or num_nonnulls("plans"."frozen", "plans"."agreed_at", "plans"."agreed_by") = 3);