ALTER TABLE "idea_replies" DROP CONSTRAINT "idea_replies_of_kind";--> statement-breakpoint
ALTER TABLE "idea_comments" DROP CONSTRAINT "idea_comments_body";--> statement-breakpoint
ALTER TABLE "idea_replies" DROP CONSTRAINT "idea_replies_body";--> statement-breakpoint
ALTER TABLE "idea_moderations" DROP CONSTRAINT "idea_moderations_reason";--> statement-breakpoint
ALTER TABLE "ideas" DROP CONSTRAINT "ideas_title";--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "decision_state" text GENERATED ALWAYS AS (case when decision_reply_id is not null then state end) STORED;--> statement-breakpoint
ALTER TABLE "idea_comments" DROP COLUMN "after_id";--> statement-breakpoint
ALTER TABLE "ideas" DROP COLUMN "decision_kind";--> statement-breakpoint
ALTER TABLE "idea_replies" ADD CONSTRAINT "idea_replies_of_state" UNIQUE("idea_id","id","state");--> statement-breakpoint
ALTER TABLE "idea_comments" ADD CONSTRAINT "idea_comments_body" CHECK (char_length(btrim("idea_comments"."body", U&' \0009\000a\000b\000c\000d\00a0\2002\2003\2009\2028\2029\202f\3000\feff')) between 1 and 2000);--> statement-breakpoint
ALTER TABLE "idea_replies" ADD CONSTRAINT "idea_replies_body" CHECK (char_length(btrim("idea_replies"."body", U&' \0009\000a\000b\000c\000d\00a0\2002\2003\2009\2028\2029\202f\3000\feff')) between 20 and 4000);--> statement-breakpoint
ALTER TABLE "idea_moderations" ADD CONSTRAINT "idea_moderations_reason" CHECK (char_length(btrim("idea_moderations"."reason", U&' \0009\000a\000b\000c\000d\00a0\2002\2003\2009\2028\2029\202f\3000\feff')) between 20 and 1000);--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_title" CHECK (char_length(btrim("ideas"."title", U&' \0009\000a\000b\000c\000d\00a0\2002\2003\2009\2028\2029\202f\3000\feff')) between 5 and 140);