CREATE TABLE "celebration_greetings" (
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"celebrated_on" date NOT NULL,
	"greeter_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "celebration_greetings_once" PRIMARY KEY("person_id","kind","celebrated_on","greeter_id"),
	CONSTRAINT "celebration_greetings_kind" CHECK ("celebration_greetings"."kind" in ('birthday', 'anniversary')),
	CONSTRAINT "celebration_greetings_not_self" CHECK ("celebration_greetings"."person_id" <> "celebration_greetings"."greeter_id"),
	CONSTRAINT "celebration_greetings_in_time" CHECK (("celebration_greetings"."created_at" at time zone 'Europe/Kyiv')::date between "celebration_greetings"."celebrated_on" and "celebration_greetings"."celebrated_on" + 3)
);
--> statement-breakpoint
ALTER TABLE "round_schedules" ADD COLUMN "workplace_id" uuid;--> statement-breakpoint
ALTER TABLE "celebration_greetings" ADD CONSTRAINT "celebration_greetings_person_id_celebration_wishes_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."celebration_wishes"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "celebration_greetings" ADD CONSTRAINT "celebration_greetings_greeter_id_people_id_fk" FOREIGN KEY ("greeter_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "celebration_greetings_greeter" ON "celebration_greetings" USING btree ("greeter_id");--> statement-breakpoint
ALTER TABLE "round_schedules" ADD CONSTRAINT "round_schedules_seat_room" FOREIGN KEY ("workplace_id","room_id") REFERENCES "public"."workplaces"("id","room_id") ON DELETE no action ON UPDATE cascade;