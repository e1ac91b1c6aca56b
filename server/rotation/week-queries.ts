import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { WeekPlans } from '#domain/rotation/week'
import { dateAt, weekOf } from '#domain/site-time'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Team = z.object({ id: z.uuid(), name: Text })
const DayPlan = z.object({
  date: z.string(),
  people: z.number(),
  /** The draft where something lies in it, else what was told. */
  status: z.enum(['draft', 'published']).nullable(),
  run: z.enum(['waiting', 'running', 'done', 'failed']).nullable(),
  /** Somebody asked to stop, and the best found so far is being kept. */
  stopping: z.boolean(),
  gap: z.number().nullable(),
  /** People missing to the minimum and to the target, in hours, as the last search left it. */
  belowMinimum: z.number().nullable(),
  belowTarget: z.number().nullable(),
})

/** A team's week of plans: who works, how far each day is, what it lacks. */
export const weekPlans = query({
  verb: 'rotation.weekPlans',
  input: WeekPlans,
  output: z.object({
    teams: z.array(Team),
    team: Team,
    today: z.string(),
    days: z.array(DayPlan),
  }),
  async run({ db, input, reach, now }) {
    const { rows } = await db.execute<{
      teams: z.infer<typeof Team>[]
      team: z.infer<typeof Team>
      timeZone: string
    }>(sql`
      with seen as (select t.id, t.name, s.time_zone from teams t join sites s on s.id = t.site_id
        where t.ended_at is null and ${visible(reach, { teamId: sql`t.id`, siteId: sql`t.site_id` })})
      select (select json_agg(json_build_object('id', id, 'name', name) order by name ->> 'uk', id) from seen) as teams,
        json_build_object('id', c.id, 'name', c.name) as team, c.time_zone as "timeZone"
      from seen c where ${input.teamId ? sql`c.id = ${input.teamId}` : sql`true`} order by c.name ->> 'uk', c.id limit 1`)
    const [place] = rows
    if (!place) throw notFound()
    const today = dateAt(now, place.timeZone)
    const week = weekOf(input.date ?? today)
    const lacking = (below: string) => sql`(
      select coalesce(sum((u ->> 'missing')::numeric * ((u ->> 'to')::numeric - (u ->> 'from')::numeric)) / 3600000, 0)::float8
      from jsonb_array_elements(r.outcome -> 'unmet') u where u ->> 'below' = ${below})`
    const days = await db.execute<z.infer<typeof DayPlan>>(sql`
      select d.day::text as date, (select count(distinct s.person_id)::int from shifts s where s.team_id = ${place.team.id} and s.on_date = d.day) as people,
        p.status, r.status as run, coalesce(r.status = 'running' and r.stop_asked_at is not null, false) as stopping, (r.outcome ->> 'gap')::float8 as gap, ${lacking('min')} as "belowMinimum", ${lacking('target')} as "belowTarget"
      from unnest(${sql.param(week)}::date[]) as d(day)
      left join lateral (select id, status from rotation_plans o where team_id = ${place.team.id} and on_date = d.day and (status = 'published'
          or status = 'draft' and (exists (select from blocks where plan_id = o.id) or exists (select from plan_runs where plan_id = o.id)))
        order by status limit 1) p on true
      left join lateral (select status, outcome, stop_asked_at from plan_runs where plan_id = p.id order by asked_at desc limit 1) r on true
      order by d.day`)
    const told = days.rows.map((day) => ({
      ...day,
      belowMinimum: day.gap === null ? null : day.belowMinimum,
      belowTarget: day.gap === null ? null : day.belowTarget,
    }))
    return { teams: place.teams, team: place.team, today, days: told }
  },
})
