import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { idOf, localizedText, moment, timeRange } from './columns'
import { channels, people, projects, services, sites, teams } from './people'

/** Service × channel × project; work inside the centre (learning, mentoring) has neither channel nor project. */
export const tasks = pgTable(
  'tasks',
  {
    id: uuid().primaryKey(),
    serviceId: idOf('service_id', () => services.id),
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
    taskId: idOf('task_id', () => tasks.id),
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
    personId: idOf('person_id', () => people.id),
    siteId: idOf('site_id', () => sites.id),
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
    personId: idOf('person_id', () => people.id),
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
    siteId: idOf('site_id', () => sites.id),
    taskId: idOf('task_id', () => tasks.id),
    span: timeRange('span').notNull(),
    minimum: smallint().notNull(),
    target: smallint().notNull(),
    setBy: uuid('set_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [check('demand_order', sql`${t.minimum} between 0 and ${t.target}`)],
)

/** Contacts that are expected of a task at a site, and what is promised to those who come. Demand may be set beside it. */
export const forecasts = pgTable(
  'forecasts',
  {
    id: uuid().primaryKey(),
    siteId: idOf('site_id', () => sites.id),
    taskId: idOf('task_id', () => tasks.id),
    span: timeRange('span').notNull(),
    contacts: integer().notNull(),
    handlingSeconds: integer('handling_seconds').notNull(),
    /** Percent of contacts that are to be answered within so many seconds. */
    serviceLevel: smallint('service_level').notNull(),
    withinSeconds: integer('within_seconds').notNull(),
    /** Without it everybody waits as long as it takes. */
    patienceSeconds: integer('patience_seconds'),
    concurrency: smallint().notNull(),
    setBy: uuid('set_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    check(
      'forecasts_numbers',
      sql`least(${t.contacts}, ${t.handlingSeconds}, ${t.withinSeconds}) >= 0 and ${t.serviceLevel} between 0 and 99
        and coalesce(${t.patienceSeconds}, 1) > 0 and ${t.concurrency} between 1 and 10`,
    ),
  ],
)
