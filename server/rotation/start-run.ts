import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { planRuns } from '#db/schema/rotation-plans'
import { conflict } from '#domain/refused'
import { StartRun } from '#domain/rotation'
import type { Piece } from '#domain/rotation/day'
import { AIMS, type DayWeights } from '#domain/rotation/day-weights'
import { erase } from '#domain/rotation/pieces'
import { command } from '#server/command'
import type { BoardShift } from '#server/rotation/board-queries'
import { type Acting, changeDay, shiftsOf } from '#server/rotation/change-day'
import { loadTold } from '#server/rotation/day-to-plan-queries'
import { lockPlan, type Plan } from '#server/rotation/plan-queries'
import { loadWeights } from '#server/rotation/weights-queries'
import { wakeWorker } from '#server/wake-worker'

/** Largest that both Postgres and the engine take. */
const SEEDS = 2_147_483_647

/** A day that people were told already begins as it was told: whoever the search must leave out keeps their day. */
async function beginAsTold(context: Acting, plan: Plan, shifts: BoardShift[]): Promise<void> {
  const told = await loadTold(context.tx, plan)
  for (const shift of shifts) {
    const pieces = told.find((one) => one.shiftId === shift.shiftId)?.pieces ?? []
    const free = shift.absences.reduce<Piece[]>((rest, away) => erase(rest, away), pieces)
    const after = free.map((piece): Piece => ({ ...piece, id: null }))
    if (after.length) await changeDay(context, { plan, shift, after })
  }
}

/** Where a day is planned on around what is there, the weights that were chosen for it go on; a day made anew begins with HR's. */
async function weightsOf(
  tx: Tx,
  { planId, keeps, ...input }: z.output<typeof StartRun>,
): Promise<DayWeights> {
  const given = AIMS.filter((aim) => input[aim] !== undefined)
  const { rows } = await tx.execute<{ weights: DayWeights }>(sql`
    select weights from plan_runs where plan_id = ${planId} and status = 'done' and ${keeps !== 'nothing' && !given.length}
    order by asked_at desc limit 1`)
  const usual = rows[0]?.weights ?? (await loadWeights(tx))
  return Object.fromEntries(AIMS.map((aim) => [aim, input[aim] ?? usual[aim]])) as DayWeights
}

/** Asks for a draft of the day; a worker makes it, whether or not anybody waits. */
export const startRun = command({
  verb: 'rotation.startRun',
  input: StartRun,
  output: z.object({ runId: z.uuid() }),
  subject: (tx, { planId }) => lockPlan(tx, planId),
  audit: ({ input, result }) => ({
    kind: 'rotation-plan',
    id: input.planId,
    detail: { runId: result.runId, seconds: input.seconds, keeps: input.keeps },
  }),
  async run(context) {
    const { tx, actor, input, subject: plan, now, newId } = context
    if (plan.status !== 'draft') throw conflict('rotation.onlyDraft')
    const shifts = await shiftsOf(tx, plan)
    if (!shifts.length) throw conflict('rotation.nobodyToPlan')
    if (!shifts.some((shift) => shift.pieces.length)) await beginAsTold(context, plan, shifts)
    const runId = newId()
    await tx.insert(planRuns).values({
      id: runId,
      planId: plan.id,
      status: 'waiting',
      keeps: input.keeps,
      seconds: input.seconds,
      seed: now.getTime() % SEEDS,
      weights: await weightsOf(tx, input),
      askedBy: actor.kind === 'person' ? actor.personId : null,
      askedAt: now,
    })
    await wakeWorker(tx, 'rotation.plan')
    return { runId }
  },
})
