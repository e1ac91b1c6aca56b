import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { SEAT_HORIZON_DAYS } from '#domain/holes'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { notFound } from '#domain/refused'
import { Text } from '#domain/text'
import { FORMATS, ListTrainings } from '#domain/training'
import { atMost } from '#server/at-most'
import { query } from '#server/query'

const Given = z.object({ competenceId: z.uuid(), slug: z.string(), title: Text, level: z.number() })
const TrainingRow = z.object({
  id: z.uuid(),
  code: z.string(),
  slug: z.string(),
  title: Text,
  format: z.enum(FORMATS),
  hours: z.number(),
  validMonths: z.number().nullable(),
  language: z.string(),
  levels: z.array(Given),
  /** The next session with a free seat. */
  next: z.object({ sessionId: z.uuid(), startsAt: z.string(), free: z.number() }).nullable(),
  /** The actor's own open enrolment, and until when a pass of theirs holds (`infinity`: for ever). */
  ownState: z.string().nullable(),
  passedUntil: z.string().nullable(),
})
type TrainingRow = z.infer<typeof TrainingRow>

const columns = (personId: string, now: Date): SQL => {
  const at = sql`${now.toISOString()}::timestamptz`
  return sql`t.id, t.code, t.slug, t.title, t.format, t.hours::float8 as hours, t.valid_months as "validMonths", t.language,
    (select coalesce(json_agg(json_build_object('competenceId', c.id, 'slug', c.slug, 'title', c.title, 'level', k.to_level)
        order by c.title ->> 'uk'), '[]')
      from training_competences k join competences c on c.id = k.competence_id where k.training_id = t.id) as levels,
    (select json_build_object('sessionId', s.id, 'startsAt', lower(s.period), 'free', s.seats - s.booked)
      from training_sessions s where s.training_id = t.id and s.state = 'planned' and s.booked < s.seats
        and lower(s.period) > ${at} and lower(s.period) < ${at} + make_interval(days => ${SEAT_HORIZON_DAYS})
      order by lower(s.period) limit 1) as next,
    (select n.state from enrolments n where n.person_id = ${personId} and n.training_id = t.id
      and n.state in ('requested', 'waitlisted', 'booked', 'attended')) as "ownState",
    (select h.valid_until::text from held_trainings h where h.person_id = ${personId} and h.training_id = t.id) as "passedUntil"`
}

const apostrophes = (text: string) => text.replace(/['’`ʼ]/g, 'ʼ')
const like = (text: string) => `%${apostrophes(text).replace(/[\\%_]/g, '\\$&')}%`

/** Trainings that bring nearer the next rung up, or the wished position: asked for there, or raising a level missing there. */
const forNextRung = (personId: string, positionId: string | null): SQL => sql`exists (
  select 1 from published_versions v
  join (
    select m.version_id, m.to_id from moves m where m.from_id = ${positionId}::uuid and m.kind = 'vertical'
    union select w.version_id, w.position_id from rungs w where w.position_id = (select wished_position(${personId}::uuid))
  ) target on target.version_id = v.id
  join requirements r on r.version_id = v.id and r.position_id = target.to_id
  where (r.training_id = t.id and not exists (select 1 from held_trainings h
      where h.person_id = ${personId} and h.training_id = t.id and h.valid_until >= current_date))
    or exists (select 1 from training_competences k where k.training_id = t.id and k.competence_id = r.competence_id
      and k.to_level >= r.level and r.level > coalesce((select l.level from current_levels l
        where l.person_id = ${personId} and l.competence_id = r.competence_id), 0)))`

/** The catalogue; nothing in it is hidden from anybody. */
export const listTrainings = query({
  verb: 'training.list',
  input: ListTrainings,
  output: pageOf(TrainingRow),
  async run({ db, actor, input, now }) {
    const where: SQL[] = [sql`t.retired_at is null`]
    if (input.search) {
      const text = like(input.search)
      where.push(sql`(t.title ->> 'uk' ilike ${text} or t.title ->> 'en' ilike ${text} or t.code ilike ${text}
        or exists (select 1 from training_competences k join competences c on c.id = k.competence_id
          where k.training_id = t.id and (c.title ->> 'uk' ilike ${text} or c.title ->> 'en' ilike ${text})))`)
    }
    if (input.format) where.push(sql`t.format = ${input.format}`)
    if (input.for === 'next-rung') where.push(forNextRung(actor.personId, actor.positionId))
    if (input.competenceId) {
      where.push(sql`exists (select 1 from training_competences k
        where k.training_id = t.id and k.competence_id = ${input.competenceId})`)
    }
    const after = fromCursor<[string]>(input.cursor, ['string'])?.[0]
    if (after) where.push(sql`t.code > ${after}`)
    const { rows } = await db.execute<TrainingRow>(sql`
      select ${columns(actor.personId, now)} from trainings t
      where ${sql.join(where, sql` and `)} order by t.code ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.code])
  },
})

const Session = z.object({
  id: z.uuid(),
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string().nullable(),
  place: Text,
  site: Text.nullable(),
  trainer: z.string().nullable(),
  seats: z.number(),
  free: z.number(),
  waiting: z.number(),
  own: z.object({ enrolmentId: z.uuid(), state: z.string(), line: z.number().nullable() }).nullable(),
})
const TrainingPage = TrainingRow.extend({
  about: Text.nullable(),
  examConfirms: z.boolean(),
  words: z.array(Given.extend({ behaviour: Text })),
  positions: z.array(z.object({ slug: z.string(), title: Text })),
  sessions: z.array(Session),
  ownEnrolmentId: z.uuid().nullable(),
})

/** One training: what it gives in words, who needs it, and its coming sessions with seats and one's own place in line. */
export const findTraining = query({
  verb: 'training.show',
  input: z.object({ slug: z.string().max(100) }),
  output: TrainingPage,
  async run({ db, actor, input, now }) {
    const me = actor.personId
    const { rows } = await db.execute<z.infer<typeof TrainingPage>>(sql`
      select ${columns(me, now)}, t.about, t.exam_confirms as "examConfirms",
        (select coalesce(json_agg(json_build_object('competenceId', c.id, 'slug', c.slug, 'title', c.title, 'level', k.to_level,
            'behaviour', l.behaviour) order by c.title ->> 'uk'), '[]')
          from training_competences k join competences c on c.id = k.competence_id
          join competence_levels l on l.competence_id = k.competence_id and l.level = k.to_level
          where k.training_id = t.id) as words,
        (select coalesce(json_agg(json_build_object('slug', p.slug, 'title', p.title) order by g.rung nulls last, p.slug), '[]')
          from requirements r join published_versions v on v.id = r.version_id join positions p on p.id = r.position_id
          join rungs g on g.version_id = r.version_id and g.position_id = r.position_id
          where r.training_id = t.id) as positions,
        (select n.id from enrolments n where n.person_id = ${me} and n.training_id = t.id
          and n.state in ('requested', 'waitlisted', 'booked', 'attended')) as "ownEnrolmentId",
        (select coalesce(json_agg(json_build_object('id', s.id, 'startsAt', lower(s.period), 'endsAt', upper(s.period),
            'timeZone', x.time_zone, 'place', s.place, 'site', x.name, 'trainer', p.name, 'seats', s.seats,
            'free', s.seats - s.booked,
            'waiting', (select count(*) from enrolments n where n.session_id = s.id and n.state = 'waitlisted'),
            'own', (select json_build_object('enrolmentId', n.id, 'state', n.state, 'line',
                case when n.state = 'waitlisted' then (select count(*) from enrolments o
                  where o.session_id = s.id and o.state = 'waitlisted' and o.line <= n.line) end)
              from enrolments n where n.session_id = s.id and n.person_id = ${me}
                and n.state in ('requested', 'waitlisted', 'booked', 'attended'))
          ) order by lower(s.period)), '[]')
          from training_sessions s left join sites x on x.id = s.site_id left join people p on p.id = s.trainer_id
          where s.training_id = t.id and s.state = 'planned' and upper(s.period) > ${now.toISOString()}::timestamptz) as sessions
      from trainings t where t.slug = ${input.slug} and t.retired_at is null`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})
