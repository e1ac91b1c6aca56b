CREATE TABLE "links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "links_secret_hash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "links_kind" CHECK ("links"."kind" in ('ideas-feed', 'calendar', 'screen'))
);
--> statement-breakpoint
CREATE TABLE "site_days" (
	"site_id" uuid NOT NULL,
	"on_date" date NOT NULL,
	"worked" boolean NOT NULL,
	"name" "localized",
	"set_by" uuid,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "site_days_site_id_on_date_pk" PRIMARY KEY("site_id","on_date")
);
--> statement-breakpoint
CREATE TABLE "search_synonyms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"names" text[] NOT NULL,
	"set_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "search_synonyms_names" CHECK (cardinality("search_synonyms"."names") between 2 and 20)
);
--> statement-breakpoint
DROP INDEX "people_name_search";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "shape" text GENERATED ALWAYS AS (search_shape(name)) STORED;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "workdays" smallint[] DEFAULT '{1,2,3,4,5}' NOT NULL;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_days" ADD CONSTRAINT "site_days_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_days" ADD CONSTRAINT "site_days_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_synonyms" ADD CONSTRAINT "search_synonyms_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "links_person" ON "links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "idea_terms_version" ON "idea_terms" USING btree ("version");--> statement-breakpoint
CREATE INDEX "people_shape" ON "people" USING gin ("shape" gin_trgm_ops);