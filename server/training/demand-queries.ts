import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { LEAST_PRIVATE } from '#domain/career'
import { SEAT_HORIZON_DAYS } from '#domain/holes'
import { Text } from '#domain/localized'
import { sessionsToPlan } from '#domain/training'
import { query } from '#server/query'
import { everyoneRow } from '#server/reader'
import { todayFor } from '#server/training/day-queries'

const Demand = z.object({
  trainingId: z.uuid(),
  slug: z.string(),
  title: Text,
  /** People who asked for a date, who wait in lines, and who have it in their plan without a seat. */
  asking: z.number(),
  waiting: z.number(),
  planned: z.number(),
  /** Free seats in 90 days. */
  free: z.number(),
  usualSeats: z.number(),
  toPlan: z.number(),
})
type Counted = Omit<z.infer<typeof Demand>, 'toPlan'>

/**
 * What is wanted of each training against the free seats of 90 days, and how many sessions that asks for; sums, no names. Private
 * plans count once there are enough of them that nobody can be told from the number.
 */
export const listDemand = query({
  verb: 'training.demand',
  input: z.object({}),
  output: z.array(Demand),
  async run({ db, now }) {
    const at = sql`${now.toISOString()}::timestamptz`
    const { rows } = await db.execute<Counted>(sql`
      select d.* from ${everyoneRow} cross join lateral (
        select t.id as "trainingId", t.slug, t.title,
          (select count(*)::int from enrolments n where n.training_id = t.id and n.state = 'requested') as asking,
          (select count(*)::int from enrolments n where n.training_id = t.id and n.state = 'waitlisted') as waiting,
          (select (count(*) filter (where y.openly)
              + case when count(*) filter (where not y.openly) >= ${LEAST_PRIVATE} then count(*) filter (where not y.openly) else 0 end)::int
            from (select x.person_id, bool_or(x.visibility <> 'private') as openly from plan_steps s join plans x on x.id = s.plan_id
              where s.training_id = t.id and s.done_at is null and s.dropped_reason is null and x.state in ('wish', 'agreed')
                and reader.id is not null
                and not exists (select from enrolments n where n.person_id = x.person_id and n.training_id = t.id
                  and n.state in ('requested', 'waitlisted', 'booked', 'attended'))
                and not exists (select from held_trainings h where h.person_id = x.person_id and h.training_id = t.id
                  and h.valid_until >= ${todayFor(sql`x.person_id`, now)})
              group by 1) y) as planned,
          (select coalesce(sum(s.seats - s.booked), 0)::int from training_sessions s where s.training_id = t.id
            and s.state = 'planned' and lower(s.period) > ${at}
            and lower(s.period) < ${at} + make_interval(days => ${SEAT_HORIZON_DAYS})) as free,
          (select coalesce(round(avg(s.seats)), 10)::int from training_sessions s where s.training_id = t.id) as "usualSeats"
        from trainings t where t.retired_at is null and t.format <> 'self-paced') d
      order by d.asking + d.waiting + d.planned - d.free desc, d.slug`)
    return rows.map((row) => ({
      ...row,
      toPlan: sessionsToPlan(row.asking + row.waiting + row.planned, row.free, row.usualSeats),
    }))
  },
})
