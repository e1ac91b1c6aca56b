import { sql } from 'drizzle-orm'
import {
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
import { idOf, localizedText, moment } from './columns'
import { customerThanks } from './customer-thanks'
import { ideas } from './ideas'
import { people } from './people'

/** What the company stands for; each praise says which one the deed shows. */
export const companyValues = pgTable('company_values', {
  id: uuid().primaryKey(),
  slug: text().notNull().unique(),
  title: localizedText('title').notNull(),
  meaning: localizedText('meaning').notNull(),
  createdAt: moment('created_at').notNull(),
  retiredAt: moment('retired_at'),
})

/** How many praises a giver has in a month, and how many are spent; a trigger on the praises spends and gives back. */
export const praiseBudgets = pgTable(
  'praise_budgets',
  {
    giverId: idOf('giver_id', () => people.id),
    kind: text().notNull(),
    /** The first day of the month where the giver works. */
    month: date().notNull(),
    cap: smallint().notNull(),
    spent: smallint().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.giverId, t.kind, t.month] }),
    check('praise_budgets_kind', sql`${t.kind} in ('supervisor', 'peer')`),
    check('praise_budgets_month', sql`extract(day from ${t.month}) = 1`),
    check('praise_budgets_cap', sql`${t.cap} between 0 and 50`),
    check('praise_budgets_spent', sql`${t.spent} between 0 and ${t.cap}`),
  ],
)

/** Who thanks whom in public for what exactly. Awards and customers' thanks have no budget of a giver. */
export const praises = pgTable(
  'praises',
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    giverId: idOf('giver_id', () => people.id),
    receiverId: idOf('receiver_id', () => people.id),
    /** A customer's thanks names no value of the company. */
    valueId: uuid('value_id').references(() => companyValues.id),
    deed: text().notNull(),
    /** What the giver chose; the receiver's own wish may narrow it, see the function `praise_reach`. */
    visibility: text().notNull(),
    evidenceKind: text('evidence_kind'),
    evidenceId: text('evidence_id'),
    ideaId: uuid('idea_id').references(() => ideas.id),
    thanksId: uuid('thanks_id'),
    /** The month of the moment where the giver works, set by the database; no other than its clock's, see `history_tellings`. */
    budgetMonth: date('budget_month'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    check('praises_kind', sql`${t.kind} in ('supervisor', 'peer', 'award', 'customer')`),
    check('praises_not_self', sql`${t.giverId} <> ${t.receiverId}`),
    check(
      'praises_deed',
      sql`char_length(btrim(${t.deed})) between (case when ${t.kind} = 'customer' then 1 else 30 end) and 2000`,
    ),
    check('praises_value', sql`(${t.kind} = 'customer') = (${t.valueId} is null)`),
    check('praises_thanks', sql`(${t.kind} = 'customer') = (${t.thanksId} is not null)`),
    unique('praises_thanks_once').on(t.thanksId),
    // The words on the wall are the cleaned words of the letter and no others.
    foreignKey({
      name: 'praises_cleaned',
      columns: [t.thanksId, t.deed],
      foreignColumns: [customerThanks.id, customerThanks.publicText],
    }),
    check('praises_visibility', sql`${t.visibility} in ('public', 'team', 'private')`),
    check('praises_evidence', sql`${t.evidenceKind} in ('idea', 'contact', 'shift', 'training', 'other')`),
    check(
      'praises_evidence_idea',
      sql`(${t.evidenceKind} is not distinct from 'idea') = (${t.ideaId} is not null)`,
    ),
    check('praises_budget', sql`(${t.kind} in ('supervisor', 'peer')) = (${t.budgetMonth} is not null)`),
    foreignKey({
      name: 'praises_from_budget',
      columns: [t.giverId, t.kind, t.budgetMonth],
      foreignColumns: [praiseBudgets.giverId, praiseBudgets.kind, praiseBudgets.month],
    }),
    uniqueIndex('praises_peer_pair').on(t.giverId, t.receiverId, t.budgetMonth).where(sql`kind = 'peer'`),
    index('praises_wall').on(t.createdAt, t.id),
    index('praises_receiver').on(t.receiverId, t.createdAt),
    index('praises_giver').on(t.giverId, t.createdAt),
    index('praises_idea').on(t.ideaId).where(sql`idea_id is not null`),
  ],
)

/** A praise taken back, with the reason; it gives the budget back once. */
export const praiseRevocations = pgTable(
  'praise_revocations',
  {
    praiseId: uuid('praise_id')
      .primaryKey()
      .references(() => praises.id),
    revokedBy: idOf('revoked_by', () => people.id),
    reason: text().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [check('praise_revocations_reason', sql`char_length(btrim(${t.reason})) between 10 and 500`)],
)

export const praiseReactions = pgTable(
  'praise_reactions',
  {
    praiseId: idOf('praise_id', () => praises.id),
    personId: idOf('person_id', () => people.id),
    kind: text().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.praiseId, t.personId] }),
    check('praise_reactions_kind', sql`${t.kind} in ('clap', 'heart', 'strength')`),
  ],
)

/** How many praises a month there are from a month on; the newest of a kind that has begun holds. */
export const praiseCaps = pgTable(
  'praise_caps',
  {
    kind: text().notNull(),
    fromMonth: date('from_month').notNull(),
    cap: smallint().notNull(),
    setBy: idOf('set_by', () => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.fromMonth] }),
    check('praise_caps_kind', sql`${t.kind} in ('supervisor', 'peer')`),
    check('praise_caps_month', sql`extract(day from ${t.fromMonth}) = 1`),
    check('praise_caps_cap', sql`${t.cap} between 0 and 50`),
  ],
)

/** Praise lost its worth in two months running: until HR lifts it, no cap may grow. */
export const praiseFreezes = pgTable(
  'praise_freezes',
  {
    /** The second of the two months. */
    month: date().primaryKey(),
    createdAt: moment('created_at').notNull(),
    liftedAt: moment('lifted_at'),
    liftedBy: uuid('lifted_by').references(() => people.id),
    reason: text(),
  },
  (t) => [
    check(
      'praise_freezes_lifted',
      sql`num_nonnulls(${t.liftedAt}, ${t.liftedBy}, ${t.reason}) in (0, 3) and char_length(btrim(${t.reason})) >= 20`,
    ),
  ],
)
