import { z } from 'zod'
import { invalid, notFound } from '#domain/refused'
import { MoveBlock } from '#domain/rotation'
import { paint } from '#domain/rotation/pieces'
import { command } from '#server/command'
import { changeDay, shiftsOf } from '#server/rotation/change-day'
import { keepingMinimum } from '#server/rotation/keep-minimum'
import { lockBlock, refuseWhileSearching } from '#server/rotation/plan-queries'

/** Moves a block to another time, or to another task. */
export const moveBlock = command({
  verb: 'rotation.moveBlock',
  input: MoveBlock,
  output: z.object({ blockIds: z.array(z.uuid()) }),
  subject: (tx, { blockId }) => lockBlock(tx, blockId),
  audit: ({ input, subject }) => ({
    kind: 'rotation-plan',
    id: subject.id,
    detail: { blockId: input.blockId },
  }),
  async run(context) {
    const { tx, input, subject: plan } = context
    await refuseWhileSearching(tx, plan.id)
    const { block } = plan
    const shift = (await shiftsOf(tx, plan, block.personId)).find((one) => one.shiftId === block.shiftId)
    if (!shift) throw notFound()
    const [from, to] = [Date.parse(input.from), Date.parse(input.to)]
    if (from < shift.from || to > shift.to) throw invalid('to', 'rotation.outsideShift')
    const rest = shift.pieces.filter((piece) => piece.id !== block.id)
    const taskId = block.what === 'task' ? (input.taskId ?? block.taskId) : null
    const after = paint(rest, { id: null, what: block.what, taskId, from, to, touched: true })
    const change = { plan, shift, after, reason: input.reason }
    return { blockIds: await keepingMinimum(context, plan, () => changeDay(context, change)) }
  },
})
