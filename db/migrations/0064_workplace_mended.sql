ALTER TABLE "files" DROP CONSTRAINT "files_mime";--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_mime" CHECK (case when "files"."name" is null then "files"."mime" in ('image/jpeg', 'image/webp') else "files"."mime" in ('application/pdf', 'text/plain',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/vnd.openxmlformats-officedocument.presentationml.presentation',
        'application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet',
        'application/vnd.oasis.opendocument.presentation') end);