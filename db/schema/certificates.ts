import { sql } from 'drizzle-orm'
import { check, numeric, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { localizedText, moment } from './columns'
import { people } from './people'
import { completions } from './training'

/** What anybody may check by its code; it stays as it was issued when the training is renamed or retired. */
export const certificates = pgTable(
  'certificates',
  {
    id: uuid().primaryKey(),
    completionId: uuid('completion_id')
      .notNull()
      .unique()
      .references(() => completions.id),
    code: text().notNull().unique(),
    title: localizedText('title').notNull(),
    hours: numeric({ precision: 5, scale: 1, mode: 'number' }).notNull(),
    issuedAt: moment('issued_at').notNull(),
  },
  (t) => [check('certificates_code', sql`${t.code} ~ '^[0-9A-HJKMNP-TV-Z]{16}$'`)],
)

/** A certificate that was given by mistake or got by deceit; the pass behind it no longer counts. */
export const certificateRevocations = pgTable(
  'certificate_revocations',
  {
    certificateId: uuid('certificate_id')
      .primaryKey()
      .references(() => certificates.id),
    reason: text().notNull(),
    revokedBy: uuid('revoked_by')
      .notNull()
      .references(() => people.id),
    revokedAt: moment('revoked_at').notNull(),
  },
  (t) => [check('certificate_revocations_reason', sql`char_length(btrim(${t.reason})) >= 10`)],
)
