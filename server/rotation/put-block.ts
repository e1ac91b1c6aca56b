import { z } from 'zod'
import { invalid } from '#domain/refused'
import { PutBlock } from '#domain/rotation'
import { paint } from '#domain/rotation/pieces'
import { command } from '#server/command'
import { loadTasks } from '#server/rotation/board-queries'
import { changeDay, shiftsOf } from '#server/rotation/change-day'
import { keepingMinimum } from '#server/rotation/keep-minimum'
import { lockPlan, refuseWhileSearching } from '#server/rotation/plan-queries'

/** Puts a person on a task, or on a rest, for a part of the shift or all of it; what lay there gives way. */
export const putBlock = command({
  verb: 'rotation.putBlock',
  input: PutBlock,
  output: z.object({ blockIds: z.array(z.uuid()) }),
  subject: (tx, { planId }) => lockPlan(tx, planId),
  audit: ({ input }) => ({
    kind: 'rotation-plan',
    id: input.planId,
    detail: { personId: input.personId, what: input.what, taskId: input.taskId ?? null },
  }),
  async run(context) {
    const { tx, input, subject: plan } = context
    await refuseWhileSearching(tx, plan.id)
    const shifts = await shiftsOf(tx, plan, input.personId)
    const wanted = (shift: { from: number; to: number }) => ({
      from: input.from ? Date.parse(input.from) : shift.from,
      to: input.to ? Date.parse(input.to) : shift.to,
    })
    const shift = shifts.find((one) => wanted(one).from < one.to && wanted(one).to > one.from)
    if (!shift) throw invalid('personId', shifts.length ? 'rotation.outsideShift' : 'rotation.noShift')
    const { from, to } = wanted(shift)
    if (from < shift.from || to > shift.to || from >= to) throw invalid('to', 'rotation.outsideShift')
    const taskId = input.taskId ?? null
    if (taskId && !(await loadTasks(tx, plan.teamId)).some((task) => task.id === taskId))
      throw invalid('taskId', 'wrong')
    const after = paint(shift.pieces, { id: null, what: input.what, taskId, from, to, touched: true })
    const change = { plan, shift, after, reason: input.reason }
    return { blockIds: await keepingMinimum(context, plan, () => changeDay(context, change)) }
  },
})
