import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Plan = z.object({
  id: z.uuid(),
  room: Text,
  site: Text,
  minute: z.number(),
  weekdays: z.array(z.number()),
  /** Of the last thirty days: rounds that were carried, and cups on them. */
  served: z.number(),
  cups: z.number(),
})
const Rooms = z.object({ id: z.uuid(), title: Text, site: Text })

/** When tea comes by which room, and how much of it lately. */
export const listTeaPlans = query({
  verb: 'workplace.planTea',
  input: z.object({}),
  output: z.object({ items: z.array(Plan), rooms: z.array(Rooms) }),
  async run({ db, reach, now }) {
    const seen = visible(reach, { siteId: sql`r.site_id` })
    const { rows: items } = await db.execute<z.infer<typeof Plan>>(sql`
      select p.id, r.title as room, s.name as site, p.minute, p.weekdays, l.served, l.cups
      from tea_plans p join rooms r on r.id = p.room_id join sites s on s.id = r.site_id
      cross join lateral (
        select count(*)::int as served,
          coalesce(sum((select count(*) from tea_orders o where o.round_id = t.id)), 0)::int as cups
        from tea_rounds t where t.plan_id = p.id and t.served_at > ${now}::timestamptz - interval '30 days') l
      where p.ended_at is null and ${seen} order by s.name ->> 'uk', r.code, p.minute limit 500`)
    const { rows: rooms } = await db.execute<z.infer<typeof Rooms>>(sql`
      select r.id, r.title, s.name as site from rooms r join sites s on s.id = r.site_id
      where r.retired_at is null and ${seen} order by s.name ->> 'uk', r.code limit 500`)
    return { items, rooms }
  },
})
