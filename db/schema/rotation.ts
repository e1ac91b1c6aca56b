import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { localizedText, moment, timeRange } from './columns'
import { channels, people, projects, services, sites, teams } from './people'

/** Service × channel × project; work inside the centre (learning, mentoring) has neither channel nor project. */
export const tasks = pgTable(
  'tasks',
  {
    id: uuid().primaryKey(),
    serviceId: uuid('service_id')
      .notNull()
      .references(() => services.id),
    channelId: uuid('channel_id').references(() => channels.id),
    projectId: uuid('project_id').references(() => projects.id),
    title: localizedText('title').notNull(),
    shortTitle: localizedText('short_title').notNull(),
    /** One of the ten task colours of the look. */
    hue: smallint().notNull(),
    /** Load of voice, eyes and mind: 0 none, 3 high. */
    voice: smallint().notNull(),
    eyes: smallint().notNull(),
    mind: smallint().notNull(),
    minBlockMinutes: smallint('min_block_minutes').notNull(),
    createdAt: moment('created_at').notNull(),
    retiredAt: moment('retired_at'),
  },
  (t) => [
    unique('tasks_one').on(t.serviceId, t.channelId, t.projectId).nullsNotDistinct(),
    check('tasks_client_or_inside', sql`(${t.channelId} is null) = (${t.projectId} is null)`),
    check(
      'tasks_loads',
      sql`${t.voice} between 0 and 3 and ${t.eyes} between 0 and 3 and ${t.mind} between 0 and 3`,
    ),
    check('tasks_hue', sql`${t.hue} between 0 and 9`),
    check('tasks_min_block', sql`${t.minBlockMinutes} between 15 and 480 and ${t.minBlockMinutes} % 15 = 0`),
    index('tasks_project').on(t.projectId),
  ],
)

/** The levels that a task asks for, all of them. */
export const taskNeeds = pgTable(
  'task_needs',
  {
    taskId: uuid('task_id')
      .notNull()
      .references(() => tasks.id),
    competenceId: uuid('competence_id').notNull(),
    level: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.taskId, t.competenceId] }),
    check('task_needs_level', sql`${t.level} between 1 and 4`),
  ],
)

/** When people rest. A plan keeps the rule it was made by, so a rule that was used is never changed. */
export const breakRules = pgTable(
  'break_rules',
  {
    id: uuid().primaryKey(),
    title: localizedText('title').notNull(),
    maxWorkMinutes: smallint('max_work_minutes').notNull(),
    pauseMinutes: smallint('pause_minutes').notNull(),
    /** Work between the shift's start or a rest and the next rest. */
    minStintMinutes: smallint('min_stint_minutes').notNull(),
    /** Work after the last rest until the shift's end. */
    tailMinutes: smallint('tail_minutes').notNull(),
    mealMinutes: smallint('meal_minutes').notNull(),
    /** Shifts at least this long have a meal. */
    mealFromMinutes: smallint('meal_from_minutes').notNull(),
    /** The meal starts between these shares of the shift, in percent. */
    mealEarliest: smallint('meal_earliest').notNull(),
    mealLatest: smallint('meal_latest').notNull(),
    /** A load of this much is high; so many minutes of one high kind in a row at most. */
    highLoad: smallint('high_load').notNull(),
    maxHighMinutes: smallint('max_high_minutes').notNull(),
    createdAt: moment('created_at').notNull(),
    retiredAt: moment('retired_at'),
  },
  (t) => [
    uniqueIndex('break_rules_one_current').on(sql`(true)`).where(sql`retired_at is null`),
    check(
      'break_rules_meal_window',
      sql`${t.mealEarliest} between 0 and ${t.mealLatest} and ${t.mealLatest} <= 100`,
    ),
    check('break_rules_high', sql`${t.highLoad} between 1 and 3 and ${t.maxHighMinutes} > 0`),
    check(
      'break_rules_minutes',
      sql`least(${t.pauseMinutes}, ${t.mealMinutes}, ${t.maxWorkMinutes}) > 0 and ${t.minStintMinutes} <= ${t.maxWorkMinutes}`,
    ),
  ],
)

/** A working interval. It belongs to the site's day on which it starts, also where it ends after midnight. */
export const shifts = pgTable(
  'shifts',
  {
    id: uuid().primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    teamId: uuid('team_id').notNull(),
    onDate: date('on_date').notNull(),
    span: timeRange('span').notNull(),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'shifts_team_site',
      columns: [t.teamId, t.siteId],
      foreignColumns: [teams.id, teams.siteId],
    }),
    // What a block names of its shift: changing the span asks every block whether it still fits.
    unique('shifts_block_key').on(t.id, t.personId, t.span),
    check(
      'shifts_length',
      sql`upper(${t.span}) - lower(${t.span}) between interval '1 hour' and interval '16 hours'`,
    ),
    index('shifts_team_day').on(t.teamId, t.onDate),
    index('shifts_person_day').on(t.personId, t.onDate),
  ],
)

export const absences = pgTable(
  'absences',
  {
    id: uuid().primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    span: timeRange('span').notNull(),
    recordedBy: uuid('recorded_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    check(
      'absences_span',
      sql`not isempty(${t.span}) and not lower_inf(${t.span}) and not upper_inf(${t.span})`,
    ),
    index('absences_person').on(t.personId),
  ],
)

/** How many people a task needs at a site; the task says for which project. */
export const demand = pgTable(
  'demand',
  {
    id: uuid().primaryKey(),
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    taskId: uuid('task_id')
      .notNull()
      .references(() => tasks.id),
    span: timeRange('span').notNull(),
    minimum: smallint().notNull(),
    target: smallint().notNull(),
    setBy: uuid('set_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [check('demand_order', sql`${t.minimum} between 0 and ${t.target}`)],
)

/** The plan of one team for one day: at most one draft and one published; a new published one replaces the old. */
export const rotationPlans = pgTable(
  'rotation_plans',
  {
    id: uuid().primaryKey(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    onDate: date('on_date').notNull(),
    status: text().notNull(),
    breakRuleId: uuid('break_rule_id')
      .notNull()
      .references(() => breakRules.id),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
    publishedBy: uuid('published_by').references(() => people.id),
    publishedAt: moment('published_at'),
  },
  (t) => [
    check('rotation_plans_status', sql`${t.status} in ('draft', 'published', 'replaced')`),
    check('rotation_plans_published', sql`(${t.status} = 'draft') = (${t.publishedAt} is null)`),
    unique('rotation_plans_status_key').on(t.id, t.status),
    uniqueIndex('rotation_plans_one_draft').on(t.teamId, t.onDate).where(sql`status = 'draft'`),
    uniqueIndex('rotation_plans_one_published').on(t.teamId, t.onDate).where(sql`status = 'published'`),
  ],
)

/** A change of a published day: who, when and, where it touches the past, why. The people concerned are told. */
export const planChanges = pgTable(
  'plan_changes',
  {
    id: uuid().primaryKey(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => rotationPlans.id),
    madeBy: uuid('made_by').references(() => people.id),
    madeAt: moment('made_at').notNull(),
    reason: text(),
  },
  (t) => [
    unique('plan_changes_plan').on(t.id, t.planId),
    check(
      'plan_changes_reason',
      sql`${t.reason} is null or char_length(btrim(${t.reason})) between 3 and 300`,
    ),
  ],
)

/** A stretch of a shift on one task, or a rest. In a published plan a block is withdrawn by a change, never altered. */
export const blocks = pgTable(
  'blocks',
  {
    id: uuid().primaryKey(),
    planId: uuid('plan_id').notNull(),
    planStatus: text('plan_status').notNull(),
    personId: uuid('person_id').notNull(),
    shiftId: uuid('shift_id').notNull(),
    shiftSpan: timeRange('shift_span').notNull(),
    span: timeRange('span').notNull(),
    what: text().notNull(),
    taskId: uuid('task_id').references(() => tasks.id),
    locked: boolean().notNull().default(false),
    addedIn: uuid('added_in'),
    withdrawnIn: uuid('withdrawn_in'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'blocks_plan',
      columns: [t.planId, t.planStatus],
      foreignColumns: [rotationPlans.id, rotationPlans.status],
    }).onUpdate('cascade'),
    foreignKey({
      name: 'blocks_shift',
      columns: [t.shiftId, t.personId, t.shiftSpan],
      foreignColumns: [shifts.id, shifts.personId, shifts.span],
    }).onUpdate('cascade'),
    foreignKey({
      name: 'blocks_added_in',
      columns: [t.addedIn, t.planId],
      foreignColumns: [planChanges.id, planChanges.planId],
    }),
    foreignKey({
      name: 'blocks_withdrawn_in',
      columns: [t.withdrawnIn, t.planId],
      foreignColumns: [planChanges.id, planChanges.planId],
    }),
    check(
      'blocks_inside_shift',
      sql`not isempty(${t.span}) and (${t.withdrawnIn} is not null or ${t.span} <@ ${t.shiftSpan})`,
    ),
    check(
      'blocks_what',
      sql`${t.what} in ('task', 'pause', 'meal') and (${t.what} = 'task') = (${t.taskId} is not null)`,
    ),
    index('blocks_plan_person').on(t.planId, t.personId),
    index('blocks_shift').on(t.shiftId),
  ],
)
