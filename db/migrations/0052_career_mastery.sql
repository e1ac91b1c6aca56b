CREATE TABLE "intent_reminders" (
	"intent_id" uuid PRIMARY KEY NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mentor_offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "mentor_offers_order" CHECK ("mentor_offers"."withdrawn_at" >= "mentor_offers"."offered_at")
);
--> statement-breakpoint
ALTER TABLE "intent_reminders" ADD CONSTRAINT "intent_reminders_intent_id_intents_id_fk" FOREIGN KEY ("intent_id") REFERENCES "public"."intents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_offers" ADD CONSTRAINT "mentor_offers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mentor_offers_one_open" ON "mentor_offers" USING btree ("person_id") WHERE withdrawn_at is null;