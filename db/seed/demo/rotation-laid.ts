import { sql } from 'drizzle-orm'
import type { Team, World } from '#db/seed/demo/world'
import type { OnTask, Wanted } from '#domain/rotation/coverage'
import type { BreakRule, Piece, Stretch, Task } from '#domain/rotation/day'
import { meet } from '#domain/rotation/day'
import { DEFAULT_WEIGHTS } from '#domain/rotation/day-weights'
import { dayInstance, piecesOf } from '#domain/rotation/engine/day-instance'
import { planDay } from '#domain/rotation/engine/plan-day'
import { epochOf } from '#server/moments'

type Shift = Stretch & { id: string; personId: string }
type Known = {
  levels: ReadonlyMap<string, ReadonlyMap<string, number>>
  learning: ReadonlyMap<string, Stretch[]>
}
/** A team's day, and the tasks that its people may be put on. */
export type TeamDay = { team: Team; shifts: Shift[]; tasks: Task[] }

/** About a tenth of a second each: a demo is filled while somebody waits. */
const MOVES = 120_000
const MOST_DAYS = 12
/** Of a shift, what is left when rests are taken off, and of that what is not learning. */
const [AT_WORK, SERVED] = [0.85, 0.9]

const loadWanted = async (world: World): Promise<(Wanted & { siteId: string })[]> => {
  const { rows } = await world.database.execute<Wanted & { siteId: string }>(sql`
    select site_id as "siteId", task_id as "taskId", minimum, target, ${epochOf(sql`lower(span)`)} as "from", ${epochOf(sql`upper(span)`)} as "to"
    from demand order by lower(span), task_id`)
  return rows
}

const spokenOf = ({ team, tasks }: TeamDay, day: Stretch, wanted: Awaited<ReturnType<typeof loadWanted>>) => {
  const ids = new Set(tasks.map(({ id }) => id))
  return wanted.filter((want) => want.siteId === team.site.id && ids.has(want.taskId) && meet(want, day))
}

/** Nobody counted what is written to the team; its people share it evenly. */
const writtenOf = ({ shifts, tasks }: TeamDay, day: Stretch, spoken: readonly Wanted[]): Wanted[] => {
  const written = tasks.filter((task) => task.loads.voice === 0 && task.loads.eyes > 1)
  const busiest = Math.max(
    ...spoken.map(({ from }) =>
      spoken.reduce((sum, want) => sum + (want.from <= from && want.to > from ? want.target : 0), 0),
    ),
  )
  const target = Math.floor(((shifts.length * AT_WORK - busiest) * SERVED) / Math.max(1, written.length))
  return target > 0 ? written.map(({ id }) => ({ ...day, taskId: id, minimum: 0, target })) : []
}

/** Days whose demand is known, as the planner itself lays them, by shift; later teams cover what is left of a demand they share. */
export async function layByPlanner(
  world: World,
  days: readonly TeamDay[],
  rule: BreakRule,
  { levels, learning }: Known,
): Promise<Map<string, Piece[]>> {
  const wanted = await loadWanted(world)
  const laid = new Map<string, Piece[]>()
  const onTasks = new Map<string, OnTask[]>()
  let count = 0
  for (const teamDay of days) {
    if (count >= MOST_DAYS) break
    const { team, shifts, tasks } = teamDay
    const day = {
      from: Math.min(...shifts.map(({ from }) => from)),
      to: Math.max(...shifts.map(({ to }) => to)),
    }
    const spoken = spokenOf(teamDay, day, wanted)
    if (!spoken.length) continue
    count += 1
    const others = onTasks.get(team.site.id) ?? []
    onTasks.set(team.site.id, others)
    const people = shifts.map((shift) => ({
      shiftId: shift.id,
      shift,
      absences: (learning.get(shift.personId) ?? []).filter((one) => meet(one, shift)),
      levels: levels.get(shift.personId) ?? new Map<string, number>(),
      told: null,
      kept: [],
    }))
    const asked = [...spoken, ...writtenOf(teamDay, day, spoken)]
    const wish = { weights: DEFAULT_WEIGHTS, seed: count, seconds: 60 }
    const { instance, origin } = dayInstance({ people, tasks, rule, wanted: asked, others, ...wish })
    const { plan } = planDay({ ...instance, moves: MOVES }, { clock: () => 0 })
    for (const [shiftId, row] of Object.entries(plan)) {
      const pieces = piecesOf(row, origin)
      laid.set(shiftId, pieces)
      for (const { taskId, from, to } of pieces) if (taskId) others.push({ taskId, from, to })
    }
  }
  return laid
}
