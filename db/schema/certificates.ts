import { sql } from 'drizzle-orm'
import { check, integer, numeric, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytes, idOf, localizedText, moment } from './columns'
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
    /** Its bit in the status list that says which credentials are revoked; given by Postgres, never twice. */
    place: integer().generatedAlwaysAsIdentity().unique(),
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
    revokedBy: idOf('revoked_by', () => people.id),
    revokedAt: moment('revoked_at').notNull(),
  },
  (t) => [check('certificate_revocations_reason', sql`char_length(btrim(${t.reason})) >= 10`)],
)

/** Keys that the organisation signs credentials with. One signs; those before it stay, as what they signed is still checked. */
export const signingKeys = pgTable(
  'signing_keys',
  {
    id: uuid().primaryKey(),
    /** Ed25519, as a Multikey writes it. */
    publicKey: text('public_key').notNull().unique(),
    /** Sealed with the secret of the installation: a copy of the database alone signs nothing. */
    sealed: bytes('sealed').notNull(),
    createdAt: moment('created_at').notNull(),
    retiredAt: moment('retired_at'),
  },
  (t) => [
    check('signing_keys_public', sql`${t.publicKey} ~ '^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$'`),
    uniqueIndex('signing_keys_one_current').on(sql`(retired_at is null)`).where(sql`retired_at is null`),
  ],
)
