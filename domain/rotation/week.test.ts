import { expect, test } from 'vitest'
import { SLOT } from '#domain/rotation/day'
import { DEFAULT_WEIGHTS } from '#domain/rotation/day-weights'
import { DEFAULT_RULE } from '#domain/rotation/default-rule'
import { dayInstance } from '#domain/rotation/engine/day-instance'
import { surplusOf } from '#domain/rotation/week'

test('whoever carried more than the mean has a surplus, whoever carried less has room, and they balance', () => {
  const surplus = surplusOf([
    { personId: 'a', slots: 10, voice: 30, eyes: 10, mind: 0 },
    { personId: 'b', slots: 10, voice: 10, eyes: 10, mind: 0 },
    { personId: 'c', slots: 0, voice: 0, eyes: 0, mind: 0 },
  ])
  expect(surplus.get('a')).toEqual({ voice: 10, eyes: 0, mind: 0 })
  expect(surplus.get('b')).toEqual({ voice: -10, eyes: 0, mind: 0 })
  expect(surplus.get('c')).toEqual({ voice: 0, eyes: 0, mind: 0 })
  expect(surplusOf([])).toEqual(new Map())
})

test('what was carried lowers the load from which a person’s day counts as uneven, never below nothing', () => {
  const person = (shiftId: string, voice: number) => ({
    shiftId,
    shift: { from: 0, to: 8 * SLOT },
    absences: [],
    levels: new Map(),
    told: null,
    kept: [],
    carried: { voice, eyes: 0, mind: 0 },
  })
  const { instance } = dayInstance({
    people: [person('even', 0), person('tired', 4), person('fresh', -4), person('worn', 400)],
    tasks: [{ id: 't', loads: { voice: 2, eyes: 1, mind: 1 }, minBlockMinutes: 30, needs: [] }],
    rule: DEFAULT_RULE,
    wanted: [{ taskId: 't', from: 0, to: 8 * SLOT, minimum: 4, target: 4 }],
    others: [],
    weights: DEFAULT_WEIGHTS,
    seed: 1,
    seconds: 1,
  })
  const of = (id: string) => instance.people.find((one) => one.id === id)?.voiceReference ?? 0
  expect([of('tired') - of('even'), of('fresh') - of('even'), of('worn')]).toEqual([-4, 4, 0])
})
