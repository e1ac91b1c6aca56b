CREATE TABLE "customer_thanks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"reference" text NOT NULL,
	"received_on" date NOT NULL,
	"raw_text" text,
	"public_text" text,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"operator_id" uuid,
	"matched_by" uuid,
	"matched_at" timestamp with time zone,
	"decision" text,
	"decided_at" timestamp with time zone,
	"set_aside_by" uuid,
	"set_aside_at" timestamp with time zone,
	"set_aside_reason" text,
	CONSTRAINT "customer_thanks_once" UNIQUE("channel","reference"),
	CONSTRAINT "customer_thanks_words" UNIQUE("id","public_text"),
	CONSTRAINT "customer_thanks_channel" CHECK ("customer_thanks"."channel" in ('call', 'chat', 'mail', 'messenger', 'social', 'letter', 'other')),
	CONSTRAINT "customer_thanks_reference" CHECK (char_length(btrim("customer_thanks"."reference")) between 1 and 100),
	CONSTRAINT "customer_thanks_raw" CHECK (char_length(btrim("customer_thanks"."raw_text")) between 1 and 2000),
	CONSTRAINT "customer_thanks_text" CHECK (char_length(btrim("customer_thanks"."public_text")) between 1 and 2000),
	CONSTRAINT "customer_thanks_cleaned" CHECK ("customer_thanks"."public_text" !~ '(\d[ ().+-]*){9,}' and "customer_thanks"."public_text" !~ '\S@\S+\.\S'),
	CONSTRAINT "customer_thanks_matched" CHECK (num_nonnulls("customer_thanks"."operator_id", "customer_thanks"."matched_by", "customer_thanks"."matched_at") in (0, 3)
        and ("customer_thanks"."operator_id" is null or "customer_thanks"."public_text" is not null and "customer_thanks"."raw_text" is null)),
	CONSTRAINT "customer_thanks_by_another" CHECK ("customer_thanks"."matched_by" <> "customer_thanks"."operator_id"),
	CONSTRAINT "customer_thanks_kept" CHECK ("customer_thanks"."raw_text" is not null or "customer_thanks"."public_text" is not null or "customer_thanks"."set_aside_at" is not null),
	CONSTRAINT "customer_thanks_decided" CHECK (("customer_thanks"."decision" is null) = ("customer_thanks"."decided_at" is null) and ("customer_thanks"."decision" is null or "customer_thanks"."operator_id" is not null)
        and "customer_thanks"."decision" in ('wall', 'keep')),
	CONSTRAINT "customer_thanks_set_aside" CHECK (num_nonnulls("customer_thanks"."set_aside_by", "customer_thanks"."set_aside_at", "customer_thanks"."set_aside_reason") in (0, 3)
        and ("customer_thanks"."set_aside_at" is null or "customer_thanks"."operator_id" is null and "customer_thanks"."raw_text" is null)
        and char_length(btrim("customer_thanks"."set_aside_reason")) >= 10)
);
--> statement-breakpoint
CREATE TABLE "celebration_wishes" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"birthday" date,
	"is_anniversary_shown" boolean NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "celebration_wishes_no_age" CHECK (extract(year from "celebration_wishes"."birthday") = 2000)
);
--> statement-breakpoint
CREATE TABLE "praise_caps" (
	"kind" text NOT NULL,
	"from_month" date NOT NULL,
	"cap" smallint NOT NULL,
	"set_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "praise_caps_kind_from_month_pk" PRIMARY KEY("kind","from_month"),
	CONSTRAINT "praise_caps_kind" CHECK ("praise_caps"."kind" in ('supervisor', 'peer')),
	CONSTRAINT "praise_caps_month" CHECK (extract(day from "praise_caps"."from_month") = 1),
	CONSTRAINT "praise_caps_cap" CHECK ("praise_caps"."cap" between 0 and 50)
);
--> statement-breakpoint
CREATE TABLE "praise_freezes" (
	"month" date PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"lifted_at" timestamp with time zone,
	"lifted_by" uuid,
	"reason" text,
	CONSTRAINT "praise_freezes_lifted" CHECK (num_nonnulls("praise_freezes"."lifted_at", "praise_freezes"."lifted_by", "praise_freezes"."reason") in (0, 3) and char_length(btrim("praise_freezes"."reason")) >= 20)
);
--> statement-breakpoint
ALTER TABLE "praises" DROP CONSTRAINT "praises_deed";--> statement-breakpoint
ALTER TABLE "praises" ALTER COLUMN "value_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "praises" ADD COLUMN "thanks_id" uuid;--> statement-breakpoint
ALTER TABLE "customer_thanks" ADD CONSTRAINT "customer_thanks_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_thanks" ADD CONSTRAINT "customer_thanks_operator_id_people_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_thanks" ADD CONSTRAINT "customer_thanks_matched_by_people_id_fk" FOREIGN KEY ("matched_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_thanks" ADD CONSTRAINT "customer_thanks_set_aside_by_people_id_fk" FOREIGN KEY ("set_aside_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "celebration_wishes" ADD CONSTRAINT "celebration_wishes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "praise_caps" ADD CONSTRAINT "praise_caps_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "praise_freezes" ADD CONSTRAINT "praise_freezes_lifted_by_people_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_thanks_waiting" ON "customer_thanks" USING btree ("entered_at") WHERE operator_id is null and set_aside_at is null;--> statement-breakpoint
CREATE INDEX "customer_thanks_operator" ON "customer_thanks" USING btree ("operator_id","matched_at");--> statement-breakpoint
CREATE INDEX "celebration_wishes_birthday" ON "celebration_wishes" USING btree ("birthday") WHERE birthday is not null;--> statement-breakpoint
ALTER TABLE "praises" ADD CONSTRAINT "praises_cleaned" FOREIGN KEY ("thanks_id","deed") REFERENCES "public"."customer_thanks"("id","public_text") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "praises" ADD CONSTRAINT "praises_thanks_once" UNIQUE("thanks_id");--> statement-breakpoint
ALTER TABLE "praises" ADD CONSTRAINT "praises_value" CHECK (("praises"."kind" = 'customer') = ("praises"."value_id" is null));--> statement-breakpoint
ALTER TABLE "praises" ADD CONSTRAINT "praises_thanks" CHECK (("praises"."kind" = 'customer') = ("praises"."thanks_id" is not null));--> statement-breakpoint
ALTER TABLE "praises" ADD CONSTRAINT "praises_deed" CHECK (char_length(btrim("praises"."deed")) between (case when "praises"."kind" = 'customer' then 1 else 30 end) and 2000);