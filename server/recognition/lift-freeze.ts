import { isNull } from 'drizzle-orm'
import { z } from 'zod'
import { praiseFreezes } from '#db/schema/recognition'
import { LiftFreeze } from '#domain/praise-caps'
import { conflict } from '#domain/refused'
import { byActor, command } from '#server/command'

/** Lets caps grow again, with a reason that stays. */
export const liftFreeze = command({
  verb: 'recognition.liftFreeze',
  input: LiftFreeze,
  output: z.object({}),
  subject: byActor,
  audit: ({ input }) => ({ kind: 'praiseFreeze', id: null, detail: { reason: input.reason } }),
  async run({ tx, actor, input, now }) {
    const lifted = await tx
      .update(praiseFreezes)
      .set({ liftedAt: now, liftedBy: actor.personId, reason: input.reason })
      .where(isNull(praiseFreezes.liftedAt))
      .returning({ month: praiseFreezes.month })
    if (!lifted.length) throw conflict('noFreeze')
    return {}
  },
})
