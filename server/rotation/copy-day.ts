import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { conflict, invalid } from '#domain/refused'
import { CopyDay } from '#domain/rotation'
import { command } from '#server/command'
import { loadShifts, loadTasks } from '#server/rotation/board-queries'
import { changeDay, shiftsOf } from '#server/rotation/change-day'
import { lockPlan, refuseWhileSearching } from '#server/rotation/plan-queries'

/** Puts another day's blocks into this draft, by their distance from each shift's start; whoever has blocks already keeps them. */
export const copyDay = command({
  verb: 'rotation.copyDay',
  input: CopyDay,
  output: z.object({ people: z.number() }),
  subject: (tx, { planId }) => lockPlan(tx, planId),
  audit: ({ input, result }) => ({
    kind: 'rotation-plan',
    id: input.planId,
    detail: { fromDate: input.fromDate, people: result.people },
  }),
  async run(context) {
    const { tx, input, subject: plan } = context
    await refuseWhileSearching(tx, plan.id)
    if (plan.status !== 'draft') throw conflict('rotation.onlyDraft')
    const { rows } = await tx.execute<{ id: string }>(sql`
      select id from rotation_plans where team_id = ${plan.teamId} and on_date = ${input.fromDate} and status <> 'replaced'
      order by status desc limit 1`)
    if (!rows[0]) throw invalid('fromDate', 'rotation.nothingToCopy')
    const source = await loadShifts(tx, plan.teamId, input.fromDate, rows[0].id)
    const known = new Set((await loadTasks(tx, plan.teamId)).map((task) => task.id))
    let people = 0
    for (const shift of await shiftsOf(tx, plan)) {
      const like = source.find((one) => one.personId === shift.personId && one.pieces.length > 0)
      if (!like || shift.pieces.length) continue
      const moved = like.pieces
        .map((piece) => ({
          ...piece,
          id: null,
          from: piece.from - like.from + shift.from,
          to: piece.to - like.from + shift.from,
        }))
        .filter((piece) => piece.to <= shift.to && (piece.taskId === null || known.has(piece.taskId)))
      if (moved.length) await changeDay(context, { plan, shift, after: moved })
      people += moved.length ? 1 : 0
    }
    if (!people) throw invalid('fromDate', 'rotation.nothingToCopy')
    return { people }
  },
})
