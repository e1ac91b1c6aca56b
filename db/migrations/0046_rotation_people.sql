CREATE TABLE "task_wishes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"wish" text NOT NULL,
	"on_date" date,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "task_wishes_one" UNIQUE NULLS NOT DISTINCT("person_id","task_id","on_date"),
	CONSTRAINT "task_wishes_wish" CHECK ("task_wishes"."wish" in ('like', 'rather-not', 'not-today')),
	CONSTRAINT "task_wishes_day" CHECK (("task_wishes"."wish" = 'not-today') = ("task_wishes"."on_date" is not null))
);
--> statement-breakpoint
CREATE TABLE "tiredness" (
	"block_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"score" smallint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "tiredness_score" CHECK ("tiredness"."score" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "task_wishes" ADD CONSTRAINT "task_wishes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_wishes" ADD CONSTRAINT "task_wishes_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tiredness" ADD CONSTRAINT "tiredness_block_id_blocks_id_fk" FOREIGN KEY ("block_id") REFERENCES "public"."blocks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tiredness" ADD CONSTRAINT "tiredness_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tiredness_person" ON "tiredness" USING btree ("person_id","at");