import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'

const PAST = 14
const AHEAD = 60

const Part = z.object({
  from: z.string(),
  to: z.string(),
  what: z.enum(['task', 'pause', 'meal']),
  title: Text.nullable(),
})

/** One's own shifts for a calendar, with what was published for them. */
export const shiftCalendar = query({
  verb: 'rotation.calendar',
  input: z.object({}),
  output: z.object({
    timeZone: z.string(),
    shifts: z.array(
      z.object({ id: z.uuid(), onDate: z.string(), from: z.string(), to: z.string(), parts: z.array(Part) }),
    ),
  }),
  async run({ db, actor, now }) {
    const moment = sql`${now.toISOString()}::timestamptz`
    const { rows } = await db.execute<{
      timeZone: string
      id: string
      onDate: string
      from: string
      to: string
      parts: z.infer<typeof Part>[]
    }>(sql`
      select z.time_zone as "timeZone", s.id, s.on_date::text as "onDate", ${isoMoment(sql`lower(s.span)`)} as "from", ${isoMoment(sql`upper(s.span)`)} as "to",
        (select coalesce(json_agg(json_build_object('from', lower(b.span), 'to', upper(b.span), 'what', b.what, 'title', k.title) order by lower(b.span)), '[]')
          from blocks b left join tasks k on k.id = b.task_id
          where b.shift_id = s.id and b.plan_status = 'published' and b.withdrawn_in is null) as parts
      from shifts s join sites z on z.id = s.site_id
      where s.person_id = ${actor.personId} and s.span && tstzrange(${moment} - make_interval(days => ${PAST}), ${moment} + make_interval(days => ${AHEAD}))
      order by lower(s.span) limit 200`)
    return { timeZone: rows[0]?.timeZone ?? 'Europe/Kyiv', shifts: rows }
  },
})
