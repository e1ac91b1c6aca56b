import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { atMost } from '#server/at-most'
import { AREA_CHOICES, AreaChoice } from '#server/ideas/area-queries'
import { asked } from '#server/ideas/audience-queries'
import { Question, questionFor } from '#server/ideas/campaign-queries'
import { listed } from '#server/listed'
import { query } from '#server/query'

const Around = z.object({
  areas: z.array(AreaChoice),
  campaigns: z.array(AreaChoice),
  question: Question.nullable(),
})

/** What stands around the box, in one statement: what it can be narrowed by, and the question of the week. */
export const boxAround = query({
  verb: 'ideas.areas',
  input: z.object({}),
  output: Around,
  async run({ db, actor, now }) {
    const { rows } = await db.execute<z.infer<typeof Around>>(sql`
      select ${listed(AREA_CHOICES)} as areas,
        (select coalesce(json_agg(json_build_object('id', l.id, 'name', l.question) order by l.opens_at desc, l.id), '[]') from (
          select c.id, c.question, c.opens_at from campaigns c
          where ${asked(actor)} and c.opens_at <= ${now.toISOString()}::timestamptz order by c.opens_at desc, c.id ${atMost(24)}) l) as campaigns,
        (select row_to_json(q) from (${questionFor(actor, now)}) q) as question`)
    return rows[0] ?? { areas: [], campaigns: [], question: null }
  },
})
