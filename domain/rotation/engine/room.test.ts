import { expect, test } from 'vitest'
import { SLOT } from '#domain/rotation/day'
import { DEFAULT_RULE } from '#domain/rotation/default-rule'
import { lasting, roomInside } from '#domain/rotation/engine/room'

const task = (id: string, isInside: boolean) => ({
  id,
  isInside,
  loads: { voice: 0, eyes: 0, mind: 0 },
  minBlockMinutes: 30,
  needs: [],
})
const TASKS = [task('calls', false), task('learning', true), task('mentoring', true)]
const present = (people: number) => ({
  from: 0,
  slots: 8,
  parts: Array.from({ length: people }, () => [{ from: 0, to: 8 * SLOT }]),
})
const demand = (targets: number[]) => targets.map((target, slot) => ({ slot, task: 'calls', min: 0, target }))

test('what is too short for a block holds nothing', () => {
  expect(lasting([2, 2, 0, 3, 0, 1, 1, 1], 2)).toEqual([2, 2, 0, 0, 0, 1, 1, 1])
  expect(lasting([1], 2)).toEqual([0])
})

test('learning is wished for where people are left beside service and rests, in turn with mentoring', () => {
  // Ten people of whom one rests in nine: eight are at work.
  const found = roomInside(TASKS, demand([8, 8, 5, 5, 5, 8, 8, 5]), present(10), DEFAULT_RULE)
  expect(found).toEqual(
    [2, 3, 4].flatMap((slot) => [
      { slot, task: 'learning', min: 0, target: 2 },
      { slot, task: 'mentoring', min: 0, target: 1 },
    ]),
  )
})

test('no room without demand, none where all are needed, none on top of what was asked for', () => {
  expect(roomInside(TASKS, [], present(10), DEFAULT_RULE)).toEqual([])
  expect(roomInside(TASKS, demand(new Array(8).fill(8)), present(10), DEFAULT_RULE)).toEqual([])
  const asked = [...demand(new Array(8).fill(6)), { slot: 0, task: 'learning', min: 1, target: 1 }]
  const found = roomInside(TASKS, asked, present(10), DEFAULT_RULE)
  expect(new Set(found.map((cell) => cell.task))).toEqual(new Set(['mentoring']))
})
