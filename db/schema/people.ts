import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { positions } from './career'
import { dateRange, idOf, localizedText, moment, timeRange } from './columns'

export const sites = pgTable(
  'sites',
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique(),
    name: localizedText('name').notNull(),
    city: localizedText('city').notNull(),
    timeZone: text('time_zone').notNull(),
    /** ISO weekdays on which ideas are answered and actions done; days that differ stand in `site_days`. */
    workdays: smallint().array().notNull().default([1, 2, 3, 4, 5]),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [uniqueIndex('sites_name').on(sql`lower(${t.name} ->> 'uk')`)],
)

/** A client project. What is done (services) and by which instrument (channels) are kept apart. */
export const projects = pgTable(
  'projects',
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique(),
    name: localizedText('name').notNull(),
    market: text().notNull(),
    createdAt: moment('created_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    check('projects_market', sql`${t.market} in ('b2c', 'b2b')`),
    uniqueIndex('projects_name').on(sql`lower(${t.name} ->> 'uk')`).where(sql`ended_at is null`),
  ],
)

export const services = pgTable(
  'services',
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique(),
    title: localizedText('title').notNull(),
  },
  (t) => [uniqueIndex('services_title').on(sql`lower(${t.title} ->> 'uk')`)],
)

export const channels = pgTable(
  'channels',
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique(),
    title: localizedText('title').notNull(),
  },
  (t) => [uniqueIndex('channels_title').on(sql`lower(${t.title} ->> 'uk')`)],
)

export const projectServices = pgTable(
  'project_services',
  {
    projectId: idOf('project_id', () => projects.id),
    serviceId: idOf('service_id', () => services.id),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.serviceId] })],
)

export const projectChannels = pgTable(
  'project_channels',
  {
    projectId: idOf('project_id', () => projects.id),
    channelId: idOf('channel_id', () => channels.id),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.channelId] })],
)

export const teams = pgTable(
  'teams',
  {
    id: uuid().primaryKey(),
    siteId: idOf('site_id', () => sites.id),
    projectId: uuid('project_id').references(() => projects.id),
    name: localizedText('name').notNull(),
    createdAt: moment('created_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    unique('teams_id_site').on(t.id, t.siteId),
    index('teams_site').on(t.siteId),
    uniqueIndex('teams_name').on(t.siteId, sql`lower(${t.name} ->> 'uk')`).where(sql`ended_at is null`),
    index('teams_project').on(t.projectId),
  ],
)

export const people = pgTable(
  'people',
  {
    id: uuid().primaryKey(),
    /** Given name and family name as the person writes them; sorted with the uk-UA collation. */
    name: text().notNull(),
    email: text().notNull(),
    /** The name as search compares it; kept by Postgres. */
    shape: text().generatedAlwaysAs(sql`search_shape(name)`),
    /** The number in the HR system, for imports. */
    externalId: text('external_id').unique(),
    locale: text().notNull().default('uk'),
    theme: text().notNull().default('system'),
    praiseVisibility: text('praise_visibility').notNull().default('public'),
    bornOn: text('born_on'),
    createdAt: moment('created_at').notNull(),
    erasedAt: moment('erased_at'),
  },
  (t) => [
    uniqueIndex('people_email').on(sql`lower(${t.email})`),
    index('people_name').on(t.name, t.id),
    index('people_shape').using('gin', sql`${t.shape} gin_trgm_ops`),
    check('people_name_length', sql`char_length(btrim(${t.name})) between 1 and 200`),
    check('people_email_form', sql`${t.email} = lower(${t.email}) and ${t.email} like '_%@_%'`),
    check('people_locale', sql`${t.locale} in ('uk', 'en')`),
    check('people_theme', sql`${t.theme} in ('system', 'light', 'dark')`),
    check('people_praise_visibility', sql`${t.praiseVisibility} in ('public', 'team', 'private')`),
  ],
)

/** One history of hires, moves and leavings; tenure is computed from it. Overlap is refused except for `acting`. */
export const employments = pgTable(
  'employments',
  {
    id: uuid().primaryKey(),
    personId: idOf('person_id', () => people.id),
    positionId: idOf('position_id', () => positions.id),
    siteId: idOf('site_id', () => sites.id),
    teamId: uuid('team_id'),
    kind: text().notNull(),
    valid: dateRange('valid').notNull(),
    reason: text(),
    decidedBy: uuid('decided_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    check(
      'employments_kind',
      sql`${t.kind} in ('hire', 'up', 'across', 'out', 'back', 'acting', 'transfer')`,
    ),
    check('employments_decider', sql`${t.decidedBy} <> ${t.personId}`),
    check('employments_valid', sql`not isempty(${t.valid}) and lower(${t.valid}) is not null`),
    index('employments_person').on(t.personId),
    index('employments_team').on(t.teamId),
    index('employments_site').on(t.siteId),
    index('employments_position').on(t.positionId),
    index('employments_new_rungs').on(sql`lower(${t.valid})`).where(sql`kind in ('up', 'across', 'out')`),
  ],
)

/** A role or duty held from-to, for a team, a site or everywhere. A deputy is a grant with an end. */
export const grants = pgTable(
  'grants',
  {
    id: uuid().primaryKey(),
    personId: idOf('person_id', () => people.id),
    role: text().notNull(),
    teamId: uuid('team_id').references(() => teams.id),
    siteId: uuid('site_id').references(() => sites.id),
    deputy: boolean().notNull().default(false),
    valid: timeRange('valid').notNull(),
    grantedBy: uuid('granted_by').references(() => people.id),
    withdrawnBy: uuid('withdrawn_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    check(
      'grants_role',
      sql`${t.role} in ('operator', 'mentor', 'supervisor', 'head', 'hr', 'admin', 'trainer', 'quality', 'safety', 'welfare')`,
    ),
    check('grants_one_scope', sql`num_nonnulls(${t.teamId}, ${t.siteId}) <= 1`),
    check('grants_supervisor_has_team', sql`(${t.role} = 'supervisor') = (${t.teamId} is not null)`),
    check('grants_valid', sql`not isempty(${t.valid}) and lower(${t.valid}) is not null`),
    check('grants_deputy_ends', sql`not ${t.deputy} or upper(${t.valid}) is not null`),
    index('grants_person').on(t.personId),
    index('grants_team').on(t.teamId),
  ],
)

export const mentorships = pgTable(
  'mentorships',
  {
    id: uuid().primaryKey(),
    mentorId: idOf('mentor_id', () => people.id),
    menteeId: idOf('mentee_id', () => people.id),
    valid: dateRange('valid').notNull(),
    assignedBy: uuid('assigned_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    check('mentorships_two_people', sql`${t.mentorId} <> ${t.menteeId}`),
    index('mentorships_mentor').on(t.mentorId),
  ],
)
