import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import type { MonthOfNumbers, PraiseMonth } from '#domain/praise-numbers'
import { inflation } from '#domain/praise-numbers'
import { HOME_ZONE } from '#server/recognition/day-queries'

/** Whose numbers: the employments `e` that count. */
export type Whose = SQL

const MONTHS = 12

/**
 * The last twelve whole months, and the one that goes on, with what praise was worth in each. Words are copied when they are nearly
 * (trigram similarity over 0.8) the giver's own of the half-year before.
 */
export async function monthsOfPraise(reader: Reader, whose: Whose, now: Date): Promise<MonthOfNumbers[]> {
  const { rows } = await reader.execute<PraiseMonth>(sql`
    with months as (
      select m::date as month, (m + interval '1 month')::date as till
      from (select date_trunc('month', ${now.toISOString()}::timestamptz at time zone ${HOME_ZONE}) as month) this,
        generate_series(this.month - ${`${MONTHS} months`}::interval, this.month, interval '1 month') m
    ), staff as (
      select m.month, count(distinct e.person_id)::int as staff from months m
      join employments e on e.valid && daterange(m.month, m.till) and e.kind <> 'acting' and ${whose} group by 1
    ), told as (
      select p.*, r.praise_visibility, p.budget_month as month
      from praises p join people r on r.id = p.receiver_id
      join employments e on e.person_id = p.receiver_id and e.kind <> 'acting'
      join sites s on s.id = e.site_id and e.valid @> (p.created_at at time zone s.time_zone)::date
      where p.kind in ('supervisor', 'peer') and p.created_at >= (select min(month) - 2 from months)
        and p.budget_month >= (select min(month) from months) and ${whose}
        and not exists (select from praise_revocations x where x.praise_id = p.id)
    ), counted as (
      select t.month, count(*)::int as praises,
        count(distinct t.receiver_id) filter (where t.visibility = 'public' and t.praise_visibility = 'public')::int as distinguished,
        count(*) filter (where exists (select from praises o where o.giver_id = t.giver_id and o.created_at < t.created_at
          and o.created_at > t.created_at - interval '6 months' and similarity(o.deed, t.deed) > 0.8))::int as copied
      from told t group by 1
    )
    select m.month::text, coalesce(c.praises, 0) as praises, coalesce(c.copied, 0) as copied, coalesce(s.staff, 0) as staff,
      coalesce(c.distinguished, 0) as distinguished
    from months m left join staff s using (month) left join counted c using (month) order by m.month`)
  return inflation(rows)
}
