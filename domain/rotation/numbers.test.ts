import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Piece, SLOT } from '#domain/rotation/day'
import {
  gini,
  isNight,
  longestStretch,
  rotationNumbers,
  type TaskFacts,
  type WorkedShift,
} from '#domain/rotation/numbers'

const task = (id: string, voice: number, more: Partial<TaskFacts> = {}): TaskFacts => ({
  id,
  loads: { voice, eyes: 1, mind: 1 },
  isInside: false,
  unwanted: 0,
  ...more,
})
const TASKS = new Map(
  [
    task('calls', 3, { unwanted: 4 }),
    task('chat', 0),
    task('mail', 0),
    task('learn', 0, { isInside: true }),
  ].map((one) => [one.id, one]),
)
const piece = (taskId: string | null, from: number, to: number): Piece => ({
  id: null,
  what: taskId ? 'task' : 'pause',
  taskId,
  from: from * SLOT,
  to: to * SLOT,
})
const shift = (personId: string, pieces: Piece[], more: Partial<WorkedShift> = {}): WorkedShift => ({
  personId,
  onDate: '2026-03-02',
  isNight: false,
  isWeekend: false,
  pieces,
  absences: [],
  highLoad: 3,
  keepsBreaks: true,
  wished: 0,
  met: 0,
  tired: [],
  ...more,
})

test('the longest stretch of a load ends with a rest or another task', () => {
  const day = [piece('calls', 0, 4), piece(null, 4, 5), piece('calls', 5, 7), piece('chat', 7, 9)]
  expect(longestStretch(shift('a', day), TASKS, 'voice')).toBe(60)
  expect(longestStretch(shift('a', [piece('calls', 0, 2), piece('calls', 2, 6)]), TASKS, 'voice')).toBe(90)
  expect(longestStretch(shift('a', day), TASKS, 'mind')).toBe(0)
  const away = [{ from: 2 * SLOT, to: 4 * SLOT }]
  const broken = [piece('calls', 0, 2), piece('calls', 4, 7)]
  expect(longestStretch(shift('a', broken, { absences: away }), TASKS, 'voice')).toBe(45)
  expect(longestStretch(shift('a', [piece('calls', 0, 2)], { highLoad: 1 }), TASKS, 'mind')).toBe(30)
})

test('a shift is a night one from its first quarter of an hour after ten, whenever it began', () => {
  const night = (from: string, to: string) =>
    isNight(
      { from: Date.parse(`2026-03-10T${from}+02:00`), to: Date.parse(`2026-03-10T${to}+02:00`) },
      'Europe/Kyiv',
    )
  expect(night('13:45', '22:15')).toBe(true)
  expect(night('13:00', '22:00')).toBe(false)
  expect(night('05:45', '14:00')).toBe(true)
  expect(night('06:00', '14:00')).toBe(false)
})

describe('evenness', () => {
  test('is 0 where all have the same and grows to its end where one has all', () => {
    expect(gini([3, 3, 3])).toBeCloseTo(0)
    expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75)
    expect(gini([])).toBe(0)
    expect(gini([5])).toBe(0)
  })

  test('lies between 0 and 1, whatever the numbers and their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 40 }), (values) => {
        const found = gini(values)
        expect(found).toBeGreaterThanOrEqual(-1e-9)
        expect(found).toBeLessThan(1)
        expect(gini([...values].reverse())).toBeCloseTo(found)
      }),
    )
  })
})

test('numbers are counted from published days alone', () => {
  const numbers = rotationNumbers(
    [
      shift('a', [piece('calls', 0, 4), piece('chat', 4, 8), piece('learn', 8, 12)], { wished: 2, met: 1 }),
      shift('b', [piece('calls', 0, 12)], { isNight: true, isWeekend: true, keepsBreaks: false }),
      shift('c', []),
    ],
    TASKS,
  )
  expect(numbers).toMatchObject({ shifts: 2, people: 2, tasksADay: 2, wishesMet: 0.5, breaksKept: 0.5 })
  expect(numbers.learningHours).toBe(1)
  expect(numbers.stretches[0]).toEqual({ load: 'voice', mean: 120, longest: 180 })
  expect(numbers.even.nights).toBeCloseTo(0.5)
  expect(numbers.even.weekends).toBeCloseTo(0.5)
  expect(numbers.even.unwanted).toBeGreaterThan(0)
  expect(rotationNumbers([], TASKS)).toMatchObject({ shifts: 0, tasksADay: null, breaksKept: null })
})

test('tiredness is told where ten people stand behind it, never below', () => {
  const tired = (people: number) =>
    rotationNumbers(
      Array.from({ length: people * 3 }, (_, at) =>
        shift(`p${at % people}`, [piece('calls', 0, 4)], { tired: [4] }),
      ),
      TASKS,
    ).tiredness.plain
  expect(tired(9)).toEqual({ people: 9, average: null })
  expect(tired(10)).toEqual({ people: 10, average: 4 })
})
