import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import type { Actor } from '#domain/access'
import { Text } from '#domain/localized'
import { Page, pageOf } from '#domain/paging'
import { notFound } from '#domain/refused'
import { DRINKS } from '#domain/workplace'
import { atMost } from '#server/at-most'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { visible } from '#server/visible'

export type TeaRound = { roundId: string; roomId: string; siteId: string; open: boolean; people: string[] }

/** A round of tea, locked so that an order and the serving take turns. `people` is whoever asks, where they sit in its room. */
export async function lockTeaRound(
  tx: Tx,
  roundId: string,
  actor: Actor,
): Promise<TeaRound & { workplaceId: string | null }> {
  const { rows } = await tx.execute<Omit<TeaRound, 'people'> & { workplaceId: string | null }>(sql`
    select t.id as "roundId", t.room_id as "roomId", r.site_id as "siteId", num_nonnulls(t.served_at, t.cancelled_at) = 0 as open,
      (select c.workplace_id from current_seats c where c.person_id = ${actor.personId} and c.room_id = t.room_id) as "workplaceId"
    from tea_rounds t join rooms r on r.id = t.room_id where t.id = ${roundId} for update of t`)
  if (!rows[0]) throw notFound()
  return { ...rows[0], people: rows[0].workplaceId ? [actor.personId] : [] }
}

const Now = z.object({
  roundId: z.uuid(),
  plannedAt: z.string(),
  drink: z.enum(DRINKS).nullable(),
  sugar: z.number().nullable(),
})

/** The next round of tea that comes by the actor's seat, and what they ordered; nothing ordered means nobody disturbs. */
export const teaNow = query({
  verb: 'workplace.teaNow',
  input: z.object({}),
  output: z.object({ round: Now.nullable() }),
  async run({ db, actor, now }) {
    const { rows } = await db.execute<z.infer<typeof Now>>(sql`
      select t.id as "roundId", ${isoMoment(sql`t.planned_at`)} as "plannedAt", o.drink, o.sugar
      from current_seats c join tea_rounds t on t.room_id = c.room_id
      left join tea_orders o on o.round_id = t.id and o.person_id = c.person_id
      where c.person_id = ${actor.personId} and t.served_at is null and t.cancelled_at is null
        and t.planned_at between ${now}::timestamptz - interval '1 hour' and ${now}::timestamptz + interval '12 hours'
      order by t.planned_at limit 1`)
    return { round: rows[0] ?? null }
  },
})

const Orders = z.object({
  roundId: z.uuid(),
  room: Text,
  plannedAt: z.string(),
  orders: z.array(z.object({ code: z.string(), drink: z.enum(DRINKS), sugar: z.number() })),
})

/** What to carry where: the open rounds of the day with their orders by seat. */
export const teaOrders = query({
  verb: 'workplace.teaOrders',
  input: Page,
  output: pageOf(Orders),
  async run({ db, input, reach, now }) {
    const { rows } = await db.execute<z.infer<typeof Orders>>(sql`
      select t.id as "roundId", r.title as room, ${isoMoment(sql`t.planned_at`)} as "plannedAt",
        (select coalesce(json_agg(json_build_object('code', w.code, 'drink', o.drink, 'sugar', o.sugar) order by w.code), '[]')
          from tea_orders o join workplaces w on w.id = o.workplace_id where o.round_id = t.id) as orders
      from tea_rounds t join rooms r on r.id = t.room_id
      where ${visible(reach, { siteId: sql`r.site_id` })} and t.served_at is null and t.cancelled_at is null
        and t.planned_at between ${now}::timestamptz - interval '2 hours' and ${now}::timestamptz + interval '12 hours'
      order by t.planned_at, t.id ${atMost(input.limit)}`)
    return { items: rows, next: null }
  },
})
