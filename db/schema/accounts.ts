import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, idOf, moment } from './columns'
import { people } from './people'

/** How a person signs in. No row: the person cannot. */
export const accounts = pgTable('accounts', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => people.id),
  /** argon2id in PHC form; null where sign-in is only by the organisation's own server. */
  passwordHash: text('password_hash'),
  passwordChangedAt: moment('password_changed_at'),
  createdAt: moment('created_at').notNull(),
})

/** One row a sign-in; the cookie carries its id, so ending the row ends the session at once. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    personId: idOf('person_id', () => people.id),
    startedAt: moment('started_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [
    index('sessions_person').on(t.personId),
    check('sessions_order', sql`${t.expiresAt} > ${t.startedAt}`),
  ],
)

/** Tries to sign in, for throttling. Those of a device that the account knows are counted apart, so that nobody can lock another out. */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  {
    id: uuid().primaryKey(),
    email: text().notNull(),
    /** The device's own number; null where the account had never signed in on it. */
    device: text(),
    /** The network: an IPv4 address or the first 64 bits of an IPv6 one. */
    address: text().notNull(),
    succeeded: boolean().notNull(),
    at: moment('at').notNull(),
  },
  (t) => [index('sign_in_attempts_email').on(t.email, t.at)],
)

/** REST tokens; only the SHA-256 of the secret is kept. */
export const tokens = pgTable(
  'tokens',
  {
    id: uuid().primaryKey(),
    personId: idOf('person_id', () => people.id),
    name: text().notNull(),
    secretHash: bytes('secret_hash').notNull().unique(),
    scope: text().notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    check('tokens_scope', sql`${t.scope} in ('read', 'write')`),
    check('tokens_name', sql`char_length(btrim(${t.name})) between 1 and 100`),
    index('tokens_person').on(t.personId),
  ],
)

/**
 * An address that opens one thing without signing in: a feed, a calendar, a screen on the floor. Only the SHA-256 of its secret
 * is kept; it reads as its maker, so it ends with their employment.
 */
export const links = pgTable(
  'links',
  {
    id: uuid().primaryKey(),
    personId: idOf('person_id', () => people.id),
    kind: text().notNull(),
    /** What of its kind it opens, e.g. the id of an area; empty is all. */
    subject: text().notNull().default(''),
    secretHash: bytes('secret_hash').notNull().unique(),
    createdAt: moment('created_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    check('links_kind', sql`${t.kind} in ('ideas-feed', 'calendar', 'screen')`),
    index('links_person').on(t.personId),
  ],
)

/** A client-made key with the answer it got; the same key with the same body answers as before. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    personId: uuid('person_id').notNull(),
    key: text().notNull(),
    verb: text().notNull(),
    inputHash: text('input_hash').notNull(),
    result: jsonb(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.key] }),
    check('idempotency_key_length', sql`char_length(${t.key}) between 8 and 128`),
    index('idempotency_keys_at').on(t.at),
  ],
)

/** The first start on an empty database is guarded by a token; only its hash is here, and it works once. */
export const setUps = pgTable(
  'set_ups',
  {
    id: integer().primaryKey().default(1),
    tokenHash: bytes('token_hash').notNull(),
    createdAt: moment('created_at').notNull(),
    doneAt: moment('done_at'),
    doneBy: uuid('done_by').references(() => people.id),
  },
  (t) => [check('set_ups_one', sql`${t.id} = 1`)],
)
