import fc from 'fast-check'
import { expect, test } from 'vitest'
import { advise, DecideSourcing, OUTCOMES, QUESTIONS } from '#domain/sourcing'

/** Every answer from one column of the table. */
const column = (outcome: (typeof OUTCOMES)[number]) =>
  Object.fromEntries(
    QUESTIONS.flatMap(({ key, options }) => {
      const option = options.find(({ outcomes }) => outcomes.includes(outcome))
      return option ? [[key, option.key]] : []
    }),
  )

test.each(OUTCOMES)('a table filled in from the column "%s" advises it with the full score', (outcome) => {
  const advice = advise(column(outcome))
  expect(advice.verdict).toBe(outcome)
  expect(advice.scores[outcome]).toBeCloseTo(1, 10)
})

test('the pure columns score as the source’s own table does', () => {
  const rounded = OUTCOMES.map((outcome) =>
    Object.values(advise(column(outcome)).scores).map((score) => Math.round(score * 100) / 100),
  )
  expect(rounded).toEqual([
    [1, 0, 0.2],
    [0, 1, 0.4],
    [0.14, 0.33, 1],
  ])
})

test('fewer than twelve answers advise nothing', () => {
  const few = Object.fromEntries(Object.entries(column('own')).slice(0, 11))
  expect(advise(few).verdict).toBe('incomplete')
})

const sheets = fc.record(
  Object.fromEntries(
    QUESTIONS.map(({ key, options }) => [key, fc.constantFrom(...options.map((one) => one.key))]),
  ),
)

test('scores lie between nothing and all; what decided it is among the questions; order does not matter', () => {
  fc.assert(
    fc.property(sheets, (answers) => {
      const advice = advise(answers)
      for (const score of Object.values(advice.scores)) {
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1 + 1e-9)
      }
      const reversed = Object.fromEntries(Object.entries(answers).reverse())
      expect(advise(reversed).verdict).toBe(advice.verdict)
      expect(Object.keys(answers)).toEqual(expect.arrayContaining(advice.decided))
    }),
  )
})

test('an answer that is in no cell of the table is refused', () => {
  const teamId = '01890000-0000-7000-8000-00000000abcd'
  const decide = (answers: Record<string, string>) =>
    DecideSourcing.safeParse({ teamId, model: 'own', answers }).success
  expect([decide(column('own')), decide({ calls_volume: 'many' }), decide({ weather: 'fine' })]).toEqual([
    true,
    false,
    false,
  ])
})
