import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attainment, clockOf, daysAfter, daysBetween, dueDays, reminderAt } from '#domain/idea-clock'
import { inOrder } from '#domain/idea-thread'
import { answersFor, IDEA_STATES, numbersFor, ReplyCode, titleOf } from '#domain/ideas'

const day = fc
  .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) })
  .map((time) => new Date(time).toISOString().slice(0, 10))

describe('the clock', () => {
  const due = { ackDue: '2026-03-12', decideDue: '2026-03-24' }
  const fresh = { ...due, heard: false, decided: false }

  test('waits for a word first, then for a decision, then not at all', () => {
    expect(clockOf(fresh, '2026-03-10')).toEqual({ waits: 'ack', due: '2026-03-12', days: 2 })
    expect(clockOf({ ...fresh, heard: true }, '2026-03-25')).toEqual({
      waits: 'decision',
      due: '2026-03-24',
      days: -1,
    })
    expect(clockOf({ ...fresh, heard: true, decided: true }, '2026-03-25')).toBeUndefined()
  })

  test('reminds the day before, on the day and once when late', () => {
    const steps = ['2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13', '2026-04-30'].map((today) =>
      reminderAt(fresh, today),
    )
    expect(steps).toEqual([undefined, 'ack-soon', 'ack-due', 'ack-late', 'ack-late'])
    expect(reminderAt({ ...fresh, heard: true }, '2026-03-24')).toBe('decide-due')
  })

  test('days added are days between, across months, leap days and clock changes', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -400, max: 400 }),
        (from, days) => daysBetween(from, daysAfter(from, days)) === days,
      ),
    )
    expect(dueDays('2026-03-27', { ackDays: 2, decideDays: 14 })).toEqual({
      ackDue: '2026-03-29',
      decideDue: '2026-04-10',
    })
  })

  test('an open late idea counts as a miss', () => {
    expect(attainment([], '2026-03-10')).toBeNull()
    const answers = [
      { due: '2026-03-01', answeredOn: '2026-03-01' },
      { due: '2026-03-01', answeredOn: '2026-03-02' },
      { due: '2026-03-01', answeredOn: null },
      { due: '2026-03-20', answeredOn: null },
    ]
    expect(attainment(answers, '2026-03-10')).toBeCloseTo(1 / 3)
  })
})

test('a number has as many digits as its try, and is always the same for an id', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 4 }), (id) => {
      const numbers = numbersFor(id)
      expect(numbers.map((number) => String(number).length)).toEqual([4, 5, 6, 7, 8, 9, 10, 11])
      expect(numbersFor(id)).toEqual(numbers)
    }),
  )
})

test('a decision is possible in every state but a merged one', () => {
  for (const state of IDEA_STATES) expect(answersFor(state).includes('decision')).toBe(state !== 'merged')
})

test('a reply code is read out of the whole link too', () => {
  expect(ReplyCode.parse('https://portal.example/answer#abc')).toBe('abc')
  expect(ReplyCode.parse('  abc ')).toBe('abc')
})

test('the title of an answer is its first sentence, never too long and never cut inside a word', () => {
  expect(titleOf('Бракує тиші. Допоможуть перегородки.')).toBe('Бракує тиші')
  expect(titleOf('Так! Але не завжди')).toBe('Так! Але не завжди')
  const long = titleOf('слово '.repeat(60).trim())
  expect(long.length).toBeLessThanOrEqual(140)
  expect(long).toMatch(/слово…$/)
  fc.assert(fc.property(fc.string({ minLength: 5, maxLength: 900 }), (text) => titleOf(text).length <= 140))
})

test('a conversation keeps its order where one side has no moments', () => {
  const timed = (id: string, at: string) => ({ id, at, afterId: null, turn: null })
  const untimed = (id: string, afterId: string | null, turn: number) => ({ id, at: null, afterId, turn })
  const entries = [
    untimed('а1', null, 1),
    timed('о2', '2026-03-12'),
    untimed('а3', 'о1', 3),
    timed('о1', '2026-03-11'),
    untimed('а2', 'о1', 2),
  ]
  expect(inOrder(entries).map(({ id }) => id)).toEqual(['а1', 'о1', 'а2', 'а3', 'о2'])
})
