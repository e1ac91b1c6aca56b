import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { conflict } from '#domain/refused'
import { SkipTea } from '#domain/workplace'
import { command } from '#server/command'
import { lockTeaRound } from '#server/workplace/tea-queries'

/** Takes the order back: the round passes by the seat without a word. */
export const skipTea = command({
  verb: 'workplace.skipTea',
  input: SkipTea,
  output: z.object({}),
  subject: (tx, { roundId }, actor) => lockTeaRound(tx, roundId, actor),
  audit: ({ input }) => ({ kind: 'tea-round', id: input.roundId }),
  async run({ tx, actor, subject: round }) {
    if (!round.open) throw conflict('workplace.teaServed')
    await tx.execute(
      sql`delete from tea_orders where round_id = ${round.roundId} and person_id = ${actor.personId}`,
    )
    return {}
  },
})
