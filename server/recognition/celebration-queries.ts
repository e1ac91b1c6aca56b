import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { query } from '#server/query'

const Own = z.object({ day: z.number().nullable(), month: z.number().nullable(), anniversary: z.boolean() })

/** What the actor agreed to. */
export const ownCelebrations = query({
  verb: 'recognition.celebrations',
  input: z.object({}),
  output: Own,
  async run({ db, actor }) {
    const { rows } = await db.execute<z.infer<typeof Own>>(sql`
      select extract(day from birthday)::int as day, extract(month from birthday)::int as month, works_since is not null as anniversary
      from celebration_wishes where person_id = ${actor.personId}`)
    return rows[0] ?? { day: null, month: null, anniversary: false }
  },
})
