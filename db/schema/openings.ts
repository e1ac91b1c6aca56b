import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { Check } from '#domain/readiness'
import { positions } from './career'
import { idOf, localizedText, moment } from './columns'
import { ladderVersions } from './ladders'
import { employments, people, sites, teams } from './people'

/** An internal opening for a position: how many seats, until when one applies, by when everybody has an answer. */
export const openings = pgTable(
  'openings',
  {
    id: uuid().primaryKey(),
    positionId: idOf('position_id', () => positions.id),
    siteId: idOf('site_id', () => sites.id),
    teamId: uuid('team_id').references(() => teams.id),
    seats: integer().notNull(),
    about: localizedText('about'),
    opensOn: date('opens_on').notNull(),
    closesOn: date('closes_on').notNull(),
    decideBy: date('decide_by').notNull(),
    openedBy: idOf('opened_by', () => people.id),
    openedAt: moment('opened_at').notNull(),
    /** Called off: nobody is taken from outside or inside. */
    cancelledAt: moment('cancelled_at'),
    cancelReason: text('cancel_reason'),
  },
  (t) => [
    check('openings_seats', sql`${t.seats} between 1 and 1000`),
    check('openings_dates', sql`${t.opensOn} <= ${t.closesOn} and ${t.closesOn} <= ${t.decideBy}`),
    check(
      'openings_cancelled',
      sql`${t.cancelledAt} is null or coalesce(char_length(btrim(${t.cancelReason})) >= 20, false)`,
    ),
    index('openings_position').on(t.positionId, t.opensOn),
    index('openings_decide').on(t.decideBy),
  ],
)

/** One person for one opening, with what they had and what was asked on that day. */
export const applications = pgTable(
  'applications',
  {
    id: uuid().primaryKey(),
    openingId: idOf('opening_id', () => openings.id),
    personId: idOf('person_id', () => people.id),
    state: text().notNull(),
    appliedAt: moment('applied_at').notNull(),
    versionId: uuid('version_id').references(() => ladderVersions.id),
    ready: boolean().notNull(),
    snapshot: jsonb().$type<Check[]>().notNull(),
    decidedBy: uuid('decided_by').references(() => people.id),
    decidedAt: moment('decided_at'),
    reason: text(),
    withdrawnAt: moment('withdrawn_at'),
    /** When the own team lets the person go; it may slip, which is kept beside. */
    releaseOn: date('release_on'),
    releasedAt: moment('released_at'),
    employmentId: uuid('employment_id').references(() => employments.id, { onDelete: 'set null' }),
  },
  (t) => [
    check('applications_state', sql`${t.state} in ('submitted', 'accepted', 'declined', 'withdrawn')`),
    check(
      'applications_answer',
      sql`(${t.state} in ('accepted', 'declined')) = (num_nonnulls(${t.decidedBy}, ${t.decidedAt}, ${t.reason}) = 3)`,
    ),
    check('applications_reason', sql`${t.reason} is null or char_length(btrim(${t.reason})) >= 20`),
    check('applications_decider', sql`${t.decidedBy} <> ${t.personId}`),
    check('applications_release', sql`(${t.state} = 'accepted') = (${t.releaseOn} is not null)`),
    check('applications_released', sql`${t.releasedAt} is null or ${t.state} = 'accepted'`),
    check('applications_withdrawn', sql`(${t.state} = 'withdrawn') = (${t.withdrawnAt} is not null)`),
    unique('applications_once').on(t.openingId, t.personId),
    index('applications_person').on(t.personId, t.appliedAt.desc().nullsFirst()),
  ],
)

/** A release that slipped: from when to when, who moved it and why. */
export const releaseSlips = pgTable(
  'release_slips',
  {
    id: uuid().primaryKey(),
    applicationId: idOf('application_id', () => applications.id),
    fromOn: date('from_on').notNull(),
    toOn: date('to_on').notNull(),
    movedBy: idOf('moved_by', () => people.id),
    reason: text().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    check('release_slips_later', sql`${t.toOn} > ${t.fromOn}`),
    check('release_slips_reason', sql`char_length(btrim(${t.reason})) >= 20`),
    index('release_slips_application').on(t.applicationId),
  ],
)

/** Somebody sat down with a person whom an opening did not take: what comes next for them. */
export const refusalTalks = pgTable(
  'refusal_talks',
  {
    applicationId: uuid('application_id')
      .primaryKey()
      .references(() => applications.id),
    heldOn: date('held_on').notNull(),
    heldBy: idOf('held_by', () => people.id),
    nextStep: text('next_step').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [check('refusal_talks_next', sql`char_length(btrim(${t.nextStep})) between 10 and 1000`)],
)
