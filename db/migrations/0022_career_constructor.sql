CREATE TABLE "ladder_audience" (
	"version_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "ladder_audience_person_id_version_id_pk" PRIMARY KEY("person_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "ladder_overrides" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"edits" integer NOT NULL,
	"reason" text NOT NULL,
	"holes" jsonb NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	CONSTRAINT "ladder_overrides_once" UNIQUE("version_id","edits"),
	CONSTRAINT "ladder_overrides_second_person" CHECK ("ladder_overrides"."approved_by" <> "ladder_overrides"."asked_by"),
	CONSTRAINT "ladder_overrides_reason" CHECK (char_length(btrim("ladder_overrides"."reason")) >= 20),
	CONSTRAINT "ladder_overrides_approved" CHECK (num_nonnulls("ladder_overrides"."approved_by", "ladder_overrides"."approved_at") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "recall_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"on_date" date NOT NULL,
	"position" text NOT NULL,
	"missing" text NOT NULL,
	"correct" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "recall_answers_once_a_day" UNIQUE("person_id","version_id","on_date")
);
--> statement-breakpoint
ALTER TABLE "ladder_audience" ADD CONSTRAINT "ladder_audience_version_id_ladder_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."ladder_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_audience" ADD CONSTRAINT "ladder_audience_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_overrides" ADD CONSTRAINT "ladder_overrides_version_id_ladder_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."ladder_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_overrides" ADD CONSTRAINT "ladder_overrides_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_overrides" ADD CONSTRAINT "ladder_overrides_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recall_answers" ADD CONSTRAINT "recall_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recall_answers" ADD CONSTRAINT "recall_answers_version_id_ladder_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."ladder_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ladder_audience_version" ON "ladder_audience" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "recall_answers_correct" ON "recall_answers" USING btree ("version_id","person_id") WHERE correct;