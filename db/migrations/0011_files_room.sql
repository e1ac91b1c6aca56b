CREATE TABLE "action_photos" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"action_id" uuid NOT NULL,
	"shows" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "action_photos_shows" CHECK ("action_photos"."shows" in ('fault', 'mended'))
);
--> statement-breakpoint
CREATE TABLE "file_contents" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room" text NOT NULL,
	"mime" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" smallint NOT NULL,
	"height" smallint NOT NULL,
	"sha256" "bytea" NOT NULL,
	"metadata_stripped" boolean NOT NULL,
	"uploaded_by" uuid,
	"uploaded_at" timestamp with time zone NOT NULL,
	"attached_at" timestamp with time zone,
	CONSTRAINT "files_room" CHECK ("files"."room" in ('workplace', 'ideas', 'training', 'recognition', 'career')),
	CONSTRAINT "files_mime" CHECK ("files"."mime" in ('image/jpeg', 'image/webp')),
	CONSTRAINT "files_size" CHECK ("files"."bytes" between 1 and 3000000 and "files"."width" between 1 and 1600 and "files"."height" between 1 and 1600),
	CONSTRAINT "files_sha256" CHECK (length("files"."sha256") = 32),
	CONSTRAINT "files_stripped" CHECK ("files"."metadata_stripped")
);
--> statement-breakpoint
CREATE TABLE "answer_photos" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"inspection_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "action_photos" ADD CONSTRAINT "action_photos_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_photos" ADD CONSTRAINT "action_photos_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_contents" ADD CONSTRAINT "file_contents_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_photos" ADD CONSTRAINT "answer_photos_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_photos" ADD CONSTRAINT "answer_photos_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_photos" ADD CONSTRAINT "answer_photos_inspection_version" FOREIGN KEY ("inspection_id","version_id") REFERENCES "public"."inspections"("id","version_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_photos" ADD CONSTRAINT "answer_photos_item_version" FOREIGN KEY ("version_id","item_id") REFERENCES "public"."checklist_items"("version_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_photos_action" ON "action_photos" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "files_loose" ON "files" USING btree ("uploaded_by","uploaded_at") WHERE attached_at is null;--> statement-breakpoint
CREATE INDEX "answer_photos_item" ON "answer_photos" USING btree ("inspection_id","item_id");