import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { DELIVERY_FAULTS } from '#domain/idea-webhooks'
import { Text } from '#domain/localized'
import { atMost } from '#server/at-most'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'

const Webhook = z.object({
  id: z.uuid(),
  url: z.string(),
  /** Null: all areas. */
  area: Text.nullable(),
  openedAt: z.string(),
  openedBy: z.string(),
  /** Messages of the last thirty days: taken, still tried, given up. */
  taken: z.number(),
  waiting: z.number(),
  lost: z.number(),
  /** How the latest attempt went; null before the first. */
  last: z
    .object({ status: z.number().nullable(), fault: z.enum(DELIVERY_FAULTS).nullable(), at: z.string() })
    .nullable(),
})

/** Trackers that hear of ideas, and whether they do hear. Addresses and no keys. */
export const listWebhooks = query({
  verb: 'ideas.webhooks',
  input: z.object({}),
  output: z.array(Webhook),
  async run({ db, now }) {
    const since = sql`d.created_at > ${now.toISOString()}::timestamptz - interval '30 days'`
    const { rows } = await db.execute<z.infer<typeof Webhook>>(sql`
      select w.id, w.url, a.name as area, ${isoMoment(sql`w.opened_at`)} as "openedAt", p.name as "openedBy",
        count(d.id) filter (where d.delivered_at is not null)::int as taken,
        count(d.id) filter (where d.delivered_at is null and d.given_up_at is null)::int as waiting,
        count(d.id) filter (where d.given_up_at is not null)::int as lost,
        (select json_build_object('status', l.status, 'fault', l.fault, 'at', ${isoMoment(sql`l.created_at`)})
          from idea_deliveries l where l.webhook_id = w.id and l.attempts > 0 order by l.created_at desc limit 1) as last
      from idea_webhooks w join people p on p.id = w.opened_by left join areas a on a.id = w.area_id
      left join idea_deliveries d on d.webhook_id = w.id and ${since}
      where w.closed_at is null group by w.id, a.id, p.id order by w.opened_at, w.id ${atMost(50)}`)
    return rows
  },
})
