import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { seedDemo } from '#db/seed/demo/demo'
import { LADDER_ID } from '#db/seed/reference/career'
import type { Actor } from '#domain/access'
import { findActor } from '#server/accounts/actor-queries'
import { ladderChanges } from '#server/career/changes-queries'
import { findLadder, listLadders } from '#server/career/ladders-queries'
import { checksOf, heldPairs, reachablePairs, readyPairs } from '#server/career/met-queries'
import { listApplications } from '#server/career/opening-queries'
import { nextStep, readiness } from '#server/career/own-queries'
import { listStalled } from '#server/career/team-queries'

const account = async (name: string): Promise<Actor> => {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from people where email = ${`${name}@sviato.test`}`,
  )
  return (await findActor(rows[0]?.id ?? '')) as Actor
}

beforeAll(() => seedDemo({ people: 240 }), 120_000)

test('HR changed the ladder a month ago, and every step of it can be learned today', async () => {
  const hr = await account('hr')
  const ladder = (await listLadders(hr, {})).items.find(({ id }) => id === LADDER_ID)
  expect(ladder?.versions.map(({ number, state }) => [number, state])).toEqual([
    [2, 'published'],
    [1, 'superseded'],
  ])
  const { holes, difference } = await findLadder(hr, { versionId: ladder?.versions[0]?.id ?? '' })
  expect(holes).toEqual([])
  expect(difference?.requirements).toHaveLength(2)
})

test('the operator who wants to grow is some steps away from the next rung, with seats to take', async () => {
  const { targets, trainings, intent } = await readiness(await account('operator'), {})
  expect(intent?.kind).toBe('grow')
  const mentor = targets.find(({ position }) => position.slug === 'mentor')
  expect(mentor?.ready).toBe(false)
  expect((mentor?.met ?? 0) / (mentor?.asked ?? 1)).toBeGreaterThan(0.5)
  const steps = mentor?.steps.filter(({ kind, hard }) => kind === 'training' && hard) ?? []
  expect(steps.length).toBeGreaterThan(0)
  for (const step of steps) expect(trainings.find(({ id }) => id === step.trainingId)?.open).toBe(true)
  expect(await ladderChanges(await account('operator'), {})).toBeNull()
})

test('whoever chose to stay is not hurried', async () => {
  expect(await nextStep(await account('content'), {})).toEqual({ intent: 'stay', next: null })
})

test('some are ready for the rung above, and most are not', async () => {
  const version = sql`(select id from published_versions)`
  const { rows } = await db.execute<{ ready: number; all: number }>(sql`
    select count(*) filter (where ready)::int as ready, count(*)::int as all
    from (${readyPairs({ pairs: reachablePairs(version), now: new Date() })}) x
    join moves m on m.to_id = x.position_id and m.version_id = ${version} and m.kind = 'vertical'
    join current_employments e on e.person_id = x.person_id and e.position_id = m.from_id`)
  expect(rows[0]?.ready).toBeGreaterThan(2)
  expect(rows[0]?.ready).toBeLessThan((rows[0]?.all ?? 0) / 4)
})

test('most holders of a rung meet what it asks (the mirror), and some sessions have a waiting line', async () => {
  const pairs = heldPairs(sql`(select id from published_versions)`)
  const { rows } = await db.execute<{ share: number }>(sql`
    select avg(case when ok then 1 else 0 end)::float8 as share from (
      select x.person_id, bool_and(x.met is true) filter (where x.blocks and x.kind in ('competence', 'training')) as ok
      from (${checksOf({ pairs, now: new Date() })}) x group by 1) y`)
  expect(rows[0]?.share).toBeGreaterThan(0.6)
  const waiting = await db.execute(sql`select 1 from enrolments where state = 'waitlisted'`)
  expect(waiting.rows.length).toBeGreaterThan(2)
})

test('an opening was decided and somebody moved; the supervisor finds what waits for them', async () => {
  const { items, mine } = await listStalled(await account('supervisor'), {})
  expect(mine).toBeGreaterThan(1)
  expect(new Set(items.map(({ kind }) => kind)).size).toBeGreaterThan(3)
  expect(items.map(({ days }) => days)).toEqual(items.map(({ days }) => days).toSorted((a, b) => b - a))
  const { items: applications } = await listApplications(await account('hr'), {})
  expect(new Set(applications.map(({ state }) => state))).toEqual(
    new Set(['submitted', 'accepted', 'declined']),
  )
  expect(applications.find(({ state }) => state === 'accepted')?.releasedAt).toBeTruthy()
})
