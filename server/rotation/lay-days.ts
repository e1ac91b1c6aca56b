import { z } from 'zod'
import { conflict, invalid } from '#domain/refused'
import { LayDays } from '#domain/rotation'
import type { Piece } from '#domain/rotation/day'
import { likenessOf, withIds } from '#domain/rotation/pieces'
import { command } from '#server/command'
import { loadTasks } from '#server/rotation/board-queries'
import { type Acting, changeDay, shiftsOf } from '#server/rotation/change-day'
import { keepingMinimum } from '#server/rotation/keep-minimum'
import { lockPlan, type Plan, refuseWhileSearching } from '#server/rotation/plan-queries'

type Laid = z.output<typeof LayDays>['days'][number]['pieces']

const pieceOf = ({ what, taskId, from, to, locked, drafted }: Laid[number]): Piece => ({
  id: null,
  what,
  taskId: taskId ?? null,
  from: Date.parse(from),
  to: Date.parse(to),
  locked,
  touched: !drafted,
})

/** Answers of how many people the day changed. */
async function layAll(context: Acting, plan: Plan, input: z.output<typeof LayDays>): Promise<number> {
  const { tx } = context
  const shifts = await shiftsOf(tx, plan)
  const known = new Set((await loadTasks(tx, plan.teamId)).map((task) => task.id))
  let people = 0
  for (const [at, day] of input.days.entries()) {
    const shift = shifts.find((one) => one.shiftId === day.shiftId)
    if (!shift) throw invalid(`days.${at}.shiftId`, 'rotation.noShift')
    if (day.was !== undefined && day.was !== likenessOf(shift.pieces)) throw conflict('rotation.dayChanged')
    const laid = day.pieces.map(pieceOf)
    const held = new Set(shift.pieces.map((piece) => piece.taskId))
    const strange = laid.some(({ taskId }) => taskId && !known.has(taskId) && !held.has(taskId))
    if (strange) throw invalid(`days.${at}.pieces`, 'rotation.unknownTask')
    if (laid.some((piece) => piece.from < shift.from || piece.to > shift.to))
      throw invalid(`days.${at}.pieces`, 'rotation.outsideShift')
    const after = withIds(laid, shift.pieces)
    const changed = await changeDay(context, { plan, shift, after, reason: input.reason })
    if (changed.length || after.length < shift.pieces.length) people += 1
  }
  return people
}

/** Puts days as a planner left them after one move of the hand: both people of an exchange, or neither. */
export const layDays = command({
  verb: 'rotation.layDays',
  input: LayDays,
  output: z.object({ people: z.number() }),
  subject: (tx, { planId }) => lockPlan(tx, planId),
  audit: ({ input, result }) => ({
    kind: 'rotation-plan',
    id: input.planId,
    detail: { people: result.people },
  }),
  async run(context) {
    const { tx, input, subject: plan } = context
    await refuseWhileSearching(tx, plan.id)
    return { people: await keepingMinimum(context, plan, () => layAll(context, plan, input)) }
  },
})
