import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { idOf, moment, timeRange } from './columns'
import { people, teams } from './people'
import { breakRules, shifts, tasks } from './rotation'

/** The plan of one team for one day: at most one draft and one published; a new published one replaces the old. */
export const rotationPlans = pgTable(
  'rotation_plans',
  {
    id: uuid().primaryKey(),
    teamId: idOf('team_id', () => teams.id),
    onDate: date('on_date').notNull(),
    status: text().notNull(),
    breakRuleId: idOf('break_rule_id', () => breakRules.id),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
    publishedBy: uuid('published_by').references(() => people.id),
    publishedAt: moment('published_at'),
    /** Why it changes hours that had begun of the plan that it replaced. */
    pastReason: text('past_reason'),
  },
  (t) => [
    check('rotation_plans_status', sql`${t.status} in ('draft', 'published', 'replaced')`),
    check('rotation_plans_published', sql`(${t.status} = 'draft') = (${t.publishedAt} is null)`),
    check(
      'rotation_plans_reason',
      sql`${t.pastReason} is null or char_length(btrim(${t.pastReason})) between 3 and 300`,
    ),
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
    planId: idOf('plan_id', () => rotationPlans.id),
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
    /** Put by a person since the draft was made: what is searched anew leaves it. */
    touched: boolean().notNull().default(false),
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

/** One search for a draft: asked for, at work, done. It goes on when the browser that asked is closed, and is found again by its plan. */
export const planRuns = pgTable(
  'plan_runs',
  {
    id: uuid().primaryKey(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => rotationPlans.id, { onDelete: 'cascade' }),
    status: text().notNull(),
    /** What of the draft stays beside locked blocks: nothing, what people touched, or every block that is there. */
    keeps: text().notNull(),
    seconds: smallint().notNull(),
    seed: integer().notNull(),
    weights: jsonb().notNull(),
    /** What is told while it works: objective, bound, gap, moves, share, how many plans were shown. */
    news: jsonb(),
    /** What was found: parts of the objective, unmet demand, who was left out, prices. */
    outcome: jsonb(),
    /** The days as the search left them, to compare with what people made of them; while it works, the best so far. */
    drafted: jsonb(),
    askedBy: uuid('asked_by').references(() => people.id),
    askedAt: moment('asked_at').notNull(),
    stopAskedAt: moment('stop_asked_at'),
    /** A worker is at it; where this is old, the worker is gone and another takes over. */
    heardAt: moment('heard_at'),
    endedAt: moment('ended_at'),
  },
  (t) => [
    check('plan_runs_status', sql`${t.status} in ('waiting', 'running', 'done', 'failed')`),
    check('plan_runs_keeps', sql`${t.keeps} in ('nothing', 'touched', 'blocks')`),
    check('plan_runs_seconds', sql`${t.seconds} between 1 and 60`),
    check('plan_runs_ended', sql`(${t.status} in ('done', 'failed')) = (${t.endedAt} is not null)`),
    uniqueIndex('plan_runs_one_open').on(t.planId).where(sql`status in ('waiting', 'running')`),
    index('plan_runs_plan').on(t.planId, t.askedAt),
  ],
)
