import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { praiseFreezes } from '#db/schema/recognition'
import { isInflated } from '#domain/praise-numbers'
import { command } from '#server/command'
import { monthsOfPraise } from '#server/recognition/month-queries'

/** Freezes caps when praise was inflated in the two whole months before now, and tells HR; once for each month. */
export const checkInflation = command({
  verb: 'recognition.checkInflation',
  input: z.object({}),
  output: z.object({ frozen: z.boolean() }),
  subject: () => ({}),
  audit: ({ result }) => ({ kind: 'praiseFreeze', id: null, detail: result }),
  async run({ tx, now, notify }) {
    const whole = (await monthsOfPraise(tx, sql`true`, now)).slice(0, -1)
    const last = whole.at(-1)
    if (!last || !isInflated(whole)) return { frozen: false }
    const made = await tx
      .insert(praiseFreezes)
      .values({ month: last.month, createdAt: now })
      .onConflictDoNothing()
      .returning({ month: praiseFreezes.month })
    if (!made.length) return { frozen: false }
    const { rows } = await tx.execute<{ id: string }>(
      sql`select distinct person_id as id from current_grants where role = 'hr'`,
    )
    notify({
      to: rows.map(({ id }) => id),
      kind: 'praise.inflated',
      params: { index: Number((last.index ?? 0).toFixed(1)) },
      href: '/recognition/numbers',
    })
    return { frozen: true }
  },
})
