import { describe, expect, test } from 'vitest'
import { seasonOf } from '#domain/scoring'
import { AnswerSection, dueAt, outcomeOf, readSection, severityOf } from '#domain/workplace'

const KYIV = 'Europe/Kyiv'
const week = (exceptions = new Map<string, boolean>()) => ({ workdays: [1, 2, 3, 4, 5], exceptions })
const friday = new Date('2026-03-13T15:00:00Z')

describe('a deadline', () => {
  test('of what stops work is a day, of a warning thirty days', () => {
    expect(dueAt('stop', friday, KYIV, week()).toISOString()).toBe('2026-03-14T15:00:00.000Z')
    expect(dueAt('low', friday, KYIV, week()).toISOString()).toBe('2026-04-12T15:00:00.000Z')
  })

  test('counts working days at the site, to the end of the last', () => {
    expect(dueAt('high', friday, KYIV, week()).toISOString()).toBe('2026-03-20T22:00:00.000Z')
    const holiday = new Map([['2026-03-18', false]])
    expect(dueAt('high', friday, KYIV, week(holiday)).toISOString()).toBe('2026-03-23T22:00:00.000Z')
    const worked = new Map([['2026-03-14', true]])
    expect(dueAt('high', friday, KYIV, week(worked)).toISOString()).toBe('2026-03-19T22:00:00.000Z')
  })
})

test('how urgent a fault is follows from how it was found', () => {
  const heavy = { weight: 5, critical: true }
  expect(severityOf('warn', heavy)).toBe('low')
  expect(severityOf('fail', heavy)).toBe('stop')
  expect(severityOf('fail', { weight: 4, critical: false })).toBe('high')
  expect(severityOf('fail', { weight: 3, critical: false })).toBe('normal')
})

test('an old result is stale, whatever it was; rooms are heated from November to April', () => {
  const now = new Date('2026-09-01T00:00:00Z')
  const last = (verdict: string, at: string) => ({ verdict, at })
  expect(outcomeOf(last('pass', '2026-08-01T00:00:00Z'), false, now)).toBe('passed')
  expect(outcomeOf(last('fail', '2026-03-01T00:00:00Z'), false, now)).toBe('stale')
  expect(outcomeOf(null, false, now)).toBe('never')
  expect(outcomeOf(last('pass', '2026-08-01T00:00:00Z'), true, now)).toBe('failed')
  expect([seasonOf(1), seasonOf(5), seasonOf(10), seasonOf(11)]).toEqual(['cold', 'warm', 'warm', 'cold'])
})

describe('a part of a form', () => {
  const id = (n: number) => `0198c3d2-0000-7000-8000-00000000000${n}`
  const read = (answers: object[]) => {
    const parsed = AnswerSection.safeParse({ inspectionId: id(0), answers })
    return parsed.success ? readSection(parsed.data) : parsed.error.issues.map((issue) => issue.message)
  }

  test('takes commas, picks and scales, and says nothing of what was left blank', () => {
    const answers = read([
      { itemId: id(1), number: '7,5' },
      { itemId: id(2), pick: 'no', comment: 'немає' },
      { itemId: id(3), pick: 'scale:4' },
      { itemId: id(4), pick: 'choice:other_medium' },
      { itemId: id(5) },
      { itemId: id(6), pick: 'na', number: '7' },
    ])
    expect(answers).toMatchObject([
      { state: 'answered', number: 7.5 },
      { state: 'answered', yes: false, comment: 'немає' },
      { state: 'answered', number: 4 },
      { state: 'answered', choice: 'other_medium' },
      { state: 'na' },
    ])
  })

  test('asks why something was not measured, and what a number is', () => {
    expect(read([{ itemId: id(1), pick: 'not-measured' }])).toEqual(['required'])
    expect(read([{ itemId: id(1), number: 'сім' }])).toEqual(['notANumber'])
  })
})
