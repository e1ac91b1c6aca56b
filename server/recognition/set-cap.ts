import { z } from 'zod'
import { praiseCaps } from '#db/schema/recognition'
import { addMonths, firstOfMonth } from '#domain/months'
import { SetCap } from '#domain/praise-caps'
import { byActor, command } from '#server/command'
import { readDay } from '#server/recognition/day-queries'

/** How many praises a month there are from the next month on, as a budget that has begun is not changed under its giver; refused upwards while praise is inflated. */
export const setCap = command({
  verb: 'recognition.setCap',
  input: SetCap,
  output: z.object({ fromMonth: z.string() }),
  subject: byActor,
  audit: ({ input }) => ({ kind: 'praiseCap', id: null, detail: input }),
  async run({ tx, actor, input, now }) {
    const fromMonth = addMonths(firstOfMonth(await readDay(tx, actor.personId, now)), 1)
    const row = { ...input, fromMonth, setBy: actor.personId, createdAt: now }
    await tx
      .insert(praiseCaps)
      .values(row)
      .onConflictDoUpdate({ target: [praiseCaps.kind, praiseCaps.fromMonth], set: row })
    return { fromMonth }
  },
})
