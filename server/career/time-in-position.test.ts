import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { FIRST_VERSION_ID } from '#db/seed/reference/career'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makeSite } from '#db/testing/people'
import type { Stay } from '#db/testing/stays'
import { addStay, randomStays, setStays } from '#db/testing/stays'
import type { Actor } from '#domain/access'
import { addDays, dayIn } from '#domain/months'
import { seededRandom } from '#domain/random'
import { loadVersion } from '#server/career/ladder-queries'
import { loadStanding } from '#server/career/standing-queries'

const DAY = 86_400_000
const operatorId = referenceId('position', 'operator')
const mentorId = referenceId('position', 'mentor')
const now = new Date()
const today = dayIn(now, 'Europe/Kyiv')
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY

let siteId: string
let positionIds: string[]
const standingOf = async (person: Actor, at = now) =>
  (await loadStanding(db, person, person.personId, at)).standing
const livedThrough = async (seed: number) => {
  const person = await makePerson({ siteId, positionId: operatorId })
  const stays = randomStays(seededRandom(seed), today, operatorId, positionIds)
  await setStays(person, stays)
  return { person, stays }
}
const seeds = Array.from({ length: 25 }, (_, index) => index + 1)
const sum = (daysIn: Record<string, number>) => Object.values(daysIn).reduce((all, days) => all + days, 0)

beforeAll(async () => {
  siteId = await makeSite()
  positionIds = (await loadVersion(db, FIRST_VERSION_ID)).rungs.map(({ positionId }) => positionId)
})

describe('days in each position', () => {
  test.each(seeds)(
    'are those of the stays up to today, acting aside, and never more than since the hiring (%i)',
    async (seed) => {
      const { person, stays } = await livedThrough(seed)
      const { daysIn, hiredOn } = await standingOf(person)
      const own = stays.filter(({ kind, from }) => kind !== 'acting' && from <= today)
      const expected: Record<string, number> = {}
      for (const { positionId, from, to } of own) {
        const last = to && to < today ? to : today
        expected[positionId] = (expected[positionId] ?? 0) + daysBetween(from, last)
      }
      expect(daysIn).toEqual(expected)
      expect(sum(daysIn)).toBeLessThanOrEqual(daysBetween(hiredOn ?? today, today))
    },
  )

  test.each(seeds)(
    'are never fewer after one more stay, nor more than that stay is long (%i)',
    async (seed) => {
      const random = seededRandom(1000 + seed)
      const { person, stays } = await livedThrough(seed)
      const before = await standingOf(person)
      const first = stays.reduce((least, { from }) => (from < least ? from : least), today)
      const to = addDays(first, -random.between(0, 40))
      const from = addDays(to, -random.between(1, 400))
      const positionId = random.pick(positionIds)
      await addStay(person, { positionId, from, to, kind: 'hire' })
      const after = await standingOf(person)
      const gained = daysBetween(from, to)
      expect(after.daysIn).toEqual({
        ...before.daysIn,
        [positionId]: (before.daysIn[positionId] ?? 0) + gained,
      })
      await addStay(person, { positionId: mentorId, from, to, kind: 'acting' })
      expect((await standingOf(person)).daysIn).toEqual(after.daysIn)
    },
  )

  const stay = (from: string, to: string | null): Stay => ({ positionId: mentorId, from, to, kind: 'hire' })
  test.each([
    ['over a leap day', [stay('2024-02-28', '2024-03-01')], 2],
    ['over the same days of another year', [stay('2023-02-28', '2023-03-01')], 1],
    ['beginning on a leap day', [stay('2024-02-29', '2024-03-31')], 31],
    ['over the end of a year', [stay('2024-12-31', '2025-01-01')], 1],
    ['over a whole leap year', [stay('2024-01-01', '2025-01-01')], 366],
    ['over the night on which the clock is moved', [stay('2025-03-29', '2025-03-31')], 2],
    [
      'with a month away in between',
      [stay('2025-01-31', '2025-02-28'), stay('2025-03-31', '2025-04-30')],
      58,
    ],
  ] as const)('of a stay %s', async (_, stays, days) => {
    const person = await makePerson({ siteId, positionId: operatorId })
    await setStays(person, stays)
    expect((await standingOf(person)).daysIn).toEqual({ [mentorId]: days })
  })
})
