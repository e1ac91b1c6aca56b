import { type BreakRule, MINUTE, type Task } from '#domain/rotation/day'
import { DEFAULT_WEIGHTS } from '#domain/rotation/day-weights'
import { dayInstance } from '#domain/rotation/engine/day-instance'
import { hasDay } from '#domain/rotation/engine/excluded'

const task = (id: string, voice: number): Task => ({
  id,
  loads: { voice, eyes: 1, mind: 1 },
  minBlockMinutes: 30,
  needs: [],
})

/** Whether a shift of so many minutes can be laid by a rule at all, for somebody who can do calls and quiet work. */
export function isPossible(rule: BreakRule, minutes: number): boolean {
  const { instance } = dayInstance({
    people: [
      {
        shiftId: 'anybody',
        shift: { from: 0, to: minutes * MINUTE },
        absences: [],
        levels: new Map(),
        told: null,
        kept: [],
      },
    ],
    tasks: [task('calls', 3), task('quiet', 0)],
    rule,
    wanted: [],
    others: [],
    weights: DEFAULT_WEIGHTS,
    seed: 1,
    seconds: 1,
  })
  return instance.people.every((person) => hasDay(instance, person))
}
