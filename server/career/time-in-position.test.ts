import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { FIRST_VERSION_ID } from '#db/seed/reference/career'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makeSite } from '#db/testing/people'
import type { Stay } from '#db/testing/stays'
import { addStay, randomStays, setStays } from '#db/testing/stays'
import type { Actor } from '#domain/access'
import { addDays, addMonths, dayIn } from '#domain/months'
import { seededRandom } from '#domain/random'
import { checkRequirement } from '#domain/readiness'
import { loadVersion } from '#server/career/ladder-queries'
import { checksOf } from '#server/career/met-queries'
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
    'are those of the stays up to today, acting aside, and together the tenure (%i)',
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
      // Tenure is all of them and no more: neither what lay between two stays nor acting.
      expect(sum(daysIn)).toBe(daysBetween(hiredOn ?? today, today))
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

describe('tenure and time in a position', () => {
  const twins = async (person: Actor, day: string) => {
    const at = new Date(`${day}T10:00:00Z`)
    const ladder = await loadVersion(db, FIRST_VERSION_ID)
    const standing = await standingOf(person, at)
    const pairs = sql`select ${person.personId}::uuid as person_id, r.position_id, r.version_id
      from rungs r where r.version_id = ${FIRST_VERSION_ID}`
    const { rows } = await db.execute<{ id: string; met: boolean }>(
      sql`select requirement_id as id, met from (${checksOf({ pairs, now: at })}) c where kind in ('tenure', 'time-in-previous')`,
    )
    const inSql = Object.fromEntries(rows.map(({ id, met }) => [id, met]))
    const asked = ladder.requirements.filter(({ id }) => id in inSql)
    const inRule = asked.map((requirement) => {
      const previous = ladder.moves.filter(({ toId }) => toId === requirement.positionId).map((m) => m.fromId)
      return [requirement.id, checkRequirement(requirement, standing, previous).met]
    })
    return { inSql, inRule: Object.fromEntries(inRule), asked }
  }

  test.each(['2024-02-29', '2024-01-31', '2023-08-31', '2024-12-31', '2023-11-30'])(
    'of who began on %s are met on the same day by the rule and by its twin in SQL, and not the day before',
    async (hired) => {
      const person = await makePerson({ siteId, positionId: operatorId })
      await setStays(person, [{ positionId: operatorId, from: hired, to: null, kind: 'hire' }])
      const { asked } = await twins(person, today)
      const tenures = new Set(asked.flatMap(({ threshold }) => threshold ?? []))
      expect(tenures.size).toBeGreaterThan(1)
      for (const months of tenures) {
        const full = addMonths(hired, months)
        const [before, on] = [await twins(person, addDays(full, -1)), await twins(person, full)]
        expect(before.inSql).toEqual(before.inRule)
        expect(on.inSql).toEqual(on.inRule)
        const own = asked.filter(({ kind, threshold }) => kind === 'tenure' && threshold === months)
        for (const { id } of own) expect([before.inSql[id], on.inSql[id]]).toEqual([false, true])
      }
    },
  )
})
