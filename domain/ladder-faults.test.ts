import { describe, expect, test } from 'vitest'
import type { LadderContent, Move } from '#domain/ladder-diff'
import { faultsOf, HARD_STEPS_MOST, hardStepsOf } from '#domain/ladder-faults'
import { asked } from '#domain/testing/ladders'
import content from '../db/seed/reference/content/career.json'

const words = { title: { uk: 'Посада' }, purpose: { uk: 'Навіщо вона' } }
const rung = (positionId: string, height: number | null) => ({
  positionId,
  rung: height,
  seats: 1,
  ...words,
})
const up = (fromId: string, toId: string): Move => ({ fromId, toId, kind: 'vertical' })
const asks = (positionId: string, key: string, rest: object = {}) =>
  asked({ id: `${positionId}/${key}`, positionId, kind: 'evidence', key, threshold: 1, ...rest })
const known = {
  teachings: [],
  retired: { competences: new Set<string>(), trainings: new Set<string>() },
  held: new Map<string, number>(),
  awaited: new Map<string, number>(),
}
const ladder = (moves: Move[], requirements: LadderContent['requirements'] = []): LadderContent => ({
  rungs: [rung('a', 1), rung('b', 2), rung('c', 3)],
  moves,
  requirements,
})

describe('a ladder is wrong in itself', () => {
  test('where vertical moves go in a circle, of any length', () => {
    expect(faultsOf(ladder([up('a', 'b'), up('b', 'c')]), known)).toEqual([])
    const two = faultsOf(ladder([up('a', 'b'), up('b', 'c'), up('c', 'b')]), known)
    expect(two.map(({ kind, positionId }) => [kind, positionId])).toEqual([
      ['circle', 'b'],
      ['circle', 'c'],
    ])
  })

  test('where a rung cannot be reached from the lowest', () => {
    expect(faultsOf(ladder([up('b', 'c')]), known)).toMatchObject([
      { kind: 'unreachable', positionId: 'b' },
      { kind: 'unreachable', positionId: 'c' },
    ])
  })

  test('where a move has more hard steps than a person can take; what the rung before asks does not count again', () => {
    const keys = Array.from({ length: HARD_STEPS_MOST + 1 }, (_, index) => `proof-${'abcdefghi'[index]}`)
    const all = keys.map((key) => asks('b', key))
    const moves = [up('a', 'b'), up('b', 'c')]
    expect(faultsOf(ladder(moves, all), known)).toMatchObject([
      { kind: 'too-many-hard', positionId: 'b', otherId: 'a', count: 9 },
    ])
    const inherited = [...all, ...keys.map((key) => asks('c', key))]
    expect(hardStepsOf(ladder(moves, inherited), up('b', 'c'), [])).toBe(0)
    const soft = all.map((one, index) => (index ? one : { ...one, hard: false }))
    expect(faultsOf(ladder(moves, soft), known)).toEqual([])
  })

  test('where it asks what is retired, or leaves people without a rung', () => {
    const retired = { competences: new Set(['k']), trainings: new Set(['t']) }
    const requirements = [
      { ...asks('b', 'x'), kind: 'training' as const, key: null, trainingId: 't' },
      { ...asks('c', 'y'), kind: 'competence' as const, key: null, competenceId: 'k', level: 2 },
    ]
    const found = faultsOf(ladder([up('a', 'b'), up('b', 'c')], requirements), {
      ...known,
      retired,
      held: new Map([['gone', 3]]),
      awaited: new Map([
        ['gone', 1],
        ['b', 2],
      ]),
    })
    expect(found.map(({ kind, otherId, count }) => [kind, otherId, count])).toEqual([
      ['retired-training', 't', null],
      ['retired-competence', 'k', null],
      ['holders-without-rung', null, 3],
      ['openings-without-rung', null, 1],
    ])
  })
})

test('the shipped ladder has no fault', () => {
  const requirements = content.positions.flatMap(({ slug, levels, trainings, asks: others }) => [
    ...levels.map(({ competence, level }) =>
      asks(slug, competence, {
        kind: 'competence',
        key: null,
        competenceId: competence,
        level,
        threshold: null,
      }),
    ),
    ...trainings.map((id) =>
      asks(slug, id, { kind: 'training', key: null, trainingId: id, threshold: null }),
    ),
    ...others.map(({ kind, key, threshold, hard }) =>
      asks(slug, key ?? kind, { kind, key: key ?? null, threshold: threshold ?? null, hard }),
    ),
  ]) as LadderContent['requirements']
  const shipped: LadderContent = {
    rungs: content.positions.map(({ slug, rung: height }) => rung(slug, height)),
    moves: content.moves.map(({ from, to, kind }) => ({
      fromId: from,
      toId: to,
      kind: kind as Move['kind'],
    })),
    requirements,
  }
  const teachings = content.trainings.map(({ slug, hours, levels }) => ({
    id: slug,
    hours,
    levels: levels.map(({ competence, toLevel }) => ({ competenceId: competence, toLevel })),
  }))
  expect(faultsOf(shipped, { ...known, teachings })).toEqual([])
})
