CREATE TABLE "pulse_answers" (
	"pulse_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"site_id" uuid NOT NULL,
	"team_id" uuid,
	"score" smallint NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	CONSTRAINT "pulse_answers_pulse_id_token_hash_pk" PRIMARY KEY("pulse_id","token_hash"),
	CONSTRAINT "pulse_answers_score" CHECK ("pulse_answers"."score" between 1 and 5),
	CONSTRAINT "pulse_answers_comment" CHECK (char_length("pulse_answers"."comment") <= 1000)
);
--> statement-breakpoint
CREATE TABLE "pulse_keys" (
	"pulse_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"public_key" text NOT NULL,
	"private_key" text NOT NULL,
	CONSTRAINT "pulse_keys_pulse_id_site_id_pk" PRIMARY KEY("pulse_id","site_id")
);
--> statement-breakpoint
CREATE TABLE "pulse_places" (
	"pulse_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"parent_id" uuid,
	"name" "localized" NOT NULL,
	CONSTRAINT "pulse_places_pulse_id_place_id_pk" PRIMARY KEY("pulse_id","place_id")
);
--> statement-breakpoint
CREATE TABLE "pulse_results" (
	"pulse_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"answers" smallint NOT NULL,
	"mean" real NOT NULL,
	"comments" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "pulse_results_pulse_id_place_id_pk" PRIMARY KEY("pulse_id","place_id"),
	CONSTRAINT "pulse_results_least" CHECK ("pulse_results"."answers" >= 5)
);
--> statement-breakpoint
CREATE TABLE "pulse_tickets" (
	"pulse_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"blinded_hash" "bytea" NOT NULL,
	CONSTRAINT "pulse_tickets_pulse_id_person_id_pk" PRIMARY KEY("pulse_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "pulses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"question" "localized" NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"least" smallint DEFAULT 5 NOT NULL,
	"least_for_comments" smallint DEFAULT 10 NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "pulses_days" CHECK ("pulses"."closes_on" >= "pulses"."opens_on"),
	CONSTRAINT "pulses_least" CHECK ("pulses"."least" >= 5 and "pulses"."least_for_comments" >= greatest(10, "pulses"."least"))
);
--> statement-breakpoint
ALTER TABLE "pulse_keys" ADD CONSTRAINT "pulse_keys_pulse_id_pulses_id_fk" FOREIGN KEY ("pulse_id") REFERENCES "public"."pulses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulse_keys" ADD CONSTRAINT "pulse_keys_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulse_places" ADD CONSTRAINT "pulse_places_pulse_id_pulses_id_fk" FOREIGN KEY ("pulse_id") REFERENCES "public"."pulses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulse_results" ADD CONSTRAINT "pulse_results_pulse_id_pulses_id_fk" FOREIGN KEY ("pulse_id") REFERENCES "public"."pulses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulse_tickets" ADD CONSTRAINT "pulse_tickets_pulse_id_pulses_id_fk" FOREIGN KEY ("pulse_id") REFERENCES "public"."pulses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulse_tickets" ADD CONSTRAINT "pulse_tickets_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pulses" ADD CONSTRAINT "pulses_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pulses_closes" ON "pulses" USING btree ("closes_on");