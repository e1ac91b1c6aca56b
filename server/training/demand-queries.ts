import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { LEAST_PRIVATE } from '#domain/career'
import { SEAT_HORIZON_DAYS } from '#domain/holes'
import { Text } from '#domain/localized'
import { sessionsToPlan } from '#domain/training'
import { query } from '#server/query'
import { everyoneRow } from '#server/reader'
import { visible } from '#server/visible'

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
                  and h.valid_until >= current_date)
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

const Asker = z.object({
  enrolmentId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  slug: z.string(),
  title: Text,
  wish: z.string().nullable(),
  askedAt: z.string(),
})

const Planned = z.object({
  id: z.uuid(),
  title: Text,
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string().nullable(),
  place: Text,
  site: Text.nullable(),
  trainer: z.string().nullable(),
  /** Whoever was to lead it works here no more. */
  trainerLeft: z.boolean(),
  seats: z.number(),
  booked: z.number(),
  least: z.number(),
  waiting: z.number(),
  unmarked: z.number(),
})
const Desk = z.object({ unmarked: z.array(Planned), coming: z.array(Planned), askers: z.array(Asker) })

/**
 * What lies on the learning centre's desk: sessions that are over and still without marks, those of the coming weeks, and who asks
 * for a date, the longest waiting first; at most a hundred.
 */
export const listDesk = query({
  verb: 'training.centre',
  input: z.object({}),
  output: Desk,
  async run({ db, reach, now }) {
    const at = sql`${now.toISOString()}::timestamptz`
    type Row = { sessions: z.infer<typeof Planned>[]; askers: z.infer<typeof Asker>[] }
    const { rows } = await db.execute<Row>(sql`
      select (select coalesce(json_agg(d), '[]') from (
          select s.id, t.title, lower(s.period) as "startsAt", upper(s.period) as "endsAt", x.time_zone as "timeZone", s.place,
            x.name as site, p.name as trainer,
            s.trainer_id is not null and not exists (select from current_employments e where e.person_id = s.trainer_id) as "trainerLeft",
            s.seats, s.booked, s.least,
            (select count(*)::int from enrolments n where n.session_id = s.id and n.state = 'waitlisted') as waiting,
            (select count(*)::int from enrolments n where n.session_id = s.id and n.state in ('booked', 'attended')) as unmarked
          from training_sessions s join trainings t on t.id = s.training_id left join sites x on x.id = s.site_id
          left join people p on p.id = s.trainer_id
          where ${visible(reach, { siteId: sql`s.site_id` })} and s.state <> 'cancelled'
            and (lower(s.period) between ${at} - interval '60 days' and ${at} + interval '30 days')
            and (lower(s.period) > ${at} or exists (select from enrolments n where n.session_id = s.id
              and n.state in ('booked', 'attended')))
          order by lower(s.period), s.id limit 150) d) as sessions,
        (select coalesce(json_agg(a), '[]') from (
          select n.id as "enrolmentId", p.id as "personId", p.name, t.slug, t.title, n.wish, n.asked_at as "askedAt"
          from enrolments n join people p on p.id = n.person_id join trainings t on t.id = n.training_id
          left join current_employments e on e.person_id = p.id
          where n.state = 'requested' and ${visible(reach, { siteId: sql`e.site_id` })}
          order by n.asked_at, n.id limit 100) a) as askers`)
    const { sessions = [], askers = [] } = rows[0] ?? {}
    const isOver = ({ startsAt }: { startsAt: string }) => new Date(startsAt) <= now
    return { unmarked: sessions.filter(isOver), coming: sessions.filter((row) => !isOver(row)), askers }
  },
})

const Named = z.object({ id: z.uuid(), name: z.string() })
const Choices = z.object({
  trainings: z.array(z.object({ id: z.uuid(), slug: z.string(), title: Text, hours: z.number() })),
  sites: z.array(z.object({ id: z.uuid(), name: Text })),
  trainers: z.array(Named),
})

/** What a session can be planned of, where, and by whom. */
export const planningChoices = query({
  verb: 'training.centre',
  input: z.object({}),
  output: Choices,
  async run({ db, reach, now }) {
    const { rows } = await db.execute<z.infer<typeof Choices>>(sql`
      select (select coalesce(json_agg(json_build_object('id', t.id, 'slug', t.slug, 'title', t.title, 'hours', t.hours)
          order by t.title ->> 'uk'), '[]')
          from trainings t where t.retired_at is null and t.format <> 'self-paced') as trainings,
        (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name ->> 'uk'), '[]')
          from sites s where ${visible(reach, { siteId: sql`s.id` })}) as sites,
        (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name), '[]')
          from people p where exists (select from grants g where g.person_id = p.id and g.role = 'trainer'
            and g.valid @> ${now.toISOString()}::timestamptz)) as trainers`)
    return rows[0] as z.infer<typeof Choices>
  },
})
