import { z } from 'zod'
import { notFound } from '#domain/refused'
import { RemoveBlock } from '#domain/rotation'
import { command } from '#server/command'
import { changeDay, shiftsOf } from '#server/rotation/change-day'
import { keepingMinimum } from '#server/rotation/keep-minimum'
import { lockBlock, refuseWhileSearching } from '#server/rotation/plan-queries'

/** Takes a block out; the time is then unassigned. */
export const removeBlock = command({
  verb: 'rotation.removeBlock',
  input: RemoveBlock,
  output: z.object({}),
  subject: (tx, { blockId }) => lockBlock(tx, blockId),
  audit: ({ input, subject }) => ({
    kind: 'rotation-plan',
    id: subject.id,
    detail: { blockId: input.blockId },
  }),
  async run(context) {
    const { tx, input, subject: plan } = context
    await refuseWhileSearching(tx, plan.id)
    const shift = (await shiftsOf(tx, plan)).find((one) => one.shiftId === plan.block.shiftId)
    if (!shift) throw notFound()
    const after = shift.pieces.filter((piece) => piece.id !== plan.block.id)
    const change = { plan, shift, after, reason: input.reason }
    await keepingMinimum(context, plan, () => changeDay(context, change))
    return {}
  },
})
