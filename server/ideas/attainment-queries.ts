import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { AREA_ZONE, todayAt } from '#server/ideas/audience-queries'
import { query } from '#server/query'

export const Attainment = z.object({
  areaId: z.uuid(),
  /** Answers that were due or given, of ideas sent in the last ninety days, and how many of them came in time. */
  due: z.number(),
  inTime: z.number(),
  /** Open ideas whose day has passed; each counts as a miss. */
  overdue: z.number(),
})

/** By the days of the site: what was answered late in the evening there is not in time because it is still that day elsewhere. */
export const attainmentRows = (now: Date): SQL => sql`
  with terms as (
    select a.id, ${AREA_ZONE} as zone, ${todayAt(now)} as today from areas a
  ), sent as (
    select t.id as area_id, t.today, i.ack_due, i.decide_due, (f.created_at at time zone t.zone)::date as heard_on,
      (select (min(d.created_at) at time zone t.zone)::date from idea_replies d where d.idea_id = i.id and d.kind = 'decision') as decided_on
    from terms t join ideas i on i.area_id = t.id and i.submitted_on > t.today - 90
    left join idea_replies f on f.id = i.first_reply_id
  ), answers as (
    select area_id, today, ack_due as due, heard_on as answered_on from sent
    union all select area_id, today, decide_due, decided_on from sent
  )
  select area_id as "areaId", count(*) filter (where answered_on is not null or due < today)::int as due,
    count(*) filter (where answered_on <= due)::int as "inTime",
    count(*) filter (where answered_on is null and due < today)::int as overdue
  from answers group by area_id`

/** How each area keeps its word; the SQL twin of `attainment` in domain/idea-clock.ts. */
export const listAttainment = query({
  verb: 'ideas.attainment',
  input: z.object({}),
  output: z.array(Attainment),
  async run({ db, now }) {
    const { rows } = await db.execute<z.infer<typeof Attainment>>(attainmentRows(now))
    return rows
  },
})
