import { sql } from 'drizzle-orm'
import {
  check,
  date,
  doublePrecision,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { idOf, localizedText, moment } from './columns'
import { people, sites, teams } from './people'

/** How a site gets through an alarm and an outage: the way to the shelter, the generator, the second connection. */
export const siteSafety = pgTable(
  'site_safety',
  {
    siteId: uuid('site_id')
      .primaryKey()
      .references(() => sites.id),
    route: localizedText('route').notNull(),
    routeMinutes: smallint('route_minutes').notNull(),
    generator: localizedText('generator'),
    connection: localizedText('connection'),
    autonomyHours: doublePrecision('autonomy_hours'),
    autonomyTestedOn: date('autonomy_tested_on'),
    changedBy: idOf('changed_by', () => people.id),
    changedAt: moment('changed_at').notNull(),
  },
  (t) => [
    check('site_safety_minutes', sql`${t.routeMinutes} between 0 and 120`),
    check(
      'site_safety_tested',
      sql`(${t.autonomyHours} is null) = (${t.autonomyTestedOn} is null) and coalesce(${t.autonomyHours} between 0 and 1000, true)`,
    ),
  ],
)

/** An alarm of a site, from the press of the button to its end. */
export const siteAlarms = pgTable(
  'site_alarms',
  {
    id: uuid().primaryKey(),
    siteId: idOf('site_id', () => sites.id),
    begunAt: moment('begun_at').notNull(),
    begunBy: idOf('begun_by', () => people.id),
    endedAt: moment('ended_at'),
    endedBy: uuid('ended_by').references(() => people.id),
  },
  (t) => [
    uniqueIndex('site_alarms_one_open').on(t.siteId).where(sql`ended_at is null`),
    check('site_alarms_ended', sql`(${t.endedAt} is null) = (${t.endedBy} is null)`),
    check('site_alarms_order', sql`${t.endedAt} >= ${t.begunAt}`),
    index('site_alarms_recent').on(t.siteId, t.begunAt.desc().nullsFirst()),
  ],
)

/** Who is safe: said by themselves or by whoever counts at the shelter. */
export const rollCalls = pgTable(
  'roll_calls',
  {
    alarmId: idOf('alarm_id', () => siteAlarms.id),
    personId: idOf('person_id', () => people.id),
    state: text().notNull(),
    at: moment('at').notNull(),
    byId: idOf('by_id', () => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.alarmId, t.personId] }),
    check('roll_calls_state', sql`${t.state} in ('sheltered', 'elsewhere')`),
  ],
)

/** What a team is run as, what the table advised then, and the answers that it advised on. */
export const sourcingDecisions = pgTable(
  'sourcing_decisions',
  {
    id: uuid().primaryKey(),
    teamId: idOf('team_id', () => teams.id),
    answers: jsonb().$type<Record<string, string>>().notNull(),
    scores: jsonb().$type<Record<string, number>>().notNull(),
    verdict: text().notNull(),
    model: text().notNull(),
    note: text(),
    decidedBy: idOf('decided_by', () => people.id),
    decidedAt: moment('decided_at').notNull(),
  },
  (t) => [
    check(
      'sourcing_decisions_verdict',
      sql`${t.verdict} in ('not-needed', 'own', 'outsourced', 'hybrid', 'discuss', 'incomplete')`,
    ),
    check(
      'sourcing_decisions_model',
      sql`${t.model} in ('own', 'full-outsourcing', 'partial-outsourcing', 'hybrid')`,
    ),
    index('sourcing_decisions_team').on(t.teamId, t.decidedAt.desc().nullsFirst()),
  ],
)
