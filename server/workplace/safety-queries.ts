import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Called = z.object({
  id: z.uuid(),
  name: z.string(),
  teamId: z.uuid().nullable(),
  state: z.enum(['sheltered', 'elsewhere']).nullable(),
  at: z.string().nullable(),
})
const Alarm = z.object({ id: z.uuid(), begunAt: z.string(), roll: z.array(Called) })
const Past = z.object({
  id: z.uuid(),
  from: z.string(),
  to: z.string(),
  counted: z.number(),
  minutes: z.number().nullable(),
})
const Safety = z.object({
  siteId: z.uuid(),
  site: Text,
  route: Text.nullable(),
  routeMinutes: z.number().nullable(),
  generator: Text.nullable(),
  connection: Text.nullable(),
  autonomyHours: z.number().nullable(),
  autonomyTestedOn: z.string().nullable(),
  alarm: Alarm.nullable(),
  past: z.array(Past),
})
export type Safety = z.infer<typeof Safety>

/** Whoever should be at the site now: those on shift, and those who were counted. */
const ROLL = sql`
  select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'teamId', e.team_id, 'state', c.state, 'at', ${isoMoment(sql`c.at`)})
    order by c.state is not null, p.name), '[]')
  from current_employments e join people p on p.id = e.person_id
  left join roll_calls c on c.alarm_id = a.id and c.person_id = e.person_id
  where e.site_id = a.site_id and (c.person_id is not null or exists (
    select from shifts h where h.person_id = e.person_id and h.span @> a.begun_at))`

/** How the actor's site gets through an alarm, whether one is on, who is counted, and how the last ones went. */
export const siteSafety = query({
  verb: 'workplace.safety',
  input: z.object({ siteId: z.uuid().optional() }),
  output: z.object({ now: z.string(), site: Safety.nullable() }),
  async run({ db, actor, input, reach, now }) {
    const siteId = input.siteId ?? actor.siteId
    const { rows } = await db.execute<Safety>(sql`
      select s.id as "siteId", s.name as site, f.route, f.route_minutes as "routeMinutes", f.generator, f.connection,
        f.autonomy_hours as "autonomyHours", f.autonomy_tested_on::text as "autonomyTestedOn",
        (select json_build_object('id', a.id, 'begunAt', ${isoMoment(sql`a.begun_at`)}, 'roll', (${ROLL}))
          from site_alarms a where a.site_id = s.id and a.ended_at is null) as alarm,
        (select coalesce(json_agg(json_build_object('id', a.id, 'from', a.begun_at, 'to', a.ended_at, 'counted', m.counted, 'minutes', m.minutes)
            order by a.begun_at desc), '[]')
          from (select * from site_alarms where site_id = s.id and ended_at is not null order by begun_at desc limit 5) a
          cross join lateral (select count(*)::int as counted,
              percentile_disc(0.95) within group (order by ceil(extract(epoch from c.at - a.begun_at) / 60)::int) as minutes
            from roll_calls c where c.alarm_id = a.id and c.state = 'sheltered') m) as past
      from sites s left join site_safety f on f.site_id = s.id
      where s.id = ${siteId} and ${visible(reach, { siteId: sql`s.id` })}`)
    return { now: now.toISOString(), site: rows[0] ?? null }
  },
})
