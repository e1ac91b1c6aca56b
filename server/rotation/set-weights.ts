import { z } from 'zod'
import { planWeights } from '#db/schema/rotation-weights'
import { DayWeights } from '#domain/rotation/weigh-day'
import { command } from '#server/command'

/** Sets what new plans weigh; plans that were made keep what they weighed. */
export const setWeights = command({
  verb: 'rotation.setWeights',
  input: DayWeights,
  output: z.object({}),
  subject: () => ({}),
  audit: ({ input }) => ({ kind: 'settings', id: null, detail: input }),
  async run({ tx, actor, input, now, newId }) {
    const setBy = actor.kind === 'person' ? actor.personId : null
    await tx.insert(planWeights).values({ id: newId(), weights: input, setBy, setAt: now })
    return {}
  },
})
