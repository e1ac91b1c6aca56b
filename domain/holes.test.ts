import { expect, test } from 'vitest'
import { holesOf, incrementsOf } from '#domain/holes'
import type { LadderContent } from '#domain/ladder-diff'
import { asked } from '#domain/testing/ladders'

const words = { title: { uk: 'Посада' }, purpose: { uk: 'Навіщо вона' } }
const asks = (positionId: string, level: number, hard: boolean) =>
  asked({
    id: `${positionId}/${level}`,
    positionId,
    kind: 'competence',
    competenceId: 'coaching',
    level,
    hard,
  })
const ladder = (hardBelow: boolean): LadderContent => ({
  rungs: ['a', 'b'].map((positionId, index) => ({ positionId, rung: index + 1, seats: 1, ...words })),
  moves: [{ fromId: 'a', toId: 'b', kind: 'vertical' }],
  requirements: [asks('a', 3, hardBelow), asks('b', 3, true)],
})
const above = (content: LadderContent) => incrementsOf(content).filter(({ positionId }) => positionId === 'b')

test('what the rung before only wishes for is not brought from there, so it hides no hole', () => {
  expect(above(ladder(true))).toEqual([])
  expect(above(ladder(false))).toEqual([{ positionId: 'b', competenceId: 'coaching', level: 3 }])
  expect(holesOf(ladder(false), []).map(({ positionId, reason }) => [positionId, reason])).toContainEqual([
    'b',
    'no-training',
  ])
})
