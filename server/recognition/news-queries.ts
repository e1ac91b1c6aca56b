import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '#domain/access'
import { celebratedDays } from '#domain/celebrations'
import { Text } from '#domain/localized'
import { dateAt } from '#domain/site-time'
import { query } from '#server/query'
import { Award, newestAwards } from '#server/recognition/award-queries'
import { teamsOf } from '#server/recognition/visibility-queries'

const Face = { id: z.uuid(), name: z.string() }
const Step = z.object({ ...Face, position: Text, on: z.string() })
const Passed = z.object({ ...Face, training: Text, slug: z.string(), on: z.string() })
const Day = z.object({
  ...Face,
  on: z.string(),
  kind: z.enum(['birthday', 'anniversary']),
  years: z.number().nullable(),
})
const News = z.object({
  awards: z.array(Award),
  steps: z.array(Step),
  passed: z.array(Passed),
  days: z.array(Day),
})

const ZONE = 'Europe/Kyiv'
const AT_MOST = 3
const DAYS_AHEAD = 7

/** Whether the person `r`, employed as `e`, wishes that the actor reads of them. */
const wished = (actor: Actor): SQL => sql`
  (r.id = ${actor.personId} or r.praise_visibility = 'public'
    or (r.praise_visibility = 'team' and e.team_id = any(${sql.param(teamsOf(actor))}::uuid[])))`

/** The nearest first: the own team, then the own site. */
const nearest = (actor: Actor): SQL => sql`
  e.team_id is not distinct from ${actor.teamId}::uuid desc, e.site_id is not distinct from ${actor.siteId}::uuid desc`

const newSteps = (actor: Actor, today: string): SQL => sql`
  select coalesce(json_agg(x order by x."on" desc, x.name), '[]') from (
    select r.id, r.name, po.title as position, lower(e.valid)::text as "on"
    from employments e join people r on r.id = e.person_id join positions po on po.id = e.position_id
    where e.kind in ('up', 'across', 'out') and lower(e.valid) between ${today}::date - 30 and ${today}::date
      and e.valid @> ${today}::date and ${wished(actor)}
    order by ${nearest(actor)}, lower(e.valid) desc, r.name limit ${AT_MOST}) x`

const newlyPassed = (actor: Actor, today: string): SQL => sql`
  select coalesce(json_agg(x order by x."on" desc, x.name), '[]') from (
    select r.id, r.name, t.title as training, t.slug, c.completed_on::text as "on"
    from (select * from completions where outcome = 'passed' and completed_on between ${today}::date - 14 and ${today}::date
      order by completed_on desc, id desc limit 500) c
    join people r on r.id = c.person_id join current_employments e on e.person_id = r.id join trainings t on t.id = c.training_id
    where ${wished(actor)} order by ${nearest(actor)}, c.completed_on desc, r.name limit ${AT_MOST}) x`

const nextDays = (actor: Actor, today: string): SQL => {
  const days = celebratedDays(today, DAYS_AHEAD)
  const all = sql`(select * from unnest(${sql.param(days.map(({ day }) => day))}::date[], ${sql.param(days.map(({ on }) => on))}::date[]) as d(day, "on"))`
  return sql`
  select coalesce(json_agg(x order by x."on", x.name), '[]') from (
    select r.id, r.name, d."on"::text as "on", d.kind, d.years from (
      select w.person_id, d."on", 'birthday' as kind, null::int as years from ${all} d join celebration_wishes w on w.birthday = d.day
      union all
      select w.person_id, d."on", 'anniversary', (extract(year from d."on") - extract(year from w.works_since))::int from ${all} d
      join celebration_wishes w on make_date(2000, extract(month from w.works_since)::int, extract(day from w.works_since)::int) = d.day
      where w.works_since < d."on" - 300
    ) d join people r on r.id = d.person_id join current_employments e on e.person_id = r.id
    where ${wished(actor)} order by ${nearest(actor)}, d."on", r.name limit ${AT_MOST}) x`
}

/** What there is to be glad of beside praise: ideas of the month, new rungs, trainings passed, and the days of those who agreed. */
export const showNews = query({
  verb: 'recognition.news',
  input: z.object({}),
  output: News,
  async run({ db, actor, now }) {
    const today = dateAt(now, ZONE)
    const { rows } = await db.execute<z.infer<typeof News>>(sql`
      select ${newestAwards(actor, now)} as awards, (${newSteps(actor, today)}) as steps,
        (${newlyPassed(actor, today)}) as passed, (${nextDays(actor, today)}) as days`)
    return rows[0] as z.infer<typeof News>
  },
})
