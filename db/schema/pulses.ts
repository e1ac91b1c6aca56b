import { sql } from 'drizzle-orm'
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { positions } from './career'
import { bytes, idOf, localizedText, moment } from './columns'
import { people, projects, sites, teams } from './people'

/** A score and a comment from everybody, anonymous by construction. What is shown of it is settled when it opens. */
export const pulses = pgTable(
  'pulses',
  {
    id: uuid().primaryKey(),
    question: localizedText('question').notNull(),
    opensOn: date('opens_on').notNull(),
    /** The last day. */
    closesOn: date('closes_on').notNull(),
    /** Whom it asks, as a question does; nothing here is everybody. */
    teamId: uuid('team_id').references(() => teams.id),
    siteId: uuid('site_id').references(() => sites.id),
    projectId: uuid('project_id').references(() => projects.id),
    positionId: uuid('position_id').references(() => positions.id),
    shift: text(),
    /** Fewest answers of a place whose score, and whose comments, are shown. */
    least: smallint().notNull().default(5),
    leastForComments: smallint('least_for_comments').notNull().default(10),
    openedBy: idOf('opened_by', () => people.id),
    openedAt: moment('opened_at').notNull(),
    publishedAt: moment('published_at'),
  },
  (t) => [
    check('pulses_one_audience', sql`num_nonnulls(${t.teamId}, ${t.siteId}, ${t.projectId}) <= 1`),
    check('pulses_shift', sql`${t.shift} in ('morning', 'day', 'night')`),
    check('pulses_days', sql`${t.closesOn} >= ${t.opensOn}`),
    check('pulses_least', sql`${t.least} >= 5 and ${t.leastForComments} >= greatest(10, ${t.least})`),
    index('pulses_closes').on(t.closesOn),
  ],
)

/** A key for each site, so that a signature says where somebody works and nothing more. */
export const pulseKeys = pgTable(
  'pulse_keys',
  {
    pulseId: idOf('pulse_id', () => pulses.id),
    siteId: idOf('site_id', () => sites.id),
    publicKey: text('public_key').notNull(),
    privateKey: text('private_key').notNull(),
  },
  (t) => [primaryKey({ columns: [t.pulseId, t.siteId] })],
)

/** The places as they were when it opened: whoever moves a team afterwards finds nobody out. */
export const pulsePlaces = pgTable(
  'pulse_places',
  {
    pulseId: idOf('pulse_id', () => pulses.id),
    placeId: uuid('place_id').notNull(),
    /** The site of a team; a site has none. */
    parentId: uuid('parent_id'),
    name: localizedText('name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.pulseId, t.placeId] })],
)

/** Who got a blind signature, with the hash of what was signed, so that asking again gets the same. No moment. */
export const pulseTickets = pgTable(
  'pulse_tickets',
  {
    pulseId: idOf('pulse_id', () => pulses.id),
    personId: idOf('person_id', () => people.id),
    blindedHash: bytes('blinded_hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.pulseId, t.personId] })],
)

/** An answer under the hash of its token. No person, no moment, no order. */
export const pulseAnswers = pgTable(
  'pulse_answers',
  {
    pulseId: uuid('pulse_id').notNull(),
    tokenHash: bytes('token_hash').notNull(),
    siteId: uuid('site_id').notNull(),
    teamId: uuid('team_id'),
    score: smallint().notNull(),
    comment: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.pulseId, t.tokenHash] }),
    check('pulse_answers_score', sql`${t.score} between 1 and 5`),
    check('pulse_answers_comment', sql`char_length(${t.comment}) <= 1000`),
  ],
)

/** What was published at the end, once; a place that is not here is too small, or would give a small one away. */
export const pulseResults = pgTable(
  'pulse_results',
  {
    pulseId: idOf('pulse_id', () => pulses.id),
    /** The pulse's own id for everybody together. */
    placeId: uuid('place_id').notNull(),
    answers: integer().notNull(),
    mean: real().notNull(),
    comments: jsonb().$type<string[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.pulseId, t.placeId] }),
    check('pulse_results_least', sql`${t.answers} >= 5`),
  ],
)
