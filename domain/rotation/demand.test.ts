import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bySlot, ForecastDay, LayDemand, meanDemand, stretchesOf } from '#domain/rotation/demand'
import { needsOf, tooMuch } from '#domain/rotation/demand-forecast'

const ID = '0197c0de-0000-7000-8000-000000000001'
const FROM = '2026-03-02T07:00:00Z'

test('a grid becomes stretches and comes back as it was', () => {
  const Cell = fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 4 }))
    .map(([least, more]): [number, number] => [least, least + more])
  fc.assert(
    fc.property(
      fc.array(Cell, { minLength: 1, maxLength: 60 }),
      fc.constantFrom(15, 30, 60),
      (cells, step) => {
        const slots = bySlot(stretchesOf(Date.parse(FROM), step, cells))
        for (const [at, [minimum, target]] of cells.entries()) {
          const found = slots.get(Date.parse(FROM) + at * step * 60_000)
          expect(found ?? [0, 0]).toEqual(target ? [minimum, target] : [0, 0])
        }
      },
    ),
  )
})

test('a minimum over its target is named by its cell, an empty cell wants nobody', () => {
  const grid = { siteId: ID, from: FROM, stepMinutes: 30, slots: 2, taskIds: [ID] }
  const wrong = LayDemand.safeParse({ ...grid, minimum: ['1', '3'], target: ['2', '2'] })
  expect(wrong.error?.issues[0]?.path).toEqual(['target', 1])
  expect(LayDemand.parse({ ...grid, minimum: [], target: [undefined, '2'] }).target).toEqual([0, 2])
})

test('weeks are averaged upwards', () => {
  expect(meanDemand([])).toEqual([0, 0])
  expect(
    meanDemand([
      [1, 2],
      [1, 3],
    ]),
  ).toEqual([1, 3])
})

const forecast = (more: object) =>
  needsOf(
    ForecastDay.parse({
      siteId: ID,
      taskId: ID,
      from: FROM,
      stepMinutes: 30,
      contacts: [100],
      handlingSeconds: 180,
      ...more,
    }),
  )

test('calls are answered by their queue: the published example, nobody for no calls, chats several at once', () => {
  expect(forecast({})[0]).toMatchObject({ agents: 14, onShift: 20, least: 11 })
  expect(forecast({})[0]?.serviceLevel).toBeCloseTo(0.888, 3)
  expect(forecast({ contacts: [0] })[0]).toEqual({ agents: 0, least: 0, onShift: 0 })
  expect(forecast({ concurrency: 3 })[0]?.agents).toBeLessThan(8)
  expect(forecast({ contacts: [100_000], handlingSeconds: 36_000 }).every(tooMuch)).toBe(true)
})

test('letters are spread until their deadline', () => {
  const needs = forecast({ way: 'backlog', contacts: [60, 0, 0, 0], deadlineMinutes: 120, maxOccupancy: 100 })
  expect(needs.map(({ agents }) => agents)).toEqual([2, 2, 2, 2])
})
