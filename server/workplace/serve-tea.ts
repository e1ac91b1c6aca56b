import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { teaRounds } from '#db/schema/workplace'
import { conflict } from '#domain/refused'
import { SkipTea } from '#domain/workplace'
import { command } from '#server/command'
import { lockTeaRound } from '#server/workplace/tea-queries'

/** Marks a round of tea as carried round. */
export const serveTea = command({
  verb: 'workplace.serveTea',
  input: SkipTea,
  output: z.object({}),
  subject: async (tx, { roundId }, actor) => {
    const { open, siteId } = await lockTeaRound(tx, roundId, actor)
    return { open, siteId }
  },
  audit: ({ input }) => ({ kind: 'tea-round', id: input.roundId }),
  async run({ tx, actor, input, subject, now }) {
    if (!subject.open) throw conflict('workplace.teaServed')
    await tx
      .update(teaRounds)
      .set({ servedAt: now, servedBy: actor.personId })
      .where(eq(teaRounds.id, input.roundId))
    return {}
  },
})
