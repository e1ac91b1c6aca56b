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
CREATE TABLE "action_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_id" uuid,
	"note" text,
	CONSTRAINT "action_events_kind" CHECK ("action_events"."kind" in ('opened', 'repeated', 'assigned', 'done', 'returned', 'verified', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "actions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"workplace_id" uuid,
	"item_key" text NOT NULL,
	"inspection_id" uuid,
	"item_id" uuid,
	"severity" text NOT NULL,
	"assignee_id" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" uuid,
	"due_at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"done_note" text,
	"verified_at" timestamp with time zone,
	"verified_by" uuid,
	"repeats" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "actions_source" CHECK (num_nonnulls("actions"."inspection_id", "actions"."item_id") = case when "actions"."item_key" like 'fault\_%' then 0 else 2 end),
	CONSTRAINT "actions_severity" CHECK ("actions"."severity" in ('stop', 'high', 'normal', 'low')),
	CONSTRAINT "actions_status" CHECK ("actions"."status" in ('open', 'in-progress', 'done', 'verified', 'cancelled')),
	CONSTRAINT "actions_due" CHECK ("actions"."due_at" > "actions"."opened_at"),
	CONSTRAINT "actions_done" CHECK ("actions"."status" not in ('done', 'verified') or num_nonnulls("actions"."done_at", "actions"."done_by", "actions"."done_note") = 3),
	CONSTRAINT "actions_verified" CHECK (("actions"."status" = 'verified') = (num_nonnulls("actions"."verified_at", "actions"."verified_by") = 2)),
	CONSTRAINT "actions_verifier" CHECK ("actions"."verified_by" is distinct from "actions"."done_by" or "actions"."verified_by" is null),
	CONSTRAINT "actions_repeats" CHECK ("actions"."repeats" >= 0)
);
--> statement-breakpoint
CREATE TABLE "faults" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workplace_id" uuid NOT NULL,
	"reported_by" uuid NOT NULL,
	"kind" text NOT NULL,
	"note" text,
	"reported_at" timestamp with time zone NOT NULL,
	"action_id" uuid NOT NULL,
	CONSTRAINT "faults_kind" CHECK ("faults"."kind" in ('headset', 'computer', 'screen', 'network', 'chair', 'light', 'air', 'noise', 'cleanliness', 'other')),
	CONSTRAINT "faults_note" CHECK (char_length("faults"."note") <= 500)
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
CREATE TABLE "competence_levels" (
	"competence_id" uuid NOT NULL,
	"level" smallint NOT NULL,
	"behaviour" "localized" NOT NULL,
	CONSTRAINT "competence_levels_pk" PRIMARY KEY("competence_id","level"),
	CONSTRAINT "competence_levels_level" CHECK ("competence_levels"."level" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "competences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"cluster" text NOT NULL,
	"title" "localized" NOT NULL,
	"external_codes" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "competences_slug_unique" UNIQUE("slug"),
	CONSTRAINT "competences_cluster" CHECK ("competences"."cluster" in ('customer', 'self', 'people', 'operations'))
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
CREATE TABLE "checklist_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"section_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" smallint NOT NULL,
	"type" text NOT NULL,
	"title" "localized" NOT NULL,
	"hint" "localized",
	"weight" double precision NOT NULL,
	"critical" boolean DEFAULT false NOT NULL,
	"unit" text,
	"plausible_low" double precision,
	"plausible_high" double precision,
	"scale_min" smallint,
	"scale_max" smallint,
	"na_allowed" boolean DEFAULT true NOT NULL,
	"photo_on_fail" boolean DEFAULT false NOT NULL,
	"instrument_kind" text,
	"per_seat" boolean DEFAULT false NOT NULL,
	"measured_by" text DEFAULT 'person' NOT NULL,
	CONSTRAINT "checklist_items_key" UNIQUE("version_id","key"),
	CONSTRAINT "checklist_items_position" UNIQUE("section_id","position"),
	CONSTRAINT "checklist_items_version" UNIQUE("version_id","id"),
	CONSTRAINT "checklist_items_key_form" CHECK ("checklist_items"."key" ~ '^[a-z][a-z0-9_]{2,60}$'),
	CONSTRAINT "checklist_items_type" CHECK ("checklist_items"."type" in ('yes-no', 'scale', 'number', 'choice', 'text', 'photo')),
	CONSTRAINT "checklist_items_measured_by" CHECK ("checklist_items"."measured_by" in ('person', 'browser')),
	CONSTRAINT "checklist_items_weight" CHECK ("checklist_items"."weight" between 0 and 10 and (not "checklist_items"."critical" or "checklist_items"."weight" > 0)),
	CONSTRAINT "checklist_items_unscored" CHECK ("checklist_items"."type" not in ('text', 'photo') or "checklist_items"."weight" = 0),
	CONSTRAINT "checklist_items_number" CHECK (("checklist_items"."type" = 'number') = (num_nonnulls("checklist_items"."unit", "checklist_items"."plausible_low", "checklist_items"."plausible_high") = 3)),
	CONSTRAINT "checklist_items_plausible" CHECK ("checklist_items"."plausible_low" < "checklist_items"."plausible_high"),
	CONSTRAINT "checklist_items_scale" CHECK (("checklist_items"."type" = 'scale') = (num_nonnulls("checklist_items"."scale_min", "checklist_items"."scale_max") = 2)),
	CONSTRAINT "checklist_items_scale_order" CHECK ("checklist_items"."scale_min" < "checklist_items"."scale_max")
);
--> statement-breakpoint
CREATE TABLE "checklist_sections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" smallint NOT NULL,
	"title" "localized" NOT NULL,
	CONSTRAINT "checklist_sections_key" UNIQUE("version_id","key"),
	CONSTRAINT "checklist_sections_position" UNIQUE("version_id","position"),
	CONSTRAINT "checklist_sections_id_version" UNIQUE("id","version_id")
);
--> statement-breakpoint
CREATE TABLE "checklist_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"checklist_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"title" "localized" NOT NULL,
	"scoring" jsonb NOT NULL,
	"change_note" text,
	"created_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	CONSTRAINT "checklist_versions_number" UNIQUE("checklist_id","number"),
	CONSTRAINT "checklist_versions_number_positive" CHECK ("checklist_versions"."number" > 0),
	CONSTRAINT "checklist_versions_status" CHECK ("checklist_versions"."status" in ('draft', 'published', 'retired')),
	CONSTRAINT "checklist_versions_published" CHECK (("checklist_versions"."status" = 'draft') = ("checklist_versions"."published_at" is null))
);
--> statement-breakpoint
CREATE TABLE "checklists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "checklists_slug_unique" UNIQUE("slug"),
	CONSTRAINT "checklists_kind" CHECK ("checklists"."kind" in ('inspection', 'self-check', 'decision'))
);
--> statement-breakpoint
CREATE TABLE "item_limits" (
	"item_id" uuid NOT NULL,
	"season" text NOT NULL,
	"fail_low" double precision,
	"ok_low" double precision,
	"ok_high" double precision,
	"fail_high" double precision,
	CONSTRAINT "item_limits_item_id_season_pk" PRIMARY KEY("item_id","season"),
	CONSTRAINT "item_limits_season" CHECK ("item_limits"."season" in ('any', 'warm', 'cold')),
	CONSTRAINT "item_limits_some" CHECK (num_nonnulls("item_limits"."ok_low", "item_limits"."ok_high") > 0),
	CONSTRAINT "item_limits_order" CHECK (("item_limits"."fail_low" is null or "item_limits"."ok_low" is not null) and ("item_limits"."fail_high" is null or "item_limits"."ok_high" is not null)
        and coalesce("item_limits"."fail_low" <= "item_limits"."ok_low", true) and coalesce("item_limits"."ok_low" <= "item_limits"."ok_high", true) and coalesce("item_limits"."ok_high" <= "item_limits"."fail_high", true))
);
--> statement-breakpoint
CREATE TABLE "item_norms" (
	"item_id" uuid NOT NULL,
	"norm_slug" text NOT NULL,
	"clause" text,
	CONSTRAINT "item_norms_item_id_norm_slug_pk" PRIMARY KEY("item_id","norm_slug")
);
--> statement-breakpoint
CREATE TABLE "item_options" (
	"item_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" smallint NOT NULL,
	"label" "localized" NOT NULL,
	"score" double precision NOT NULL,
	CONSTRAINT "item_options_item_id_key_pk" PRIMARY KEY("item_id","key"),
	CONSTRAINT "item_options_position" UNIQUE("item_id","position"),
	CONSTRAINT "item_options_score" CHECK ("item_options"."score" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "norms" (
	"slug" text PRIMARY KEY NOT NULL,
	"title" "localized" NOT NULL,
	"jurisdiction" text NOT NULL,
	"in_force" text DEFAULT 'unknown' NOT NULL,
	"evidence" text NOT NULL,
	"source" text,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "norms_jurisdiction" CHECK ("norms"."jurisdiction" in ('UA', 'EU', 'UK', 'US', 'AU', 'INT', 'HOUSE')),
	CONSTRAINT "norms_in_force" CHECK ("norms"."in_force" in ('yes', 'no', 'unknown')),
	CONSTRAINT "norms_evidence" CHECK ("norms"."evidence" in ('seen', 'seen-secondary', 'memory', 'house'))
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"competence_id" uuid NOT NULL,
	"level" smallint NOT NULL,
	"source" text NOT NULL,
	"assessor_id" uuid,
	"state" text NOT NULL,
	"answers_id" uuid,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "assessments_source" CHECK ("assessments"."source" in ('self', 'supervisor', 'quality', 'exam', 'peer')),
	CONSTRAINT "assessments_state" CHECK ("assessments"."state" in ('proposed', 'confirmed', 'rejected')),
	CONSTRAINT "assessments_assessor" CHECK ("assessments"."source" = 'exam' or "assessments"."assessor_id" is not null),
	CONSTRAINT "assessments_self" CHECK (("assessments"."source" = 'self') = ("assessments"."assessor_id" = "assessments"."person_id")),
	CONSTRAINT "assessments_self_proposes" CHECK ("assessments"."source" <> 'self' or "assessments"."state" = 'proposed'),
	CONSTRAINT "assessments_reason" CHECK ("assessments"."state" <> 'rejected' or coalesce(char_length(btrim("assessments"."reason")) >= 10, false)),
	CONSTRAINT "assessments_rejects_something" CHECK ("assessments"."state" <> 'rejected' or "assessments"."answers_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"key" text NOT NULL,
	"happened_on" date NOT NULL,
	"note" text,
	"verified_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "evidence_verifier" CHECK ("evidence"."verified_by" <> "evidence"."person_id"),
	CONSTRAINT "evidence_key" CHECK ("evidence"."key" ~ '^[a-z]+(-[a-z]+)*$')
);
--> statement-breakpoint
CREATE TABLE "intents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"target_id" uuid,
	"visibility" text NOT NULL,
	"ask_again_on" date NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "intents_kind" CHECK ("intents"."kind" in ('grow', 'move', 'stay', 'undecided')),
	CONSTRAINT "intents_visibility" CHECK ("intents"."visibility" in ('private', 'supervisor', 'open')),
	CONSTRAINT "intents_target" CHECK ("intents"."target_id" is null or "intents"."kind" in ('grow', 'move')),
	CONSTRAINT "intents_order" CHECK ("intents"."ended_at" >= "intents"."declared_at")
);
--> statement-breakpoint
CREATE TABLE "metric_values" (
	"person_id" uuid NOT NULL,
	"key" text NOT NULL,
	"month" date NOT NULL,
	"value" numeric(9, 2) NOT NULL,
	"sample" integer NOT NULL,
	"source" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "metric_values_person_id_key_month_pk" PRIMARY KEY("person_id","key","month"),
	CONSTRAINT "metric_values_month" CHECK (extract(day from "metric_values"."month") = 1),
	CONSTRAINT "metric_values_sample" CHECK ("metric_values"."sample" >= 0),
	CONSTRAINT "metric_values_key" CHECK ("metric_values"."key" ~ '^[a-z]+(-[a-z]+)*$')
);
--> statement-breakpoint
CREATE TABLE "plan_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"training_id" uuid,
	"title" "localized",
	"owner_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"done_at" timestamp with time zone,
	"dropped_reason" text,
	CONSTRAINT "plan_steps_kind" CHECK ("plan_steps"."kind" in ('training', 'exposure', 'mentoring', 'other')),
	CONSTRAINT "plan_steps_training" CHECK (("plan_steps"."kind" = 'training') = ("plan_steps"."training_id" is not null)),
	CONSTRAINT "plan_steps_named" CHECK (num_nonnulls("plan_steps"."training_id", "plan_steps"."title") >= 1),
	CONSTRAINT "plan_steps_end" CHECK (num_nonnulls("plan_steps"."done_at", "plan_steps"."dropped_reason") <= 1)
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"state" text NOT NULL,
	"visibility" text NOT NULL,
	"companion_id" uuid,
	"target_on" date,
	"frozen" jsonb,
	"opened_at" timestamp with time zone NOT NULL,
	"agreed_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"close_reason" text,
	CONSTRAINT "plans_state" CHECK ("plans"."state" in ('wish', 'agreed', 'paused', 'achieved', 'dropped')),
	CONSTRAINT "plans_visibility" CHECK ("plans"."visibility" in ('private', 'supervisor', 'open')),
	CONSTRAINT "plans_companion" CHECK ("plans"."companion_id" <> "plans"."person_id"),
	CONSTRAINT "plans_frozen" CHECK ("plans"."state" in ('wish', 'dropped') or num_nonnulls("plans"."frozen", "plans"."agreed_at") = 2),
	CONSTRAINT "plans_closed" CHECK (("plans"."state" in ('achieved', 'dropped')) = ("plans"."closed_at" is not null))
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
CREATE TABLE "answer_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"inspection_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"mutation" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_id" uuid NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL,
	CONSTRAINT "answer_events_mutation_unique" UNIQUE("mutation")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"inspection_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"state" text NOT NULL,
	"yes" boolean,
	"number" double precision,
	"choice" text,
	"words" text,
	"comment" text,
	"reason" text,
	"instrument_id" uuid,
	"measured_at" timestamp with time zone,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"score" double precision,
	"band" text,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "answers_inspection_id_item_id_pk" PRIMARY KEY("inspection_id","item_id"),
	CONSTRAINT "answers_state" CHECK ("answers"."state" in ('answered', 'na', 'not-measured')),
	CONSTRAINT "answers_one_value" CHECK (num_nonnulls("answers"."yes", "answers"."number", "answers"."choice", "answers"."words") <= 1
        and ("answers"."state" = 'answered' or num_nonnulls("answers"."yes", "answers"."number", "answers"."choice", "answers"."words", "answers"."score", "answers"."band") = 0)),
	CONSTRAINT "answers_finite" CHECK ("answers"."number" not in ('NaN', 'Infinity', '-Infinity')),
	CONSTRAINT "answers_not_measured_reason" CHECK ("answers"."state" <> 'not-measured' or coalesce(btrim("answers"."reason"), '') <> ''),
	CONSTRAINT "answers_score" CHECK ("answers"."score" between 0 and 1),
	CONSTRAINT "answers_band" CHECK ("answers"."band" in ('ok', 'warn', 'fail'))
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"inspection_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"sha256" "bytea" NOT NULL,
	"mime" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" smallint NOT NULL,
	"height" smallint NOT NULL,
	"metadata_stripped" boolean NOT NULL,
	"storage_key" text NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attachments_storage_key_unique" UNIQUE("storage_key"),
	CONSTRAINT "attachments_once" UNIQUE("inspection_id","item_id","sha256"),
	CONSTRAINT "attachments_sha256" CHECK (length("attachments"."sha256") = 32),
	CONSTRAINT "attachments_mime" CHECK ("attachments"."mime" in ('image/jpeg', 'image/webp', 'image/png')),
	CONSTRAINT "attachments_size" CHECK ("attachments"."bytes" between 1 and 3000000 and "attachments"."width" between 1 and 2000 and "attachments"."height" between 1 and 2000),
	CONSTRAINT "attachments_stripped" CHECK ("attachments"."metadata_stripped")
);
--> statement-breakpoint
CREATE TABLE "inspections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"room_id" uuid NOT NULL,
	"workplace_id" uuid,
	"status" text NOT NULL,
	"season" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"submitted_by" uuid,
	"approved_at" timestamp with time zone,
	"approved_by" uuid,
	"score" double precision,
	"completeness" double precision,
	"verdict" text,
	"scoring_rule" smallint NOT NULL,
	CONSTRAINT "inspections_version" UNIQUE("id","version_id"),
	CONSTRAINT "inspections_status" CHECK ("inspections"."status" in ('in-progress', 'submitted', 'returned', 'approved', 'void')),
	CONSTRAINT "inspections_season" CHECK ("inspections"."season" in ('warm', 'cold')),
	CONSTRAINT "inspections_verdict" CHECK ("inspections"."verdict" in ('pass', 'conditional', 'fail', 'incomplete')),
	CONSTRAINT "inspections_submitted" CHECK ("inspections"."status" in ('in-progress', 'void') or ("inspections"."submitted_at" is not null and "inspections"."verdict" is not null)),
	CONSTRAINT "inspections_order" CHECK ("inspections"."submitted_at" >= "inspections"."started_at"),
	CONSTRAINT "inspections_second_person" CHECK ("inspections"."approved_by" <> "inspections"."started_by"),
	CONSTRAINT "inspections_shares" CHECK ("inspections"."score" between 0 and 1 and "inspections"."completeness" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "round_schedules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"checklist_id" uuid NOT NULL,
	"room_id" uuid NOT NULL,
	"every_days" smallint NOT NULL,
	"grace_days" smallint DEFAULT 3 NOT NULL,
	"starts_on" date NOT NULL,
	"assignee_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "round_schedules_days" CHECK ("round_schedules"."every_days" between 1 and 730 and "round_schedules"."grace_days" between 0 and 60)
);
--> statement-breakpoint
CREATE TABLE "acknowledgements" (
	"person_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "acknowledgements_person_id_version_id_pk" PRIMARY KEY("person_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "ladder_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ladder_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"based_on" uuid,
	"edits" integer NOT NULL,
	"what_changed" "localized",
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone,
	"superseded_at" timestamp with time zone,
	CONSTRAINT "ladder_versions_number" UNIQUE("ladder_id","number"),
	CONSTRAINT "ladder_versions_state" CHECK ("ladder_versions"."state" in ('draft', 'published', 'superseded')),
	CONSTRAINT "ladder_versions_count" CHECK ("ladder_versions"."number" > 0 and "ladder_versions"."edits" >= 0),
	CONSTRAINT "ladder_versions_published" CHECK (("ladder_versions"."state" = 'draft') = ("ladder_versions"."published_at" is null)),
	CONSTRAINT "ladder_versions_superseded" CHECK (("ladder_versions"."state" = 'superseded') = ("ladder_versions"."superseded_at" is not null)),
	CONSTRAINT "ladder_versions_what_changed" CHECK ("ladder_versions"."state" = 'draft' or "ladder_versions"."what_changed" is not null)
);
--> statement-breakpoint
CREATE TABLE "ladders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" "localized" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "ladders_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "moves" (
	"version_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "moves_version_id_from_id_to_id_pk" PRIMARY KEY("version_id","from_id","to_id"),
	CONSTRAINT "moves_kind" CHECK ("moves"."kind" in ('vertical', 'horizontal-inside', 'horizontal-out')),
	CONSTRAINT "moves_two_positions" CHECK ("moves"."from_id" <> "moves"."to_id")
);
--> statement-breakpoint
CREATE TABLE "requirements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"position_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"competence_id" uuid,
	"level" smallint,
	"training_id" uuid,
	"key" text,
	"threshold" numeric(9, 2),
	"window_months" smallint,
	"hard" boolean NOT NULL,
	"weight" smallint NOT NULL,
	CONSTRAINT "requirements_kind" CHECK ("requirements"."kind" in ('competence', 'training', 'metric', 'tenure', 'time-in-previous', 'evidence', 'approval')),
	CONSTRAINT "requirements_competence" CHECK (("requirements"."kind" = 'competence') = (num_nonnulls("requirements"."competence_id", "requirements"."level") = 2)),
	CONSTRAINT "requirements_competence_alone" CHECK ("requirements"."kind" = 'competence' or num_nonnulls("requirements"."competence_id", "requirements"."level") = 0),
	CONSTRAINT "requirements_training" CHECK (("requirements"."kind" = 'training') = ("requirements"."training_id" is not null)),
	CONSTRAINT "requirements_key" CHECK (("requirements"."kind" in ('metric', 'evidence', 'approval')) = ("requirements"."key" is not null)),
	CONSTRAINT "requirements_threshold" CHECK (("requirements"."kind" in ('metric', 'evidence', 'tenure', 'time-in-previous')) = ("requirements"."threshold" is not null)),
	CONSTRAINT "requirements_threshold_positive" CHECK ("requirements"."threshold" > 0),
	CONSTRAINT "requirements_window" CHECK ("requirements"."kind" <> 'metric' or "requirements"."window_months" is not null),
	CONSTRAINT "requirements_window_kind" CHECK ("requirements"."window_months" is null or "requirements"."kind" in ('metric', 'evidence')),
	CONSTRAINT "requirements_window_positive" CHECK ("requirements"."window_months" > 0),
	CONSTRAINT "requirements_weight" CHECK ("requirements"."weight" between 1 and 10)
);
--> statement-breakpoint
CREATE TABLE "rungs" (
	"version_id" uuid NOT NULL,
	"position_id" uuid NOT NULL,
	"rung" smallint,
	"seats" integer NOT NULL,
	CONSTRAINT "rungs_pk" PRIMARY KEY("version_id","position_id"),
	CONSTRAINT "rungs_height" UNIQUE("version_id","rung"),
	CONSTRAINT "rungs_rung" CHECK ("rungs"."rung" > 0),
	CONSTRAINT "rungs_seats" CHECK ("rungs"."seats" >= 0)
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
CREATE TABLE "blocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"plan_status" text NOT NULL,
	"person_id" uuid NOT NULL,
	"shift_id" uuid NOT NULL,
	"shift_span" "tstzrange" NOT NULL,
	"span" "tstzrange" NOT NULL,
	"what" text NOT NULL,
	"task_id" uuid,
	"locked" boolean DEFAULT false NOT NULL,
	"added_in" uuid,
	"withdrawn_in" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "blocks_inside_shift" CHECK (not isempty("blocks"."span") and ("blocks"."withdrawn_in" is not null or "blocks"."span" <@ "blocks"."shift_span")),
	CONSTRAINT "blocks_what" CHECK ("blocks"."what" in ('task', 'pause', 'meal') and ("blocks"."what" = 'task') = ("blocks"."task_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "plan_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"plan_id" uuid NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone NOT NULL,
	"reason" text,
	CONSTRAINT "plan_changes_plan" UNIQUE("id","plan_id"),
	CONSTRAINT "plan_changes_reason" CHECK ("plan_changes"."reason" is null or char_length(btrim("plan_changes"."reason")) between 3 and 300)
);
--> statement-breakpoint
CREATE TABLE "rotation_plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"on_date" date NOT NULL,
	"status" text NOT NULL,
	"break_rule_id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone,
	CONSTRAINT "rotation_plans_status_key" UNIQUE("id","status"),
	CONSTRAINT "rotation_plans_status" CHECK ("rotation_plans"."status" in ('draft', 'published', 'replaced')),
	CONSTRAINT "rotation_plans_published" CHECK (("rotation_plans"."status" = 'draft') = ("rotation_plans"."published_at" is null))
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"span" "tstzrange" NOT NULL,
	"recorded_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "absences_span" CHECK (not isempty("absences"."span") and not lower_inf("absences"."span") and not upper_inf("absences"."span"))
);
--> statement-breakpoint
CREATE TABLE "break_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"title" "localized" NOT NULL,
	"max_work_minutes" smallint NOT NULL,
	"pause_minutes" smallint NOT NULL,
	"min_stint_minutes" smallint NOT NULL,
	"tail_minutes" smallint NOT NULL,
	"meal_minutes" smallint NOT NULL,
	"meal_from_minutes" smallint NOT NULL,
	"meal_earliest" smallint NOT NULL,
	"meal_latest" smallint NOT NULL,
	"high_load" smallint NOT NULL,
	"max_high_minutes" smallint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "break_rules_meal_window" CHECK ("break_rules"."meal_earliest" between 0 and "break_rules"."meal_latest" and "break_rules"."meal_latest" <= 100),
	CONSTRAINT "break_rules_high" CHECK ("break_rules"."high_load" between 1 and 3 and "break_rules"."max_high_minutes" > 0),
	CONSTRAINT "break_rules_minutes" CHECK (least("break_rules"."pause_minutes", "break_rules"."meal_minutes", "break_rules"."max_work_minutes") > 0 and "break_rules"."min_stint_minutes" <= "break_rules"."max_work_minutes")
);
--> statement-breakpoint
CREATE TABLE "demand" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"span" "tstzrange" NOT NULL,
	"minimum" smallint NOT NULL,
	"target" smallint NOT NULL,
	"set_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "demand_order" CHECK ("demand"."minimum" between 0 and "demand"."target")
);
--> statement-breakpoint
CREATE TABLE "shifts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"on_date" date NOT NULL,
	"span" "tstzrange" NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "shifts_block_key" UNIQUE("id","person_id","span"),
	CONSTRAINT "shifts_length" CHECK (upper("shifts"."span") - lower("shifts"."span") between interval '1 hour' and interval '16 hours')
);
--> statement-breakpoint
CREATE TABLE "task_needs" (
	"task_id" uuid NOT NULL,
	"competence_id" uuid NOT NULL,
	"level" smallint NOT NULL,
	CONSTRAINT "task_needs_task_id_competence_id_pk" PRIMARY KEY("task_id","competence_id"),
	CONSTRAINT "task_needs_level" CHECK ("task_needs"."level" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid NOT NULL,
	"channel_id" uuid,
	"project_id" uuid,
	"title" "localized" NOT NULL,
	"short_title" "localized" NOT NULL,
	"hue" smallint NOT NULL,
	"voice" smallint NOT NULL,
	"eyes" smallint NOT NULL,
	"mind" smallint NOT NULL,
	"min_block_minutes" smallint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "tasks_one" UNIQUE NULLS NOT DISTINCT("service_id","channel_id","project_id"),
	CONSTRAINT "tasks_client_or_inside" CHECK (("tasks"."channel_id" is null) = ("tasks"."project_id" is null)),
	CONSTRAINT "tasks_loads" CHECK ("tasks"."voice" between 0 and 3 and "tasks"."eyes" between 0 and 3 and "tasks"."mind" between 0 and 3),
	CONSTRAINT "tasks_hue" CHECK ("tasks"."hue" between 0 and 9),
	CONSTRAINT "tasks_min_block" CHECK ("tasks"."min_block_minutes" between 15 and 480 and "tasks"."min_block_minutes" % 15 = 0)
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" "localized" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organisations_one" CHECK ("organisations"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "completions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"training_id" uuid NOT NULL,
	"enrolment_id" uuid,
	"outcome" text NOT NULL,
	"score" numeric(5, 2),
	"completed_on" date NOT NULL,
	"valid_until" date,
	"recorded_by" uuid,
	"reason" text,
	"usefulness" smallint,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "completions_enrolment_id_unique" UNIQUE("enrolment_id"),
	CONSTRAINT "completions_once_a_day" UNIQUE("person_id","training_id","completed_on"),
	CONSTRAINT "completions_outcome" CHECK ("completions"."outcome" in ('passed', 'waived')),
	CONSTRAINT "completions_score" CHECK ("completions"."score" between 0 and 100),
	CONSTRAINT "completions_valid" CHECK ("completions"."valid_until" > "completions"."completed_on"),
	CONSTRAINT "completions_usefulness" CHECK ("completions"."usefulness" between 1 and 5),
	CONSTRAINT "completions_waiver" CHECK ("completions"."outcome" <> 'waived' or coalesce(char_length(btrim("completions"."reason")) >= 10 and "completions"."recorded_by" <> "completions"."person_id", false))
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"training_id" uuid NOT NULL,
	"session_id" uuid,
	"period" "tstzrange",
	"why" text NOT NULL,
	"state" text NOT NULL,
	"line" integer,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "enrolments_why" CHECK ("enrolments"."why" in ('rung', 'plan', 'renewal', 'curiosity')),
	CONSTRAINT "enrolments_state" CHECK ("enrolments"."state" in ('requested', 'waitlisted', 'booked', 'attended', 'no-show', 'completed', 'failed', 'cancelled', 'refused')),
	CONSTRAINT "enrolments_period" CHECK (("enrolments"."session_id" is null) = ("enrolments"."period" is null)),
	CONSTRAINT "enrolments_line" CHECK ("enrolments"."state" <> 'waitlisted' or ("enrolments"."line" is not null and "enrolments"."session_id" is not null)),
	CONSTRAINT "enrolments_reason" CHECK ("enrolments"."state" <> 'refused' or char_length(btrim("enrolments"."reason")) >= 10)
);
--> statement-breakpoint
CREATE TABLE "training_competences" (
	"training_id" uuid NOT NULL,
	"competence_id" uuid NOT NULL,
	"to_level" smallint NOT NULL,
	CONSTRAINT "training_competences_training_id_competence_id_pk" PRIMARY KEY("training_id","competence_id")
);
--> statement-breakpoint
CREATE TABLE "training_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"training_id" uuid NOT NULL,
	"period" "tstzrange" NOT NULL,
	"seats" integer NOT NULL,
	"booked" integer DEFAULT 0 NOT NULL,
	"site_id" uuid,
	"place" "localized" NOT NULL,
	"trainer_id" uuid,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "training_sessions_whole" UNIQUE("id","training_id","period"),
	CONSTRAINT "training_sessions_state" CHECK ("training_sessions"."state" in ('planned', 'held', 'cancelled')),
	CONSTRAINT "training_sessions_seats" CHECK ("training_sessions"."seats" > 0),
	CONSTRAINT "training_sessions_booked" CHECK ("training_sessions"."booked" between 0 and "training_sessions"."seats"),
	CONSTRAINT "training_sessions_period" CHECK (not isempty("training_sessions"."period") and not lower_inf("training_sessions"."period") and not upper_inf("training_sessions"."period") and not upper_inc("training_sessions"."period"))
);
--> statement-breakpoint
CREATE TABLE "trainings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"code" text NOT NULL,
	"title" "localized" NOT NULL,
	"about" "localized",
	"format" text NOT NULL,
	"language" text NOT NULL,
	"hours" numeric(5, 1) NOT NULL,
	"valid_months" integer,
	"exam_confirms" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "trainings_slug_unique" UNIQUE("slug"),
	CONSTRAINT "trainings_code_unique" UNIQUE("code"),
	CONSTRAINT "trainings_format" CHECK ("trainings"."format" in ('class', 'self-paced', 'on-the-job', 'mentoring')),
	CONSTRAINT "trainings_language" CHECK ("trainings"."language" in ('uk', 'en')),
	CONSTRAINT "trainings_hours" CHECK ("trainings"."hours" > 0),
	CONSTRAINT "trainings_valid" CHECK ("trainings"."valid_months" > 0)
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"on_date" date PRIMARY KEY NOT NULL,
	"working" boolean NOT NULL,
	"title" "localized" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instruments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid,
	"kind" text NOT NULL,
	"model" text NOT NULL,
	"serial" text NOT NULL,
	"accuracy" text,
	"calibrated_until" date,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "instruments_serial" UNIQUE("kind","serial")
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"workplace_id" uuid,
	"metric" text NOT NULL,
	"value" double precision NOT NULL,
	"unit" text NOT NULL,
	"source" text NOT NULL,
	"instrument_id" uuid,
	"taken_at" timestamp with time zone NOT NULL,
	"method_version" smallint DEFAULT 1 NOT NULL,
	"quality" text DEFAULT 'ok' NOT NULL,
	CONSTRAINT "readings_once" UNIQUE NULLS NOT DISTINCT("room_id","workplace_id","metric","taken_at","source"),
	CONSTRAINT "readings_source" CHECK ("readings"."source" in ('sensor', 'manual', 'browser')),
	CONSTRAINT "readings_quality" CHECK ("readings"."quality" in ('ok', 'noisy', 'rejected')),
	CONSTRAINT "readings_instrument" CHECK ("readings"."source" <> 'manual' or "readings"."instrument_id" is not null),
	CONSTRAINT "readings_metric" CHECK ("readings"."metric" ~ '^[a-z][a-z0-9_]{2,60}$'),
	CONSTRAINT "readings_finite" CHECK ("readings"."value" not in ('NaN', 'Infinity', '-Infinity'))
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"code" text NOT NULL,
	"title" "localized" NOT NULL,
	"width_mm" integer NOT NULL,
	"depth_mm" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "rooms_code" UNIQUE("site_id","code"),
	CONSTRAINT "rooms_id_site" UNIQUE("id","site_id"),
	CONSTRAINT "rooms_size" CHECK ("rooms"."width_mm" between 1000 and 200000 and "rooms"."depth_mm" between 1000 and 200000)
);
--> statement-breakpoint
CREATE TABLE "seat_assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workplace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"valid" daterange NOT NULL,
	"assigned_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "seat_assignments_valid" CHECK (not isempty("seat_assignments"."valid") and lower("seat_assignments"."valid") is not null)
);
--> statement-breakpoint
CREATE TABLE "tea_orders" (
	"round_id" uuid NOT NULL,
	"room_id" uuid NOT NULL,
	"workplace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"drink" text NOT NULL,
	"sugar" smallint DEFAULT 0 NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tea_orders_round_id_workplace_id_person_id_pk" PRIMARY KEY("round_id","workplace_id","person_id"),
	CONSTRAINT "tea_orders_person" UNIQUE("round_id","person_id"),
	CONSTRAINT "tea_orders_drink" CHECK ("tea_orders"."drink" in ('tea', 'herbal', 'coffee', 'water')),
	CONSTRAINT "tea_orders_sugar" CHECK ("tea_orders"."sugar" between 0 and 3)
);
--> statement-breakpoint
CREATE TABLE "tea_rounds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"on_date" date NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"served_at" timestamp with time zone,
	"served_by" uuid,
	"cancelled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tea_rounds_time" UNIQUE("room_id","planned_at"),
	CONSTRAINT "tea_rounds_id_room" UNIQUE("id","room_id"),
	CONSTRAINT "tea_rounds_served" CHECK (("tea_rounds"."served_at" is null) = ("tea_rounds"."served_by" is null)),
	CONSTRAINT "tea_rounds_one_end" CHECK (num_nonnulls("tea_rounds"."served_at", "tea_rounds"."cancelled_at") <= 1)
);
--> statement-breakpoint
CREATE TABLE "workplaces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"code" text NOT NULL,
	"x_mm" integer NOT NULL,
	"y_mm" integer NOT NULL,
	"turn" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "workplaces_code" UNIQUE("room_id","code"),
	CONSTRAINT "workplaces_id_room" UNIQUE("id","room_id"),
	CONSTRAINT "workplaces_place" CHECK ("workplaces"."x_mm" >= 0 and "workplaces"."y_mm" >= 0 and "workplaces"."turn" between 0 and 359),
	CONSTRAINT "workplaces_code_form" CHECK ("workplaces"."code" ~ '^[[:alnum:]-]{1,12}$')
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_ups" ADD CONSTRAINT "set_ups_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_events" ADD CONSTRAINT "action_events_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_events" ADD CONSTRAINT "action_events_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_verified_by_people_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_answer" FOREIGN KEY ("inspection_id","item_id") REFERENCES "public"."answers"("inspection_id","item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_seat_room" FOREIGN KEY ("workplace_id","room_id") REFERENCES "public"."workplaces"("id","room_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "faults" ADD CONSTRAINT "faults_workplace_id_workplaces_id_fk" FOREIGN KEY ("workplace_id") REFERENCES "public"."workplaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faults" ADD CONSTRAINT "faults_reported_by_people_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "faults" ADD CONSTRAINT "faults_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competence_levels" ADD CONSTRAINT "competence_levels_competence" FOREIGN KEY ("competence_id") REFERENCES "public"."competences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_section" FOREIGN KEY ("section_id","version_id") REFERENCES "public"."checklist_sections"("id","version_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_sections" ADD CONSTRAINT "checklist_sections_version_id_checklist_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."checklist_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_versions" ADD CONSTRAINT "checklist_versions_checklist_id_checklists_id_fk" FOREIGN KEY ("checklist_id") REFERENCES "public"."checklists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_versions" ADD CONSTRAINT "checklist_versions_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_limits" ADD CONSTRAINT "item_limits_item_id_checklist_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."checklist_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_norms" ADD CONSTRAINT "item_norms_item_id_checklist_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."checklist_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_norms" ADD CONSTRAINT "item_norms_norm_slug_norms_slug_fk" FOREIGN KEY ("norm_slug") REFERENCES "public"."norms"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_options" ADD CONSTRAINT "item_options_item_id_checklist_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."checklist_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "norms" ADD CONSTRAINT "norms_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_assessor_id_people_id_fk" FOREIGN KEY ("assessor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_level" FOREIGN KEY ("competence_id","level") REFERENCES "public"."competence_levels"("competence_id","level") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_answers" FOREIGN KEY ("answers_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_verified_by_people_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intents" ADD CONSTRAINT "intents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intents" ADD CONSTRAINT "intents_target_id_positions_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metric_values" ADD CONSTRAINT "metric_values_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_target_id_positions_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_version_id_ladder_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."ladder_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_companion_id_people_id_fk" FOREIGN KEY ("companion_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "answer_events" ADD CONSTRAINT "answer_events_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_events" ADD CONSTRAINT "answer_events_answer" FOREIGN KEY ("inspection_id","item_id") REFERENCES "public"."answers"("inspection_id","item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_inspection_version" FOREIGN KEY ("inspection_id","version_id") REFERENCES "public"."inspections"("id","version_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_item_version" FOREIGN KEY ("version_id","item_id") REFERENCES "public"."checklist_items"("version_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_choice" FOREIGN KEY ("item_id","choice") REFERENCES "public"."item_options"("item_id","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_answer" FOREIGN KEY ("inspection_id","item_id") REFERENCES "public"."answers"("inspection_id","item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_version_id_checklist_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."checklist_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_submitted_by_people_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspections" ADD CONSTRAINT "inspections_seat_room" FOREIGN KEY ("workplace_id","room_id") REFERENCES "public"."workplaces"("id","room_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "round_schedules" ADD CONSTRAINT "round_schedules_checklist_id_checklists_id_fk" FOREIGN KEY ("checklist_id") REFERENCES "public"."checklists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_schedules" ADD CONSTRAINT "round_schedules_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_schedules" ADD CONSTRAINT "round_schedules_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_version_id_ladder_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."ladder_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_versions" ADD CONSTRAINT "ladder_versions_ladder_id_ladders_id_fk" FOREIGN KEY ("ladder_id") REFERENCES "public"."ladders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_versions" ADD CONSTRAINT "ladder_versions_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_versions" ADD CONSTRAINT "ladder_versions_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_versions" ADD CONSTRAINT "ladder_versions_based_on" FOREIGN KEY ("based_on") REFERENCES "public"."ladder_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_from" FOREIGN KEY ("version_id","from_id") REFERENCES "public"."rungs"("version_id","position_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moves" ADD CONSTRAINT "moves_to" FOREIGN KEY ("version_id","to_id") REFERENCES "public"."rungs"("version_id","position_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirements" ADD CONSTRAINT "requirements_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirements" ADD CONSTRAINT "requirements_rung" FOREIGN KEY ("version_id","position_id") REFERENCES "public"."rungs"("version_id","position_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirements" ADD CONSTRAINT "requirements_level" FOREIGN KEY ("competence_id","level") REFERENCES "public"."competence_levels"("competence_id","level") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rungs" ADD CONSTRAINT "rungs_version_id_ladder_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."ladder_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rungs" ADD CONSTRAINT "rungs_position_id_positions_id_fk" FOREIGN KEY ("position_id") REFERENCES "public"."positions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_plan" FOREIGN KEY ("plan_id","plan_status") REFERENCES "public"."rotation_plans"("id","status") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_shift" FOREIGN KEY ("shift_id","person_id","shift_span") REFERENCES "public"."shifts"("id","person_id","span") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_added_in" FOREIGN KEY ("added_in","plan_id") REFERENCES "public"."plan_changes"("id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_withdrawn_in" FOREIGN KEY ("withdrawn_in","plan_id") REFERENCES "public"."plan_changes"("id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_changes" ADD CONSTRAINT "plan_changes_plan_id_rotation_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."rotation_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_changes" ADD CONSTRAINT "plan_changes_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation_plans" ADD CONSTRAINT "rotation_plans_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation_plans" ADD CONSTRAINT "rotation_plans_break_rule_id_break_rules_id_fk" FOREIGN KEY ("break_rule_id") REFERENCES "public"."break_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation_plans" ADD CONSTRAINT "rotation_plans_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rotation_plans" ADD CONSTRAINT "rotation_plans_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand" ADD CONSTRAINT "demand_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand" ADD CONSTRAINT "demand_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand" ADD CONSTRAINT "demand_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_team_site" FOREIGN KEY ("team_id","site_id") REFERENCES "public"."teams"("id","site_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_needs" ADD CONSTRAINT "task_needs_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completions" ADD CONSTRAINT "completions_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_competences" ADD CONSTRAINT "training_competences_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_competences" ADD CONSTRAINT "training_competences_level" FOREIGN KEY ("competence_id","to_level") REFERENCES "public"."competence_levels"("competence_id","level") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_trainer_id_people_id_fk" FOREIGN KEY ("trainer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruments" ADD CONSTRAINT "instruments_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_seat_room" FOREIGN KEY ("workplace_id","room_id") REFERENCES "public"."workplaces"("id","room_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_assignments" ADD CONSTRAINT "seat_assignments_workplace_id_workplaces_id_fk" FOREIGN KEY ("workplace_id") REFERENCES "public"."workplaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_assignments" ADD CONSTRAINT "seat_assignments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_assignments" ADD CONSTRAINT "seat_assignments_assigned_by_people_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tea_orders" ADD CONSTRAINT "tea_orders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tea_orders" ADD CONSTRAINT "tea_orders_round" FOREIGN KEY ("round_id","room_id") REFERENCES "public"."tea_rounds"("id","room_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tea_orders" ADD CONSTRAINT "tea_orders_seat" FOREIGN KEY ("workplace_id","room_id") REFERENCES "public"."workplaces"("id","room_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tea_rounds" ADD CONSTRAINT "tea_rounds_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tea_rounds" ADD CONSTRAINT "tea_rounds_served_by_people_id_fk" FOREIGN KEY ("served_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workplaces" ADD CONSTRAINT "workplaces_room" FOREIGN KEY ("room_id","site_id") REFERENCES "public"."rooms"("id","site_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_keys_at" ON "idempotency_keys" USING btree ("at");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_email" ON "sign_in_attempts" USING btree ("email","at");--> statement-breakpoint
CREATE INDEX "tokens_person" ON "tokens" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "action_events_action" ON "action_events" USING btree ("action_id","at");--> statement-breakpoint
CREATE INDEX "actions_due_open" ON "actions" USING btree ("due_at") WHERE status in ('open', 'in-progress');--> statement-breakpoint
CREATE INDEX "actions_recent" ON "actions" USING btree ("opened_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "actions_seat" ON "actions" USING btree ("workplace_id");--> statement-breakpoint
CREATE INDEX "actions_assignee" ON "actions" USING btree ("assignee_id");--> statement-breakpoint
CREATE INDEX "faults_seat" ON "faults" USING btree ("workplace_id","reported_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit_entries" USING btree ("at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit_entries" USING btree ("actor_id","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit_entries" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "audit_verb" ON "audit_entries" USING btree ("verb","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "checklist_versions_one_draft" ON "checklist_versions" USING btree ("checklist_id") WHERE status = 'draft';--> statement-breakpoint
CREATE UNIQUE INDEX "checklist_versions_one_published" ON "checklist_versions" USING btree ("checklist_id") WHERE status = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "assessments_answered_once" ON "assessments" USING btree ("answers_id") WHERE answers_id is not null;--> statement-breakpoint
CREATE INDEX "assessments_person" ON "assessments" USING btree ("person_id","competence_id","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "assessments_confirmed" ON "assessments" USING btree ("person_id","competence_id","level") WHERE state = 'confirmed';--> statement-breakpoint
CREATE INDEX "evidence_person" ON "evidence" USING btree ("person_id","key","happened_on");--> statement-breakpoint
CREATE UNIQUE INDEX "intents_one_current" ON "intents" USING btree ("person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "intents_person" ON "intents" USING btree ("person_id","declared_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "plan_steps_plan" ON "plan_steps" USING btree ("plan_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plans_one_open" ON "plans" USING btree ("person_id","target_id") WHERE state in ('wish', 'agreed', 'paused');--> statement-breakpoint
CREATE INDEX "plans_companion" ON "plans" USING btree ("companion_id");--> statement-breakpoint
CREATE INDEX "idea_comments_idea" ON "idea_comments" USING btree ("idea_id","created_at");--> statement-breakpoint
CREATE INDEX "idea_comments_untold" ON "idea_comments" USING btree ("said_on") WHERE author_id is null and told_on is null;--> statement-breakpoint
CREATE INDEX "idea_follows_person" ON "idea_follows" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "idea_replies_idea" ON "idea_replies" USING btree ("idea_id","created_at");--> statement-breakpoint
CREATE INDEX "idea_votes_person" ON "idea_votes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "areas_owner" ON "areas" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "areas_backup" ON "areas" USING btree ("backup_id");--> statement-breakpoint
CREATE INDEX "campaigns_opens" ON "campaigns" USING btree ("opens_at");--> statement-breakpoint
CREATE INDEX "idea_terms_document" ON "idea_terms" USING gin ("document");--> statement-breakpoint
CREATE INDEX "idea_terms_title" ON "idea_terms" USING gist (title gist_trgm_ops(siglen=64));--> statement-breakpoint
CREATE UNIQUE INDEX "ideas_sent_twice" ON "ideas" USING btree (md5(title || body),"submitted_on") WHERE author_mode = 'anonymous';--> statement-breakpoint
CREATE INDEX "ideas_new" ON "ideas" USING btree ("submitted_on","number");--> statement-breakpoint
CREATE INDEX "ideas_supported" ON "ideas" USING btree ("votes","number");--> statement-breakpoint
CREATE INDEX "ideas_answered" ON "ideas" USING btree ("answered_on","number") WHERE answered_on is not null;--> statement-breakpoint
CREATE INDEX "ideas_area" ON "ideas" USING btree ("area_id","submitted_on","number");--> statement-breakpoint
CREATE INDEX "ideas_state_new" ON "ideas" USING btree ("state","submitted_on","number");--> statement-breakpoint
CREATE INDEX "ideas_author" ON "ideas" USING btree ("author_id","submitted_on","number") WHERE author_id is not null;--> statement-breakpoint
CREATE INDEX "ideas_owner_due" ON "ideas" USING btree ("owner_id","due","number") WHERE due is not null;--> statement-breakpoint
CREATE INDEX "ideas_due" ON "ideas" USING btree ("due","number") WHERE due is not null;--> statement-breakpoint
CREATE INDEX "ideas_anonymous" ON "ideas" USING btree ("submitted_on") WHERE author_mode = 'anonymous';--> statement-breakpoint
CREATE INDEX "ideas_campaign" ON "ideas" USING btree ("campaign_id") WHERE campaign_id is not null;--> statement-breakpoint
CREATE INDEX "answer_events_answer_at" ON "answer_events" USING btree ("inspection_id","item_id","at");--> statement-breakpoint
CREATE INDEX "inspections_seat" ON "inspections" USING btree ("workplace_id","submitted_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "inspections_room" ON "inspections" USING btree ("room_id","started_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "inspections_recent" ON "inspections" USING btree ("started_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "acknowledgements_version" ON "acknowledgements" USING btree ("version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ladder_versions_one_draft" ON "ladder_versions" USING btree ("ladder_id") WHERE state = 'draft';--> statement-breakpoint
CREATE UNIQUE INDEX "ladder_versions_one_published" ON "ladder_versions" USING btree ("ladder_id") WHERE state = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "requirements_once" ON "requirements" USING btree ("version_id","position_id","kind",coalesce("competence_id", "training_id", '00000000-0000-0000-0000-000000000000'),coalesce("key", ''));--> statement-breakpoint
CREATE INDEX "rungs_position" ON "rungs" USING btree ("position_id");--> statement-breakpoint
CREATE INDEX "notices_inbox" ON "notices" USING btree ("person_id","created_at","id");--> statement-breakpoint
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
CREATE INDEX "people_name_search" ON "people" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "teams_site" ON "teams" USING btree ("site_id");--> statement-breakpoint
CREATE UNIQUE INDEX "praises_peer_pair" ON "praises" USING btree ("giver_id","receiver_id","budget_month") WHERE kind = 'peer';--> statement-breakpoint
CREATE INDEX "praises_wall" ON "praises" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "praises_receiver" ON "praises" USING btree ("receiver_id","created_at");--> statement-breakpoint
CREATE INDEX "praises_giver" ON "praises" USING btree ("giver_id","created_at");--> statement-breakpoint
CREATE INDEX "praises_idea" ON "praises" USING btree ("idea_id") WHERE idea_id is not null;--> statement-breakpoint
CREATE INDEX "blocks_plan_person" ON "blocks" USING btree ("plan_id","person_id");--> statement-breakpoint
CREATE INDEX "blocks_shift" ON "blocks" USING btree ("shift_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rotation_plans_one_draft" ON "rotation_plans" USING btree ("team_id","on_date") WHERE status = 'draft';--> statement-breakpoint
CREATE UNIQUE INDEX "rotation_plans_one_published" ON "rotation_plans" USING btree ("team_id","on_date") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "absences_person" ON "absences" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "break_rules_one_current" ON "break_rules" USING btree ((true)) WHERE retired_at is null;--> statement-breakpoint
CREATE INDEX "shifts_team_day" ON "shifts" USING btree ("team_id","on_date");--> statement-breakpoint
CREATE INDEX "shifts_person_day" ON "shifts" USING btree ("person_id","on_date");--> statement-breakpoint
CREATE INDEX "tasks_project" ON "tasks" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "completions_training" ON "completions" USING btree ("training_id","completed_on");--> statement-breakpoint
CREATE UNIQUE INDEX "enrolments_one_open" ON "enrolments" USING btree ("person_id","training_id") WHERE state in ('requested', 'waitlisted', 'booked', 'attended');--> statement-breakpoint
CREATE UNIQUE INDEX "enrolments_line_once" ON "enrolments" USING btree ("session_id","line") WHERE state = 'waitlisted';--> statement-breakpoint
CREATE INDEX "enrolments_session" ON "enrolments" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "enrolments_person" ON "enrolments" USING btree ("person_id","asked_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "training_competences_reach" ON "training_competences" USING btree ("competence_id","to_level");--> statement-breakpoint
CREATE INDEX "training_sessions_coming" ON "training_sessions" USING btree ("training_id",lower("period"));--> statement-breakpoint
CREATE INDEX "training_sessions_start" ON "training_sessions" USING btree (lower("period"),"id");--> statement-breakpoint
CREATE INDEX "readings_seat" ON "readings" USING btree ("workplace_id","metric","taken_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "seat_assignments_person" ON "seat_assignments" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "seat_assignments_workplace" ON "seat_assignments" USING btree ("workplace_id");--> statement-breakpoint
CREATE INDEX "workplaces_site" ON "workplaces" USING btree ("site_id");