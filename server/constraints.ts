import type { Reason } from '#domain/refused'
import { Refused } from '#domain/refused'

type Known = { reason: Reason; field?: string }

/**
 * The constraints that a person can run into, by their name in Postgres; the words stand under `refusals.constraint.<name>`.
 * A constraint that is not here is a defect: the code should have explained first.
 */
export const constraints: Record<string, Known> = {
  // career
  ladder_versions_immutable: { reason: 'conflict' },
  ladder_versions_one_draft: { reason: 'conflict' },
  intents_one_current: { reason: 'conflict' },
  plans_one_open: { reason: 'conflict' },
  plans_agreement: { reason: 'conflict' },
  check_ins_day: { reason: 'conflict', field: 'heldOn' },
  assessments_answered_once: { reason: 'conflict' },
  rungs_height: { reason: 'conflict', field: 'rung' },
  ladder_overrides_once: { reason: 'conflict' },
  recall_answers_once_a_day: { reason: 'conflict' },
  applications_once: { reason: 'conflict' },
  applications_seats: { reason: 'conflict' },
  applications_open: { reason: 'conflict' },
  refusal_talks_pkey: { reason: 'conflict' },

  // people
  people_email: { reason: 'conflict', field: 'email' },
  employments_no_overlap: { reason: 'conflict' },
  employments_one_acting: { reason: 'conflict' },
  employments_decider: { reason: 'conflict' },
  grants_one_supervisor: { reason: 'conflict' },
  mentorships_one_mentor: { reason: 'conflict' },
  employments_team_open: { reason: 'conflict', field: 'teamId' },
  grants_team_open: { reason: 'conflict', field: 'teamId' },
  sites_name: { reason: 'conflict', field: 'name.uk' },
  sites_time_zone: { reason: 'invalid', field: 'timeZone' },
  sites_zone_planned: { reason: 'conflict', field: 'timeZone' },
  teams_name: { reason: 'conflict', field: 'name.uk' },
  teams_busy: { reason: 'conflict' },
  teams_project_open: { reason: 'conflict', field: 'projectId' },
  projects_name: { reason: 'conflict', field: 'name.uk' },
  projects_busy: { reason: 'conflict' },
  services_title: { reason: 'conflict', field: 'title.uk' },
  channels_title: { reason: 'conflict', field: 'title.uk' },

  // training
  quiz_attempts_pause: { reason: 'conflict' },
  quiz_attempts_limited: { reason: 'conflict' },
  quiz_questions_sound: { reason: 'invalid', field: 'options.uk' },
  training_sessions_booked: { reason: 'conflict' },
  enrolments_one_open: { reason: 'conflict' },
  enrolments_one_place: { reason: 'conflict' },
  enrolments_leads_elsewhere: { reason: 'conflict' },
  enrolments_session_open: { reason: 'conflict' },
  training_ratings_attended: { reason: 'conflict' },
  training_sessions_trainer_free: { reason: 'invalid', field: 'trainerId' },
  completions_once_a_day: { reason: 'conflict' },
  completions_waiver: { reason: 'conflict' },
  // ideas
  areas_slug_unique: { reason: 'conflict', field: 'slug' },
  campaigns_one_question: { reason: 'conflict' },
  campaigns_outcome_first: { reason: 'conflict' },
  campaign_taps_offered: { reason: 'invalid', field: 'choice' },
  idea_votes_not_own: { reason: 'conflict' },
  idea_replies_not_own: { reason: 'conflict' },
  ideas_sent_twice: { reason: 'conflict' },
  ideas_merged_into_root: { reason: 'conflict', field: 'into' },
  idea_files_unnamed: { reason: 'invalid', field: 'fileIds' },
  idea_contacts_once: { reason: 'conflict', field: 'reference' },
  idea_effects_pkey: { reason: 'conflict' },
  idea_webhooks_once: { reason: 'conflict', field: 'url' },
  idea_panels_one: { reason: 'conflict' },
  idea_panels_not_own: { reason: 'invalid', field: 'people' },
  idea_scores_panel_id_person_id_round_pk: { reason: 'conflict' },
  idea_scores_open_round: { reason: 'conflict' },
  idea_panelists_open: { reason: 'conflict' },
  idea_releases_three: { reason: 'conflict', field: 'replacementId' },
  idea_releases_unseen: { reason: 'conflict' },
  idea_releases_waiting: { reason: 'conflict' },
  idea_panelists_panel_id_person_id_pk: { reason: 'conflict', field: 'replacementId' },
  // recognition
  praises_not_self: { reason: 'invalid', field: 'receiverId' },
  praises_peer_pair: { reason: 'conflict', field: 'receiverId' },
  praises_within_budget: { reason: 'conflict' },
  praises_not_back_dated: { reason: 'conflict' },
  praise_reports_reached: { reason: 'conflict' },
  praise_reports_by_another: { reason: 'conflict' },
  praise_caps_frozen: { reason: 'conflict', field: 'cap' },
  awards_idea_once: { reason: 'conflict', field: 'number' },
  awards_month_before: { reason: 'conflict' },
  awards_without_gain: { reason: 'conflict', field: 'number' },
  awards_done: { reason: 'conflict', field: 'number' },
  awards_valued: { reason: 'conflict', field: 'number' },
  awards_not_own: { reason: 'conflict', field: 'number' },
  celebration_greetings_not_self: { reason: 'conflict' },
  celebration_greetings_agreed: { reason: 'conflict' },
  celebration_greetings_in_time: { reason: 'conflict' },
  customer_thanks_once: { reason: 'conflict', field: 'reference' },
  customer_thanks_by_another: { reason: 'conflict', field: 'operatorId' },
  // rotation
  tasks_one: { reason: 'conflict' },
  shifts_no_overlap: { reason: 'conflict' },
  shifts_length: { reason: 'invalid', field: 'to' },
  demand_no_overlap: { reason: 'conflict' },
  rotation_plans_one_draft: { reason: 'conflict' },
  rotation_plans_one_published: { reason: 'conflict' },
  rotation_plans_immutable: { reason: 'conflict' },
  blocks_no_overlap: { reason: 'conflict' },
  blocks_no_overlap_in_plan: { reason: 'conflict' },
  blocks_inside_shift: { reason: 'conflict' },
  plan_runs_one_open: { reason: 'conflict' },
  swaps_one_open: { reason: 'conflict' },
  swaps_ended: { reason: 'conflict' },
  swaps_as_agreed: { reason: 'conflict' },
  swaps_applied_once: { reason: 'conflict' },
  rotation_plans_past_reason: { reason: 'invalid', field: 'reason' },
  blocks_past_reason: { reason: 'invalid', field: 'reason' },

  // workplace
  inspections_version_published: { reason: 'conflict' },
  inspections_second_person: { reason: 'conflict' },
  inspection_reviews_submitted: { reason: 'conflict' },
  inspections_order: { reason: 'conflict' },
  checklist_versions_immutable: { reason: 'conflict' },
  checklist_versions_one_draft: { reason: 'conflict' },
  checklist_items_key_type: { reason: 'conflict', field: 'type' },
  answers_closed: { reason: 'conflict' },
  answers_type: { reason: 'invalid', field: 'answers' },
  answers_na: { reason: 'invalid', field: 'answers' },
  answers_not_measured_reason: { reason: 'invalid', field: 'answers' },
  answers_item_version: { reason: 'invalid', field: 'answers' },
  answers_choice: { reason: 'invalid', field: 'answers' },
  actions_verifier: { reason: 'conflict' },
  risk_acceptances_named: { reason: 'conflict' },
  actions_stop_guarded: { reason: 'conflict' },
  rooms_code: { reason: 'conflict', field: 'code' },
  workplaces_code: { reason: 'conflict', field: 'code' },
  seat_assignments_one_seat: { reason: 'conflict', field: 'from' },
  seat_assignments_one_person: { reason: 'conflict', field: 'workplaceId' },
  instruments_serial: { reason: 'conflict', field: 'serial' },
  tea_plans_once: { reason: 'conflict', field: 'at' },
  roll_calls_open: { reason: 'conflict' },
  sensors_limits: { reason: 'invalid', field: 'okHigh' },
  actions_one_open: { reason: 'conflict' },
}

type PgError = { code: string; constraint?: string }

const pgErrorOf = (error: unknown): PgError | undefined => {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)) {
    return error as Error & PgError
  }
  return pgErrorOf(error.cause)
}

// A year 0, a number or a letter that no column holds, the id of nothing: only a request brings such values.
const UNHOLDABLE = new Set(['22003', '22007', '22008', '22021', '22P05', '23503'])

/** True where a cursor was made up: its keys are read by Postgres alone. */
export const isUnreadable = (error: unknown): boolean => pgErrorOf(error)?.code.startsWith('22') ?? false

/** What the database refused, as the person should hear it; undefined where it is a defect. */
export function refusalOf(error: unknown): Refused | undefined {
  const found = pgErrorOf(error)
  const known = found?.code.startsWith('23') ? constraints[found.constraint ?? ''] : undefined
  if (found && !known && UNHOLDABLE.has(found.code)) return new Refused('invalid', {}, { key: 'wrong' })
  if (!found?.constraint || !known) return undefined
  const fault = { key: `constraint.${found.constraint}` }
  return known.field
    ? new Refused(known.reason, { [known.field]: fault })
    : new Refused(known.reason, {}, fault)
}
