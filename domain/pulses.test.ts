import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Place } from '#domain/pulses'
import { shownPlaces } from '#domain/pulses'

const LEAST = 5
const team = (id: string, scores: number[]): Place => ({ id, scores, parts: [] })
const above = (id: string, parts: Place[], own: number[] = []): Place => ({
  id,
  parts,
  scores: [...parts.flatMap(({ scores }) => scores), ...own],
})
const mixed = (count: number) => Array.from({ length: count }, (_, at) => 1 + (at % 5))

test('one small team takes the next smallest with it, so that nobody subtracts', () => {
  const site = above('site', [team('a', mixed(3)), team('b', mixed(6)), team('c', mixed(9))])
  expect(shownPlaces(site, LEAST)).toEqual(['site', 'c'])
  expect(shownPlaces(above('site', [team('a', mixed(6)), team('b', mixed(9))]), LEAST)).toEqual([
    'site',
    'a',
    'b',
  ])
  expect(shownPlaces(above('site', [team('b', mixed(9))], mixed(2)), LEAST)).toEqual(['site'])
  expect(shownPlaces(above('site', [team('a', mixed(4))]), LEAST)).toEqual([])
})

test('where everybody said the same, it is not said who', () => {
  // Six twos alone are what is left of the site without «b»: then «b» is not shown either.
  const six = team('a', [2, 2, 2, 2, 2, 2])
  expect(shownPlaces(above('site', [six, team('b', mixed(8))]), LEAST)).toEqual(['site'])
  expect(shownPlaces(above('site', [six, team('b', mixed(8)), team('c', mixed(9))]), LEAST)).toEqual([
    'site',
    'c',
  ])
  expect(shownPlaces(above('site', [six, team('b', mixed(8))], [4]), LEAST)).toEqual(['site', 'b'])
})

/** All groups that can be had by subtracting what is shown from what is shown. */
const derivable = (place: Place, shown: Set<string>): number[][] => {
  if (!shown.has(place.id)) return []
  const parts = place.parts.filter(({ id }) => shown.has(id))
  const rest = [...place.scores]
  for (const score of parts.flatMap(({ scores }) => scores)) rest.splice(rest.indexOf(score), 1)
  return [[...place.scores], rest, ...parts.flatMap((part) => derivable(part, shown))]
}

test('no group of one to four people, and none that said the same, can be derived, whatever the tree', () => {
  const scores = fc.array(fc.integer({ min: 3, max: 5 }), { maxLength: 14 })
  const site = fc.tuple(fc.array(scores, { maxLength: 7 }), scores)
  fc.assert(
    fc.property(fc.array(site, { maxLength: 5 }), (sites) => {
      const root = above(
        'all',
        sites.map(([teams, own], s) =>
          above(
            `s${s}`,
            teams.map((one, t) => team(`s${s}t${t}`, one)),
            own,
          ),
        ),
      )
      const groups = derivable(root, new Set(shownPlaces(root, LEAST)))
      const telling = groups.filter((one) => one.length > 0 && (one.length < LEAST || new Set(one).size < 2))
      expect(telling).toEqual([])
    }),
    { numRuns: 2000 },
  )
})
