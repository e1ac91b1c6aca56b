import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { idOf, moment } from './columns'
import { ideas } from './ideas'
import { people } from './people'

/** Some people who each say what an idea is worth before they see what the others said. */
export const ideaPanels = pgTable(
  'idea_panels',
  {
    id: uuid().primaryKey(),
    ideaId: idOf('idea_id', () => ideas.id),
    state: text().notNull().default('scoring'),
    round: smallint().notNull().default(1),
    /** What the last round came to: mean of the values, and the mean less its standard error, by which ideas are ranked. */
    mean: real(),
    lower: real(),
    openedBy: idOf('opened_by', () => people.id),
    openedAt: moment('opened_at').notNull(),
    /** When everybody was asked once more. */
    secondAt: moment('second_at'),
    closedAt: moment('closed_at'),
  },
  (t) => [
    check('idea_panels_state', sql`${t.state} in ('scoring', 'discussion', 'closed')`),
    check('idea_panels_round', sql`${t.round} in (1, 2)`),
    check('idea_panels_second', sql`${t.secondAt} is null or ${t.round} = 2`),
    check('idea_panels_discussed', sql`${t.state} <> 'discussion' or ${t.round} = 1`),
    check(
      'idea_panels_closed',
      sql`(${t.state} = 'closed') = (${t.closedAt} is not null) and num_nonnulls(${t.closedAt}, ${t.mean}, ${t.lower}) in (0, 3)`,
    ),
    uniqueIndex('idea_panels_one').on(t.ideaId),
    index('idea_panels_ranking').on(t.lower, t.id).where(sql`state = 'closed'`),
  ],
)

export const ideaPanelists = pgTable(
  'idea_panelists',
  {
    panelId: idOf('panel_id', () => ideaPanels.id),
    personId: idOf('person_id', () => people.id),
  },
  (t) => [primaryKey({ columns: [t.panelId, t.personId] }), index('idea_panelists_person').on(t.personId)],
)

/** Who was let go before they scored, and who took the seat: for ever. */
export const ideaReleases = pgTable(
  'idea_releases',
  {
    panelId: uuid('panel_id').notNull(),
    personId: uuid('person_id').notNull(),
    round: smallint().notNull(),
    reason: text().notNull(),
    replacementId: uuid('replacement_id'),
    releasedBy: idOf('released_by', () => people.id),
    releasedAt: moment('released_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.panelId, t.personId] }),
    foreignKey({
      name: 'idea_releases_panelist',
      columns: [t.panelId, t.personId],
      foreignColumns: [ideaPanelists.panelId, ideaPanelists.personId],
    }),
    foreignKey({
      name: 'idea_releases_replacement',
      columns: [t.panelId, t.replacementId],
      foreignColumns: [ideaPanelists.panelId, ideaPanelists.personId],
    }),
    check('idea_releases_reason', sql`${t.reason} in ('away', 'silent', 'close')`),
    check('idea_releases_another', sql`${t.replacementId} <> ${t.personId}`),
  ],
)

/** What one reviewer said in one round, for ever. */
export const ideaScores = pgTable(
  'idea_scores',
  {
    panelId: uuid('panel_id').notNull(),
    personId: uuid('person_id').notNull(),
    round: smallint().notNull(),
    impact: smallint().notNull(),
    reach: smallint().notNull(),
    effort: smallint().notNull(),
    lockedAt: moment('locked_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.panelId, t.personId, t.round] }),
    foreignKey({
      name: 'idea_scores_panelist',
      columns: [t.panelId, t.personId],
      foreignColumns: [ideaPanelists.panelId, ideaPanelists.personId],
    }),
    check('idea_scores_round', sql`${t.round} in (1, 2)`),
    check(
      'idea_scores_range',
      sql`${t.impact} between 1 and 5 and ${t.reach} between 1 and 5 and ${t.effort} between 1 and 5`,
    ),
  ],
)
