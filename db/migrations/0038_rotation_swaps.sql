CREATE TABLE "swap_asks" (
	"swap_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "swap_asks_swap_id_person_id_pk" PRIMARY KEY("swap_id","person_id"),
	CONSTRAINT "swap_asks_answer" CHECK ("swap_asks"."answer" in ('yes', 'no')),
	CONSTRAINT "swap_asks_answered" CHECK (("swap_asks"."answer" is null) = ("swap_asks"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "swaps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"team_id" uuid NOT NULL,
	"on_date" date NOT NULL,
	"shift_id" uuid NOT NULL,
	"span" "tstzrange" NOT NULL,
	"offered_by" uuid NOT NULL,
	"note" text,
	"status" text NOT NULL,
	"taken_by" uuid,
	"agreed_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"applied_at" timestamp with time zone,
	"offered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "swaps_kind" CHECK ("swaps"."kind" in ('block', 'day')),
	CONSTRAINT "swaps_status" CHECK ("swaps"."status" in ('open', 'agreed', 'applied', 'refused', 'withdrawn', 'impossible')),
	CONSTRAINT "swaps_taken" CHECK ("swaps"."status" not in ('agreed', 'applied') or "swaps"."taken_by" is not null),
	CONSTRAINT "swaps_not_self" CHECK ("swaps"."taken_by" is distinct from "swaps"."offered_by"),
	CONSTRAINT "swaps_applied" CHECK (("swaps"."status" = 'applied') = ("swaps"."applied_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "team_swap_rules" (
	"team_id" uuid PRIMARY KEY NOT NULL,
	"rule" text NOT NULL,
	"set_by" uuid,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "team_swap_rules_rule" CHECK ("team_swap_rules"."rule" in ('at-once', 'approval'))
);
--> statement-breakpoint
ALTER TABLE "swap_asks" ADD CONSTRAINT "swap_asks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_asks" ADD CONSTRAINT "swap_asks_swap" FOREIGN KEY ("swap_id") REFERENCES "public"."swaps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swaps" ADD CONSTRAINT "swaps_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swaps" ADD CONSTRAINT "swaps_shift_id_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "public"."shifts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swaps" ADD CONSTRAINT "swaps_offered_by_people_id_fk" FOREIGN KEY ("offered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swaps" ADD CONSTRAINT "swaps_taken_by_people_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swaps" ADD CONSTRAINT "swaps_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_swap_rules" ADD CONSTRAINT "team_swap_rules_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_swap_rules" ADD CONSTRAINT "team_swap_rules_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "swap_asks_person" ON "swap_asks" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "swaps_offered" ON "swaps" USING btree ("offered_by","offered_at");--> statement-breakpoint
CREATE INDEX "swaps_team" ON "swaps" USING btree ("team_id","status");--> statement-breakpoint
CREATE INDEX "swaps_shift" ON "swaps" USING btree ("shift_id");