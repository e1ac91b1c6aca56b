import { sql } from 'drizzle-orm'
import { check, date, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from './columns'

/** Append-only, for ever. An anonymous act has no actor, no time finer than a day, no request and an id without order. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: uuid().primaryKey(),
    onDate: date('on_date').notNull(),
    at: moment('at'),
    actorId: uuid('actor_id'),
    verb: text().notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id'),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    via: text().notNull(),
    requestId: text('request_id'),
  },
  (t) => [
    check(
      'audit_anonymous',
      sql`${t.via} <> 'anonymous' or num_nonnulls(${t.at}, ${t.actorId}, ${t.requestId}) = 0`,
    ),
    check('audit_named', sql`${t.via} = 'anonymous' or ${t.at} is not null`),
    index('audit_at').on(t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('audit_actor').on(t.actorId, t.at.desc().nullsFirst()),
    index('audit_subject').on(t.subjectKind, t.subjectId),
    index('audit_verb').on(t.verb, t.at.desc().nullsFirst()),
  ],
)
