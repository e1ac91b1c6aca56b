import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { idOf, moment, timeRange } from './columns'
import { people, teams } from './people'
import { shifts } from './rotation'

/** Whether an agreed swap of a team is done at once or waits for its supervisor; a team without a row waits. */
export const teamSwapRules = pgTable(
  'team_swap_rules',
  {
    teamId: uuid('team_id')
      .primaryKey()
      .references(() => teams.id),
    rule: text().notNull(),
    setBy: uuid('set_by').references(() => people.id),
    setAt: moment('set_at').notNull(),
  },
  (t) => [check('team_swap_rules_rule', sql`${t.rule} in ('at-once', 'approval')`)],
)

/** A stretch of a shift, or all of it, that somebody would give to a colleague. */
export const swaps = pgTable(
  'swaps',
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    teamId: idOf('team_id', () => teams.id),
    onDate: date('on_date').notNull(),
    shiftId: idOf('shift_id', () => shifts.id),
    span: timeRange('span').notNull(),
    offeredBy: idOf('offered_by', () => people.id),
    note: text(),
    /** The blocks in the stretch as they were told when it was offered, written by a trigger; nothing for a whole shift. */
    gives: jsonb(),
    status: text().notNull(),
    takenBy: uuid('taken_by').references(() => people.id),
    agreedAt: moment('agreed_at'),
    decidedBy: uuid('decided_by').references(() => people.id),
    decidedAt: moment('decided_at'),
    reason: text(),
    appliedAt: moment('applied_at'),
    offeredAt: moment('offered_at').notNull(),
  },
  (t) => [
    check('swaps_kind', sql`${t.kind} in ('block', 'day')`),
    check(
      'swaps_status',
      sql`${t.status} in ('open', 'agreed', 'applied', 'refused', 'withdrawn', 'impossible', 'changed')`,
    ),
    check('swaps_taken', sql`${t.status} not in ('agreed', 'applied') or ${t.takenBy} is not null`),
    check('swaps_not_self', sql`${t.takenBy} is distinct from ${t.offeredBy}`),
    check('swaps_applied', sql`(${t.status} = 'applied') = (${t.appliedAt} is not null)`),
    index('swaps_offered').on(t.offeredBy, t.offeredAt),
    index('swaps_team').on(t.teamId, t.status),
    index('swaps_shift').on(t.shiftId),
  ],
)

/** Who was asked, and what they said. */
export const swapAsks = pgTable(
  'swap_asks',
  {
    swapId: uuid('swap_id').notNull(),
    personId: idOf('person_id', () => people.id),
    /** What the person would give for it, as it was told when they were asked. */
    gives: jsonb(),
    answer: text(),
    answeredAt: moment('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.swapId, t.personId] }),
    foreignKey({ name: 'swap_asks_swap', columns: [t.swapId], foreignColumns: [swaps.id] }),
    check('swap_asks_answer', sql`${t.answer} in ('yes', 'no')`),
    check('swap_asks_answered', sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
    index('swap_asks_person').on(t.personId),
  ],
)
