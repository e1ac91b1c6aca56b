import { conflict } from '#domain/refused'
import type { Task } from '#domain/rotation/day'
import { idleBelowMinimum } from '#domain/rotation/idle'
import { minuteAt } from '#domain/site-time'
import { inLocale, type Text } from '#domain/text'
import type { Context } from '#server/command'
import { type BoardShift, loadTasks } from '#server/rotation/board-queries'
import { levelsOf, shiftsOf } from '#server/rotation/change-day'
import { loadDemand } from '#server/rotation/day-to-plan-queries'
import type { Plan } from '#server/rotation/plan-queries'
import { returnSwaps } from '#server/rotation/return-swaps'

type Acting = Pick<Context, 'tx' | 'actor' | 'now'>
type Changing = Acting & Pick<Context, 'notify'>
type Tasks = ReadonlyMap<string, Task & { title: Text }>

/** Where a minimum is open while somebody who can fill it stands idle, in the words of a refusal. */
export async function idleIn({ tx, actor, now }: Acting, plan: Plan, shifts: BoardShift[], tasks: Tasks) {
  const people = shifts.map((shift) => ({ ...shift, shift, levels: levelsOf(shift) }))
  const demand = await loadDemand(tx, plan, shifts, [...tasks.keys()])
  const idle = idleBelowMinimum(people, tasks, demand, now.getTime())
  const title = idle && tasks.get(idle.taskId)?.title
  if (!idle || !title) return undefined
  const minute = minuteAt(new Date(idle.at), plan.timeZone)
  const at = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
  return { task: inLocale(title, actor.locale), at }
}

/** A change by hand of a day that people were told opens no minimum in this way; what stood open before is not the hand's. Offers of what it changed go back. */
export async function keepingMinimum<Done>(
  context: Changing,
  plan: Plan,
  change: () => Promise<Done>,
): Promise<Done> {
  if (plan.status !== 'published') return change()
  const { tx } = context
  const find = async () => {
    const tasks = await loadTasks(tx, plan.teamId, plan.id)
    return idleIn(context, plan, await shiftsOf(tx, plan), new Map(tasks.map((task) => [task.id, task])))
  }
  const before = await find()
  const done = await change()
  const idle = before ? undefined : await find()
  if (idle) throw conflict('rotation.leavesMinimum', idle)
  await returnSwaps(context, plan)
  return done
}
