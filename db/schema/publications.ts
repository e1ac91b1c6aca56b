import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Hole } from '#domain/holes'
import { idOf, moment } from './columns'
import { ladderVersions } from './ladders'
import { people } from './people'

/** One asks to publish a ladder with holes and says why; another agrees. It holds for the draft as it was read. */
export const ladderOverrides = pgTable(
  'ladder_overrides',
  {
    id: uuid().primaryKey(),
    versionId: uuid('version_id')
      .notNull()
      .references(() => ladderVersions.id, { onDelete: 'cascade' }),
    edits: integer().notNull(),
    reason: text().notNull(),
    holes: jsonb().$type<Hole[]>().notNull(),
    askedBy: idOf('asked_by', () => people.id),
    askedAt: moment('asked_at').notNull(),
    approvedBy: uuid('approved_by').references(() => people.id),
    approvedAt: moment('approved_at'),
  },
  (t) => [
    unique('ladder_overrides_once').on(t.versionId, t.edits),
    check('ladder_overrides_second_person', sql`${t.approvedBy} <> ${t.askedBy}`),
    check('ladder_overrides_reason', sql`char_length(btrim(${t.reason})) >= 20`),
    check('ladder_overrides_approved', sql`num_nonnulls(${t.approvedBy}, ${t.approvedAt}) in (0, 2)`),
  ],
)

/** Whose own gap a version changed: these are asked to read and to recall, nobody else. */
export const ladderAudience = pgTable(
  'ladder_audience',
  {
    versionId: idOf('version_id', () => ladderVersions.id),
    personId: idOf('person_id', () => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.versionId] }),
    index('ladder_audience_version').on(t.versionId),
  ],
)

/** A person's answer to the one question about their own next rung; one a day. */
export const recallAnswers = pgTable(
  'recall_answers',
  {
    id: uuid().primaryKey(),
    personId: idOf('person_id', () => people.id),
    versionId: idOf('version_id', () => ladderVersions.id),
    onDate: date('on_date').notNull(),
    /** What they chose is not kept: it may name a private wish. */
    correct: boolean().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    unique('recall_answers_once_a_day').on(t.personId, t.versionId, t.onDate),
    index('recall_answers_correct').on(t.versionId, t.personId).where(sql`correct`),
  ],
)
