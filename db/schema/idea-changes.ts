import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { idOf, moment, trimmed } from './columns'
import { files } from './files'
import { ideaComments, ideaReplies, ideaVotes } from './idea-answers'
import { ideas } from './ideas'
import { people } from './people'

/** Two ideas that are one, and how the first stood before, so that it can be taken apart again. */
export const ideaMerges = pgTable(
  'idea_merges',
  {
    id: uuid().primaryKey(),
    ideaId: idOf('idea_id', () => ideas.id),
    intoId: idOf('into_id', () => ideas.id),
    replyId: idOf('reply_id', () => ideaReplies.id),
    stateBefore: text('state_before').notNull(),
    decisionBefore: uuid('decision_before').references(() => ideaReplies.id),
    returnsBefore: date('returns_before'),
    doneBefore: date('done_before'),
    mergedBy: idOf('merged_by', () => people.id),
    mergedAt: moment('merged_at').notNull(),
    undoneBy: uuid('undone_by').references(() => people.id),
    undoneAt: moment('undone_at'),
  },
  (t) => [
    check('idea_merges_undone', sql`(${t.undoneBy} is null) = (${t.undoneAt} is null)`),
    uniqueIndex('idea_merges_one_open').on(t.ideaId).where(sql`undone_at is null`),
    index('idea_merges_into').on(t.intoId),
  ],
)

/**
 * Whose support came to an idea only by a merge. It hangs on the vote: whoever withdraws it, and gives it again, gives it by
 * themselves. Taking the merge back takes back the votes that no other merge has brought.
 */
export const ideaMovedVotes = pgTable(
  'idea_moved_votes',
  {
    mergeId: idOf('merge_id', () => ideaMerges.id),
    intoId: uuid('into_id').notNull(),
    personId: uuid('person_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.mergeId, t.personId] }),
    foreignKey({
      name: 'idea_moved_votes_vote',
      columns: [t.intoId, t.personId],
      foreignColumns: [ideaVotes.ideaId, ideaVotes.personId],
    }).onDelete('cascade'),
    index('idea_moved_votes_vote').on(t.intoId, t.personId),
  ],
)

/** What came of a done idea, measured: time on contacts, complaints or hours, as they were and as they are. */
export const ideaEffects = pgTable(
  'idea_effects',
  {
    ideaId: uuid('idea_id')
      .primaryKey()
      .references(() => ideas.id),
    kind: text().notNull(),
    /** Seconds a contact, complaints or hours a month. */
    before: integer().notNull(),
    after: integer().notNull(),
    /** Contacts a month that it touches; only for time. */
    contacts: integer(),
    replyId: idOf('reply_id', () => ideaReplies.id),
    measuredOn: date('measured_on').notNull(),
    measuredBy: idOf('measured_by', () => people.id),
  },
  (t) => [
    check('idea_effects_kind', sql`${t.kind} in ('time', 'complaints', 'hours')`),
    check('idea_effects_contacts', sql`(${t.kind} = 'time') = (${t.contacts} is not null)`),
    check(
      'idea_effects_numbers',
      sql`${t.before} >= 0 and ${t.after} >= 0 and coalesce(${t.contacts}, 1) > 0`,
    ),
  ],
)

/** A customer asked for it: one row a contact, so that an area's owner sees hours a week and not votes. */
export const ideaContacts = pgTable(
  'idea_contacts',
  {
    id: uuid().primaryKey(),
    ideaId: idOf('idea_id', () => ideas.id),
    /** The contact in the operator's system; each counts once. */
    reference: text().notNull(),
    /** How long it took, in seconds. */
    seconds: integer().notNull(),
    personId: idOf('person_id', () => people.id),
    loggedAt: moment('logged_at').notNull(),
  },
  (t) => [
    unique('idea_contacts_once').on(t.reference),
    check('idea_contacts_reference', sql`char_length(btrim(${t.reference})) between 2 and 80`),
    check('idea_contacts_seconds', sql`${t.seconds} between 1 and 14400`),
    index('idea_contacts_idea').on(t.ideaId, t.loggedAt),
  ],
)

/** What HR took out of sight, with the reason that its author reads; or put back. */
export const ideaModerations = pgTable(
  'idea_moderations',
  {
    id: uuid().primaryKey(),
    ideaId: idOf('idea_id', () => ideas.id),
    commentId: uuid('comment_id').references(() => ideaComments.id),
    removed: boolean().notNull(),
    reason: text().notNull(),
    moderatedBy: idOf('moderated_by', () => people.id),
    moderatedAt: moment('moderated_at').notNull(),
  },
  (t) => [
    check('idea_moderations_reason', sql`char_length(${trimmed(t.reason)}) between 20 and 1000`),
    index('idea_moderations_idea').on(t.ideaId, t.moderatedAt),
  ],
)

/** Pictures that came with an idea. */
export const ideaFiles = pgTable(
  'idea_files',
  {
    fileId: uuid('file_id')
      .primaryKey()
      .references(() => files.id),
    ideaId: idOf('idea_id', () => ideas.id),
  },
  (t) => [index('idea_files_idea').on(t.ideaId)],
)
