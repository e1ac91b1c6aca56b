import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { notFound } from '#domain/refused'
import { StoreRun } from '#domain/rotation'
import { isRest, type Piece } from '#domain/rotation/day'
import { erase } from '#domain/rotation/pieces'
import { command } from '#server/command'
import { changeDay, shiftsOf } from '#server/rotation/change-day'
import { lockPlan } from '#server/rotation/plan-queries'

const same = (a: Piece, b: Piece): boolean =>
  a.what === b.what && a.taskId === b.taskId && a.from === b.from && a.to === b.to

/** A block that stays as it was keeps its id, so that only what changed is written. */
const withIds = (pieces: Piece[], before: readonly Piece[]): Piece[] =>
  pieces.map((piece) => before.find((old) => same(old, piece)) ?? piece)

/** Puts what a search found into the draft it was asked for. Who became absent meanwhile, or has another shift, is left as they are. */
export const storeRun = command({
  verb: 'rotation.storeRun',
  input: StoreRun,
  output: z.object({ people: z.number() }),
  async subject(tx, { runId }) {
    const { rows } = await tx.execute<{ planId: string }>(
      sql`select plan_id as "planId" from plan_runs where id = ${runId} and status = 'running' for update`,
    )
    if (!rows[0]) throw notFound()
    return lockPlan(tx, rows[0].planId)
  },
  audit: ({ input, subject, result }) => ({
    kind: 'rotation-plan',
    id: subject.id,
    detail: { runId: input.runId, people: result.people, objective: input.outcome.objective },
  }),
  async run(context) {
    const { tx, input, subject: plan, now } = context
    let people = 0
    const shifts = plan.status === 'draft' ? await shiftsOf(tx, plan) : []
    for (const shift of shifts) {
      const day = input.days.find((one) => one.shiftId === shift.shiftId)
      if (!day) continue
      const inside = day.pieces.filter((piece) => piece.from >= shift.from && piece.to <= shift.to)
      const found = inside.map((piece): Piece => ({ ...piece, id: null }))
      const free = shift.absences.reduce<Piece[]>((pieces, away) => erase(pieces, away), found)
      const whole = free.filter((piece) => !isRest(piece) || found.some((old) => same(old, piece)))
      const changed = await changeDay(context, { plan, shift, after: withIds(whole, shift.pieces) })
      people += changed.length ? 1 : 0
    }
    await tx.execute(sql`
      update plan_runs set status = 'done', ended_at = ${now.toISOString()}::timestamptz, outcome = ${JSON.stringify(input.outcome)}::jsonb
      where id = ${input.runId}`)
    return { people }
  },
})
