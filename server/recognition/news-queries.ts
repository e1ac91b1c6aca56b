import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '#domain/access'
import { CELEBRATED, celebratedDays, GREETED_AFTER } from '#domain/celebrations'
import { Text } from '#domain/localized'
import { budgetMonth, ListNews } from '#domain/recognition'
import { addDays, dateAt } from '#domain/site-time'
import { query } from '#server/query'
import { Award, newestAwards } from '#server/recognition/award-queries'
import { Budget, budgetsOf } from '#server/recognition/budget-queries'
import { praiseSeen, wished } from '#server/recognition/visibility-queries'

const Face = { id: z.uuid(), name: z.string() }
const Step = z.object({ ...Face, position: Text, on: z.string() })
const Passed = z.object({ ...Face, training: Text, slug: z.string(), on: z.string() })
const Day = z.object({
  ...Face,
  on: z.string(),
  kind: z.enum(CELEBRATED),
  years: z.number().nullable(),
  greetings: z.number(),
  /** Whether the actor is among them. */
  mine: z.boolean(),
  /** Whose greetings they are is for the congratulated alone. */
  from: z.array(z.string()),
})
export const Glad = z.object({
  today: z.string(),
  awards: z.array(Award),
  steps: z.array(Step),
  passed: z.array(Passed),
  days: z.array(Day),
})
export type Glad = z.infer<typeof Glad>
const News = Glad.extend({ budgets: z.array(Budget) })

const ZONE = 'Europe/Kyiv'
const AT_MOST = 3
const DAYS_AT_MOST = 6
const DAYS_AHEAD = 7
const NAMED = 8

/**
 * For whom news is: `seen` says of a person `r`, employed as `e`, whether it may be told; `named` of the praise `p` of an award and
 * its receiver `r`; `awarded` which awards `a` are told. `who` is the reader.
 */
type Audience = { who: Actor; seen: SQL; named: SQL; awarded: SQL }

/** Awards of which the reader may know that their author is in a place. An award without a known author is in none. */
export const awardedTo = (named: SQL, place: SQL): SQL => sql`
  exists (select from praises p join people r on r.id = p.receiver_id join current_employments e on e.person_id = r.id
    where p.id = a.praise_id and ${named} and ${place})`

/** The nearest first: the own team, then the own site. */
const nearest = ({ teamId, siteId }: Actor): SQL => sql`
  e.team_id is not distinct from ${teamId}::uuid desc, e.site_id is not distinct from ${siteId}::uuid desc`

const newSteps = ({ who, seen }: Audience, today: string): SQL => sql`
  select coalesce(json_agg(x order by x."on" desc, x.name), '[]') from (
    select r.id, r.name, po.title as position, lower(e.valid)::text as "on"
    from employments e join people r on r.id = e.person_id join positions po on po.id = e.position_id
    where e.kind in ('up', 'across', 'out') and lower(e.valid) between ${today}::date - 30 and ${today}::date
      and e.valid @> ${today}::date and ${seen}
    order by ${nearest(who)}, lower(e.valid) desc, r.name limit ${AT_MOST}) x`

const newlyPassed = ({ who, seen }: Audience, today: string): SQL => sql`
  select coalesce(json_agg(x order by x."on" desc, x.name), '[]') from (
    select r.id, r.name, t.title as training, t.slug, c.completed_on::text as "on"
    from (select * from completions where outcome = 'passed' and completed_on between ${today}::date - 14 and ${today}::date
      order by completed_on desc, id desc limit 500) c
    join people r on r.id = c.person_id join current_employments e on e.person_id = r.id join trainings t on t.id = c.training_id
    where ${seen} order by ${nearest(who)}, c.completed_on desc, r.name limit ${AT_MOST}) x`

const nextDays = ({ who, seen }: Audience, today: string): SQL => {
  const days = celebratedDays(addDays(today, 1 - GREETED_AFTER), GREETED_AFTER - 1 + DAYS_AHEAD)
  const all = sql`(select * from unnest(${sql.param(days.map(({ day }) => day))}::date[], ${sql.param(days.map(({ on }) => on))}::date[]) as d(day, "on"))`
  const given = sql`from celebration_greetings g where g.person_id = d.person_id and g.kind = d.kind and g.celebrated_on = d."on"`
  return sql`
  select coalesce(json_agg(x order by x."on" <> ${today}, x."on", x.name), '[]') from (
    select r.id, r.name, d."on"::text as "on", d.kind, d.years, (select count(*)::int ${given}) as greetings,
      exists (select ${given} and g.greeter_id = ${who.personId}) as mine,
      case when r.id = ${who.personId} then (select coalesce(json_agg(n.name order by n.at), '[]') from (
        select f.name, g.created_at as at from celebration_greetings g join people f on f.id = g.greeter_id
        where g.person_id = d.person_id and g.kind = d.kind and g.celebrated_on = d."on" order by g.created_at limit ${NAMED}) n)
      else '[]' end as "from"
    from (
      select w.person_id, d."on", 'birthday' as kind, null::int as years from ${all} d join celebration_wishes w on w.birthday = d.day
      union all
      select w.person_id, d."on", 'anniversary', (extract(year from d."on") - extract(year from w.works_since))::int from ${all} d
      join celebration_wishes w on make_date(2000, extract(month from w.works_since)::int, extract(day from w.works_since)::int) = d.day
      where w.works_since < d."on" - 300
    ) d join people r on r.id = d.person_id join current_employments e on e.person_id = r.id
    where ${seen} order by r.id = ${who.personId} desc, d."on" <> ${today}, ${nearest(who)}, d."on", r.name limit ${DAYS_AT_MOST}) x`
}

/** The parts of what there is to be glad of, as columns of one select. */
export const gladParts = (audience: Audience, now: Date): SQL => {
  const today = dateAt(now, ZONE)
  return sql`${today} as today, ${newestAwards(audience.named, audience.awarded, now)} as awards, (${newSteps(audience, today)}) as steps,
    (${newlyPassed(audience, today)}) as passed, (${nextDays(audience, today)}) as days`
}

/**
 * What stands around the praises of the wall: ideas of the month, new rungs, trainings passed, the days of those who agreed, of
 * everybody or of a team; and how many praises the actor has left.
 */
export const showNews = query({
  verb: 'recognition.news',
  input: ListNews,
  output: News,
  async run({ db, actor, input, now }) {
    const team = input.teamId ? sql`e.team_id = ${input.teamId}` : sql`true`
    const named = praiseSeen(actor)
    const audience = {
      who: actor,
      seen: sql`${wished(actor)} and ${team}`,
      named,
      awarded: input.teamId ? awardedTo(named, team) : sql`true`,
    }
    const { rows } = await db.execute<z.infer<typeof News>>(sql`
      select ${gladParts(audience, now)}, ${budgetsOf(actor, budgetMonth(now))} as budgets`)
    return rows[0] as z.infer<typeof News>
  },
})
