import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import type { Floor } from '#db/testing/floor'
import { attack, makeFloor, makeShift } from '#db/testing/floor'
import { buildRotationWorker } from '#db/testing/rotation-worker'
import { DEFAULT_WEIGHTS } from '#domain/rotation/day-weights'
import { dayInstance } from '#domain/rotation/engine/day-instance'
import { calendarOf } from '#server/flows/calendar'
import { planRotation } from '#server/jobs/plan-rotation'
import { loadDayToPlan } from '#server/rotation/day-to-plan-queries'
import { layDays } from '#server/rotation/lay-days'
import { myDay } from '#server/rotation/my-queries'
import { rotationFigures } from '#server/rotation/numbers-queries'
import { openPlan } from '#server/rotation/open-plan'
import { lockPlan } from '#server/rotation/plan-queries'
import { publishPlan } from '#server/rotation/publish'
import { sayTired } from '#server/rotation/say-tired'
import { setDemand } from '#server/rotation/set-demand'
import { setWish } from '#server/rotation/set-wish'
import { startRun } from '#server/rotation/start-run'
import { teamDay } from '#server/rotation/team-queries'
import { myWishes } from '#server/rotation/wish-queries'

const DATE = '2031-08-05'
const NOW = new Date('2031-08-04T12:00:00Z')
const options = { now: NOW }
const at = (hour: number) => `${DATE}T${String(hour).padStart(2, '0')}:00:00Z`
let floor: Floor

beforeAll(async () => {
  floor = await makeFloor()
  await buildRotationWorker()
  for (const person of [floor.operator, floor.colleague]) await makeShift(person, at(7), at(16))
  const target = { siteId: floor.siteId, from: at(7), to: at(16), minimum: 0, target: 1 }
  for (const taskId of [floor.voice, floor.mail])
    await setDemand(floor.supervisor, { ...target, taskId }, options)
  // Whoever rather has no voice, and whoever likes it: the day can please both.
  await setWish(floor.operator, { taskId: floor.voice, wish: 'rather-not' }, options)
  await setWish(floor.operator, { taskId: floor.voice, wish: 'not-today', onDate: DATE }, options)
  await setWish(floor.colleague, { taskId: floor.voice, wish: 'like' }, options)
  const { planId } = await openPlan(floor.supervisor, { teamId: floor.teamId, onDate: DATE }, options)
  await startRun(floor.supervisor, { planId, seconds: 1 }, options)
  await planRotation(NOW)
  await publishPlan(floor.supervisor, { planId }, options)
})

const voiceSlots = async () => {
  const { shifts } = await teamDay(floor.supervisor, { date: DATE, teamId: floor.teamId }, options)
  return shifts.map(({ personId, pieces }) => ({
    personId,
    voice: pieces
      .filter(({ taskId }) => taskId === floor.voice)
      .reduce((sum, { from, to }) => sum + (to - from) / 900_000, 0),
  }))
}

test('a draft leans towards wishes where demand lets it, and the person hears honestly how often', async () => {
  const slots = await voiceSlots()
  const of = (personId: string) => slots.find((one) => one.personId === personId)?.voice ?? 0
  expect(of(floor.colleague.personId)).toBeGreaterThan(of(floor.operator.personId))
  const later = { now: new Date('2031-08-06T12:00:00Z') }
  const { tasks, oneDay } = await myWishes(floor.colleague, {}, later)
  expect(tasks.find(({ id }) => id === floor.voice)).toMatchObject({ wish: 'like', met: { met: 1, days: 1 } })
  // Nothing that asks for a level the person has not.
  expect(tasks.some(({ id }) => id === floor.expert)).toBe(false)
  expect(oneDay).toEqual([])
  await setWish(floor.colleague, { taskId: floor.voice, wish: 'none' }, later)
  expect((await myWishes(floor.colleague, {}, later)).tasks.every(({ wish }) => wish === null)).toBe(true)
})

test('tiredness is said at the end of one’s own block, once, and stays one’s own', async () => {
  const { week } = await myDay(floor.operator, { date: DATE }, options)
  const block = week.find(({ date }) => date === DATE)?.shifts[0]?.blocks.find(({ what }) => what === 'task')
  if (!block) throw new Error('no block')
  const ended = { now: new Date(block.to) }
  const say = (actor: typeof floor.operator, score: number, when = ended) =>
    sayTired(actor, { blockId: block.id, score }, when)
  await expect(say(floor.operator, 3, options)).rejects.toMatchObject({ reason: 'conflict' })
  await expect(say(floor.colleague, 3)).rejects.toMatchObject({ reason: 'not-found' })
  await expect(say(floor.operator, 6)).rejects.toMatchObject({ reason: 'invalid' })
  await say(floor.operator, 2)
  await say(floor.operator, 4)
  const { rows } = await db.execute(sql`select score from tiredness where block_id = ${block.id}`)
  expect(rows).toEqual([{ score: 4 }])
  const again = await myDay(floor.operator, { date: DATE }, options)
  const mine = again.week.flatMap((day) => day.shifts).flatMap((shift) => shift.blocks)
  expect(mine.find(({ id }) => id === block.id)?.tired).toBe(4)
  const trail = await db.execute<{ detail: object | null }>(sql`
    select detail from audit_entries where verb = 'rotation.sayTired' and subject_id = ${block.id}`)
  expect(JSON.stringify(trail.rows)).not.toMatch(/score/)
})

test('a day that is published anew does not ask again about hours that were answered for', async () => {
  const tasksOf = async () => {
    const { week } = await myDay(floor.operator, { date: DATE }, options)
    const blocks = week.find(({ date }) => date === DATE)?.shifts[0]?.blocks ?? []
    return blocks.filter(({ what }) => what === 'task')
  }
  const [before, next] = await tasksOf()
  if (!before || !next) throw new Error('no blocks')
  const noon = { now: new Date(Math.max(Date.parse(before.to), Date.parse(at(8)))) }
  await sayTired(floor.operator, { blockId: before.id, score: 4 }, noon)
  const { shifts } = await teamDay(floor.supervisor, { date: DATE, teamId: floor.teamId }, noon)
  const { planId } = await openPlan(floor.supervisor, { teamId: floor.teamId, onDate: DATE }, noon)
  const iso = (moment: number) => new Date(moment).toISOString()
  const days = shifts.map(({ shiftId, pieces }) => ({
    shiftId,
    pieces: pieces.map(({ what, taskId, from, to }) => ({
      what,
      from: iso(from),
      to: iso(to),
      ...(taskId ? { taskId } : {}),
    })),
  }))
  await layDays(floor.supervisor, { planId, days }, noon)
  await publishPlan(floor.supervisor, { planId }, noon)
  const [after, later] = await tasksOf()
  expect(after).toMatchObject({ from: before.from, to: before.to, tired: 4 })
  expect(after?.id).not.toBe(before.id)
  expect(later?.tired).toBeNull()

  const ended = { now: new Date(next.to) }
  const tap = (blockId: string, score: number) => sayTired(floor.operator, { blockId, score }, ended)
  await Promise.all(
    Array.from({ length: 30 }, (_, n) => tap(n % 2 ? next.id : (later?.id ?? ''), 1 + (n % 5))),
  )
  await tap(later?.id ?? '', 5)
  expect((await tasksOf()).map(({ tired }) => tired).slice(0, 2)).toEqual([4, 5])
  const twice = sql`insert into tiredness (block_id, person_id, score, at)
    select b.id, b.person_id, 1, now() from blocks b where b.id = any(array[${next.id}, ${later?.id ?? ''}]::uuid[])
      and not exists (select from tiredness t where t.block_id = b.id)`
  expect(await attack(db.execute(twice))).toBe('tiredness_once')
  const foreign = sql`insert into tiredness (block_id, person_id, score, at) values (${next.id}, ${floor.colleague.personId}, 1, now())`
  expect(await attack(db.execute(foreign))).toBe('not-null')
})

test('the numbers of a team count its published days, for those who answer for it', async () => {
  const later = { now: new Date('2031-08-06T12:00:00Z') }
  const figures = () => rotationFigures(floor.supervisor, { teamId: floor.teamId }, later)
  const { numbers, covered, service } = await figures()
  expect(numbers).toMatchObject({ shifts: 2, people: 2, breaksKept: 1 })
  expect(numbers.stretches[0]?.longest).toBeLessThanOrEqual(90)
  expect(numbers.tiredness.varied.average).toBeNull()
  expect(covered).toBeGreaterThan(0.7)
  expect(service).toBeNull()
  await db.execute(sql`
    insert into forecasts (id, site_id, task_id, span, contacts, handling_seconds, service_level, within_seconds, concurrency, created_at)
    select gen_random_uuid(), ${floor.siteId}, ${floor.voice}, b.span, 1, 60, 80, 20, 1, now()
    from blocks b where b.task_id = ${floor.voice} and b.plan_status = 'published' and upper(b.span) < ${later.now.toISOString()} limit 1`)
  const planned = (await figures()).service
  expect(planned?.promised).toBe(0.8)
  expect(planned?.planned).toBeGreaterThan(0.8)
  await expect(rotationFigures(floor.operator, {}, later)).rejects.toMatchObject({ reason: 'forbidden' })
  const foreign = rotationFigures(floor.stranger, { teamId: floor.teamId }, later)
  await expect(foreign).rejects.toMatchObject({ reason: 'not-found' })
})

test('a person’s calendar has their shifts with what was published, and nobody else’s', async () => {
  const entries = await calendarOf(floor.operator, options)
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({ title: null, from: `${DATE}T07:00:00.000Z`, timeZone: 'Europe/Kyiv' })
  expect(entries[0]?.parts.length).toBeGreaterThan(4)
  expect(await calendarOf(floor.stranger, options)).toEqual([])
})

test('a task that builds what somebody’s agreed plan asks for is an aim of their day, and of nobody else’s', async () => {
  const date = '2031-08-07'
  for (const person of [floor.operator, floor.colleague])
    await makeShift(person, `${date}T07:00:00Z`, `${date}T16:00:00Z`)
  await db.execute(sql`
    insert into task_needs (task_id, competence_id, level) select ${floor.mail}, id, 1 from competences where slug = 'coaching'`)
  for (const { personId } of [floor.operator, floor.colleague])
    await db.execute(sql`
      insert into assessments (id, person_id, competence_id, level, source, assessor_id, state, at)
      select gen_random_uuid(), ${personId}, id, 1, 'supervisor', ${floor.supervisor.personId}, 'confirmed', now() - interval '1 day'
      from competences where slug = 'coaching'`)
  const wishFor = (person: typeof floor.operator, agreed: boolean) =>
    db.execute(sql`
      insert into plans (id, person_id, target_id, version_id, state, visibility, frozen, opened_at, agreed_at, agreed_by)
      select gen_random_uuid(), ${person.personId}, (select id from positions order by id limit 1), (select id from ladder_versions order by id limit 1),
        ${agreed ? 'agreed' : 'wish'}, 'supervisor', jsonb_build_array(jsonb_build_object('competenceId', c.id, 'level', 2)), ${NOW.toISOString()},
        ${agreed ? NOW.toISOString() : null}::timestamptz, ${agreed ? floor.supervisor.personId : null}::uuid
      from competences c where c.slug = 'coaching'`)
  await wishFor(floor.operator, true)
  await wishFor(floor.colleague, false)
  const { planId } = await openPlan(floor.supervisor, { teamId: floor.teamId, onDate: date }, options)
  const plan = await db.transaction((tx) => lockPlan(tx, planId))
  const wish = { keeps: 'nothing' as const, weights: DEFAULT_WEIGHTS, seed: 1, seconds: 1 }
  const { instance } = dayInstance(await loadDayToPlan(db, plan, wish, NOW))
  expect(instance.people.map(({ goals = [] }) => goals.includes(floor.mail)).sort()).toEqual([false, true])
  const mine = instance.people.find(({ goals = [] }) => goals.includes(floor.mail))
  expect(mine?.goalSlots).toBeGreaterThan(0)
  const { rows } = await db.execute(sql`select person_id as id from shifts where id = ${mine?.id}`)
  expect(rows).toEqual([{ id: floor.operator.personId }])
})
