ALTER TABLE "swaps" DROP CONSTRAINT "swaps_status";--> statement-breakpoint
ALTER TABLE "tiredness" ADD COLUMN "span" "tstzrange" DEFAULT 'empty' NOT NULL;--> statement-breakpoint
ALTER TABLE "swap_asks" ADD COLUMN "gives" jsonb;--> statement-breakpoint
ALTER TABLE "swaps" ADD COLUMN "gives" jsonb;--> statement-breakpoint
ALTER TABLE "swaps" ADD CONSTRAINT "swaps_status" CHECK ("swaps"."status" in ('open', 'agreed', 'applied', 'refused', 'withdrawn', 'impossible', 'changed'));