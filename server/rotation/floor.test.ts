import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import type { Floor } from '#db/testing/floor'
import { makeFloor, makeShift } from '#db/testing/floor'
import { floorNow } from '#server/rotation/floor-queries'
import { openPlan } from '#server/rotation/open-plan'
import { putBlock } from '#server/rotation/put-block'

const DAY = '2031-07-01'
const at = (hour: number) => `${DAY}T${String(hour).padStart(2, '0')}:00:00Z`
const now = new Date(at(9))
let floor: Floor

beforeAll(async () => {
  floor = await makeFloor()
  for (const person of [floor.operator, floor.colleague]) await makeShift(person, at(7), at(16))
  const { planId } = await openPlan(floor.supervisor, { teamId: floor.teamId, onDate: DAY }, { now })
  const put = (personId: string, taskId: string) =>
    putBlock(floor.supervisor, { planId, personId, taskId, from: at(8), to: at(10) }, { now })
  await put(floor.operator.personId, floor.voice)
  await put(floor.colleague.personId, floor.mail)
  await db.execute(sql`
    update rotation_plans set status = 'published', published_at = ${at(6)}::timestamptz where id = ${planId}`)
})

test('whoever is at work is shown with what they do, those who may be asked first', async () => {
  const { items } = await floorNow(floor.operator, {}, { now })
  expect(items.map(({ personId, free }) => [personId, free])).toEqual([
    [floor.colleague.personId, true],
    [floor.operator.personId, false],
  ])
  expect(items[0]).toMatchObject({ what: 'task', until: '2031-07-01T10:00:00.000Z', level: null })
  const first = await floorNow(floor.operator, { limit: 1 }, { now })
  const second = await floorNow(floor.operator, { limit: 1, cursor: first.next ?? '' }, { now })
  expect(second.items.map(({ personId }) => personId)).toEqual([floor.operator.personId])
})

test('after the shift, and to another site, nobody is', async () => {
  expect((await floorNow(floor.operator, {}, { now: new Date(at(17)) })).items).toEqual([])
  const elsewhere = { ...floor.operator, siteId: floor.teamId }
  expect((await floorNow(elsewhere, {}, { now })).items).toEqual([])
})

test('a competence finds those who have it at the level, and nobody else', async () => {
  const { competences } = await floorNow(floor.operator, {}, { now })
  const competenceId = competences[0]?.id ?? ''
  await db.execute(sql`
    insert into assessments (id, person_id, competence_id, level, source, assessor_id, state, at)
    values (gen_random_uuid(), ${floor.colleague.personId}, ${competenceId}, 3, 'supervisor', ${floor.supervisor.personId}, 'confirmed', ${at(1)}::timestamptz)`)
  const found = await floorNow(floor.operator, { competenceId, level: 3 }, { now })
  expect(found.items.map(({ personId, level }) => [personId, level])).toEqual([[floor.colleague.personId, 3]])
  expect((await floorNow(floor.operator, { competenceId, level: 4 }, { now })).items).toEqual([])
})
