import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { rotationPlans } from '#db/schema/rotation-plans'
import { conflict } from '#domain/refused'
import { PublishPlan } from '#domain/rotation'
import type { Piece } from '#domain/rotation/day'
import { isHard } from '#domain/rotation/rules'
import { command } from '#server/command'
import { type BoardShift, loadRule, loadShifts, loadTasks } from '#server/rotation/board-queries'
import { brokenIn, shiftsOf } from '#server/rotation/change-day'
import { lockPlan, noonOf, type Plan } from '#server/rotation/plan-queries'

const refuseBroken = async (tx: Tx, plan: Plan, shifts: BoardShift[]): Promise<void> => {
  const tasks = new Map((await loadTasks(tx, plan.teamId)).map((task) => [task.id, task]))
  const rule = await loadRule(tx, plan.breakRuleId)
  const broken = shifts.filter((shift) => brokenIn(shift, shift.pieces, tasks, rule).some(isHard))
  if (broken.length) throw conflict('rotation.broken', { people: broken.length })
}

const likeness = (pieces: readonly Piece[]): string =>
  pieces.map(({ what, taskId, from, to }) => `${what}/${taskId}/${from}/${to}`).join(' ')

/** Whoever has another day than they were told; where nothing was told yet, everybody who has one. */
const concerned = (shifts: BoardShift[], before: BoardShift[]): string[] => {
  const known = new Map(before.map((shift) => [shift.shiftId, likeness(shift.pieces)]))
  return shifts
    .filter((shift) => likeness(shift.pieces) !== (known.get(shift.shiftId) ?? ''))
    .map((shift) => shift.personId)
}

/** Makes a draft the day that people work by, if it keeps every hard rule; each is told only of their own change. */
export const publishPlan = command({
  verb: 'rotation.publish',
  input: PublishPlan,
  output: z.object({ told: z.number() }),
  subject: (tx, { planId }) => lockPlan(tx, planId),
  audit: ({ input, subject, result }) => ({
    kind: 'rotation-plan',
    id: input.planId,
    detail: { teamId: subject.teamId, onDate: subject.onDate, told: result.told },
  }),
  async run({ tx, actor, subject: plan, now, notify }) {
    if (plan.status !== 'draft') throw conflict('rotation.onlyDraft')
    const shifts = await shiftsOf(tx, plan)
    if (!shifts.some((shift) => shift.pieces.length)) throw conflict('rotation.nothingToPublish')
    await refuseBroken(tx, plan, shifts)
    const sameDay = and(eq(rotationPlans.teamId, plan.teamId), eq(rotationPlans.onDate, plan.onDate))
    const replaced = await tx
      .update(rotationPlans)
      .set({ status: 'replaced' })
      .where(and(sameDay, eq(rotationPlans.status, 'published')))
      .returning({ id: rotationPlans.id })
    const before = replaced[0] ? await loadShifts(tx, plan.teamId, plan.onDate, replaced[0].id) : []
    await tx
      .update(rotationPlans)
      .set({
        status: 'published',
        publishedAt: now,
        publishedBy: actor.kind === 'person' ? actor.personId : null,
      })
      .where(eq(rotationPlans.id, plan.id))
    const to = concerned(shifts, before)
    notify({
      to,
      kind: 'rotation.changed',
      params: { day: noonOf(plan.onDate) },
      href: `/rotation?date=${plan.onDate}`,
    })
    return { told: to.length }
  },
})
