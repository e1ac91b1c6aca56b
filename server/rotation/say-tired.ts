import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { tiredness } from '#db/schema/rotation-people'
import { conflict, notFound } from '#domain/refused'
import { SayTired } from '#domain/rotation/wishes'
import { command } from '#server/command'
import { epochOf } from '#server/moments'

const DAY = 86_400_000
const SOON = 5 * 60_000 // a tap at the very end of a block may come before it

const findBlock = async (tx: Tx, blockId: string) => {
  const { rows } = await tx.execute<{ personId: string; to: number }>(sql`
    select person_id as "personId", ${epochOf(sql`upper(span)`)} as "to"
    from blocks where id = ${blockId} and plan_status <> 'draft' and what = 'task'`)
  if (!rows[0]) throw notFound()
  return { block: rows[0], people: [rows[0].personId] }
}

/** One tap at the end of a block: how tired. For the person, and for sums in which nobody is seen. */
export const sayTired = command({
  verb: 'rotation.sayTired',
  input: SayTired,
  output: z.object({}),
  subject: (tx, { blockId }) => findBlock(tx, blockId),
  // What was tapped is the person's own; the trail says only that it was.
  audit: ({ input }) => ({ kind: 'block', id: input.blockId }),
  async run({ tx, actor, input, subject, now }) {
    const { to } = subject.block
    if (to > now.getTime() + SOON || to < now.getTime() - DAY) throw conflict('rotation.notTheMoment')
    const { blockId, score } = input
    const answer = { blockId, personId: actor.personId, score, at: now }
    const said = await tx.insert(tiredness).values(answer).onConflictDoNothing().returning()
    if (said.length) return {}
    // The day may have been published anew since: the answer is about those hours, whichever block stands there now.
    await tx.execute(sql`
      update tiredness set score = ${score}, at = ${now.toISOString()}::timestamptz where block_id = (
        select t.block_id from tiredness t join blocks b on b.id = ${blockId} and t.span && b.span
        where t.person_id = ${actor.personId} order by upper(t.span) desc limit 1)`)
    return {}
  },
})
