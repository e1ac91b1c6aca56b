import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { notFound } from '#domain/refused'
import { StoreRun } from '#domain/rotation'
import { isRest, type Piece } from '#domain/rotation/day'
import { erase, withIds, withKept } from '#domain/rotation/pieces'
import { command } from '#server/command'
import { changeDay, shiftsOf } from '#server/rotation/change-day'
import { lockPlan } from '#server/rotation/plan-queries'

const same = (a: Piece, b: Piece): boolean =>
  a.what === b.what && a.taskId === b.taskId && a.from === b.from && a.to === b.to

/** Puts what a search found into the draft it was asked for. Who became absent meanwhile, or has another shift, is left as they are. */
export const storeRun = command({
  verb: 'rotation.storeRun',
  input: StoreRun,
  output: z.object({ people: z.number() }),
  async subject(tx, { runId }) {
    const { rows } = await tx.execute<{ planId: string; keeps: string }>(
      sql`select plan_id as "planId", keeps from plan_runs where id = ${runId} and status = 'running' for update`,
    )
    if (!rows[0]) throw notFound()
    return { ...(await lockPlan(tx, rows[0].planId)), keeps: rows[0].keeps }
  },
  audit: ({ input, subject, result }) => ({
    kind: 'rotation-plan',
    id: subject.id,
    detail: { runId: input.runId, people: result.people, objective: input.outcome.objective },
  }),
  async run(context) {
    const { tx, input, subject: plan, now } = context
    const { keeps } = plan
    let people = 0
    const drafted: Record<string, Piece[]> = {}
    const shifts = plan.status === 'draft' ? await shiftsOf(tx, plan) : []
    for (const shift of shifts) {
      const day = input.days.find((one) => one.shiftId === shift.shiftId)
      if (!day) continue
      const inside = day.pieces.filter((piece) => piece.from >= shift.from && piece.to <= shift.to)
      const found = inside.map((piece): Piece => ({ ...piece, id: null }))
      const free = shift.absences.reduce<Piece[]>((pieces, away) => erase(pieces, away), found)
      const whole = free.filter((piece) => !isRest(piece) || found.some((old) => same(old, piece)))
      // What stays was a block of its own before, also where a neighbour is the same.
      const kept = shift.pieces.filter((piece) => piece.locked || (piece.touched && keeps !== 'nothing'))
      const mine = withKept(whole, kept)
      const changed = await changeDay(context, { plan, shift, after: withIds(mine, shift.pieces) })
      drafted[shift.shiftId] = mine.map(({ what, taskId, from, to }) => ({
        id: null,
        what,
        taskId,
        from,
        to,
      }))
      people += changed.length ? 1 : 0
    }
    await tx.execute(sql`
      update plan_runs set status = 'done', ended_at = ${now.toISOString()}::timestamptz, outcome = ${JSON.stringify(input.outcome)}::jsonb,
        drafted = ${JSON.stringify(drafted)}::jsonb
      where id = ${input.runId}`)
    return { people }
  },
})
