import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { idOf, moment, trimmed } from './columns'
import { ideas } from './ideas'
import { people } from './people'

/** What the owner says, for ever: heard, a question, a decision with its reason, what came of it. */
export const ideaReplies = pgTable(
  'idea_replies',
  {
    id: uuid().primaryKey(),
    ideaId: idOf('idea_id', () => ideas.id),
    authorId: idOf('author_id', () => people.id),
    kind: text().notNull(),
    state: text(),
    reason: text(),
    body: text().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    check('idea_replies_kind', sql`${t.kind} in ('ack', 'question', 'decision', 'outcome')`),
    check('idea_replies_body', sql`char_length(${trimmed(t.body)}) between 20 and 4000`),
    check(
      'idea_replies_reason',
      sql`case when ${t.kind} = 'decision' then ${t.reason} is not null and ${t.state} is not null
        else ${t.reason} is null and ${t.state} is null end`,
    ),
    check(
      'idea_replies_reasons',
      sql`${t.reason} in ('useful', 'trial', 'cost', 'law', 'exists', 'elsewhere', 'unclear', 'later', 'same')`,
    ),
    check(
      'idea_replies_state',
      sql`${t.state} in ('accepted', 'planned', 'in-progress', 'done', 'declined', 'not-now', 'merged')`,
    ),
    unique('idea_replies_of').on(t.ideaId, t.id),
    // What an idea stands at is what was decided: its foreign key goes by this.
    unique('idea_replies_of_state').on(t.ideaId, t.id, t.state),
    index('idea_replies_idea').on(t.ideaId, t.createdAt),
  ],
)

/** How many feel the same; one a person, and no moment. */
export const ideaVotes = pgTable(
  'idea_votes',
  {
    ideaId: idOf('idea_id', () => ideas.id),
    personId: idOf('person_id', () => people.id),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.personId] }), index('idea_votes_person').on(t.personId)],
)

/** A colleague's words, or the anonymous author's: those have a day and stand at its end, since even their place between two others would tell the hour. */
export const ideaComments = pgTable(
  'idea_comments',
  {
    id: uuid().primaryKey(),
    ideaId: idOf('idea_id', () => ideas.id),
    authorId: uuid('author_id').references(() => people.id),
    body: text().notNull(),
    saidOn: date('said_on').notNull(),
    createdAt: moment('created_at'),
    /** The how-manieth of the anonymous author this is. */
    turn: smallint(),
    /** The day on which the owner was told of an anonymous author's words; never the day's exact moment. */
    toldOn: date('told_on'),
    /** Taken out of sight by HR. */
    removed: boolean().notNull().default(false),
  },
  (t) => [
    check('idea_comments_body', sql`char_length(${trimmed(t.body)}) between 1 and 2000`),
    check('idea_comments_anonymous', sql`(${t.authorId} is null) = (${t.createdAt} is null)`),
    check('idea_comments_turn', sql`(${t.authorId} is null) = (${t.turn} is not null)`),
    unique('idea_comments_turn_once').on(t.ideaId, t.turn),
    index('idea_comments_idea').on(t.ideaId, t.createdAt),
    index('idea_comments_untold').on(t.saidOn).where(sql`author_id is null and told_on is null`),
  ],
)

export const ideaFollows = pgTable(
  'idea_follows',
  {
    ideaId: idOf('idea_id', () => ideas.id),
    personId: idOf('person_id', () => people.id),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.personId] }), index('idea_follows_person').on(t.personId)],
)

/** Which step of the clock was told already, so that no job tells it twice. */
export const ideaReminders = pgTable(
  'idea_reminders',
  {
    ideaId: idOf('idea_id', () => ideas.id),
    step: text().notNull(),
    sentOn: date('sent_on').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ideaId, t.step] }),
    check(
      'idea_reminders_step',
      sql`${t.step} in ('submitted', 'effect', 'ack-soon', 'ack-due', 'ack-late', 'ack-overdue', 'decide-soon', 'decide-due', 'decide-late', 'decide-overdue') or ${t.step} ~ '^panel-[12]-[1-5]$'`,
    ),
  ],
)
