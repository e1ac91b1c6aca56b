ALTER TABLE "files" DROP CONSTRAINT "files_mime";--> statement-breakpoint
ALTER TABLE "files" DROP CONSTRAINT "files_size";--> statement-breakpoint
ALTER TABLE "files" DROP CONSTRAINT "files_stripped";--> statement-breakpoint
ALTER TABLE "files" ALTER COLUMN "width" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ALTER COLUMN "height" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_signed" CHECK ("files"."name" is null or num_nonnulls("files"."uploaded_by", "files"."attached_at") > 0);--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_name" CHECK (char_length("files"."name") between 1 and 120 and "files"."name" !~ '[/\\[:cntrl:]]');--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_mime" CHECK ("files"."mime" in ('image/jpeg', 'image/webp') or ("files"."name" is not null and "files"."mime" in ('application/pdf', 'text/plain',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/vnd.openxmlformats-officedocument.presentationml.presentation',
        'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet',
        'application/vnd.oasis.opendocument.presentation')));--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_size" CHECK (case when "files"."name" is null then "files"."bytes" between 1 and 3000000 and coalesce("files"."width", 0) between 1 and 1600
          and coalesce("files"."height", 0) between 1 and 1600
        else "files"."bytes" between 1 and 10485760 and num_nonnulls("files"."width", "files"."height") = 0 end);--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_stripped" CHECK ("files"."metadata_stripped" = ("files"."name" is null));