import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Text } from '#domain/text'
import { positions } from './career'
import { bytes, idOf, localizedText, moment, searchVector, trimmed } from './columns'
import { people, projects, sites, teams } from './people'

/** Where an idea goes. There is always somebody who answers, and somebody who answers for them. */
export const areas = pgTable(
  'areas',
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique(),
    name: localizedText('name').notNull(),
    purpose: localizedText('purpose').notNull(),
    kind: text().notNull(),
    teamId: uuid('team_id').references(() => teams.id),
    siteId: uuid('site_id').references(() => sites.id),
    ownerId: idOf('owner_id', () => people.id),
    backupId: idOf('backup_id', () => people.id),
    /** Days until the author hears that somebody reads it, and until there is a decision. */
    ackDays: smallint('ack_days').notNull(),
    decideDays: smallint('decide_days').notNull(),
    createdAt: moment('created_at').notNull(),
    retiredAt: moment('retired_at'),
  },
  (t) => [
    check('areas_kind', sql`${t.kind} in ('workplace', 'process', 'product', 'training', 'tools')`),
    check('areas_one_place', sql`num_nonnulls(${t.teamId}, ${t.siteId}) = 1`),
    check('areas_two_people', sql`${t.ownerId} <> ${t.backupId}`),
    check('areas_ack_days', sql`${t.ackDays} between 1 and 14`),
    check('areas_decide_days', sql`${t.decideDays} between ${t.ackDays} and 90`),
    index('areas_owner').on(t.ownerId),
    index('areas_backup').on(t.backupId),
  ],
)

/** A question to chosen people for a time, or a standing invitation. No team, site or project: everybody is asked. */
export const campaigns = pgTable(
  'campaigns',
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    question: localizedText('question').notNull(),
    areaId: idOf('area_id', () => areas.id),
    teamId: uuid('team_id').references(() => teams.id),
    siteId: uuid('site_id').references(() => sites.id),
    projectId: uuid('project_id').references(() => projects.id),
    /** Narrower still: of those people who have this position, who work at this part of the day. */
    positionId: uuid('position_id').references(() => positions.id),
    shift: text(),
    /** Answers of one press, in the order in which they are offered. */
    choices: jsonb().$type<Text[]>().notNull().default([]),
    /** How many people it was put to. */
    asked: integer().notNull().default(0),
    sponsorId: idOf('sponsor_id', () => people.id),
    opensAt: moment('opens_at').notNull(),
    closesAt: moment('closes_at'),
    createdAt: moment('created_at').notNull(),
    closedBy: uuid('closed_by').references(() => people.id),
    /** "You said, we did": what comes of it. */
    outcome: localizedText('outcome'),
    outcomeAt: moment('outcome_at'),
  },
  (t) => [
    check('campaigns_kind', sql`${t.kind} in ('standing', 'question')`),
    check('campaigns_one_audience', sql`num_nonnulls(${t.teamId}, ${t.siteId}, ${t.projectId}) <= 1`),
    check('campaigns_shift', sql`${t.shift} in ('morning', 'day', 'night')`),
    check(
      'campaigns_choices',
      sql`jsonb_typeof(${t.choices}) = 'array' and jsonb_array_length(${t.choices}) between 0 and 5`,
    ),
    check('campaigns_order', sql`${t.closesAt} > ${t.opensAt}`),
    check('campaigns_question_closes', sql`${t.kind} = 'standing' or ${t.closesAt} is not null`),
    check('campaigns_outcome', sql`(${t.outcome} is null) = (${t.outcomeAt} is null)`),
    index('campaigns_opens').on(t.opensAt),
  ],
)

/** Who pressed which answer; shown only as numbers. */
export const campaignTaps = pgTable(
  'campaign_taps',
  {
    campaignId: idOf('campaign_id', () => campaigns.id),
    personId: idOf('person_id', () => people.id),
    choice: smallint().notNull(),
    tappedOn: date('tapped_on').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.personId] }),
    check('campaign_taps_choice', sql`${t.choice} between 0 and 4`),
  ],
)

/**
 * A suggestion. It has no moment: only the day, an id without order and a number drawn by lot, so that an anonymous one cannot be
 * put between two acts whose moments are known.
 */
export const ideas = pgTable(
  'ideas',
  {
    id: uuid().primaryKey(),
    number: bigint({ mode: 'number' }).notNull().unique('ideas_number'),
    title: text().notNull(),
    body: text().notNull().default(''),
    areaId: idOf('area_id', () => areas.id),
    campaignId: uuid('campaign_id').references(() => campaigns.id),
    authorMode: text('author_mode').notNull(),
    authorId: uuid('author_id').references(() => people.id),
    /** SHA-256 of the code that an anonymous author was shown once. */
    codeHash: bytes('code_hash').unique('ideas_code'),
    ownerId: idOf('owner_id', () => people.id),
    state: text().notNull().default('new'),
    submittedOn: date('submitted_on').notNull(),
    ackDue: date('ack_due').notNull(),
    decideDue: date('decide_due').notNull(),
    /** The day of the last official answer. */
    answeredOn: date('answered_on'),
    returnsOn: date('returns_on'),
    /** Since when the author is asked something; the clock stands, `asked_due` is where it stood. */
    pausedOn: date('paused_on'),
    askedDue: date('asked_due'),
    /** Calendar days that questions to the author have taken so far. */
    pausedDays: smallint('paused_days').notNull().default(0),
    doneOn: date('done_on'),
    /** The idea that this one was a part of. */
    splitFrom: uuid('split_from'),
    /** Where it is worked on outside the portal. */
    trackerUrl: text('tracker_url'),
    /** Taken out of sight by HR; why stands in `idea_moderations`. */
    removed: boolean().notNull().default(false),
    firstReplyId: uuid('first_reply_id'),
    decisionReplyId: uuid('decision_reply_id'),
    mergedInto: uuid('merged_into'),
    /** Kept by a trigger on the votes. */
    votes: integer().notNull().default(0),
    due: date().generatedAlwaysAs(
      sql`case when first_reply_id is null then ack_due when decision_reply_id is null then decide_due end`,
    ),
    // These three let foreign keys say: the target of a merge is itself not merged, a state is what its decision said.
    root: boolean().generatedAlwaysAs(sql`merged_into is null`),
    mergedRoot: boolean('merged_root').generatedAlwaysAs(
      sql`case when merged_into is not null then true end`,
    ),
    decisionState: text('decision_state').generatedAlwaysAs(
      sql`case when decision_reply_id is not null then state end`,
    ),
  },
  (t) => [
    check('ideas_title', sql`char_length(${trimmed(t.title)}) between 5 and 140`),
    check('ideas_body', sql`char_length(${t.body}) <= 8000`),
    check('ideas_author_mode', sql`${t.authorMode} in ('named', 'hidden', 'anonymous')`),
    check('ideas_anonymous', sql`(${t.authorMode} = 'anonymous') = (${t.authorId} is null)`),
    check('ideas_code_kept', sql`(${t.authorMode} = 'anonymous') = (${t.codeHash} is not null)`),
    check(
      'ideas_state',
      sql`${t.state} in ('new', 'under-review', 'accepted', 'planned', 'in-progress', 'done', 'declined', 'not-now', 'merged')`,
    ),
    check('ideas_answered_first', sql`${t.state} = 'new' or ${t.firstReplyId} is not null`),
    check('ideas_decided', sql`${t.state} in ('new', 'under-review') or ${t.decisionReplyId} is not null`),
    check('ideas_merged', sql`(${t.state} = 'merged') = (${t.mergedInto} is not null)`),
    check('ideas_returns', sql`(${t.state} = 'not-now') = (${t.returnsOn} is not null)`),
    check('ideas_due_order', sql`${t.ackDue} >= ${t.submittedOn} and ${t.decideDue} >= ${t.ackDue}`),
    check(
      'ideas_paused',
      sql`(${t.pausedOn} is null) = (${t.askedDue} is null) and ${t.pausedDays} between 0 and 7`,
    ),
    check('ideas_tracker', sql`${t.trackerUrl} ~ '^https?://' and char_length(${t.trackerUrl}) <= 500`),
    check('ideas_votes', sql`${t.votes} >= 0`),
    unique('ideas_id_root').on(t.id, t.root),
    // A second press of the button without a script, where no key of the person may be kept.
    uniqueIndex('ideas_sent_twice')
      .on(sql`md5(title || body)`, t.submittedOn)
      .where(sql`author_mode = 'anonymous'`),
    // Lists read these backwards. An index that says DESC also says NULLS LAST, and would not fit `order by … desc`.
    index('ideas_new').on(t.submittedOn, t.number),
    index('ideas_supported').on(t.votes, t.number),
    index('ideas_answered').on(t.answeredOn, t.number).where(sql`answered_on is not null`),
    index('ideas_area').on(t.areaId, t.submittedOn, t.number),
    index('ideas_state_new').on(t.state, t.submittedOn, t.number),
    index('ideas_author').on(t.authorId, t.submittedOn, t.number).where(sql`author_id is not null`),
    index('ideas_owner_due').on(t.ownerId, t.due, t.number).where(sql`due is not null`),
    index('ideas_due').on(t.due, t.number).where(sql`due is not null`),
    index('ideas_merged_into').on(t.mergedInto).where(sql`merged_into is not null`),
    index('ideas_split_from').on(t.splitFrom).where(sql`split_from is not null`),
    index('ideas_returns').on(t.returnsOn).where(sql`returns_on is not null`),
    index('ideas_done').on(t.doneOn).where(sql`done_on is not null`),
    index('ideas_anonymous').on(t.submittedOn).where(sql`author_mode = 'anonymous'`),
    index('ideas_campaign').on(t.campaignId).where(sql`campaign_id is not null`),
  ],
)

/** The normalised text that search reads; made by `domain/search.ts`, beside the idea so that a vote does not rewrite it. */
export const ideaTerms = pgTable(
  'idea_terms',
  {
    ideaId: uuid('idea_id')
      .primaryKey()
      .references(() => ideas.id),
    title: text().notNull(),
    document: searchVector('document').notNull(),
    version: smallint().notNull(),
  },
  (t) => [
    index('idea_terms_document').using('gin', t.document),
    index('idea_terms_title').using('gist', sql`title gist_trgm_ops(siglen=64)`),
    index('idea_terms_version').on(t.version),
  ],
)
