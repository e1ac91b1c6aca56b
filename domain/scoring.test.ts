import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ScoredAnswer, ScoredItem, ScoringRule } from '#domain/scoring'
import { rateAnswer, scoreInspection } from '#domain/scoring'
import { severityOf } from '#domain/workplace'

const rule: ScoringRule = { pass: 85, conditional: 70, minSection: 60, minCompleteness: 80 }
const item = (id: string, more: Partial<ScoredItem> = {}): ScoredItem => ({
  id,
  sectionId: 's',
  type: 'yes-no',
  weight: 1,
  critical: false,
  scaleMin: null,
  scaleMax: null,
  limits: [],
  options: [],
  ...more,
})
const answer = (
  itemId: string,
  score: number | null,
  state: ScoredAnswer['state'] = 'answered',
): ScoredAnswer => ({
  itemId,
  state,
  score,
})

/** Any round: items with weights, sections and critical marks, each with any kind of answer or none. */
const anyRound = fc
  .array(
    fc.record({
      weight: fc.integer({ min: 1, max: 10 }),
      critical: fc.boolean(),
      sectionId: fc.constantFrom('a', 'b', 'c'),
      state: fc.constantFrom<ScoredAnswer['state'] | 'none'>(
        'answered',
        'answered',
        'na',
        'not-measured',
        'none',
      ),
      score: fc.constantFrom(0, 0.25, 0.5, 1),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((list) => ({
    items: list.map(({ weight, critical, sectionId }, i) => item(`i${i}`, { weight, critical, sectionId })),
    answers: list.flatMap(({ state, score }, i) =>
      state === 'none' ? [] : [answer(`i${i}`, state === 'answered' ? score : null, state)],
    ),
  }))

const RANK = { incomplete: -1, fail: 0, conditional: 1, pass: 2 }

describe('a score', () => {
  test('is a share of one, and completeness too', () => {
    fc.assert(
      fc.property(anyRound, ({ items, answers }) => {
        const { score, completeness } = scoreInspection(items, answers, rule)
        expect(score === null || (score >= 0 && score <= 1)).toBe(true)
        expect(completeness).toBeGreaterThanOrEqual(0)
        expect(completeness).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('never falls when an answer gets better, nor does the verdict', () => {
    fc.assert(
      fc.property(anyRound, fc.nat(), ({ items, answers }, pick) => {
        const answered = answers.filter((one) => one.state === 'answered')
        fc.pre(answered.length > 0)
        const better = answered[pick % answered.length]!
        const improved = answers.map((one) => (one === better ? { ...one, score: 1 } : one))
        const [before, after] = [
          scoreInspection(items, answers, rule),
          scoreInspection(items, improved, rule),
        ]
        expect(after.score!).toBeGreaterThanOrEqual(before.score! - 1e-12)
        const known = before.verdict !== 'incomplete' && after.verdict !== 'incomplete'
        expect(!known || RANK[after.verdict] >= RANK[before.verdict]).toBe(true)
      }),
    )
  })

  test('does not know of what is not applicable', () => {
    fc.assert(
      fc.property(
        anyRound,
        fc.integer({ min: 1, max: 10 }),
        fc.boolean(),
        ({ items, answers }, weight, critical) => {
          const without = scoreInspection(items, answers, rule)
          const more = [...items, item('extra', { weight, critical, sectionId: 'z' })]
          expect(scoreInspection(more, [...answers, answer('extra', null, 'na')], rule)).toEqual(without)
        },
      ),
    )
  })

  test('is the same in whatever order items and answers come', () => {
    fc.assert(
      fc.property(anyRound, fc.integer(), ({ items, answers }, seed) => {
        const turn = <One>(list: One[]) =>
          [
            ...list.slice(Math.abs(seed) % list.length || 0),
            ...list.slice(0, Math.abs(seed) % list.length || 0),
          ].reverse()
        expect(scoreInspection(turn(items), answers.length ? turn(answers) : [], rule)).toEqual(
          scoreInspection(items, answers, rule),
        )
      }),
    )
  })

  test('is kept by a critical failure, which fails the round', () => {
    const items = [item('a', { weight: 5, critical: true }), item('b', { weight: 152 })]
    const result = scoreInspection(items, [answer('a', 0), answer('b', 1)], rule)
    expect(result.verdict).toBe('fail')
    expect(((result.score ?? 0) * 100).toFixed(2)).toBe('96.82')
  })

  test('passes no round in which a critical item stops work', () => {
    const scale = { type: 'scale', scaleMin: 1, scaleMax: 5 } as const
    const anyScales = fc.array(
      fc.record({
        weight: fc.integer({ min: 1, max: 10 }),
        critical: fc.boolean(),
        number: fc.integer({ min: 1, max: 5 }),
      }),
      { minLength: 1, maxLength: 30 },
    )
    fc.assert(
      fc.property(anyScales, (list) => {
        const found = list.map(({ weight, critical, number }, i) => {
          const asked = item(`i${i}`, { ...scale, weight, critical })
          return { asked, ...rateAnswer(asked, { number }, 'cold') }
        })
        const stops = found.some(
          ({ asked, band }) => (band === 'warn' || band === 'fail') && severityOf(band, asked) === 'stop',
        )
        const answers = found.map(({ asked, score }) => answer(asked.id, score))
        const items = found.map(({ asked }) => asked)
        expect(!stops || scoreInspection(items, answers, rule).verdict === 'fail').toBe(true)
      }),
    )
    const items = [item('a', { ...scale, critical: true }), item('b', { weight: 99 })]
    expect(scoreInspection(items, [answer('a', 0.25), answer('b', 1)], rule).verdict).toBe('fail')
  })

  test('is compared unrounded: 84.99 is not 85', () => {
    const items = [item('a', { weight: 8.499 }), item('b', { weight: 1.501 })]
    expect(scoreInspection(items, [answer('a', 1), answer('b', 0)], { ...rule, minSection: 0 }).verdict).toBe(
      'conditional',
    )
  })

  test('is not there where nothing applies, and the round is incomplete', () => {
    const result = scoreInspection([item('a')], [answer('a', null, 'na')], rule)
    expect(result).toMatchObject({ score: null, verdict: 'incomplete' })
  })

  test('leaves a round incomplete while a critical item is open or too little is measured', () => {
    const items = [item('a', { critical: true }), item('b', { weight: 10 })]
    expect(scoreInspection(items, [answer('b', 1)], rule).verdict).toBe('incomplete')
    const little = [item('a', { weight: 7 }), item('b', { weight: 3 })]
    expect(scoreInspection(little, [answer('a', 1), answer('b', null, 'not-measured')], rule)).toMatchObject({
      score: 1,
      completeness: 0.7,
      verdict: 'incomplete',
    })
  })

  test('with one weak part does not pass', () => {
    const items = [item('a', { weight: 9, sectionId: 'x' }), item('b', { sectionId: 'y' })]
    expect(scoreInspection(items, [answer('a', 1), answer('b', 0.5)], rule).verdict).toBe('conditional')
  })
})

describe('one answer', () => {
  const temperature = item('t', {
    type: 'number',
    limits: [
      { season: 'cold', failLow: 21, okLow: 22, okHigh: 24, failHigh: 25 },
      { season: 'warm', failLow: 22, okLow: 23, okHigh: 25, failHigh: 28 },
    ],
  })
  test.each([
    [23, 'cold', 'ok'],
    [22, 'cold', 'ok'],
    [21, 'cold', 'warn'],
    [20.9, 'cold', 'fail'],
    [25.1, 'cold', 'fail'],
    [27, 'warm', 'warn'],
  ] as const)('%d degrees in the %s season is %s', (number, season, band) => {
    expect(rateAnswer(temperature, { number }, season).band).toBe(band)
  })

  test('yes is good, a scale goes from worst to best, a choice counts by its option', () => {
    expect(rateAnswer(item('a'), { yes: false }, 'cold')).toEqual({ score: 0, band: 'fail' })
    const scale = item('b', { type: 'scale', scaleMin: 1, scaleMax: 5 })
    expect(rateAnswer(scale, { number: 3 }, 'cold')).toEqual({ score: 0.5, band: 'warn' })
    const choice = item('c', { type: 'choice', options: [{ key: 'same', score: 0.3 }] })
    expect(rateAnswer(choice, { choice: 'same' }, 'cold')).toEqual({ score: 0.3, band: 'fail' })
    expect(rateAnswer(item('d', { type: 'text' }), {}, 'cold')).toEqual({ score: null, band: null })
  })
})
