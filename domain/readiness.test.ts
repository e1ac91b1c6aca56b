import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, wholeMonths } from '#domain/months'
import { type Requirement, readinessOf, type Standing } from '#domain/readiness'
import { stepsOf } from '#domain/steps'
import { asked, newcomer } from '#domain/testing/ladders'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const COMPETENCES = [1, 2, 3].map(id)
const TRAININGS = [11, 12, 13].map(id)
const POSITIONS = [21, 22, 23].map(id)
/** One moves there from the first two. */
const PREVIOUS = POSITIONS.slice(0, 2)
const TODAY = '2026-11-22'

const asks = (rest: Partial<Requirement>) => asked({ id: id(900), kind: 'tenure', ...rest })
const nobody = newcomer(TODAY)

const common = { hard: fc.boolean(), weight: fc.integer({ min: 1, max: 10 }) }
const requirement = fc
  .oneof(
    fc.record({
      ...common,
      kind: fc.constant('competence' as const),
      competenceId: fc.constantFrom(...COMPETENCES),
      level: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({
      ...common,
      kind: fc.constant('training' as const),
      trainingId: fc.constantFrom(...TRAININGS),
    }),
    fc.record({
      ...common,
      kind: fc.constant('tenure' as const),
      threshold: fc.integer({ min: 1, max: 40 }),
    }),
    fc.record({
      ...common,
      kind: fc.constant('evidence' as const),
      key: fc.constant('improvement'),
      threshold: fc.integer({ min: 1, max: 4 }),
      windowMonths: fc.constantFrom(null, 6),
    }),
    fc.record({
      ...common,
      kind: fc.constant('metric' as const),
      key: fc.constant('quality-score'),
      threshold: fc.integer({ min: 50, max: 100 }),
      windowMonths: fc.constant(3),
    }),
    fc.record({
      ...common,
      kind: fc.constant('time-in-previous' as const),
      threshold: fc.integer({ min: 1, max: 24 }),
    }),
    fc.record({ ...common, kind: fc.constant('approval' as const), key: fc.constant('hr') }),
  )
  .map(asks)
const requirements = fc.array(requirement, { maxLength: 12 })
const stays = fc.dictionary(
  fc.constantFrom(...POSITIONS),
  fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 400 })),
)
const timeIn = (held: Record<string, [days: number, away: number]>) => ({
  daysIn: Object.fromEntries(Object.entries(held).map(([id, [days]]) => [id, days])),
  firstIn: Object.fromEntries(
    Object.entries(held).map(([id, [days, away]]) => [id, addDays(TODAY, -days - away)]),
  ),
})
const standing: fc.Arbitrary<Standing> = fc
  .tuple(
    stays,
    fc.record({
      today: fc.constant(TODAY),
      hiredOn: fc.integer({ min: 0, max: 1500 }).map((days) => addDays(TODAY, -days)),
      levels: fc.dictionary(fc.constantFrom(...COMPETENCES), fc.integer({ min: 1, max: 4 })),
      passed: fc.dictionary(fc.constantFrom(...TRAININGS), fc.constantFrom(null, '2027-01-01', '2025-01-01')),
      metrics: fc.array(
        fc.record({
          key: fc.constant('quality-score'),
          month: fc.constantFrom('2026-09-01', '2026-10-01', '2026-11-01'),
          value: fc.integer({ min: 40, max: 110 }),
          sample: fc.integer({ min: 0, max: 6 }),
        }),
        { maxLength: 3 },
      ),
      evidence: fc.array(
        fc
          .integer({ min: 0, max: 400 })
          .map((days) => ({ key: 'improvement', happenedOn: addDays(TODAY, -days) })),
        { maxLength: 5 },
      ),
    }),
  )
  .map(([held, rest]) => ({ ...rest, ...timeIn(held) }))

/** One more proof of any kind, as a person can only ever gain them. */
const proof = fc.oneof(
  fc
    .tuple(fc.constantFrom(...COMPETENCES), fc.integer({ min: 1, max: 4 }))
    .map(([competence, level]) => (s: Standing) => ({
      ...s,
      levels: { ...s.levels, [competence]: Math.max(level, s.levels[competence] ?? 0) },
    })),
  fc
    .constantFrom(...TRAININGS)
    .map((training) => (s: Standing) => ({ ...s, passed: { ...s.passed, [training]: null } })),
  fc.constant((s: Standing) => ({
    ...s,
    evidence: [...s.evidence, { key: 'improvement', happenedOn: s.today }],
  })),
  fc
    .tuple(fc.constantFrom(...POSITIONS), fc.integer({ min: 1, max: 400 }))
    .map(([position, days]) => (s: Standing) => ({
      ...s,
      daysIn: { ...s.daysIn, [position]: (s.daysIn[position] ?? 0) + days },
      firstIn: { ...s.firstIn, [position]: s.firstIn[position] ?? s.today },
    })),
  fc.constant((s: Standing) => ({ ...s, hiredOn: addDays(s.hiredOn ?? s.today, -90) })),
)

describe('readiness', () => {
  test('adding evidence never lowers it', () => {
    fc.assert(
      fc.property(
        requirements,
        standing,
        fc.array(proof, { minLength: 1, maxLength: 6 }),
        (asked, person, proofs) => {
          const before = readinessOf(asked, person, PREVIOUS)
          const after = readinessOf(
            asked,
            proofs.reduce<Standing>((s, add) => add(s), person),
            PREVIOUS,
          )
          expect(after.met).toBeGreaterThanOrEqual(before.met)
          expect(after.asked).toBe(before.asked)
          expect(after.ready || !before.ready).toBe(true)
        },
      ),
    )
  })

  test('a soft requirement never blocks and never counts', () => {
    fc.assert(
      fc.property(requirements, requirement, standing, (asked, extra, person) => {
        const { ready, met, asked: weight } = readinessOf(asked, person, PREVIOUS)
        const softened = readinessOf([...asked, { ...extra, hard: false }], person, PREVIOUS)
        expect([softened.ready, softened.met, softened.asked]).toEqual([ready, met, weight])
      }),
    )
  })

  test('is whole exactly when nothing that blocks is missing', () => {
    fc.assert(
      fc.property(requirements, standing, (asked, person) => {
        const { ready, met, asked: weight, checks } = readinessOf(asked, person, PREVIOUS)
        expect(ready).toBe(met === weight)
        expect(checks).toHaveLength(asked.length)
      }),
    )
  })

  test('says nothing of a score with fewer than five contacts', () => {
    const asked = [asks({ kind: 'metric', key: 'quality-score', threshold: 80, windowMonths: 3 })]
    const scored = (sample: number) => ({
      ...nobody,
      metrics: [{ key: 'quality-score', month: '2026-10-01', value: 95, sample }],
    })
    expect(readinessOf(asked, scored(4), []).checks[0]).toMatchObject({ met: null, have: null })
    expect(readinessOf(asked, scored(5), []).checks[0]).toMatchObject({ met: true, have: 95 })
    expect(readinessOf(asked, scored(4), []).ready).toBe(false)
  })

  test('reads a score over as many months as it says, the running one the last', () => {
    const asked = [asks({ kind: 'metric', key: 'quality-score', threshold: 80, windowMonths: 3 })]
    const scored = (month: string) => ({
      ...nobody,
      metrics: [{ key: 'quality-score', month, value: 95, sample: 9 }],
    })
    expect(readinessOf(asked, scored('2026-11-01'), []).checks[0]?.met).toBe(true)
    expect(readinessOf(asked, scored('2026-09-01'), []).checks[0]?.met).toBe(true)
    expect(readinessOf(asked, scored('2026-08-01'), []).checks[0]?.met).toBeNull()
  })

  test('weighs a score by the contacts behind each month', () => {
    const asked = [asks({ kind: 'metric', key: 'quality-score', threshold: 80, windowMonths: 3 })]
    const metrics = [
      { key: 'quality-score', month: '2026-10-01', value: 60, sample: 1 },
      { key: 'quality-score', month: '2026-11-01', value: 90, sample: 9 },
    ]
    expect(readinessOf(asked, { ...nobody, metrics }, []).checks[0]).toMatchObject({ met: true, have: 87 })
  })

  test('counts time in any position from which one moves there', () => {
    const asked = [asks({ kind: 'time-in-previous', threshold: 4 })]
    const daysIn = { [id(1)]: 70, [id(2)]: 51, [id(3)]: 500 }
    const firstIn = { [id(1)]: '2026-03-01', [id(2)]: '2026-07-01', [id(3)]: '2024-01-01' }
    const time = { daysIn, firstIn }
    // 121 days from the first of March are not four months yet: March, April, May and June have 122.
    expect(readinessOf(asked, { ...nobody, ...time }, [id(1), id(2)]).checks[0]).toMatchObject({
      met: false,
      have: 3,
    })
    const longer = { firstIn, daysIn: { ...daysIn, [id(2)]: 52 } }
    expect(readinessOf(asked, { ...nobody, ...longer }, [id(1), id(2)]).checks[0]).toMatchObject({
      met: true,
      have: 4,
    })
    expect(readinessOf(asked, { ...nobody, ...time }, [id(1)]).checks[0]).toMatchObject({
      met: false,
      have: 2,
    })
  })
})

describe('time in the positions before', () => {
  const months = fc.integer({ min: 1, max: 36 })

  const days = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2020-01-01', n))

  test('of one stay is met on the day of the month on which it began and not the day before', () => {
    fc.assert(
      fc.property(months, days, (threshold, first) => {
        const asked = [asks({ kind: 'time-in-previous', threshold })]
        const metOn = (day: string) => {
          const lasted = Math.round((Date.parse(day) - Date.parse(first)) / 86_400_000)
          const time = { daysIn: { [POSITIONS[0]!]: lasted }, firstIn: { [POSITIONS[0]!]: first } }
          return readinessOf(asked, { ...nobody, ...time }, PREVIOUS).checks[0]
        }
        const full = addMonths(first, threshold)
        expect(metOn(full)).toMatchObject({ met: true, have: threshold })
        expect(metOn(addDays(full, -1))).toMatchObject({ met: false, have: threshold - 1 })
      }),
    )
  })

  test('is never fewer months after more days, nor by days away', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 60 }),
        (first, served, more) => {
          const have = (lasted: number) => {
            const time = { daysIn: { [POSITIONS[0]!]: lasted }, firstIn: { [POSITIONS[0]!]: first } }
            const asked = [asks({ kind: 'time-in-previous', threshold: 1 })]
            return readinessOf(asked, { ...nobody, ...time }, PREVIOUS).checks[0]?.have ?? 0
          }
          expect(have(served + more)).toBeGreaterThanOrEqual(have(served))
        },
      ),
    )
  })

  test('counts a position once, by however many moves it is left', () => {
    fc.assert(
      fc.property(standing, months, (person, threshold) => {
        const asked = [asks({ kind: 'time-in-previous', threshold })]
        const [once, twice] = [PREVIOUS, [...PREVIOUS, ...PREVIOUS]].map(
          (previous) => readinessOf(asked, person, previous).checks[0],
        )
        expect(twice).toEqual(once)
      }),
    )
  })
})

describe('steps', () => {
  const teachings = [
    {
      id: TRAININGS[0]!,
      hours: 8,
      levels: COMPETENCES.slice(0, 2).map((competenceId) => ({ competenceId, toLevel: 3 })),
    },
    { id: TRAININGS[1]!, hours: 2, levels: [{ competenceId: COMPETENCES[0]!, toLevel: 2 }] },
  ]

  test('a training and the levels it raises are one step; soft ones stand last', () => {
    const asked = [
      asks({ id: id(1), kind: 'competence', competenceId: COMPETENCES[0], level: 3 }),
      asks({ id: id(2), kind: 'competence', competenceId: COMPETENCES[1], level: 2 }),
      asks({ id: id(3), kind: 'training', trainingId: TRAININGS[0] }),
      asks({ id: id(4), kind: 'time-in-previous', threshold: 6, hard: false }),
      asks({ id: id(5), kind: 'tenure', threshold: 6 }),
    ]
    const steps = stepsOf(readinessOf(asked, nobody, []).checks, teachings, new Set())
    expect(steps.map(({ kind, checks }) => [kind, checks.length])).toEqual([
      ['training', 3],
      ['tenure', 1],
      ['time-in-previous', 1],
    ])
  })

  test('a passed training whose level nobody has confirmed becomes a request for an assessment', () => {
    const asked = [asks({ kind: 'competence', competenceId: COMPETENCES[1], level: 3 })]
    const [step] = stepsOf(readinessOf(asked, nobody, []).checks, teachings, new Set([TRAININGS[0]!]))
    expect(step).toMatchObject({ kind: 'assessment', trainingId: TRAININGS[0] })
  })

  test('every missing requirement stands in exactly one step', () => {
    fc.assert(
      fc.property(requirements, standing, (asked, person) => {
        const own = asked.map((row, index) => ({ ...row, id: id(100 + index) }))
        const { checks } = readinessOf(own, person, [])
        const listed = stepsOf(checks, teachings, new Set()).flatMap((step) =>
          step.checks.map((c) => c.requirement.id),
        )
        const missing = checks.filter(({ met }) => met !== true).map((c) => c.requirement.id)
        expect(listed.toSorted()).toEqual(missing.toSorted())
      }),
    )
  })
})

describe('months', () => {
  test('end where the shorter month ends, and count as whole from there', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
    expect(wholeMonths('2024-01-31', '2024-02-28')).toBe(0)
    expect(wholeMonths('2024-01-31', '2024-02-29')).toBe(1)
    expect(wholeMonths('2026-05-05', '2026-05-04')).toBe(0)
  })

  test('the whole months since a day are the most that can be added to it', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const months = wholeMonths(from, to)
        expect(addMonths(from, months) <= to).toBe(true)
        expect(addMonths(from, months + 1) > to).toBe(true)
      }),
    )
  })
})
