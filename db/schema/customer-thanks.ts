import { sql } from 'drizzle-orm'
import { check, date, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { idOf, moment } from './columns'
import { people } from './people'

/**
 * What a customer wrote or said in thanks: entered, cleaned of what names the customer, matched to an operator by somebody else,
 * shown to the operator first, and on the wall only if they wish so.
 */
export const customerThanks = pgTable(
  'customer_thanks',
  {
    id: uuid().primaryKey(),
    channel: text().notNull(),
    /** The number of the contact or letter where it came from. */
    reference: text().notNull(),
    receivedOn: date('received_on').notNull(),
    /** As it came; erased when it is passed on, since it may name the customer. */
    rawText: text('raw_text'),
    /** Word for word, without telephones, cards, addresses and names. */
    publicText: text('public_text'),
    enteredBy: idOf('entered_by', () => people.id),
    enteredAt: moment('entered_at').notNull(),
    operatorId: uuid('operator_id').references(() => people.id),
    matchedBy: uuid('matched_by').references(() => people.id),
    matchedAt: moment('matched_at'),
    /** When who passed it on said that the names of customers are hidden; letters passed on before this was asked have none. */
    namesHiddenAt: moment('names_hidden_at'),
    /** The operator's answer: `wall` or `keep`. */
    decision: text(),
    decidedAt: moment('decided_at'),
    setAsideBy: uuid('set_aside_by').references(() => people.id),
    setAsideAt: moment('set_aside_at'),
    setAsideReason: text('set_aside_reason'),
  },
  (t) => [
    unique('customer_thanks_once').on(t.channel, t.reference),
    unique('customer_thanks_words').on(t.id, t.publicText),
    check(
      'customer_thanks_channel',
      sql`${t.channel} in ('call', 'chat', 'mail', 'messenger', 'social', 'letter', 'other')`,
    ),
    check('customer_thanks_reference', sql`char_length(btrim(${t.reference})) between 1 and 100`),
    check('customer_thanks_raw', sql`char_length(btrim(${t.rawText})) between 1 and 2000`),
    check('customer_thanks_text', sql`char_length(btrim(${t.publicText})) between 1 and 2000`),
    // Seven digits and more, whatever stands between them, are a telephone, a card or a contract; the twin is `isClean`.
    check(
      'customer_thanks_cleaned',
      sql`${t.publicText} !~ '[0-9]([\\t\\n\\v\\f\\r \\u0085\\u00A0\\u1680\\u2000-\\u200D\\u2028\\u2029\\u202F\\u205F\\u2060\\u3000\\uFEFF().,+/\\u2010-\\u2015\\u2212-]*[0-9]){6,}'
        and ${t.publicText} !~ '[^\\t\\n\\v\\f\\r \\u0085\\u00A0\\u1680\\u2000-\\u200D\\u2028\\u2029\\u202F\\u205F\\u2060\\u3000\\uFEFF]@[^\\t\\n\\v\\f\\r \\u0085\\u00A0\\u1680\\u2000-\\u200D\\u2028\\u2029\\u202F\\u205F\\u2060\\u3000\\uFEFF]+\\.[^\\t\\n\\v\\f\\r \\u0085\\u00A0\\u1680\\u2000-\\u200D\\u2028\\u2029\\u202F\\u205F\\u2060\\u3000\\uFEFF]'`,
    ),
    check(
      'customer_thanks_matched',
      sql`num_nonnulls(${t.operatorId}, ${t.matchedBy}, ${t.matchedAt}) in (0, 3)
        and (${t.operatorId} is null or ${t.publicText} is not null and ${t.rawText} is null)`,
    ),
    check('customer_thanks_by_another', sql`${t.matchedBy} <> ${t.operatorId}`),
    check(
      'customer_thanks_kept',
      sql`${t.rawText} is not null or ${t.publicText} is not null or ${t.setAsideAt} is not null`,
    ),
    check(
      'customer_thanks_decided',
      sql`(${t.decision} is null) = (${t.decidedAt} is null) and (${t.decision} is null or ${t.operatorId} is not null)
        and ${t.decision} in ('wall', 'keep')`,
    ),
    check(
      'customer_thanks_set_aside',
      sql`num_nonnulls(${t.setAsideBy}, ${t.setAsideAt}, ${t.setAsideReason}) in (0, 3)
        and (${t.setAsideAt} is null or ${t.operatorId} is null and ${t.rawText} is null)
        and char_length(btrim(${t.setAsideReason})) >= 10`,
    ),
    index('customer_thanks_waiting').on(t.enteredAt).where(sql`operator_id is null and set_aside_at is null`),
    index('customer_thanks_operator').on(t.operatorId, t.matchedAt),
  ],
)
