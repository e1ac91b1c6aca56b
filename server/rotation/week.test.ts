import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import type { Floor } from '#db/testing/floor'
import { makeFloor, makeShift } from '#db/testing/floor'
import { makePerson } from '#db/testing/people'
import { buildRotationWorker } from '#db/testing/rotation-worker'
import { DEFAULT_WEIGHTS } from '#domain/rotation/day-weights'
import { isHard } from '#domain/rotation/rules'
import { planRotation } from '#server/jobs/plan-rotation'
import { breakRule } from '#server/rotation/break-rule-queries'
import { openPlan } from '#server/rotation/open-plan'
import { planWeek } from '#server/rotation/plan-week'
import { previewRun } from '#server/rotation/preview-queries'
import { findRun } from '#server/rotation/run-queries'
import { setBreakRule } from '#server/rotation/set-break-rule'
import { setDemand } from '#server/rotation/set-demand'
import { setWeights } from '#server/rotation/set-weights'
import { startRun } from '#server/rotation/start-run'
import { stopWeek } from '#server/rotation/stop-week'
import { teamDay } from '#server/rotation/team-queries'
import { weekPlans } from '#server/rotation/week-queries'
import { planWeightsNow } from '#server/rotation/weights-queries'

// A Monday, so that the whole week is ahead.
const MONDAY = '2031-11-03'
const NOW = new Date('2031-11-03T05:00:00Z')
const options = { now: NOW }
const DAYS = ['2031-11-04', '2031-11-05', '2031-11-06']
let floor: Floor

beforeAll(async () => {
  floor = await makeFloor()
  await buildRotationWorker()
  for (const date of DAYS) {
    for (const person of [floor.operator, floor.colleague])
      await makeShift(person, `${date}T07:00:00Z`, `${date}T16:00:00Z`)
    // One of two is on the phone all day: over the week it must not be the same one.
    const all = { siteId: floor.siteId, from: `${date}T07:00:00Z`, to: `${date}T16:00:00Z`, minimum: 0 }
    await setDemand(floor.supervisor, { ...all, taskId: floor.voice, target: 1 }, options)
    await setDemand(floor.supervisor, { ...all, taskId: floor.mail, target: 1 }, options)
  }
})

const week = () => weekPlans(floor.supervisor, { teamId: floor.teamId, date: MONDAY }, options)

test('a week is drafted day by day, and whoever carried more gets less on the next day', async () => {
  const asked = { teamId: floor.teamId, date: MONDAY, seconds: 1 }
  await expect(planWeek(floor.stranger, asked, options)).rejects.toMatchObject({ reason: 'not-found' })
  expect(await planWeek(floor.supervisor, asked, options)).toEqual({ days: 3 })
  expect((await week()).days.map(({ run }) => run)).toEqual([
    null,
    'waiting',
    'waiting',
    'waiting',
    null,
    null,
    null,
  ])
  await planRotation(NOW)
  expect((await week()).days.slice(1, 4).map(({ run, status, people }) => [run, status, people])).toEqual(
    DAYS.map(() => ['done', 'draft', 2]),
  )
  const voice = new Map<string, number>()
  for (const date of DAYS) {
    const { shifts } = await teamDay(floor.supervisor, { date, teamId: floor.teamId, view: 'draft' }, options)
    for (const { personId, pieces, broken } of shifts) {
      expect(broken.filter(isHard)).toEqual([])
      const slots = pieces
        .filter(({ taskId }) => taskId === floor.voice)
        .reduce((sum, { from, to }) => sum + (to - from) / 900_000, 0)
      voice.set(personId, (voice.get(personId) ?? 0) + slots)
    }
  }
  const [most = 0, least = 0] = [...voice.values()].sort((a, b) => b - a)
  expect(most - least).toBeLessThan(0.25 * (most + least))
})

test('a week is stopped as a whole: what was found stays, what waits is not begun', async () => {
  const days = ['2031-11-11', '2031-11-12', '2031-11-13']
  for (const date of days)
    for (const person of [floor.operator, floor.colleague])
      await makeShift(person, `${date}T07:00:00Z`, `${date}T16:00:00Z`)
  const asked = { teamId: floor.teamId, date: days[0] as string }
  const told = async () => {
    const { days } = await weekPlans(floor.supervisor, asked, options)
    return days.slice(1, 4).map(({ run, status }) => [run, status])
  }
  await planWeek(floor.supervisor, { ...asked, seconds: 20 }, options)
  const working = planRotation(NOW)
  await expect.poll(told, { timeout: 5000 }).toContainEqual(['running', 'draft'])
  await expect(stopWeek(floor.stranger, asked, options)).rejects.toMatchObject({ reason: 'not-found' })
  expect(await stopWeek(floor.supervisor, asked, options)).toEqual({ stopping: 1, notBegun: 2 })
  await working
  expect(await told()).toEqual([
    ['done', 'draft'],
    [null, null],
    [null, null],
  ])
  const day = { date: days[0] as string, teamId: floor.teamId, view: 'draft' as const }
  const { shifts } = await teamDay(floor.supervisor, day, options)
  expect(shifts.every(({ pieces }) => pieces.length > 0)).toBe(true)
  expect(await stopWeek(floor.supervisor, asked, options)).toEqual({ stopping: 0, notBegun: 0 })
})

test('HR’s weights are where every new draft begins; a planner’s slider is for one', async () => {
  const hr = await makePerson({ siteId: floor.siteId, roles: [{ role: 'hr' }] })
  const mine = { ...DEFAULT_WEIGHTS, variety: 7 }
  await expect(setWeights(floor.supervisor, mine, options)).rejects.toMatchObject({ reason: 'forbidden' })
  expect((await planWeightsNow(floor.supervisor, {}, options)).weights).toEqual(DEFAULT_WEIGHTS)
  await setWeights(hr, mine, options)
  const { planId } = await openPlan(
    floor.supervisor,
    { teamId: floor.teamId, onDate: DAYS[0] as string },
    options,
  )
  expect((await findRun(floor.supervisor, { planId }, options)).usual.variety).toBe(7)
  await startRun(floor.supervisor, { planId, seconds: 1, over: 5 }, { now: new Date(NOW.getTime() + 60_000) })
  await setWeights(hr, DEFAULT_WEIGHTS, { now: new Date(NOW.getTime() + 120_000) })
  await planRotation(NOW)
  // The sliders show what this plan was made with, beside what is usual.
  const { run, usual } = await findRun(floor.supervisor, { planId }, options)
  expect(run?.weights).toEqual({ ...mine, over: 5 })
  expect(usual).toEqual(DEFAULT_WEIGHTS)
  // Around a hand's changes the plan goes on by its own weights; made anew it begins with HR's.
  for (const [at, keeps] of (['touched', 'nothing'] as const).entries()) {
    await startRun(
      floor.supervisor,
      { planId, seconds: 1, keeps },
      { now: new Date(NOW.getTime() + (180 + at) * 1000) },
    )
    await db.execute(sql`update plan_runs set status = 'done', ended_at = asked_at where plan_id = ${planId}`)
  }
  const { rows } = await db.execute<{ variety: number; over: number }>(sql`
    select (weights ->> 'variety')::int as variety, (weights ->> 'over')::int as over
    from plan_runs where plan_id = ${planId} order by asked_at desc limit 3`)
  expect(rows.map(({ variety, over }) => [variety, over])).toEqual([
    [DEFAULT_WEIGHTS.variety, DEFAULT_WEIGHTS.over],
    [7, 5],
    [7, 5],
  ])
})

test('HR’s rule of rests is for plans begun from then on, must leave a usual day possible, and one is in force', async () => {
  const hr = await makePerson({ siteId: floor.siteId, roles: [{ role: 'hr' }] })
  const { rule } = await breakRule(floor.supervisor, {}, options)
  const { id: _, since: __, until: ___, pauseMinutes: ____, ...old } = rule
  const wish = {
    ...old,
    title: { uk: 'Через годину', en: 'Hourly' },
    maxWorkMinutes: 60,
    minStintMinutes: 30,
  }
  await expect(setBreakRule(floor.supervisor, wish, options)).rejects.toMatchObject({ reason: 'forbidden' })
  const impossible = { ...wish, minStintMinutes: 60, mealEarliest: 33, mealLatest: 33, tailMinutes: 60 }
  await expect(setBreakRule(hr, impossible, options)).rejects.toMatchObject({
    fields: { maxWorkMinutes: { key: 'rotation.noUsualShift' } },
  })
  await expect(setBreakRule(hr, { ...wish, minStintMinutes: 90 }, options)).rejects.toMatchObject({
    reason: 'invalid',
  })
  const day = { teamId: floor.teamId, onDate: '2031-11-08' }
  const before = await openPlan(floor.supervisor, day, options)
  await Promise.all([wish, wish, wish].map((one) => setBreakRule(hr, one, options)))
  const after = await breakRule(floor.supervisor, {}, options)
  expect(after.rule).toMatchObject({ title: wish.title, maxWorkMinutes: 60, until: null })
  expect(after.former).toHaveLength(3)
  const later = await openPlan(floor.supervisor, { ...day, onDate: '2031-11-09' }, options)
  const ruleOf = async ({ planId }: { planId: string }) => {
    const { rows } = await db.execute(sql`
      select b.max_work_minutes as minutes from rotation_plans p join break_rules b on b.id = p.break_rule_id where p.id = ${planId}`)
    return rows
  }
  expect([await ruleOf(before), await ruleOf(later)]).toEqual([[{ minutes: 120 }], [{ minutes: 60 }]])
  await setBreakRule(hr, old, options)
})

test('what other weights would change is shown without storing anything', async () => {
  const { planId } = await openPlan(
    floor.supervisor,
    { teamId: floor.teamId, onDate: DAYS[1] as string },
    options,
  )
  const before = await teamDay(
    floor.supervisor,
    { date: DAYS[1], teamId: floor.teamId, view: 'draft' },
    options,
  )
  const tried = await previewRun(floor.supervisor, { planId, block: 40 }, options)
  expect(tried.would.block).toBeLessThanOrEqual(tried.now?.block ?? 0)
  const after = await teamDay(
    floor.supervisor,
    { date: DAYS[1], teamId: floor.teamId, view: 'draft' },
    options,
  )
  expect(after.shifts).toEqual(before.shifts)
  await expect(previewRun(floor.stranger, { planId }, options)).rejects.toMatchObject({
    reason: 'not-found',
  })
})
