import { sql } from 'drizzle-orm'
import {
  check,
  date,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Requirement } from '#domain/readiness'
import { positions } from './career'
import { idOf, localizedText, moment } from './columns'
import { ladderVersions } from './ladders'
import { people } from './people'
import { trainings } from './training'

export const plans = pgTable(
  'plans',
  {
    id: uuid().primaryKey(),
    personId: idOf('person_id', () => people.id),
    targetId: idOf('target_id', () => positions.id),
    versionId: idOf('version_id', () => ladderVersions.id),
    state: text().notNull(),
    visibility: text().notNull(),
    /** The supervisor or mentor who goes along with it. */
    companionId: uuid('companion_id').references(() => people.id),
    targetOn: date('target_on'),
    /** The requirements as they stood when both agreed: no moving of goalposts. */
    frozen: jsonb().$type<Requirement[]>(),
    openedAt: moment('opened_at').notNull(),
    agreedAt: moment('agreed_at'),
    agreedBy: uuid('agreed_by').references(() => people.id),
    /** When both sit down next. */
    nextCheckInOn: date('next_check_in_on'),
    closedAt: moment('closed_at'),
    closeReason: text('close_reason'),
  },
  (t) => [
    check('plans_state', sql`${t.state} in ('wish', 'agreed', 'paused', 'achieved', 'dropped')`),
    check('plans_visibility', sql`${t.visibility} in ('private', 'supervisor', 'open')`),
    check('plans_companion', sql`${t.companionId} <> ${t.personId}`),
    check('plans_agreed_by', sql`${t.agreedBy} <> ${t.personId}`),
    check('plans_private_alone', sql`${t.visibility} <> 'private' or ${t.companionId} is null`),
    check(
      'plans_frozen',
      sql`${t.state} in ('wish', 'dropped') or num_nonnulls(${t.frozen}, ${t.agreedAt}, ${t.agreedBy}) = 3`,
    ),
    check('plans_closed', sql`(${t.state} in ('achieved', 'dropped')) = (${t.closedAt} is not null)`),
    unique('plans_whole').on(t.id, t.personId),
    uniqueIndex('plans_one_open')
      .on(t.personId, t.targetId)
      .where(sql`state in ('wish', 'agreed', 'paused')`),
    index('plans_companion').on(t.companionId),
  ],
)

export const planSteps = pgTable(
  'plan_steps',
  {
    id: uuid().primaryKey(),
    planId: idOf('plan_id', () => plans.id),
    kind: text().notNull(),
    trainingId: uuid('training_id').references(() => trainings.id),
    title: localizedText('title'),
    /** The requirement that the step is taken for, as it stood then. */
    aim: jsonb().$type<Requirement>(),
    ownerId: idOf('owner_id', () => people.id),
    dueOn: date('due_on').notNull(),
    doneAt: moment('done_at'),
    droppedReason: text('dropped_reason'),
  },
  (t) => [
    check('plan_steps_kind', sql`${t.kind} in ('training', 'exposure', 'mentoring', 'other')`),
    check('plan_steps_training', sql`(${t.kind} = 'training') = (${t.trainingId} is not null)`),
    check('plan_steps_named', sql`num_nonnulls(${t.trainingId}, ${t.title}, ${t.aim}) >= 1`),
    check('plan_steps_end', sql`num_nonnulls(${t.doneAt}, ${t.droppedReason}) <= 1`),
    index('plan_steps_plan').on(t.planId),
  ],
)

/** The two of a plan sat down. What each of them wrote is read by these two alone. */
export const checkIns = pgTable(
  'check_ins',
  {
    id: uuid().primaryKey(),
    planId: uuid('plan_id').notNull(),
    personId: uuid('person_id').notNull(),
    companionId: idOf('companion_id', () => people.id),
    heldOn: date('held_on').notNull(),
    nextOn: date('next_on').notNull(),
    recordedBy: idOf('recorded_by', () => people.id),
    at: moment('at').notNull(),
  },
  (t) => [
    check('check_ins_two_people', sql`${t.companionId} <> ${t.personId}`),
    check('check_ins_next', sql`${t.nextOn} > ${t.heldOn}`),
    unique('check_ins_day').on(t.planId, t.heldOn),
  ],
)

export const checkInNotes = pgTable(
  'check_in_notes',
  {
    checkInId: idOf('check_in_id', () => checkIns.id),
    authorId: idOf('author_id', () => people.id),
    body: text().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.checkInId, t.authorId] }),
    check('check_in_notes_body', sql`char_length(btrim(${t.body})) between 1 and 2000`),
  ],
)
