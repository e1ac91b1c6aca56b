import { leftBeside, type Wanted } from '#domain/rotation/coverage'
import { meet, minutesOf, type Piece, SLOT, type Stretch, type Task } from '#domain/rotation/day'

type OnTask = Stretch & { taskId: string }
type Present = {
  shift: Stretch
  pieces: readonly Piece[]
  absences: readonly Stretch[]
  levels: ReadonlyMap<string, number>
}

/** Whole stretches of a shift in which somebody is there and nothing is put. */
const idleOf = ({ shift, pieces, absences }: Present): Stretch[] => {
  const idle: Stretch[] = []
  for (let from = shift.from; from < shift.to; from += SLOT) {
    const slot = { from, to: from + SLOT }
    if ([...pieces, ...absences].some((taken) => meet(taken, slot))) continue
    const last = idle.at(-1)
    if (last?.to === from) last.to = slot.to
    else idle.push(slot)
  }
  return idle
}

const isAble = (task: Task, levels: ReadonlyMap<string, number>): boolean =>
  task.needs.every((need) => (levels.get(need.competenceId) ?? 0) >= need.level)

/**
 * The first moment from `now` on at which a task has fewer people than its minimum while somebody who can do it stands idle long enough
 * for a block of it. Whoever works on something else, or rests, is not counted: that is the planner's choice.
 */
export function idleBelowMinimum(
  people: readonly Present[],
  tasks: ReadonlyMap<string, Task>,
  { wanted, others }: { wanted: readonly Wanted[]; others: readonly OnTask[] },
  now: number,
): { taskId: string; at: number } | undefined {
  const mine = people.flatMap(({ pieces }) =>
    pieces.flatMap(({ taskId, from, to }) => (taskId ? [{ taskId, from, to }] : [])),
  )
  const idle = people.flatMap((person) =>
    idleOf(person).map((stretch) => ({ ...stretch, levels: person.levels })),
  )
  const short = leftBeside([...wanted], [...mine, ...others])
    .filter((left) => left.others < left.minimum)
    .sort((a, b) => a.from - b.from)
  for (const { taskId, from, to } of short) {
    const task = tasks.get(taskId)
    if (!task || task.isRetired) continue
    const left = { from: Math.max(from, now), to }
    const free = idle.filter(
      (stretch) =>
        meet(stretch, left) && minutesOf(stretch) >= task.minBlockMinutes && isAble(task, stretch.levels),
    )
    if (left.from < to && free.length)
      return { taskId, at: Math.max(left.from, Math.min(...free.map((stretch) => stretch.from))) }
  }
  return undefined
}
