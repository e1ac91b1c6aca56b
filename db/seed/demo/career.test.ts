import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { seedDemo } from '#db/seed/demo/demo'
import { LADDER_ID } from '#db/seed/reference/career'
import type { Actor } from '#domain/access'
import { findActor } from '#server/accounts/actor-queries'
import { ladderChanges } from '#server/career/changes-queries'
import { findLadder, listLadders } from '#server/career/ladders-queries'
import { requirementMet } from '#server/career/met-queries'
import { nextStep, readiness } from '#server/career/own-queries'

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
  const { rows } = await db.execute<{ ready: number; all: number }>(sql`
    select count(*) filter (where ok)::int as ready, count(*)::int as all from (
      select w.person_id, bool_and(coalesce((${requirementMet}), r.kind = 'approval')) as ok
      from (select person_id, position_id, current_date as today from current_employments) w
      join published_versions v on true
      join moves m on m.version_id = v.id and m.from_id = w.position_id and m.kind = 'vertical'
      join requirements r on r.version_id = v.id and r.position_id = m.to_id and r.hard
      group by w.person_id) x`)
  expect(rows[0]?.ready).toBeGreaterThan(2)
  expect(rows[0]?.ready).toBeLessThan((rows[0]?.all ?? 0) / 4)
})

test('most holders of a rung meet what it asks (the mirror), and some sessions have a waiting line', async () => {
  const { rows } = await db.execute<{ share: number }>(sql`
    select avg(case when ok then 1 else 0 end)::float8 as share from (
      select w.person_id, bool_and(coalesce((${requirementMet}), r.kind in ('approval', 'metric'))) as ok
      from (select person_id, position_id, current_date as today from current_employments) w
      join published_versions v on true
      join requirements r on r.version_id = v.id and r.position_id = w.position_id and r.hard
        and r.kind in ('competence', 'training')
      group by w.person_id) x`)
  expect(rows[0]?.share).toBeGreaterThan(0.6)
  const waiting = await db.execute(sql`select 1 from enrolments where state = 'waitlisted'`)
  expect(waiting.rows.length).toBeGreaterThan(2)
})
