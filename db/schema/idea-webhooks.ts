import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { idOf, moment } from './columns'
import { areas, ideas } from './ideas'
import { people } from './people'

/** An outside tracker that hears what becomes of ideas: of one area, or of all. */
export const ideaWebhooks = pgTable(
  'idea_webhooks',
  {
    id: uuid().primaryKey(),
    areaId: uuid('area_id').references(() => areas.id),
    url: text().notNull(),
    /** The key that each message is signed with; shown once. */
    secret: text().notNull(),
    openedBy: idOf('opened_by', () => people.id),
    openedAt: moment('opened_at').notNull(),
    closedBy: uuid('closed_by').references(() => people.id),
    closedAt: moment('closed_at'),
  },
  (t) => [
    check('idea_webhooks_url', sql`${t.url} ~ '^https?://' and char_length(${t.url}) <= 500`),
    check('idea_webhooks_secret', sql`${t.secret} ~ '^whsec_[A-Za-z0-9+/]{32,}=*$'`),
    check('idea_webhooks_closed', sql`(${t.closedBy} is null) = (${t.closedAt} is null)`),
    unique('idea_webhooks_once').on(t.areaId, t.url, t.closedAt).nullsNotDistinct(),
  ],
)

/** One message to one tracker. A trigger on `ideas` writes it with the change that it tells; a job sends it until it is taken. */
export const ideaDeliveries = pgTable(
  'idea_deliveries',
  {
    id: uuid().primaryKey(),
    webhookId: idOf('webhook_id', () => ideaWebhooks.id),
    ideaId: idOf('idea_id', () => ideas.id),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: moment('created_at').notNull(),
    attempts: smallint().notNull().default(0),
    nextAt: moment('next_at').notNull(),
    /** What the last attempt met: an HTTP status, or why there was none. */
    status: smallint(),
    fault: text(),
    deliveredAt: moment('delivered_at'),
    givenUpAt: moment('given_up_at'),
  },
  (t) => [
    check('idea_deliveries_fault', sql`${t.fault} in ('address', 'unknown', 'unreachable', 'slow')`),
    check('idea_deliveries_end', sql`num_nonnulls(${t.deliveredAt}, ${t.givenUpAt}) <= 1`),
    index('idea_deliveries_due').on(t.nextAt).where(sql`delivered_at is null and given_up_at is null`),
    index('idea_deliveries_webhook').on(t.webhookId, t.createdAt),
  ],
)
