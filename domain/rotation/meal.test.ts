import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MINUTE, SLOT, type Stretch, type Task } from '#domain/rotation/day'
import { DEFAULT_WEIGHTS } from '#domain/rotation/day-weights'
import { DEFAULT_RULE } from '#domain/rotation/default-rule'
import { dayInstance, piecesOf } from '#domain/rotation/engine/day-instance'
import { planDay } from '#domain/rotation/engine/plan-day'
import { mealPlace } from '#domain/rotation/meal'
import { checkDay, isHard } from '#domain/rotation/rules'

const task = (id: string, voice: number, minBlockMinutes: number): Task => ({
  id,
  loads: { voice, eyes: 1, mind: 1 },
  minBlockMinutes,
  needs: [],
})
const tasks = [task('voice', 3, 30), task('mail', 0, 60)]
const byId = new Map(tasks.map((one) => [one.id, one]))
const START = Date.UTC(2026, 10, 23, 7)
const hours = (from: number, to: number): Stretch => ({
  from: START + from * 60 * MINUTE,
  to: START + to * 60 * MINUTE,
})

const planned = (shift: Stretch, absences: Stretch[]) => {
  const levels = new Map<string, number>()
  const { instance, origin } = dayInstance({
    people: [{ shiftId: 's', shift, absences, levels, told: null, kept: [] }],
    tasks,
    rule: DEFAULT_RULE,
    wanted: [],
    others: [],
    weights: DEFAULT_WEIGHTS,
    seed: 1,
    seconds: 3600,
  })
  const { plan } = planDay({ ...instance, moves: 300 }, { clock: () => 0 })
  const pieces = plan.s ? piecesOf(plan.s, origin) : []
  return { pieces, broken: checkDay({ personId: 'p', shift, pieces, absences, levels }, byId, DEFAULT_RULE) }
}

test.each([
  ['goes home after two hours and a half', [hours(2.5, 9)], undefined],
  ['is away over the whole window', [hours(3, 6)], undefined],
  ['is in a training for one hour', [hours(1, 2)], hours(2, 9)],
])('whoever %s has a day that can be published', (_, absences, part) => {
  const { pieces, broken } = planned(hours(0, 9), absences)
  expect(broken.filter(isHard)).toEqual([])
  expect(pieces.length).toBeGreaterThan(1)
  expect(mealPlace(hours(0, 9), absences, DEFAULT_RULE)?.part).toEqual(part)
})

test('a day around any absences that the engine lays breaks no hard rule', () => {
  const away = fc
    .tuple(fc.integer({ min: -4, max: 52 }), fc.integer({ min: 1, max: 20 }), fc.nat(14))
    .map(([slot, length, minutes]) => ({
      from: START + slot * SLOT + minutes * MINUTE,
      to: START + (slot + length) * SLOT,
    }))
  fc.assert(
    fc.property(
      fc.integer({ min: 16, max: 48 }),
      fc.array(away, { minLength: 1, maxLength: 3 }),
      (length, absences) => {
        const { broken } = planned({ from: START, to: START + length * SLOT }, absences)
        expect(broken.filter(isHard)).toEqual([])
      },
    ),
    { numRuns: 150, seed: 8 },
  )
})
