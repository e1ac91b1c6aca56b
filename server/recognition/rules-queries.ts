import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { addMonths, firstOfMonth } from '#domain/months'
import { query } from '#server/query'
import { capsOf } from '#server/recognition/caps-queries'
import { readDay } from '#server/recognition/day-queries'

const Rules = z.object({
  caps: z.array(z.object({ kind: z.enum(['supervisor', 'peer']), now: z.number(), next: z.number() })),
  isFrozen: z.boolean(),
})

/** How many praises there are this month and from the next, and whether they may grow. */
export const showRules = query({
  verb: 'recognition.rules',
  input: z.object({}),
  output: Rules,
  async run({ db, actor, now }) {
    const month = firstOfMonth(await readDay(db, actor.personId, now))
    const [current, coming, frozen] = await Promise.all([
      capsOf(db, month),
      capsOf(db, addMonths(month, 1)),
      db.execute(sql`select from praise_freezes where lifted_at is null limit 1`),
    ])
    const kinds = ['supervisor', 'peer'] as const
    return {
      caps: kinds.map((kind) => ({ kind, now: current[kind], next: coming[kind] })),
      isFrozen: frozen.rows.length > 0,
    }
  },
})
