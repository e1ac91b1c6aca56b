import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Coverage } from '#domain/access'
import { Text } from '#domain/localized'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Named = z.object({ id: z.uuid(), name: z.string() })
const Choices = z.object({
  trainings: z.array(z.object({ id: z.uuid(), slug: z.string(), title: Text, hours: z.number() })),
  sites: z.array(z.object({ id: z.uuid(), name: Text })),
  trainers: z.array(Named),
})

type PlanningChoices = z.infer<typeof Choices>

/** What a session can be planned of, where, and by whom. */
const choices = (reach: Coverage, now: Date): SQL => sql`
  (select coalesce(json_agg(json_build_object('id', t.id, 'slug', t.slug, 'title', t.title, 'hours', t.hours)
      order by t.title ->> 'uk'), '[]')
    from trainings t where t.retired_at is null and t.format <> 'self-paced') as trainings,
  (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name ->> 'uk'), '[]')
    from sites s where ${visible(reach, { siteId: sql`s.id` })}) as sites,
  (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name), '[]')
    from people p where exists (select from grants g where g.person_id = p.id and g.role = 'trainer'
      and g.valid @> ${now.toISOString()}::timestamptz)) as trainers`

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
const Desk = Choices.extend({
  unmarked: z.array(Planned),
  coming: z.array(Planned),
  askers: z.array(Asker),
})

/**
 * What lies on the learning centre's desk: sessions that are over and still without marks, those of the coming weeks, and who asks
 * for a date, the longest waiting first, at most a hundred; and what a session can be planned of.
 */
export const listDesk = query({
  verb: 'training.centre',
  input: z.object({}),
  output: Desk,
  async run({ db, reach, now }) {
    const at = sql`${now.toISOString()}::timestamptz`
    type Row = PlanningChoices & { sessions: z.infer<typeof Planned>[]; askers: z.infer<typeof Asker>[] }
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
            and lower(s.period) < ${at} + interval '30 days'
            and (lower(s.period) > ${at} or exists (select from enrolments n where n.session_id = s.id
              and n.state in ('booked', 'attended')))
          order by lower(s.period), s.id limit 150) d) as sessions,
        (select coalesce(json_agg(a), '[]') from (
          select n.id as "enrolmentId", p.id as "personId", p.name, t.slug, t.title, n.wish, n.asked_at as "askedAt"
          from enrolments n join people p on p.id = n.person_id join trainings t on t.id = n.training_id
          left join current_employments e on e.person_id = p.id
          where n.state = 'requested' and ${visible(reach, { siteId: sql`e.site_id` })}
          order by n.asked_at, n.id limit 100) a) as askers,
        ${choices(reach, now)}`)
    const { sessions, ...found } = rows[0] as Row
    const isOver = ({ startsAt }: { startsAt: string }) => new Date(startsAt) <= now
    return { ...found, unmarked: sessions.filter(isOver), coming: sessions.filter((row) => !isOver(row)) }
  },
})

/** The same choices for a session that is changed. */
export const planningChoices = query({
  verb: 'training.centre',
  input: z.object({}),
  output: Choices,
  async run({ db, reach, now }) {
    const { rows } = await db.execute<PlanningChoices>(sql`select ${choices(reach, now)}`)
    return rows[0] as PlanningChoices
  },
})
