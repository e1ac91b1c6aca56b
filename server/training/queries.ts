import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import { Text } from '#domain/localized'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { searchShape } from '#domain/search'
import { ListTrainings } from '#domain/training'
import { atMost } from '#server/at-most'
import { query } from '#server/query'
import { hasWords, loreOf } from '#server/search'
import { columns, forNextRung, spokenIn, TrainingRow } from '#server/training/row-queries'

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
  ...(input.language ? [spokenIn(sql`${input.language}::text`)] : []),
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
    if (input.for === 'next-rung') where.push(forNextRung(actor.personId, actor.positionId, now))
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
