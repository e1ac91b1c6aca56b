import { inArray } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { blocks, planChanges } from '#db/schema/rotation-plans'
import { conflict } from '#domain/refused'
import type { BreakRule, Piece, Task } from '#domain/rotation/day'
import { difference } from '#domain/rotation/pieces'
import { checkDay, isHard } from '#domain/rotation/rules'
import type { Context } from '#server/command'
import { spanOf } from '#server/moments'
import { type BoardShift, loadRule, loadShifts, loadTasks } from '#server/rotation/board-queries'
import { noonOf, type Plan } from '#server/rotation/plan-queries'

export type Acting = Pick<Context, 'tx' | 'actor' | 'now' | 'newId' | 'notify'>
type Change = { plan: Plan; shift: BoardShift; after: Piece[]; reason?: string }

export const levelsOf = (shift: BoardShift): ReadonlyMap<string, number> =>
  new Map(Object.entries(shift.levels))

export const brokenIn = (
  shift: BoardShift,
  after: Piece[],
  tasks: ReadonlyMap<string, Task>,
  rule: BreakRule,
) =>
  checkDay(
    { personId: shift.personId, shift, pieces: after, absences: shift.absences, levels: levelsOf(shift) },
    tasks,
    rule,
  )

const refuseBroken = async (tx: Tx, { plan, shift, after }: Change): Promise<void> => {
  const tasks = new Map((await loadTasks(tx, plan.teamId, plan.id)).map((task) => [task.id, task]))
  const broken = brokenIn(shift, after, tasks, await loadRule(tx, plan.breakRuleId)).filter(isHard)
  if (broken[0]) throw conflict('rotation.breaksRule', { kind: broken[0].kind, count: broken.length })
}

/** What is locked in a draft stays; the planner unlocks it first, or in the same move of the hand. */
const refuseLocked = ({ plan, after }: Change, removed: readonly Piece[]): void => {
  if (plan.status !== 'draft') return
  const stays = (old: Piece) =>
    after.some(
      ({ what, taskId, from, to, locked }) =>
        what === old.what &&
        taskId === old.taskId &&
        (locked ? from <= old.from && to >= old.to : from === old.from && to === old.to),
    )
  if (removed.some((piece) => piece.locked && !stays(piece))) throw conflict('rotation.locked')
}

/** The shifts of a plan, as a verb finds them before it changes one. */
export async function shiftsOf(tx: Tx, plan: Plan, personId?: string): Promise<BoardShift[]> {
  const all = await loadShifts(tx, plan.teamId, plan.onDate, plan.id)
  return personId ? all.filter((shift) => shift.personId === personId) : all
}

/**
 * Makes a person's day what it should be. In a draft blocks come and go; in a published plan what goes is withdrawn by a recorded
 * change, the day must keep every hard rule, and the person is told.
 */
export async function changeDay(
  { tx, actor, now, newId, notify }: Acting,
  change: Change,
): Promise<string[]> {
  const { plan, shift, after, reason } = change
  const { removed, added } = difference(shift.pieces, after)
  if (!removed.length && !added.length) return []
  refuseLocked(change, removed)
  const gone = removed.map((piece) => piece.id).filter((id) => id !== null)
  let changeId: string | null = null
  if (plan.status === 'published') {
    await refuseBroken(tx, change)
    changeId = newId()
    const madeBy = actor.kind === 'person' ? actor.personId : null
    await tx
      .insert(planChanges)
      .values({ id: changeId, planId: plan.id, madeBy, madeAt: now, reason: reason ?? null })
    if (gone.length) await tx.update(blocks).set({ withdrawnIn: changeId }).where(inArray(blocks.id, gone))
    const params = { day: noonOf(plan.onDate) }
    notify({ to: [shift.personId], kind: 'rotation.changed', params, href: `/rotation?date=${plan.onDate}` })
  } else if (gone.length) {
    await tx.delete(blocks).where(inArray(blocks.id, gone))
  }
  const rows = added.map((piece) => ({
    id: newId(),
    planId: plan.id,
    planStatus: plan.status,
    personId: shift.personId,
    shiftId: shift.shiftId,
    shiftSpan: spanOf(shift.from, shift.to),
    span: spanOf(piece.from, piece.to),
    what: piece.what,
    taskId: piece.taskId,
    locked: plan.status === 'draft' && Boolean(piece.locked),
    touched: Boolean(piece.touched),
    addedIn: changeId,
    createdAt: now,
  }))
  if (rows.length) await tx.insert(blocks).values(rows)
  return rows.map((row) => row.id)
}
