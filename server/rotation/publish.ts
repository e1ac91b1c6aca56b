import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { rotationPlans } from '#db/schema/rotation-plans'
import { conflict } from '#domain/refused'
import { PublishPlan } from '#domain/rotation'
import { dayChanges } from '#domain/rotation/day-changes'
import { checkRetired, isHard } from '#domain/rotation/rules'
import { type Context, command } from '#server/command'
import { type BoardShift, loadRule, loadShifts, loadTasks } from '#server/rotation/board-queries'
import { brokenIn, shiftsOf } from '#server/rotation/change-day'
import { idleIn } from '#server/rotation/keep-minimum'
import { behindTold, lockPlan, noonOf, type Plan } from '#server/rotation/plan-queries'
import { returnSwaps } from '#server/rotation/return-swaps'

const refuseBroken = async (context: Context, plan: Plan, shifts: BoardShift[]): Promise<void> => {
  const { tx, now } = context
  const tasks = new Map((await loadTasks(tx, plan.teamId, plan.id)).map((task) => [task.id, task]))
  const rule = await loadRule(tx, plan.breakRuleId)
  const broken = shifts.filter((shift) => brokenIn(shift, shift.pieces, tasks, rule).some(isHard))
  if (broken.length) throw conflict('rotation.broken', { people: broken.length })
  const held = shifts.filter((shift) => checkRetired(shift.pieces, tasks, now.getTime()).length)
  if (held.length) throw conflict('rotation.retiredTask', { people: held.length })
  const idle = await idleIn(context, plan, shifts, tasks)
  if (idle) throw conflict('rotation.idleBelowMinimum', idle)
}

/** What was changed in the plan that people work by since the draft was begun, or last searched anew, is not undone unseen. */
const refuseBehind = async (tx: Tx, plan: Plan): Promise<void> => {
  const { rows } = await tx.execute<{ behind: boolean }>(sql`select ${behindTold(sql`${plan.id}`)} as behind`)
  if (rows[0]?.behind) throw conflict('rotation.toldChanged')
}

/** Whoever has another day than they were told, however it is cut into blocks; where nothing was told yet, everybody who has one. */
const concerned = (shifts: BoardShift[], before: BoardShift[]): string[] => {
  const known = new Map(before.map((shift) => [shift.shiftId, shift.pieces]))
  return shifts
    .filter((shift) => dayChanges(known.get(shift.shiftId) ?? [], shift.pieces).length > 0)
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
  async run(context) {
    const { tx, actor, input, subject: plan, now, notify } = context
    if (plan.status !== 'draft') throw conflict('rotation.onlyDraft')
    // A swap or a hand that changes what was told meanwhile comes before this, and is seen, or after it.
    const sameDay = and(eq(rotationPlans.teamId, plan.teamId), eq(rotationPlans.onDate, plan.onDate))
    const told = and(sameDay, eq(rotationPlans.status, 'published'))
    await tx.select({ id: rotationPlans.id }).from(rotationPlans).where(told).for('update')
    const shifts = await shiftsOf(tx, plan)
    if (!shifts.some((shift) => shift.pieces.length)) throw conflict('rotation.nothingToPublish')
    await refuseBroken(context, plan, shifts)
    await refuseBehind(tx, plan)
    const replaced = await tx
      .update(rotationPlans)
      .set({ status: 'replaced' })
      .where(told)
      .returning({ id: rotationPlans.id })
    const before = replaced[0] ? await loadShifts(tx, plan.teamId, plan.onDate, replaced[0].id) : []
    await tx
      .update(rotationPlans)
      .set({
        status: 'published',
        publishedAt: now,
        publishedBy: actor.kind === 'person' ? actor.personId : null,
        pastReason: input.reason ?? null,
      })
      .where(eq(rotationPlans.id, plan.id))
    await returnSwaps(context, plan)
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
