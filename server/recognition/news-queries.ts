import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '#domain/access'
import { CELEBRATED, celebratedDays, GREETED_AFTER } from '#domain/celebrations'
import { Text } from '#domain/localized'
import { ListNews } from '#domain/recognition'
import { addDays, dateAt } from '#domain/site-time'
import { query } from '#server/query'
import type { ReadAward } from '#server/recognition/award-queries'
import { Award, asTold, newestAwards } from '#server/recognition/award-queries'
import { Budget, budgetsOf } from '#server/recognition/budget-queries'
import { HOME_ZONE } from '#server/recognition/day-queries'
import { praiseSeen, wished } from '#server/recognition/visibility-queries'

const Face = { id: z.uuid(), name: z.string() }
const Step = z.object({ ...Face, position: Text, on: z.string() })
const Passed = z.object({ ...Face, training: Text, slug: z.string(), on: z.string() })
const Day = z.object({
  ...Face,
  on: z.string(),
  kind: z.enum(CELEBRATED),
  /** By the clock of the person's site. */
  when: z.enum(['past', 'today', 'soon']),
  years: z.number().nullable(),
  greetings: z.number(),
  /** Whether the actor is among them. */
  mine: z.boolean(),
  /** Whose greetings they are is for the congratulated alone. */
  from: z.array(z.string()),
})
export const Glad = z.object({
  awards: z.array(Award),
  steps: z.array(Step),
  passed: z.array(Passed),
  days: z.array(Day),
})
export type Glad = z.infer<typeof Glad>
const News = Glad.extend({ budgets: z.array(Budget) })

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

/** The day at the site of the employment `e`. */
const local = (now: Date): SQL =>
  sql`(select (${now.toISOString()}::timestamptz at time zone s.time_zone)::date from sites s where s.id = e.site_id)`

const newSteps = ({ who, seen }: Audience, now: Date, today: string): SQL => sql`
  select coalesce(json_agg(x order by x."on" desc, x.name), '[]') from (
    select r.id, r.name, po.title as position, lower(e.valid)::text as "on"
    from employments e join people r on r.id = e.person_id join positions po on po.id = e.position_id
    where e.kind in ('up', 'across', 'out') and lower(e.valid) between ${today}::date - 31 and ${today}::date + 1
      and lower(e.valid) between ${local(now)} - 30 and ${local(now)} and e.valid @> ${local(now)} and ${seen}
    order by ${nearest(who)}, lower(e.valid) desc, r.name limit ${AT_MOST}) x`

const newlyPassed = ({ who, seen }: Audience, today: string): SQL => sql`
  select coalesce(json_agg(x order by x."on" desc, x.name), '[]') from (
    select r.id, r.name, t.title as training, t.slug, c.completed_on::text as "on"
    from (select * from completions where outcome = 'passed' and completed_on between ${today}::date - 14 and ${today}::date + 1
      order by completed_on desc, id desc limit 500) c
    join people r on r.id = c.person_id join current_employments e on e.person_id = r.id join trainings t on t.id = c.training_id
    where ${seen} order by ${nearest(who)}, c.completed_on desc, r.name limit ${AT_MOST}) x`

const nextDays = ({ who, seen }: Audience, now: Date, today: string): SQL => {
  // A day more at either end: somewhere it is still yesterday or already tomorrow.
  const days = celebratedDays(addDays(today, -GREETED_AFTER), GREETED_AFTER + DAYS_AHEAD + 1)
  const all = sql`(select * from unnest(${sql.param(days.map(({ day }) => day))}::date[], ${sql.param(days.map(({ on }) => on))}::date[]) as d(day, "on"))`
  const given = sql`from celebration_greetings g where g.person_id = d.person_id and g.kind = d.kind and g.celebrated_on = d."on"`
  return sql`
  select coalesce(json_agg(x order by x."when" <> 'today', x."on", x.name), '[]') from (
    select r.id, r.name, d."on"::text as "on", d.kind, d.years,
      case when d."on" = here.today then 'today' when d."on" < here.today then 'past' else 'soon' end as "when", (select count(*)::int ${given}) as greetings,
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
    cross join lateral (select ${local(now)} as today) here
    where d."on" between here.today + ${1 - GREETED_AFTER}::int and here.today + ${DAYS_AHEAD - 1}::int and ${seen}
    order by r.id = ${who.personId} desc, d."on" <> here.today, ${nearest(who)}, d."on", r.name limit ${DAYS_AT_MOST}) x`
}

/** The parts of what there is to be glad of, as columns of one select. */
export const gladParts = (audience: Audience, now: Date): SQL => {
  const today = dateAt(now, HOME_ZONE)
  return sql`${newestAwards(audience.named, audience.awarded, today)} as awards, (${newSteps(audience, now, today)}) as steps,
    (${newlyPassed(audience, today)}) as passed, (${nextDays(audience, now, today)}) as days`
}

/** As it is read, with names that the reader is not to know. */
export type GladRead = Omit<Glad, 'awards'> & { awards: ReadAward[] }

export const gladAsTold = <Row extends GladRead>(row: Row) => ({ ...row, awards: row.awards.map(asTold) })

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
    type Row = GladRead & { budgets: z.infer<typeof Budget>[] }
    const { rows } = await db.execute<Row>(sql`
      select ${gladParts(audience, now)}, ${budgetsOf(actor, now)} as budgets`)
    return gladAsTold(rows[0] as Row)
  },
})
