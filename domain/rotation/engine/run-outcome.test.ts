import { expect, test } from 'vitest'
import { SLOT } from '#domain/rotation/day'
import { DEFAULT_WEIGHTS } from '#domain/rotation/day-weights'
import { DEFAULT_RULE } from '#domain/rotation/default-rule'
import { type DayToPlan, dayInstance } from '#domain/rotation/engine/day-instance'
import { planDay } from '#domain/rotation/engine/plan-day'
import { runOutcome } from '#domain/rotation/engine/run-outcome'

const shift = { from: 0, to: 16 * SLOT }
const loads = { voice: 0, eyes: 1, mind: 1 }
const MAIL = { id: 'mail', loads, minBlockMinutes: 30, needs: [] }
const NEEDS = [
  { competenceId: 'product', level: 2 },
  { competenceId: 'conflict', level: 1 },
]
const CLAIMS = { id: 'claims', loads, minBlockMinutes: 30, needs: NEEDS }
const person = (shiftId: string, levels: Record<string, number>) => ({
  shiftId,
  shift,
  absences: [],
  levels: new Map(Object.entries(levels)),
  told: null,
  kept: [],
})

test('what nobody can do is told with how many are one level short, and of what most of them are', () => {
  const day: DayToPlan = {
    people: [
      person('a', { product: 1, conflict: 1 }),
      person('b', { product: 2 }),
      person('c', { product: 2 }),
      person('d', { product: 1 }),
      person('e', {}),
    ],
    tasks: [MAIL, CLAIMS],
    rule: DEFAULT_RULE,
    wanted: [{ taskId: 'claims', from: 4 * SLOT, to: 8 * SLOT, minimum: 1, target: 2 }],
    others: [],
    weights: DEFAULT_WEIGHTS,
    seed: 1,
    seconds: 60,
  }
  const { instance, origin } = dayInstance(day)
  const answer = planDay({ ...instance, moves: 10_000 }, { clock: () => 0 })
  const { causes, unmet } = runOutcome(day, instance, origin, answer)
  expect(causes).toEqual([{ taskId: 'claims', able: 0, nearly: 3, competenceId: 'conflict' }])
  expect(unmet).toContainEqual({ taskId: 'claims', from: 4 * SLOT, to: 8 * SLOT, missing: 1, below: 'min' })
})
