import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import { holds } from '#domain/access'
import { Text } from '#domain/localized'
import type { Thanked } from '#domain/praise-numbers'
import { isInflated, pairs, rings, SMALLEST_GROUP } from '#domain/praise-numbers'
import { query } from '#server/query'
import { HOME_ZONE } from '#server/recognition/day-queries'
import { monthsOfPraise } from '#server/recognition/month-queries'
import { visible } from '#server/visible'

const Month = z.object({
  month: z.string(),
  praises: z.number(),
  copied: z.number(),
  staff: z.number(),
  distinguished: z.number(),
  perHead: z.number(),
  copyShare: z.number(),
  saturation: z.number(),
  index: z.number().nullable(),
})

const Group = z.object({
  kind: z.enum(['all', 'site', 'team', 'shift']),
  id: z.string(),
  title: Text.nullable(),
  people: z.number(),
  praises: z.number(),
  /** `null` where the group is too small to say, or nobody was praised. */
  gini: z.number().nullable(),
  giniPerHours: z.number().nullable(),
})

const Face = z.object({ id: z.uuid(), name: z.string() })

const Numbers = z.object({
  months: z.array(Month),
  groups: z.array(Group),
  /** Who praises whom again and again is for HR alone. */
  few: z
    .object({
      pairs: z.array(z.object({ people: z.array(Face), times: z.number() })),
      rings: z.array(z.object({ people: z.array(Face) })),
    })
    .nullable(),
  inflated: z.boolean(),
  freeze: z.object({ month: z.string(), liftable: z.boolean() }).nullable(),
})

// The Gini of `x` over rows numbered by size, corrected for small groups; the twin of `gini` in domain/praise-numbers.ts.
const giniOf = (x: SQL, rank: SQL): SQL => sql`
  case when count(*) filter (where ${x} is not null) < ${SMALLEST_GROUP} or coalesce(sum(${x}), 0) = 0 then null
  else ((2 * sum(${rank} * ${x}) / (count(${x}) * sum(${x}))) - (count(${x}) + 1.0) / count(${x})) * count(${x}) / (count(${x}) - 1.0) end`

const HALF_YEAR = sql`interval '6 months'`

const evenness = async (reader: Reader, whose: SQL, now: Date): Promise<z.infer<typeof Group>[]> => {
  const at = sql`${now.toISOString()}::timestamptz`
  const { rows } = await reader.execute<z.infer<typeof Group>>(sql`
    with staff as (
      select e.person_id, e.site_id, e.team_id from current_employments e where ${whose}
    ), worked as (
      select h.person_id, sum(extract(epoch from upper(h.span) - lower(h.span)) / 3600)::float8 as hours,
        mode() within group (order by case
          when extract(hour from lower(h.span) at time zone s.time_zone) between 5 and 10 then 'morning'
          when extract(hour from lower(h.span) at time zone s.time_zone) between 11 and 14 then 'day'
          when extract(hour from lower(h.span) at time zone s.time_zone) between 15 and 18 then 'evening'
          else 'night' end) as shift
      from shifts h join sites s on s.id = h.site_id
      where h.on_date between (${at} - ${HALF_YEAR})::date and (${at} at time zone ${HOME_ZONE})::date and h.person_id in (select person_id from staff) group by 1
    ), praised as (
      select p.receiver_id, count(*)::int as praises from praises p
      where p.created_at between ${at} - ${HALF_YEAR} and ${at} and p.receiver_id in (select person_id from staff)
        and not exists (select from praise_revocations x where x.praise_id = p.id) group by 1
    ), each as (
      select s.person_id, s.site_id, s.team_id, w.shift, coalesce(p.praises, 0) as praises,
        case when w.hours > 0 then 100.0 * coalesce(p.praises, 0) / w.hours end as rate
      from staff s left join worked w using (person_id) left join praised p on p.receiver_id = s.person_id
    ), grouped as (
      select 'all' as kind, 'all' as id, person_id, praises, rate from each
      union all select 'site', site_id::text, person_id, praises, rate from each
      union all select 'team', team_id::text, person_id, praises, rate from each where team_id is not null
      union all select 'shift', shift, person_id, praises, rate from each where shift is not null
    ), ranked as (
      select *, row_number() over (partition by kind, id order by praises, person_id) as rank,
        row_number() over (partition by kind, id order by rate nulls last, person_id) as rate_rank from grouped
    )
    select r.kind, r.id, coalesce(si.name, te.name) as title, count(*)::int as people, sum(r.praises)::int as praises,
      (${giniOf(sql`r.praises`, sql`r.rank`)})::float8 as gini, (${giniOf(sql`r.rate`, sql`r.rate_rank`)})::float8 as "giniPerHours"
    from ranked r left join sites si on r.kind = 'site' and si.id::text = r.id left join teams te on r.kind = 'team' and te.id::text = r.id
    group by r.kind, r.id, si.name, te.name having count(*) >= ${SMALLEST_GROUP} or r.kind = 'all'
    order by array_position(array['all', 'site', 'shift', 'team'], r.kind), gini desc nulls last, r.id`)
  return rows
}

const MOST = 20

/**
 * Only those who both give and get can stand in a pair or a ring. What is for the two alone is not counted: it is nobody else's to see,
 * and it makes no wall worth less.
 */
const circles = async (reader: Reader, whose: SQL, now: Date) => {
  const since = sql`${now.toISOString()}::timestamptz - ${HALF_YEAR}`
  const { rows } = await reader.execute<{ giverId: string; receiverId: string; at: string }>(sql`
    with told as (
      select p.giver_id, p.receiver_id, p.created_at from praises p
      join current_employments e on e.person_id = p.receiver_id join people r on r.id = p.receiver_id
      where p.kind in ('supervisor', 'peer') and p.created_at > ${since} and ${whose}
        and praise_reach(p.visibility, r.praise_visibility) <> 'private'
        and not exists (select from praise_revocations x where x.praise_id = p.id)
    )
    select giver_id as "giverId", receiver_id as "receiverId", created_at as at from told
    where giver_id in (select receiver_id from told) and receiver_id in (select giver_id from told) limit 20000`)
  const thanks: Thanked[] = rows.map((row) => ({ ...row, at: new Date(row.at) }))
  const found = { pairs: pairs(thanks).slice(0, MOST), rings: rings(thanks).slice(0, MOST) }
  const ids = [...found.pairs.flatMap((pair) => pair.ids), ...found.rings.flat()]
  const named = await reader.execute<z.infer<typeof Face>>(
    sql`select id, name from people where id = any(${sql.param(ids)}::uuid[])`,
  )
  const names = new Map(named.rows.map((face) => [face.id, face]))
  const faces = (people: readonly string[]) => people.flatMap((id) => names.get(id) ?? [])
  return {
    pairs: found.pairs.map(({ ids: people, times }) => ({ people: faces(people), times })),
    rings: found.rings.map((people) => ({ people: faces(people) })),
  }
}

/** Whether praise keeps its worth and reaches everybody: a year of months, evenness over half a year, and praise among the same few. */
export const showNumbers = query({
  verb: 'recognition.numbers',
  input: z.object({ siteId: z.uuid().optional() }),
  output: Numbers,
  async run({ db, actor, input, reach, now }) {
    const site = input.siteId ? sql`e.site_id = ${input.siteId}` : sql`true`
    const whose = sql`${site} and ${visible(reach, { people: [], teamId: sql`e.team_id`, siteId: sql`e.site_id` })}`
    const isHr = holds(actor, 'hr')
    const [months, groups, few, frozen] = await Promise.all([
      monthsOfPraise(db, whose, now),
      evenness(db, whose, now),
      isHr ? circles(db, whose, now) : null,
      db.execute<{ month: string }>(
        sql`select month::text from praise_freezes where lifted_at is null limit 1`,
      ),
    ])
    const whole = months.slice(0, -1)
    const month = frozen.rows[0]?.month
    const freeze = month ? { month, liftable: isHr } : null
    return { months, groups, few, inflated: isInflated(whole), freeze }
  },
})
