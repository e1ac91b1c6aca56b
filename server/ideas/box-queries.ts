import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { atMost } from '#server/at-most'
import { Answerer, answerersFor } from '#server/ideas/answerer-queries'
import { asked } from '#server/ideas/audience-queries'
import { Question, questionFor } from '#server/ideas/campaign-queries'
import { query } from '#server/query'

const Choice = z.object({ id: z.uuid(), name: Text })
const Around = z.object({
  areas: z.array(Choice),
  campaigns: z.array(Choice),
  question: Question.nullable(),
})

const AREAS = sql`(
  select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) order by a.name ->> 'uk'), '[]')
  from areas a where a.retired_at is null)`

/** What stands around the box, in one statement: what it can be narrowed by, and the question of the week. */
export const boxAround = query({
  verb: 'ideas.areas',
  input: z.object({}),
  output: Around,
  async run({ db, actor, now }) {
    const { rows } = await db.execute<z.infer<typeof Around>>(sql`
      select ${AREAS} as areas,
        (select coalesce(json_agg(json_build_object('id', l.id, 'name', l.question) order by l.opens_at desc, l.id), '[]') from (
          select c.id, c.question, c.opens_at from campaigns c
          where ${asked(actor)} and c.opens_at <= ${now.toISOString()}::timestamptz order by c.opens_at desc, c.id ${atMost(24)}) l) as campaigns,
        (select row_to_json(q) from (${questionFor(actor, now)}) q) as question`)
    return rows[0] ?? { areas: [], campaigns: [], question: null }
  },
})

const Desk = z.object({ answerers: z.array(Answerer), areas: z.array(Choice) })

/** Whom an idea can be handed to and where its parts can go, in one statement. */
export const deskAround = query({
  verb: 'ideas.answerers',
  input: z.object({}),
  output: Desk,
  async run({ db, actor }) {
    const { rows } = await db.execute<z.infer<typeof Desk>>(sql`
      select ${AREAS} as areas, (select coalesce(json_agg(row_to_json(p)), '[]') from (${answerersFor(actor)}) p) as answerers`)
    return rows[0] ?? { answerers: [], areas: [] }
  },
})
