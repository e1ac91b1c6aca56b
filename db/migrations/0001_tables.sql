CREATE TABLE "accounts" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text,
	"password_changed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"person_id" uuid NOT NULL,
	"key" text NOT NULL,
	"verb" text NOT NULL,
	"input_hash" text NOT NULL,
	"result" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_person_id_key_pk" PRIMARY KEY("person_id","key"),
	CONSTRAINT "idempotency_key_length" CHECK (char_length("idempotency_keys"."key") between 8 and 128)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sessions_order" CHECK ("sessions"."expires_at" > "sessions"."started_at")
);
--> statement-breakpoint
CREATE TABLE "set_ups" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	CONSTRAINT "set_ups_one" CHECK ("set_ups"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"known_device" boolean NOT NULL,
	"address" text NOT NULL,
	"succeeded" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"scope" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "tokens_secret_hash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "tokens_scope" CHECK ("tokens"."scope" in ('read', 'write')),
	CONSTRAINT "tokens_name" CHECK (char_length(btrim("tokens"."name")) between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"on_date" date NOT NULL,
	"at" timestamp with time zone,
	"actor_id" uuid,
	"verb" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"via" text NOT NULL,
	"request_id" text,
	CONSTRAINT "audit_anonymous" CHECK ("audit_entries"."via" <> 'anonymous' or num_nonnulls("audit_entries"."at", "audit_entries"."actor_id", "audit_entries"."request_id") = 0),
	CONSTRAINT "audit_named" CHECK ("audit_entries"."via" = 'anonymous' or "audit_entries"."at" is not null)
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" "localized" NOT NULL,
	"purpose" "localized" NOT NULL,
	"family" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "positions_slug_unique" UNIQUE("slug"),
	CONSTRAINT "positions_family" CHECK ("positions"."family" in ('vertical', 'horizontal-inside', 'horizontal-out'))
);
--> statement-breakpoint
CREATE TABLE "idea_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"idea_id" uuid NOT NULL,
	"author_id" uuid,
	"body" text NOT NULL,
	"said_on" date NOT NULL,
	"created_at" timestamp with time zone,
	"after_id" uuid,
	"turn" smallint,
	"told_on" date,
	CONSTRAINT "idea_comments_turn_once" UNIQUE("idea_id","turn"),
	CONSTRAINT "idea_comments_body" CHECK (char_length(btrim("idea_comments"."body")) between 1 and 2000),
	CONSTRAINT "idea_comments_anonymous" CHECK (("idea_comments"."author_id" is null) = ("idea_comments"."created_at" is null)),
	CONSTRAINT "idea_comments_turn" CHECK (("idea_comments"."author_id" is null) = ("idea_comments"."turn" is not null))
);
--> statement-breakpoint
CREATE TABLE "idea_follows" (
	"idea_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "idea_follows_idea_id_person_id_pk" PRIMARY KEY("idea_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "idea_reminders" (
	"idea_id" uuid NOT NULL,
	"step" text NOT NULL,
	"sent_on" date NOT NULL,
	CONSTRAINT "idea_reminders_idea_id_step_pk" PRIMARY KEY("idea_id","step"),
	CONSTRAINT "idea_reminders_step" CHECK ("idea_reminders"."step" in ('submitted', 'ack-soon', 'ack-due', 'ack-late', 'decide-soon', 'decide-due', 'decide-late'))
);
--> statement-breakpoint
CREATE TABLE "idea_replies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"idea_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text,
	"reason" text,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idea_replies_of" UNIQUE("idea_id","id"),
	CONSTRAINT "idea_replies_of_kind" UNIQUE("idea_id","id","kind"),
	CONSTRAINT "idea_replies_kind" CHECK ("idea_replies"."kind" in ('ack', 'question', 'decision', 'outcome')),
	CONSTRAINT "idea_replies_body" CHECK (char_length(btrim("idea_replies"."body")) between 20 and 4000),
	CONSTRAINT "idea_replies_reason" CHECK (case when "idea_replies"."kind" = 'decision' then "idea_replies"."reason" is not null and "idea_replies"."state" is not null
        else "idea_replies"."reason" is null and "idea_replies"."state" is null end),
	CONSTRAINT "idea_replies_reasons" CHECK ("idea_replies"."reason" in ('useful', 'trial', 'cost', 'law', 'exists', 'elsewhere', 'unclear', 'later', 'same')),
	CONSTRAINT "idea_replies_state" CHECK ("idea_replies"."state" in ('accepted', 'planned', 'in-progress', 'done', 'declined', 'not-now', 'merged'))
);
--> statement-breakpoint
CREATE TABLE "idea_votes" (
	"idea_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "idea_votes_idea_id_person_id_pk" PRIMARY KEY("idea_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "areas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" "localized" NOT NULL,
	"purpose" "localized" NOT NULL,
	"kind" text NOT NULL,
	"team_id" uuid,
	"site_id" uuid,
	"owner_id" uuid NOT NULL,
	"backup_id" uuid NOT NULL,
	"ack_days" smallint NOT NULL,
	"decide_days" smallint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "areas_slug_unique" UNIQUE("slug"),
	CONSTRAINT "areas_kind" CHECK ("areas"."kind" in ('workplace', 'process', 'product', 'training', 'tools')),
	CONSTRAINT "areas_one_place" CHECK (num_nonnulls("areas"."team_id", "areas"."site_id") = 1),
	CONSTRAINT "areas_two_people" CHECK ("areas"."owner_id" <> "areas"."backup_id"),
	CONSTRAINT "areas_ack_days" CHECK ("areas"."ack_days" between 1 and 14),
	CONSTRAINT "areas_decide_days" CHECK ("areas"."decide_days" between "areas"."ack_days" and 90)
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"question" "localized" NOT NULL,
	"area_id" uuid NOT NULL,
	"team_id" uuid,
	"site_id" uuid,
	"project_id" uuid,
	"sponsor_id" uuid NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"closed_by" uuid,
	"outcome" "localized",
	"outcome_at" timestamp with time zone,
	CONSTRAINT "campaigns_kind" CHECK ("campaigns"."kind" in ('standing', 'question')),
	CONSTRAINT "campaigns_one_audience" CHECK (num_nonnulls("campaigns"."team_id", "campaigns"."site_id", "campaigns"."project_id") <= 1),
	CONSTRAINT "campaigns_order" CHECK ("campaigns"."closes_at" > "campaigns"."opens_at"),
	CONSTRAINT "campaigns_question_closes" CHECK ("campaigns"."kind" = 'standing' or "campaigns"."closes_at" is not null),
	CONSTRAINT "campaigns_outcome" CHECK (("campaigns"."outcome" is null) = ("campaigns"."outcome_at" is null))
);
--> statement-breakpoint
CREATE TABLE "idea_terms" (
	"idea_id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"document" "tsvector" NOT NULL,
	"version" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ideas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"title" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"area_id" uuid NOT NULL,
	"campaign_id" uuid,
	"author_mode" text NOT NULL,
	"author_id" uuid,
	"code_hash" "bytea",
	"owner_id" uuid NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"submitted_on" date NOT NULL,
	"ack_due" date NOT NULL,
	"decide_due" date NOT NULL,
	"answered_on" date,
	"returns_on" date,
	"first_reply_id" uuid,
	"decision_reply_id" uuid,
	"merged_into" uuid,
	"votes" integer DEFAULT 0 NOT NULL,
	"due" date GENERATED ALWAYS AS (case when first_reply_id is null then ack_due when decision_reply_id is null then decide_due end) STORED,
	"root" boolean GENERATED ALWAYS AS (merged_into is null) STORED,
	"merged_root" boolean GENERATED ALWAYS AS (case when merged_into is not null then true end) STORED,
	"decision_kind" text GENERATED ALWAYS AS (case when decision_reply_id is not null then 'decision' end) STORED,
	CONSTRAINT "ideas_number" UNIQUE("number"),
	CONSTRAINT "ideas_code" UNIQUE("code_hash"),
	CONSTRAINT "ideas_id_root" UNIQUE("id","root"),
	CONSTRAINT "ideas_title" CHECK (char_length(btrim("ideas"."title")) between 5 and 140),
	CONSTRAINT "ideas_body" CHECK (char_length("ideas"."body") <= 8000),
	CONSTRAINT "ideas_author_mode" CHECK ("ideas"."author_mode" in ('named', 'hidden', 'anonymous')),
	CONSTRAINT "ideas_anonymous" CHECK (("ideas"."author_mode" = 'anonymous') = ("ideas"."author_id" is null)),
	CONSTRAINT "ideas_code_kept" CHECK (("ideas"."author_mode" = 'anonymous') = ("ideas"."code_hash" is not null)),
	CONSTRAINT "ideas_state" CHECK ("ideas"."state" in ('new', 'under-review', 'accepted', 'planned', 'in-progress', 'done', 'declined', 'not-now', 'merged')),
	CONSTRAINT "ideas_answered_first" CHECK ("ideas"."state" = 'new' or "ideas"."first_reply_id" is not null),
	CONSTRAINT "ideas_decided" CHECK ("ideas"."state" in ('new', 'under-review') or "ideas"."decision_reply_id" is not null),
	CONSTRAINT "ideas_merged" CHECK (("ideas"."state" = 'merged') = ("ideas"."merged_into" is not null)),
	CONSTRAINT "ideas_returns" CHECK (("ideas"."state" = 'not-now') = ("ideas"."returns_on" is not null)),
	CONSTRAINT "ideas_due_order" CHECK ("ideas"."ack_due" >= "ideas"."submitted_on" and "ideas"."decide_due" >= "ideas"."ack_due"),
	CONSTRAINT "ideas_votes" CHECK ("ideas"."votes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"href" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"mailed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" "localized" NOT NULL,
	CONSTRAINT "channels_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "employments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"position_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"team_id" uuid,
	"kind" text NOT NULL,
	"valid" daterange NOT NULL,
	"reason" text,
	"decided_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "employments_kind" CHECK ("employments"."kind" in ('hire', 'up', 'across', 'out', 'back', 'acting', 'transfer')),
	CONSTRAINT "employments_decider" CHECK ("employments"."decided_by" <> "employments"."person_id"),
	CONSTRAINT "employments_valid" CHECK (not isempty("employments"."valid") and lower("employments"."valid") is not null)
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"team_id" uuid,
	"site_id" uuid,
	"deputy" boolean DEFAULT false NOT NULL,
	"valid" "tstzrange" NOT NULL,
	"granted_by" uuid,
	"withdrawn_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grants_role" CHECK ("grants"."role" in ('operator', 'mentor', 'supervisor', 'head', 'hr', 'admin', 'trainer', 'quality', 'safety', 'welfare')),
	CONSTRAINT "grants_one_scope" CHECK (num_nonnulls("grants"."team_id", "grants"."site_id") <= 1),
	CONSTRAINT "grants_supervisor_has_team" CHECK (("grants"."role" = 'supervisor') = ("grants"."team_id" is not null)),
	CONSTRAINT "grants_valid" CHECK (not isempty("grants"."valid") and lower("grants"."valid") is not null),
	CONSTRAINT "grants_deputy_ends" CHECK (not "grants"."deputy" or upper("grants"."valid") is not null)
);
--> statement-breakpoint
CREATE TABLE "mentorships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mentor_id" uuid NOT NULL,
	"mentee_id" uuid NOT NULL,
	"valid" daterange NOT NULL,
	"assigned_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mentorships_two_people" CHECK ("mentorships"."mentor_id" <> "mentorships"."mentee_id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"external_id" text,
	"locale" text DEFAULT 'uk' NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL,
	"praise_visibility" text DEFAULT 'public' NOT NULL,
	"born_on" text,
	"created_at" timestamp with time zone NOT NULL,
	"erased_at" timestamp with time zone,
	CONSTRAINT "people_external_id_unique" UNIQUE("external_id"),
	CONSTRAINT "people_name_length" CHECK (char_length(btrim("people"."name")) between 1 and 200),
	CONSTRAINT "people_email_form" CHECK ("people"."email" = lower("people"."email") and "people"."email" like '_%@_%'),
	CONSTRAINT "people_locale" CHECK ("people"."locale" in ('uk', 'en')),
	CONSTRAINT "people_theme" CHECK ("people"."theme" in ('system', 'light', 'dark')),
	CONSTRAINT "people_praise_visibility" CHECK ("people"."praise_visibility" in ('public', 'team', 'private'))
);
--> statement-breakpoint
CREATE TABLE "project_channels" (
	"project_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	CONSTRAINT "project_channels_project_id_channel_id_pk" PRIMARY KEY("project_id","channel_id")
);
--> statement-breakpoint
CREATE TABLE "project_services" (
	"project_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	CONSTRAINT "project_services_project_id_service_id_pk" PRIMARY KEY("project_id","service_id")
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" "localized" NOT NULL,
	"market" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "projects_slug_unique" UNIQUE("slug"),
	CONSTRAINT "projects_market" CHECK ("projects"."market" in ('b2c', 'b2b'))
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" "localized" NOT NULL,
	CONSTRAINT "services_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" "localized" NOT NULL,
	"city" "localized" NOT NULL,
	"time_zone" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sites_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"project_id" uuid,
	"name" "localized" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "teams_id_site" UNIQUE("id","site_id")
);
--> statement-breakpoint
CREATE TABLE "company_values" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" "localized" NOT NULL,
	"meaning" "localized" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "company_values_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "praise_budgets" (
	"giver_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"month" date NOT NULL,
	"cap" smallint NOT NULL,
	"spent" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "praise_budgets_giver_id_kind_month_pk" PRIMARY KEY("giver_id","kind","month"),
	CONSTRAINT "praise_budgets_kind" CHECK ("praise_budgets"."kind" in ('supervisor', 'peer')),
	CONSTRAINT "praise_budgets_month" CHECK (extract(day from "praise_budgets"."month") = 1),
	CONSTRAINT "praise_budgets_cap" CHECK ("praise_budgets"."cap" between 0 and 50),
	CONSTRAINT "praise_budgets_spent" CHECK ("praise_budgets"."spent" between 0 and "praise_budgets"."cap")
);
--> statement-breakpoint
CREATE TABLE "praise_reactions" (
	"praise_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "praise_reactions_praise_id_person_id_pk" PRIMARY KEY("praise_id","person_id"),
	CONSTRAINT "praise_reactions_kind" CHECK ("praise_reactions"."kind" in ('clap', 'heart', 'strength'))
);
--> statement-breakpoint
CREATE TABLE "praise_revocations" (
	"praise_id" uuid PRIMARY KEY NOT NULL,
	"revoked_by" uuid NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "praise_revocations_reason" CHECK (char_length(btrim("praise_revocations"."reason")) between 10 and 500)
);
--> statement-breakpoint
CREATE TABLE "praises" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"giver_id" uuid NOT NULL,
	"receiver_id" uuid NOT NULL,
	"value_id" uuid NOT NULL,
	"deed" text NOT NULL,
	"visibility" text NOT NULL,
	"evidence_kind" text,
	"evidence_id" text,
	"idea_id" uuid,
	"budget_month" date,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "praises_kind" CHECK ("praises"."kind" in ('supervisor', 'peer', 'award', 'customer')),
	CONSTRAINT "praises_not_self" CHECK ("praises"."giver_id" <> "praises"."receiver_id"),
	CONSTRAINT "praises_deed" CHECK (char_length(btrim("praises"."deed")) between 30 and 1000),
	CONSTRAINT "praises_visibility" CHECK ("praises"."visibility" in ('public', 'team', 'private')),
	CONSTRAINT "praises_evidence" CHECK ("praises"."evidence_kind" in ('idea', 'contact', 'shift', 'training', 'other')),
	CONSTRAINT "praises_evidence_idea" CHECK (("praises"."evidence_kind" is not distinct from 'idea') = ("praises"."idea_id" is not null)),
	CONSTRAINT "praises_budget" CHECK (("praises"."kind" in ('supervisor', 'peer')) = ("praises"."budget_month" is not null))
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" "localized" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organisations_one" CHECK ("organisations"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_ups" ADD CONSTRAINT "set_ups_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_comments" ADD CONSTRAINT "idea_comments_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_comments" ADD CONSTRAINT "idea_comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_follows" ADD CONSTRAINT "idea_follows_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_follows" ADD CONSTRAINT "idea_follows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_reminders" ADD CONSTRAINT "idea_reminders_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_replies" ADD CONSTRAINT "idea_replies_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_replies" ADD CONSTRAINT "idea_replies_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_votes" ADD CONSTRAINT "idea_votes_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_votes" ADD CONSTRAINT "idea_votes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_backup_id_people_id_fk" FOREIGN KEY ("backup_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_sponsor_id_people_id_fk" FOREIGN KEY ("sponsor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_terms" ADD CONSTRAINT "idea_terms_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_area_id_areas_id_fk" FOREIGN KEY ("area_id") REFERENCES "public"."areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employments" ADD CONSTRAINT "employments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employments" ADD CONSTRAINT "employments_position_id_positions_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employments" ADD CONSTRAINT "employments_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employments" ADD CONSTRAINT "employments_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_mentor_id_people_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_mentee_id_people_id_fk" FOREIGN KEY ("mentee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_assigned_by_people_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_channels" ADD CONSTRAINT "project_channels_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_channels" ADD CONSTRAINT "project_channels_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_services" ADD CONSTRAINT "project_services_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_services" ADD CONSTRAINT "project_services_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "praise_budgets" ADD CONSTRAINT "praise_budgets_giver_id_people_id_fk" FOREIGN KEY ("giver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "praise_reactions" ADD CONSTRAINT "praise_reactions_praise_id_praises_id_fk" FOREIGN KEY ("praise_id") REFERENCES "public"."praises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "praise_reactions" ADD CONSTRAINT "praise_reactions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "praise_revocations" ADD CONSTRAINT "praise_revocations_praise_id_praises_id_fk" FOREIGN KEY ("praise_id") REFERENCES "public"."praises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "praise_revocations" ADD CONSTRAINT "praise_revocations_revoked_by_people_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "praises" ADD CONSTRAINT "praises_giver_id_people_id_fk" FOREIGN KEY ("giver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "praises" ADD CONSTRAINT "praises_receiver_id_people_id_fk" FOREIGN KEY ("receiver_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "praises" ADD CONSTRAINT "praises_value_id_company_values_id_fk" FOREIGN KEY ("value_id") REFERENCES "public"."company_values"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "praises" ADD CONSTRAINT "praises_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "praises" ADD CONSTRAINT "praises_from_budget" FOREIGN KEY ("giver_id","kind","budget_month") REFERENCES "public"."praise_budgets"("giver_id","kind","month") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_keys_at" ON "idempotency_keys" USING btree ("at");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_email" ON "sign_in_attempts" USING btree ("email","at");--> statement-breakpoint
CREATE INDEX "tokens_person" ON "tokens" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit_entries" USING btree ("at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit_entries" USING btree ("actor_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit_entries" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "audit_verb" ON "audit_entries" USING btree ("verb","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "idea_comments_idea" ON "idea_comments" USING btree ("idea_id","created_at");--> statement-breakpoint
CREATE INDEX "idea_comments_untold" ON "idea_comments" USING btree ("said_on") WHERE author_id is null and told_on is null;--> statement-breakpoint
CREATE INDEX "idea_follows_person" ON "idea_follows" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "idea_replies_idea" ON "idea_replies" USING btree ("idea_id","created_at");--> statement-breakpoint
CREATE INDEX "idea_votes_person" ON "idea_votes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "areas_owner" ON "areas" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "areas_backup" ON "areas" USING btree ("backup_id");--> statement-breakpoint
CREATE INDEX "campaigns_opens" ON "campaigns" USING btree ("opens_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "idea_terms_document" ON "idea_terms" USING gin ("document");--> statement-breakpoint
CREATE INDEX "idea_terms_title" ON "idea_terms" USING gist (title gist_trgm_ops(siglen=64));--> statement-breakpoint
CREATE UNIQUE INDEX "ideas_sent_twice" ON "ideas" USING btree (md5(title || body),"submitted_on") WHERE author_mode = 'anonymous';--> statement-breakpoint
CREATE INDEX "ideas_new" ON "ideas" USING btree ("submitted_on" DESC NULLS LAST,"number" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "ideas_supported" ON "ideas" USING btree ("votes" DESC NULLS LAST,"number" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "ideas_answered" ON "ideas" USING btree ("answered_on" DESC NULLS LAST,"number" DESC NULLS LAST) WHERE answered_on is not null;--> statement-breakpoint
CREATE INDEX "ideas_area" ON "ideas" USING btree ("area_id","submitted_on" DESC NULLS LAST,"number" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "ideas_state_new" ON "ideas" USING btree ("state","submitted_on" DESC NULLS LAST,"number" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "ideas_author" ON "ideas" USING btree ("author_id","submitted_on" DESC NULLS LAST,"number" DESC NULLS LAST) WHERE author_id is not null;--> statement-breakpoint
CREATE INDEX "ideas_owner_due" ON "ideas" USING btree ("owner_id","due","number") WHERE due is not null;--> statement-breakpoint
CREATE INDEX "ideas_due" ON "ideas" USING btree ("due","number") WHERE due is not null;--> statement-breakpoint
CREATE INDEX "ideas_anonymous" ON "ideas" USING btree ("submitted_on") WHERE author_mode = 'anonymous';--> statement-breakpoint
CREATE INDEX "ideas_campaign" ON "ideas" USING btree ("campaign_id") WHERE campaign_id is not null;--> statement-breakpoint
CREATE INDEX "notices_inbox" ON "notices" USING btree ("person_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notices_unread" ON "notices" USING btree ("person_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notices_unmailed" ON "notices" USING btree ("created_at") WHERE mailed_at is null;--> statement-breakpoint
CREATE INDEX "employments_person" ON "employments" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "employments_team" ON "employments" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "employments_site" ON "employments" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "employments_position" ON "employments" USING btree ("position_id");--> statement-breakpoint
CREATE INDEX "grants_person" ON "grants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "grants_team" ON "grants" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "mentorships_mentor" ON "mentorships" USING btree ("mentor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "people_name" ON "people" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "teams_site" ON "teams" USING btree ("site_id");--> statement-breakpoint
CREATE UNIQUE INDEX "praises_peer_pair" ON "praises" USING btree ("giver_id","receiver_id","budget_month") WHERE kind = 'peer';--> statement-breakpoint
CREATE INDEX "praises_wall" ON "praises" USING btree ("created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "praises_receiver" ON "praises" USING btree ("receiver_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "praises_giver" ON "praises" USING btree ("giver_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "praises_idea" ON "praises" USING btree ("idea_id") WHERE idea_id is not null;