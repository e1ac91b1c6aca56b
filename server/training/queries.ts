import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import { Text } from '#domain/localized'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { notFound } from '#domain/refused'
import { searchShape } from '#domain/search'
import { ListTrainings } from '#domain/training'
import { atMost } from '#server/at-most'
import { query } from '#server/query'
import { hasWords, loreOf } from '#server/search'
import { columns, forNextRung, Given, TrainingRow } from '#server/training/row-queries'

const TERMS = { name: 'training_terms', key: 'training_id', shape: 'title' }
/** So alike must a typed word be to one of the text, of 1, where no form of it stands there. */
const ALIKE = 0.5

/** Every word in any form; where nothing has them all, what is spelt nearly so. */
const matching = async (db: Reader, text: string, now: Date): Promise<SQL> => {
  const words = hasWords(TERMS, text, await loreOf(db, TERMS, now))
  const shape = searchShape(text)
  const nearly = sql`t.id in (select training_id from training_terms where word_similarity(${shape}, title) > ${ALIKE})`
  if (!words) return nearly
  const exact = sql`select training_id from training_terms where ${words}`
  return sql`case when exists (${exact}) then t.id in (${exact}) else ${nearly} end`
}

type Wanted = z.output<typeof ListTrainings>

/** With a seat to be had by so many days ahead, or none needed. */
const freeWithin = (days: number, now: Date): SQL => sql`(taken_any_time(t) or exists (
  select from training_sessions s where s.training_id = t.id and s.state = 'planned' and s.booked < s.seats
    and lower(s.period) > ${now.toISOString()}::timestamptz
    and lower(s.period) < ${now.toISOString()}::timestamptz + make_interval(days => ${days})))`

const raises = (condition: SQL): SQL => sql`exists (select from training_competences k
  join competences c on c.id = k.competence_id where k.training_id = t.id and ${condition})`

const filters = (input: Wanted, now: Date): SQL[] => [
  sql`t.retired_at is null`,
  ...(input.format ? [sql`t.format = ${input.format}`] : []),
  ...(input.language ? [sql`t.language = ${input.language}`] : []),
  ...(input.short ? [sql`t.hours < 4`] : []),
  ...(input.free ? [freeWithin(30, now)] : []),
  ...(input.competenceId ? [raises(sql`c.id = ${input.competenceId}`)] : []),
  ...(input.competence ? [raises(sql`c.slug = ${input.competence}`)] : []),
]

/** The catalogue; nothing in it is hidden from anybody. */
export const listTrainings = query({
  verb: 'training.list',
  input: ListTrainings,
  output: pageOf(TrainingRow),
  async run({ db, actor, input, now }) {
    const where = filters(input, now)
    if (input.search) where.push(await matching(db, input.search, now))
    if (input.for === 'next-rung') where.push(forNextRung(actor.personId, actor.positionId))
    const after = fromCursor<[string]>(input.cursor, ['string'])?.[0]
    if (after) where.push(sql`t.code > ${after}`)
    const { rows } = await db.execute<TrainingRow>(sql`
      select ${columns(actor.personId, now)} from trainings t
      where ${sql.join(where, sql` and `)} order by t.code ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.code])
  },
})

/** What trainings raise, for the filter. */
export const listRaised = query({
  verb: 'training.list',
  input: z.object({}),
  output: z.array(z.object({ slug: z.string(), title: Text })),
  async run({ db }) {
    const { rows } = await db.execute<{ slug: string; title: Text }>(sql`
      select c.slug, c.title from competences c
      where exists (select from training_competences k join trainings t on t.id = k.training_id
        where k.competence_id = c.id and t.retired_at is null)
      order by c.title ->> 'uk'`)
    return rows
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
  sessions: z.array(Session),
  ownEnrolmentId: z.uuid().nullable(),
  /** How many ask for a date. */
  asking: z.number(),
})
export type TrainingPage = z.infer<typeof TrainingPage>

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
        (select n.id from enrolments n where n.person_id = ${me} and n.training_id = t.id
          and n.state in ('requested', 'waitlisted', 'booked', 'attended')) as "ownEnrolmentId",
        (select count(*)::int from enrolments n where n.training_id = t.id and n.state = 'requested') as asking,
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
