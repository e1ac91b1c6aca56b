import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_NEXT, NOTHING_MISSING, recallOf } from '#domain/recall'
import { stepsOf } from '#domain/steps'
import { asked } from '#domain/testing/ladders'

const requirement = (key: string, hard = true) =>
  asked({ id: key, positionId: 'next', kind: 'evidence', key, threshold: 1, hard })
const check = (key: string, met: boolean, hard = true) => ({
  requirement: requirement(key, hard),
  met,
  have: 0,
})
const target = (positionId: string, move: string | null, checks: ReturnType<typeof check>[]) => ({
  position: { positionId },
  move,
  checks,
  steps: stepsOf(checks, [], new Set()),
})
const PLACES = ['own', 'next', 'a', 'b', 'c', 'd', 'e']

test('asks the own next rung and the first hard thing missing, among others that are wrong', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('p', 'q', 'r', 's', 't'), fc.boolean(), fc.boolean()), {
        maxLength: 8,
      }),
      fc.string(),
      (asked, seed) => {
        const checks = [...new Map(asked.map(([key, met, hard]) => [key, check(key, met, hard)])).values()]
        const own = {
          targets: [target('next', 'vertical', checks)],
          positionIds: PLACES,
          ownId: 'own',
          wishedId: null,
          elsewhere: ['x', 'y', 'z'].flatMap((key) => target('far', null, [check(key, false)]).steps),
        }
        const { question, right } = recallOf(own, seed)
        expect(right.position).toBe('next')
        expect(question.positions).toContain('next')
        expect(question.positions).not.toContain('own')
        const lacking = checks.filter(({ met, requirement: { hard } }) => !met && hard)
        expect(right.missing === NOTHING_MISSING).toBe(lacking.length === 0)
        const keys = question.missing.map(({ key }) => key)
        expect(keys).toContain(right.missing)
        // However little is known of a person, a guess is right once in sixteen times.
        expect([keys.length, question.positions.length]).toEqual([4, 4])
        expect(new Set(keys).size).toBe(keys.length)
        // No other choice is true as well.
        const alsoMissing = lacking.map(({ requirement: { key } }) => `evidence/${key}`)
        expect(keys.filter((key) => alsoMissing.includes(key) && key !== right.missing)).toEqual([])
        expect(recallOf(own, seed).question).toEqual(question)
      },
    ),
  )
})

test('a wish comes before the way up; where nothing leads on, that is the answer', () => {
  const targets = [target('next', 'vertical', []), target('a', null, [check('p', false)])]
  const known = { targets, positionIds: PLACES, ownId: 'own', elsewhere: [] }
  expect(recallOf({ ...known, wishedId: 'a' }, 's').right).toEqual({ position: 'a', missing: 'evidence/p' })
  expect(recallOf({ ...known, wishedId: null }, 's').right).toEqual({
    position: 'next',
    missing: NOTHING_MISSING,
  })
  expect(recallOf({ ...known, targets: [], wishedId: null }, 's').right.position).toBe(NO_NEXT)
})
