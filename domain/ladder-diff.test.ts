import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holesOf, incrementsOf } from '#domain/holes'
import { differenceOf, isSame, type LadderContent, targetsFrom, touchesGap } from '#domain/ladder-diff'
import type { Check } from '#domain/readiness'
import { asked } from '#domain/testing/ladders'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [OPERATOR, MENTOR, SALES] = [id(1), id(2), id(3)]
const LISTENING = id(20)

const level = (positionId: string, to: number) =>
  asked({ id: crypto.randomUUID(), positionId, kind: 'competence', competenceId: LISTENING, level: to })
const ladder = (levels: Record<string, number>): LadderContent => ({
  rungs: [OPERATOR, MENTOR, SALES].map((positionId, index) => ({
    positionId,
    rung: index || null,
    seats: 1,
    title: { uk: `Посада ${index}` },
    purpose: { uk: 'Навіщо вона' },
  })),
  moves: [
    { fromId: OPERATOR, toId: MENTOR, kind: 'vertical' },
    { fromId: OPERATOR, toId: SALES, kind: 'horizontal-out' },
  ],
  requirements: Object.entries(levels).map(([positionId, to]) => level(positionId, to)),
})
const teaching = (toLevel: number, open: boolean) => ({
  id: id(30 + toLevel),
  hours: 4,
  levels: [{ competenceId: LISTENING, toLevel }],
  open,
})

describe('the difference of two versions', () => {
  test('a copy with new rows is the same ladder', () => {
    expect(isSame(differenceOf(ladder({ [MENTOR]: 2 }), ladder({ [MENTOR]: 2 })))).toBe(true)
  })

  test('names what came, went and changed', () => {
    const { requirements } = differenceOf(
      ladder({ [MENTOR]: 2, [SALES]: 1 }),
      ladder({ [MENTOR]: 3, [OPERATOR]: 1 }),
    )
    const told = requirements.map(({ before, after }) => [before?.level ?? null, after?.level ?? null])
    expect(told).toEqual(
      expect.arrayContaining([
        [2, 3],
        [1, null],
        [null, 1],
      ]),
    )
    expect(told).toHaveLength(3)
  })

  test('new words of a position are a change; a word that only English lost is one too', () => {
    const before = ladder({ [MENTOR]: 2 })
    const said = (title: { uk: string; en?: string }) => ({
      ...before,
      rungs: before.rungs.map((rung) => (rung.positionId === MENTOR ? { ...rung, title } : rung)),
    })
    const [old, renamed] = [said({ uk: 'Наставник', en: 'Mentor' }), said({ uk: 'Наставник' })]
    expect(differenceOf(old, renamed).rungs).toMatchObject([{ after: { positionId: MENTOR } }])
    expect(isSame(differenceOf(old, said({ en: 'Mentor', uk: 'Наставник' })))).toBe(true)
  })

  test('there and back tells the same changes the other way round', () => {
    const some = fc.dictionary(fc.constantFrom(OPERATOR, MENTOR, SALES), fc.integer({ min: 1, max: 4 }))
    fc.assert(
      fc.property(some, some, (a, b) => {
        const there = differenceOf(ladder(a), ladder(b)).requirements
        const back = differenceOf(ladder(b), ladder(a)).requirements
        const words = (list: typeof there, turned: boolean) =>
          list
            .map(({ before, after }) => (turned ? [after, before] : [before, after]))
            .map(([x, y]) => `${(x ?? y)?.positionId} ${x?.level} ${y?.level}`)
            .toSorted()
        expect(words(there, false)).toEqual(words(back, true))
      }),
    )
  })
})

describe('whose gap it touches', () => {
  const check = (met: boolean | null): Check => ({ requirement: level(MENTOR, 2), met, have: 0 })

  test('whoever lacked it before or lacks it now; not one who met both', () => {
    expect(touchesGap(check(true), check(true))).toBe(false)
    expect(touchesGap(check(true), check(false))).toBe(true)
    expect(touchesGap(check(false), check(true))).toBe(true)
    expect(touchesGap(null, check(true))).toBe(false)
    expect(touchesGap(check(null), null)).toBe(true)
  })

  test('the moves from where one stands, and what one wishes for', () => {
    const { moves } = ladder({})
    expect(targetsFrom(moves, OPERATOR, null)).toEqual([MENTOR, SALES])
    expect(targetsFrom(moves, MENTOR, SALES)).toEqual([SALES])
    expect(targetsFrom(moves, null, null)).toEqual([])
  })
})

describe('holes', () => {
  test('an entry position is taught from nothing, a rung above from the rung before', () => {
    const increments = incrementsOf(ladder({ [OPERATOR]: 2, [MENTOR]: 2, [SALES]: 3 }))
    expect(increments.map(({ positionId, level: to }) => [positionId, to])).toEqual([
      [OPERATOR, 2],
      [SALES, 3],
    ])
  })

  test('no training, no free seat, or a training that gives at least the level', () => {
    const content = ladder({ [OPERATOR]: 2 })
    expect(holesOf(content, [])).toMatchObject([{ reason: 'no-training' }])
    expect(holesOf(content, [teaching(1, true)])).toMatchObject([{ reason: 'no-training' }])
    expect(holesOf(content, [teaching(2, false)])).toMatchObject([{ reason: 'no-seat' }])
    expect(holesOf(content, [teaching(2, false), teaching(4, true)])).toEqual([])
  })
})
