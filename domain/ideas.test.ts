import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isTired, OpenCampaign, responseRate, titleOf } from '#domain/campaigns'
import { attainment, dueDays, REMINDED, stageAt } from '#domain/idea-clock'
import { inOrder } from '#domain/idea-thread'
import { answersFor, IDEA_STATES, numbersFor, ReplyCode } from '#domain/ideas'
import { NameSame } from '#domain/synonyms'

describe('the clock', () => {
  const week = { workdays: [1, 2, 3, 4, 5], exceptions: new Map<string, boolean>() }

  test('counts working days: what is sent on Friday is read by Tuesday', () => {
    expect(dueDays(week, '2026-03-06', { ackDays: 2, decideDays: 14 })).toEqual({
      ackDue: '2026-03-10',
      decideDue: '2026-03-26',
    })
  })

  test('tells the day before, on the day, a day after and after three', () => {
    expect([2, 1, 0, -1, -2, -3, -30].map(stageAt)).toEqual([
      undefined,
      'soon',
      'due',
      'late',
      'late',
      'overdue',
      'overdue',
    ])
    expect(REMINDED.overdue).toEqual(['owner', 'backup', 'group-head', 'head'])
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
      const numbers = numbersFor(id, 'named')
      expect(numbers.map((number) => String(number).length)).toEqual([4, 5, 6, 7, 8, 9, 10, 11])
      expect(numbersFor(id, 'named')).toEqual(numbers)
      expect(Math.min(...numbersFor(id, 'anonymous'))).toBeGreaterThan(99_999_999)
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

test('in a conversation the side without moments stands at the end of its day', () => {
  const timed = (id: string, at: string) => ({ id, on: at.slice(0, 10), at, turn: null })
  const untimed = (id: string, on: string, turn: number) => ({ id, on, at: null, turn })
  const entries = [
    untimed('а3', '2026-03-11', 3),
    timed('о3', '2026-03-12T08:00:00Z'),
    untimed('а1', '2026-03-10', 1),
    timed('о2', '2026-03-11T16:00:00Z'),
    untimed('а2', '2026-03-11', 2),
    timed('о1', '2026-03-11T09:00:00Z'),
  ]
  expect(inOrder(entries).map(({ id }) => id)).toEqual(['а1', 'о1', 'о2', 'а2', 'а3', 'о3'])
})

describe('a question', () => {
  const question = { question: { uk: 'Що варто змінити?' }, areaId: '01890000-0000-7000-8000-000000000001' }

  test('has no choice or two to five, the same in both languages', () => {
    const parse = (choicesUk: string, choicesEn = '') =>
      OpenCampaign.safeParse({ ...question, choicesUk, choicesEn }).success
    expect(parse('')).toBe(true)
    expect(parse('Так\nНі', 'Yes\nNo')).toBe(true)
    expect(parse('Так')).toBe(false)
    expect(parse('Так\nНі', 'Yes')).toBe(false)
    expect(parse('1\n2\n3\n4\n5\n6')).toBe(false)
  })

  test('read from a form and then by its verb it is the same', () => {
    const once = OpenCampaign.parse({ ...question, choicesUk: 'Так\nНі', choicesEn: 'Yes\nNo' })
    expect(OpenCampaign.parse(once)).toEqual(once)
    const names = NameSame.parse({ names: 'call-центр, кол-центр; КЦ' })
    expect(NameSame.parse(names)).toEqual(names)
  })

  test('tells when people grow tired', () => {
    expect(responseRate(3, 0)).toBeNull()
    expect(isTired([0.2, 0.2, 0.2, 0.5, 0.5, 0.5])).toBe(true)
    expect(isTired([0.4, 0.5, 0.4, 0.5, 0.5, 0.5])).toBe(false)
    expect(isTired([0.1, 0.1, 0.5])).toBe(false)
  })
})
