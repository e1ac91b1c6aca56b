import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { referenceId } from '#db/seed/reference/ids'
import type { Floor } from '#db/testing/floor'
import { makeFloor, makeShift } from '#db/testing/floor'
import { myDay } from '#server/rotation/my-queries'
import { openPlan } from '#server/rotation/open-plan'
import { putBlock } from '#server/rotation/put-block'
import { teamDay } from '#server/rotation/team-queries'
import { enrol } from '#server/training/enrol'
import { withdraw } from '#server/training/withdraw'

const NOW = new Date('2031-03-03T12:00:00Z')
const DATE = '2031-03-04'
const options = { now: NOW }
const at = (hour: number) => `${DATE}T${String(hour).padStart(2, '0')}:00:00Z`

let floor: Floor
let planId: string
let sessionId: string

beforeAll(async () => {
  floor = await makeFloor()
  await makeShift(floor.operator, at(7), at(16))
  planId = (await openPlan(floor.supervisor, { teamId: floor.teamId, onDate: DATE }, options)).planId
  sessionId = crypto.randomUUID()
  await db.execute(sql`
    insert into training_sessions (id, training_id, period, seats, site_id, place, state, created_at)
    values (${sessionId}, ${referenceId('training', 'voice')}, ${`[${at(9)},${at(11)})`}, 5, ${floor.siteId}, '{"uk": "К"}', 'planned', ${NOW})`)
})

test('whoever leads the team hears that a published hour of work is now one of learning, once and by name', async () => {
  const { operator, supervisor, teamId } = floor
  const day = '2031-03-05'
  const on = (hour: number) => at(hour).replace(DATE, day)
  await makeShift(operator, on(7), on(16))
  const draft = await openPlan(supervisor, { teamId, onDate: day }, options)
  const block = { planId: draft.planId, personId: operator.personId, taskId: floor.voice }
  await putBlock(supervisor, { ...block, from: on(9), to: on(11) }, options)
  await db.execute(
    sql`update rotation_plans set status = 'published', published_at = ${NOW} where id = ${draft.planId}`,
  )
  const plan = async (from: number, to: number) => {
    const id = crypto.randomUUID()
    await db.execute(sql`
      insert into training_sessions (id, training_id, period, seats, site_id, place, state, created_at)
      values (${id}, ${referenceId('training', 'voice')}, ${`[${on(from)},${on(to)})`}, 1, ${floor.siteId}, '{"uk": "К"}', 'planned', ${NOW})`)
    return id
  }
  const told = async () => {
    const { rows } = await db.execute<{ href: string }>(sql`
      select href from notices where person_id = ${supervisor.personId} and kind = 'training.planHit'`)
    return rows
  }
  const [free, hit] = [await plan(12, 13), await plan(10, 12)]
  const idle = await enrol(operator, { sessionId: free }, options)
  expect(await told()).toEqual([])
  await withdraw(operator, { enrolmentId: idle.enrolmentId }, options)
  // Also where somebody moves up from the line.
  const first = await enrol(floor.stranger, { sessionId: hit }, options)
  const waits = await enrol(operator, { sessionId: hit }, options)
  expect(waits.state).toBe('waitlisted')
  expect(await told()).toEqual([])
  await withdraw(floor.stranger, { enrolmentId: first.enrolmentId }, options)
  expect(await told()).toEqual([{ href: `/rotation/plan/${day}?teamId=${teamId}` }])
  await withdraw(operator, { enrolmentId: waits.enrolmentId }, options)
})

const ofOperator = async () => {
  const { shifts } = await teamDay(
    floor.supervisor,
    { date: DATE, teamId: floor.teamId, view: 'draft' },
    options,
  )
  return shifts.find(({ personId }) => personId === floor.operator.personId)
}
const put = (from: number, to: number) =>
  putBlock(
    floor.supervisor,
    { planId, personId: floor.operator.personId, taskId: floor.voice, from: at(from), to: at(to) },
    options,
  )

test('hours in a training stand in the day, nothing else is put there, and they rest the voice', async () => {
  await put(7, 9)
  await put(11, 13)
  const kinds = async () => new Set((await ofOperator())?.broken.map(({ kind }) => kind))
  const { enrolmentId } = await enrol(floor.operator, { sessionId }, options)
  const learning = { from: Date.parse(at(9)), to: Date.parse(at(11)) }
  expect((await ofOperator())?.absences).toEqual([{ ...learning, learning: true }])
  // Two hours of voice on either side of it are two rows of two hours, not one of four.
  expect((await kinds()).has('absent')).toBe(false)
  await put(9, 11)
  expect((await kinds()).has('absent')).toBe(true)
  const day = await myDay(floor.operator, { date: DATE }, options)
  const blocks = day.week.find(({ date }) => date === DATE)?.shifts[0]?.blocks ?? []
  expect(blocks.map(({ what, from, to }) => [what, Date.parse(from), Date.parse(to)])).toEqual([
    ['learning', learning.from, learning.to],
  ])
  expect(blocks[0]?.title?.uk).toMatch(/Голос/)
  await withdraw(floor.operator, { enrolmentId }, options)
  expect((await ofOperator())?.absences).toEqual([])
})
