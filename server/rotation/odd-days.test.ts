import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import type { Floor } from '#db/testing/floor'
import { makeFloor, makeShift } from '#db/testing/floor'
import { makePerson } from '#db/testing/people'
import { buildRotationWorker } from '#db/testing/rotation-worker'
import type { Actor } from '#domain/access'
import { AIMS } from '#domain/rotation/day-weights'
import { isHard } from '#domain/rotation/rules'
import { minuteAt } from '#domain/site-time'
import { planRotation } from '#server/jobs/plan-rotation'
import { answerSwap } from '#server/rotation/answer-swap'
import { decideSwap } from '#server/rotation/decide-swap'
import { demandDay } from '#server/rotation/demand-day-queries'
import { forecastDemand } from '#server/rotation/forecast-demand'
import { layDays } from '#server/rotation/lay-days'
import { layDemand } from '#server/rotation/lay-demand'
import { myDay } from '#server/rotation/my-queries'
import { offerSwap } from '#server/rotation/offer-swap'
import { openPlan } from '#server/rotation/open-plan'
import { publishPlan } from '#server/rotation/publish'
import { findRun } from '#server/rotation/run-queries'
import { setDemand } from '#server/rotation/set-demand'
import { startRun } from '#server/rotation/start-run'
import { teamDay } from '#server/rotation/team-queries'

// The night after this day has 25 hours in Kyiv.
const DATE = '2031-10-25'
const NOW = new Date('2031-10-24T12:00:00Z')
const options = { now: NOW }
let floor: Floor
let short: Actor
let unskilled: Actor

const open = async (onDate: string, now = NOW) =>
  (await openPlan(floor.supervisor, { teamId: floor.teamId, onDate }, { now })).planId
const board = async (date: string, now = NOW) =>
  (await teamDay(floor.supervisor, { date, teamId: floor.teamId, view: 'draft' }, { now })).shifts
const away = (person: Actor, from: string, to: string) =>
  db.execute(sql`
    insert into absences (id, person_id, span, created_at)
    values (gen_random_uuid(), ${person.personId}, tstzrange(${from}::timestamptz, ${to}::timestamptz), now())`)

beforeAll(async () => {
  floor = await makeFloor()
  const { siteId, teamId } = floor
  short = await makePerson({ siteId, teamId })
  unskilled = await makePerson({ siteId, teamId })
  await buildRotationWorker()
  await db.execute(sql`
    insert into task_needs (task_id, competence_id, level)
    select t, c.id, 1 from unnest(array[${floor.voice}, ${floor.mail}]::uuid[]) t, competences c where c.slug = 'coaching'`)
  for (const person of [floor.operator, floor.colleague, short])
    await db.execute(sql`
      insert into assessments (id, person_id, competence_id, level, source, assessor_id, state, at)
      select gen_random_uuid(), ${person.personId}, id, 1, 'supervisor', ${floor.supervisor.personId}, 'confirmed', now() - interval '1 day'
      from competences where slug = 'coaching'`)
})

test('a day without people is not searched', async () => {
  const planId = await open('2031-10-20')
  await expect(startRun(floor.supervisor, { planId }, options)).rejects.toMatchObject({
    fault: { key: 'rotation.nobodyToPlan' },
  })
})

test('nothing to forecast, nothing to do and ten thousand contacts are answered in numbers', async () => {
  const asked = {
    siteId: floor.siteId,
    taskId: floor.mail,
    from: `${DATE}T08:00:00Z`,
    to: `${DATE}T09:00:00Z`,
  }
  const need = (contacts: number, handlingSeconds: number) =>
    forecastDemand(floor.supervisor, { ...asked, contacts, handlingSeconds }, options)
  expect(await need(0, 180)).toMatchObject({ agents: 0, onShift: 0 })
  expect(await need(500, 0)).toMatchObject({ agents: 0, onShift: 0 })
  const many = await need(10_000, 300)
  expect(many.agents).toBeGreaterThan(833)
  expect(many.agents).toBeLessThan(1000)
  await db.execute(sql`delete from demand where task_id = ${floor.mail}`)
})

test('a night of 25 hours with the unskilled, the almost absent, somebody of two teams, an impossible wish and no weights is planned as far as it can be, and published', async () => {
  // Ten hours by the sun, nine by the wall.
  for (const person of [floor.operator, floor.colleague, unskilled])
    await makeShift(person, `${DATE}T19:00:00Z`, '2031-10-26T05:00:00Z', DATE)
  await makeShift(short, `${DATE}T19:00:00Z`, '2031-10-26T04:00:00Z', DATE)
  await makeShift({ ...floor.operator, teamId: floor.otherTeam }, `${DATE}T05:00:00Z`, `${DATE}T08:00:00Z`)
  // A quarter of an hour, then an hour and three quarters remain.
  await away(short, `${DATE}T19:15:00Z`, '2031-10-26T02:15:00Z')
  await setDemand(
    floor.supervisor,
    {
      siteId: floor.siteId,
      taskId: floor.expert,
      from: `${DATE}T20:00:00Z`,
      to: `${DATE}T23:00:00Z`,
      minimum: 9,
      target: 9,
    },
    options,
  )
  const planId = await open(DATE)
  const none = Object.fromEntries(AIMS.map((aim) => [aim, 0]))
  await startRun(floor.supervisor, { planId, seconds: 1, ...none }, options)
  await planRotation(NOW)
  const { run } = await findRun(floor.supervisor, { planId })
  expect(run?.status).toBe('done')
  const outcome = run?.outcome
  expect(outcome?.excluded).toEqual([])
  expect(outcome?.causes).toEqual([expect.objectContaining({ taskId: floor.expert, able: 0 })])
  expect(outcome?.unmet[0]).toMatchObject({ taskId: floor.expert, missing: 9, below: 'min' })
  expect(new Set(outcome?.people.map(({ shiftId }) => shiftId)).size).toBe(outcome?.people.length)
  const shifts = await board(DATE)
  expect(shifts).toHaveLength(4)
  for (const { broken, pieces } of shifts) {
    expect(broken.filter(isHard)).toEqual([])
    expect(pieces.length).toBeGreaterThan(0)
  }
  const of = (person: Actor) => shifts.find(({ personId }) => personId === person.personId)
  const known = new Set<string | null>([floor.voice, floor.mail, floor.expert])
  expect(of(unskilled)?.pieces.some(({ taskId }) => known.has(taskId))).toBe(false)
  expect(of(short)?.pieces[0]?.from).toBe(Date.parse('2031-10-26T02:15:00Z'))
  expect((await publishPlan(floor.supervisor, { planId }, options)).told).toBe(4)
})

test('a night and a day of 23 hours: wanted hour by hour, planned, published, read as one band, and swapped over the lost hour', async () => {
  const [eve, spring, now] = ['2031-03-29', '2031-03-30', new Date('2031-03-28T12:00:00Z')]
  const at = (time: string) => `${time < '12:00' ? spring : eve}T${time}:00Z`
  const ask = { teamId: floor.teamId, date: spring, stepMinutes: 60 as const }
  const { slots, tasks, from } = await demandDay(floor.supervisor, ask, { now })
  expect(slots.map((slot) => minuteAt(new Date(slot), 'Europe/Kyiv') / 60)).toEqual(
    Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => hour !== 3),
  )
  const target = slots.flatMap((_, slot) => tasks.map(({ id }) => (id === floor.mail ? slot + 1 : 0)))
  const whole = {
    siteId: floor.siteId,
    from: new Date(from).toISOString(),
    slots: 23,
    stepMinutes: 60 as const,
  }
  const taskIds = tasks.map(({ id }) => id)
  await layDemand(floor.supervisor, { ...whole, taskIds, target, minimum: target.map(() => 0) }, { now })
  const { cells } = await demandDay(floor.supervisor, ask, { now })
  expect(cells.flatMap((row) => row.filter((_, cell) => cell % 2 === 1))).toEqual(target)
  await db.execute(sql`delete from demand where site_id = ${floor.siteId} and task_id = ${floor.mail}`)

  // Nine hours by the wall, eight by the sun.
  for (const person of [floor.operator, floor.colleague])
    await makeShift(person, at('20:00'), at('04:00'), eve)
  const planId = await open(eve, now)
  await startRun(floor.supervisor, { planId, seconds: 1 }, { now })
  await planRotation(now)
  expect((await findRun(floor.supervisor, { planId })).run).toMatchObject({ status: 'done' })
  const drafted = await board(eve, now)
  expect(drafted.flatMap(({ broken }) => broken.filter(isHard))).toEqual([])
  const rests = ['21:45', '23:30', '01:30', '02:45']
  const stints = ['20:00', '22:00', '00:00', '01:45', '03:00']
  const days = drafted.map(({ shiftId, personId }) => ({
    shiftId,
    pieces: stints.flatMap((start, stint) => {
      const [rest, next] = [rests[stint], stints[stint + 1]]
      const speaks = start === '00:00' && personId === floor.operator.personId
      const task = { taskId: speaks ? floor.voice : floor.mail, from: at(start), to: at(rest ?? '04:00') }
      if (!rest || !next) return [task]
      return [
        task,
        { what: stint === 1 ? ('meal' as const) : ('pause' as const), from: at(rest), to: at(next) },
      ]
    }),
  }))
  await layDays(floor.supervisor, { planId, days }, { now })
  await publishPlan(floor.supervisor, { planId }, { now })
  const bandOf = async (person: Actor) => {
    const { week } = await myDay(person, { date: eve }, { now })
    const [shift] = week.find(({ date }) => date === eve)?.shifts ?? []
    const blocks = shift?.blocks ?? []
    expect(blocks.map((block) => Date.parse(block.from))).toEqual(
      [shift?.from ?? '', ...blocks.slice(0, -1).map(({ to }) => to)].map(Date.parse),
    )
    const [first, last] = [blocks[0], blocks.at(-1)]
    expect(Date.parse(last?.to ?? '') - Date.parse(first?.from ?? '')).toBe(8 * 3_600_000)
    const over = blocks.find((block) => block.from < at('01:00') && block.to > at('01:00'))
    return { shiftId: shift?.id ?? '', over: over?.shortTitle?.uk }
  }
  const mine = await bandOf(floor.operator)
  // Whoever works at night opens the page after midnight and finds the shift.
  expect((await myDay(floor.operator, {}, { now: new Date(at('01:00')) })).date).toBe(eve)
  expect([mine.over, (await bandOf(floor.colleague)).over]).toEqual(['voice', 'email'])
  const offer = { shiftId: mine.shiftId, from: at('00:00'), to: at('01:30') }
  const personIds = [floor.colleague.personId]
  const { swapId } = await offerSwap(floor.operator, { ...offer, personIds }, { now })
  expect(await answerSwap(floor.colleague, { swapId, answer: 'yes' }, { now })).toEqual({ status: 'agreed' })
  expect(await decideSwap(floor.supervisor, { swapId, decision: 'approve' }, { now })).toEqual({
    status: 'applied',
  })
  expect([(await bandOf(floor.operator)).over, (await bandOf(floor.colleague)).over]).toEqual([
    'email',
    'voice',
  ])
})

// The last: it takes a task away.
test('a day whose task is retired while it is being worked is planned anew: what was begun stays, nobody is put on it again', async () => {
  const date = '2031-10-29'
  const at = (time: string) => `${date}T${time}:00Z`
  for (const person of [floor.operator, floor.colleague]) await makeShift(person, at('07:00'), at('16:00'))
  const planId = await open(date)
  const want = {
    siteId: floor.siteId,
    taskId: floor.mail,
    from: at('07:00'),
    to: at('16:00'),
    minimum: 1,
    target: 2,
  }
  await setDemand(floor.supervisor, want, options)
  await startRun(floor.supervisor, { planId, seconds: 1 }, options)
  await planRotation(NOW)
  await publishPlan(floor.supervisor, { planId }, options)
  await db.execute(sql`update tasks set retired_at = ${at('09:00')}::timestamptz where id = ${floor.mail}`)
  const noon = new Date(at('09:07'))
  const anew = await open(date, noon)
  await startRun(floor.supervisor, { planId: anew, seconds: 1 }, { now: noon })
  await planRotation(noon)
  expect((await findRun(floor.supervisor, { planId: anew })).run).toMatchObject({
    status: 'done',
    outcome: { excluded: [] },
  })
  const shifts = await board(date, noon)
  const begun = Date.parse(at('09:15'))
  const mails = shifts.flatMap(({ pieces }) => pieces.filter(({ taskId }) => taskId === floor.mail))
  expect(mails.length).toBeGreaterThan(0)
  for (const { to } of mails) expect(to).toBeLessThanOrEqual(begun)
})
