import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { systemActor } from '#domain/access'
import { askForDate } from '#server/training/ask'
import { listOwnSessions } from '#server/training/calendar-queries'
import { cancelSession } from '#server/training/cancel-session'
import { changeSession } from '#server/training/change-session'
import { listDemand } from '#server/training/demand-queries'
import { listDesk, planningChoices } from '#server/training/desk-queries'
import { enrol } from '#server/training/enrol'
import { listEnrolments } from '#server/training/lists-queries'
import { markSession } from '#server/training/mark-session'
import { planSeries } from '#server/training/plan-series'
import { listTrainings } from '#server/training/queries'
import { rateTraining } from '#server/training/rate'
import { trainingRecord } from '#server/training/record-queries'
import { refuseEnrolment } from '#server/training/refuse'
import { remindOfExpiry } from '#server/training/remind'
import { findSession } from '#server/training/session-page-queries'
import { findTraining } from '#server/training/training-queries'

const training = (slug: string) => referenceId('training', slug)
const WINTER = new Date('2027-01-11T08:00:00Z')
const reason = 'Тренер захворів, шукаємо заміну'

let siteId: string
let trainer: Actor

const person = () => makePerson({ siteId, positionId: referenceId('position', 'operator') })
const plan = async (slug: string, wish: Partial<Parameters<typeof planSeries>[1]> = {}) => {
  const base = {
    trainingId: training(slug),
    siteId,
    date: '2027-02-01',
    time: '10:00',
    minutes: 180,
    seats: 2,
  }
  const input = { ...base, place: { uk: 'Кімната 1' }, ...wish }
  return (await planSeries(trainer, input, { now: WINTER })).sessionIds
}
const one = async (slug: string, wish?: Parameters<typeof plan>[1]) => (await plan(slug, wish))[0] as string
const take = (actor: Actor, sessionId: string) => enrol(actor, { sessionId }, { now: WINTER })
const told = async (actor: Actor) => {
  const { rows } = await db.execute<{ kind: string }>(
    sql`select kind from notices where person_id = ${actor.personId} order by id`,
  )
  return rows.map(({ kind }) => kind)
}
const lineOf = async (actor: Actor, slug: string, sessionId: string) => {
  const { sessions } = await findTraining(actor, { slug }, { now: WINTER })
  return sessions.find(({ id }) => id === sessionId)?.own
}

beforeAll(async () => {
  siteId = await makeSite()
  trainer = await makePerson({ siteId, roles: [{ role: 'trainer', siteId }] })
})

describe('planning', () => {
  test('a weekly series keeps its hour on the wall clock when the clocks change, and a session through the night keeps its length', async () => {
    const ids = await plan('voice', { date: '2027-03-22', times: 2, time: '09:30' })
    const hours = await db.execute(sql`
      select to_char(lower(period) at time zone 'Europe/Kyiv', 'HH24:MI') as wall, to_char(lower(period), 'HH24:MI') as utc,
        series_id is not null as together from training_sessions where id in (${ids[0]}, ${ids[1]}) order by period`)
    expect(hours.rows).toEqual([
      { wall: '09:30', utc: '07:30', together: true },
      { wall: '09:30', utc: '06:30', together: true },
    ])
    const night = await one('voice', { date: '2027-03-27', time: '23:00', minutes: 480 })
    const { rows } = await db.execute(sql`
      select extract(epoch from upper(period) - lower(period))::int / 60 as minutes from training_sessions where id = ${night}`)
    expect(rows).toEqual([{ minutes: 480 }])
  })

  test('a session in the past, for another site or with more people than seats is refused', async () => {
    await expect(plan('voice', { date: '2027-01-01' })).rejects.toMatchObject({
      fields: { date: { key: 'dateAhead' } },
    })
    await expect(plan('voice', { siteId: await makeSite() })).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(plan('voice', { least: 3 })).rejects.toMatchObject({
      fields: { least: { key: 'leastAboveSeats' } },
    })
    await expect(plan('data-protection')).rejects.toMatchObject({ reason: 'invalid' })
  })
})

test('the form offers what can be planned, the sites within reach and who trains now', async () => {
  const { trainings, sites, trainers } = await planningChoices(trainer, {})
  expect(trainings.map(({ slug }) => slug)).not.toContain('data-protection')
  expect(sites.map(({ id }) => id)).toEqual([siteId])
  expect(trainers.map(({ id }) => id)).toContain(trainer.personId)
  await expect(planningChoices(await person(), {})).rejects.toMatchObject({ reason: 'forbidden' })
})

describe('asking for a date', () => {
  test('is counted, answered by a new date, and becomes the enrolment', async () => {
    const slug = 'mentor-school'
    const [first, second] = [await person(), await person()]
    await askForDate(first, { trainingId: training(slug), wish: 'По вівторках' }, { now: WINTER })
    const later = new Date(WINTER.getTime() + 60_000)
    await askForDate(second, { trainingId: training(slug) }, { now: later })
    await expect(askForDate(first, { trainingId: training(slug) })).rejects.toMatchObject({
      reason: 'conflict',
    })
    const demand = await listDemand(trainer, {}, { now: WINTER })
    expect(demand.find((row) => row.slug === slug)).toMatchObject({ asking: 2, free: 0, toPlan: 1 })
    expect((await listDesk(trainer, {})).askers.map(({ wish }) => wish)).toEqual(['По вівторках', null])
    const sessionId = await one(slug)
    expect(await told(first)).toEqual(['training.datePlanned'])
    await take(first, sessionId)
    const enrolments = (await listEnrolments(first, {})).items
    expect(enrolments).toHaveLength(1)
    expect(enrolments[0]).toMatchObject({ state: 'booked', sessionId })
    const after = await listDemand(trainer, {}, { now: WINTER })
    expect(after.find((row) => row.slug === slug)).toMatchObject({ asking: 1, free: 1, toPlan: 0 })
  })

  test('is refused with a reason alone, and the person hears it', async () => {
    const actor = await person()
    const asked = await askForDate(actor, { trainingId: training('calibration') })
    const refusal = { enrolmentId: asked.enrolmentId, reason: 'ні' }
    await expect(refuseEnrolment(trainer, refusal)).rejects.toMatchObject({ reason: 'invalid' })
    await refuseEnrolment(trainer, { ...refusal, reason: 'Цей тренінг лише для тих, хто оцінює дзвінки' })
    expect(await told(actor)).toEqual(['training.refused'])
    expect((await findTraining(actor, { slug: 'calibration' })).told).toEqual({
      kind: 'refused',
      reason: 'Цей тренінг лише для тих, хто оцінює дзвінки',
    })
    expect((await findTraining(await person(), { slug: 'calibration' })).told).toBeNull()
    await expect(
      refuseEnrolment(await person(), { ...refusal, reason: 'Довга причина тут' }),
    ).rejects.toMatchObject({ reason: 'forbidden' })
  })
})

describe('a changed session', () => {
  test('more seats go down the line in order; fewer than those who sit is refused', async () => {
    const sessionId = await one('voice', { date: '2027-02-03', seats: 1 })
    const people = [await person(), await person(), await person()] as const
    for (const actor of people) await take(actor, sessionId)
    expect(await lineOf(people[2], 'voice', sessionId)).toMatchObject({ state: 'waitlisted', line: 2 })
    const same = { sessionId, date: '2027-02-03', time: '10:00', minutes: 180, place: { uk: 'Кімната 1' } }
    const now = { now: WINTER }
    expect(await changeSession(trainer, { ...same, seats: 2 }, now)).toEqual({ moved: false, movedUp: 1 })
    expect(await told(people[1])).toEqual(['training.seatFreed'])
    expect(await lineOf(people[2], 'voice', sessionId)).toMatchObject({ state: 'waitlisted', line: 1 })
    await expect(changeSession(trainer, { ...same, seats: 1 }, now)).rejects.toMatchObject({
      fields: { seats: { key: 'fewerThanBooked', params: { booked: 2 } } },
    })
  })

  test('moves with a reason, tells all concerned, and refuses to put anybody in two places', async () => {
    const sessionId = await one('voice', { date: '2027-02-04' })
    const elsewhere = await one('crm-lab', { date: '2027-02-05' })
    const [actor, both] = [await person(), await person()]
    await take(actor, sessionId)
    await take(both, sessionId)
    await take(both, elsewhere)
    const moved = { sessionId, time: '11:00', minutes: 180, seats: 2, place: { uk: 'Кімната 1' } }
    const now = { now: WINTER }
    await expect(changeSession(trainer, { ...moved, date: '2027-02-06' }, now)).rejects.toMatchObject({
      fields: { reason: { key: 'moveReason' } },
    })
    await expect(changeSession(trainer, { ...moved, date: '2027-02-05', reason }, now)).rejects.toMatchObject(
      { fields: { date: { key: 'clash' } } },
    )
    await changeSession(trainer, { ...moved, date: '2027-02-06', reason }, now)
    expect(await told(actor)).toEqual(['training.moved'])
    const own = await lineOf(actor, 'voice', sessionId)
    expect(own?.moved).toMatchObject({ reason })
    // Another room is told too, or people would sit in the old one; the trainer who takes it over hears of it.
    const leads = await makePerson({ siteId, roles: [{ role: 'trainer', siteId }] })
    const room = { ...moved, date: '2027-02-06', place: { uk: 'Кімната 9' }, trainerId: leads.personId }
    expect(await changeSession(trainer, room, now)).toEqual({ moved: false, movedUp: 0 })
    expect(await told(actor)).toEqual(['training.moved', 'training.moved'])
    expect(await told(leads)).toEqual(['training.toLead'])
    expect(await listOwnSessions(leads, {}, now)).toMatchObject([{ sessionId, state: 'leads' }])
    await expect(changeSession(trainer, { ...room, least: 3 }, now)).rejects.toMatchObject({
      fields: { least: { key: 'leastAboveSeats' } },
    })
    const page = await findSession(trainer, { sessionId })
    expect(page.changes).toMatchObject([{ kind: 'moved', reason }])
    const [entry] = await listOwnSessions(actor, { sessionId }, now)
    expect(new Date(entry?.startsAt ?? 0).toISOString()).toBe('2027-02-06T09:00:00.000Z')
    await expect(db.execute(sql`update session_changes set reason = 'Зовсім інша причина'`)).rejects.toThrow()
  })

  test('is cancelled with a reason: all hear it and stand among those who ask', async () => {
    const sessionId = await one('idea-to-change', { seats: 1 })
    const [seated, waiting] = [await person(), await person()]
    await take(seated, sessionId)
    await take(waiting, sessionId)
    expect(await cancelSession(trainer, { sessionId, reason }, { now: WINTER })).toMatchObject({ told: 2 })
    expect(await told(waiting)).toEqual(['training.cancelled'])
    const why = { kind: 'cancelled', reason }
    expect((await findTraining(waiting, { slug: 'idea-to-change' })).told).toEqual(why)
    await take(waiting, await one('idea-to-change', { date: '2027-02-08' }))
    expect((await findTraining(waiting, { slug: 'idea-to-change' })).told).toBeNull()
    expect((await listEnrolments(seated, {})).items[0]).toMatchObject({ state: 'requested', sessionId: null })
    await expect(cancelSession(trainer, { sessionId, reason })).rejects.toMatchObject({ reason: 'conflict' })
    const { rows } = await db.execute(sql`select booked from training_sessions where id = ${sessionId}`)
    expect(rows).toEqual([{ booked: 0 }])
  })
})

describe('marks', () => {
  const OVER = new Date('2027-02-10T18:00:00Z')

  test('are made for all at once, corrected until a pass, and a pass gives certificate and levels', async () => {
    const sessionId = await one('voice', { date: '2027-02-10', seats: 3 })
    const people = [await person(), await person(), await person()] as const
    const ids: string[] = []
    for (const actor of people) ids.push((await take(actor, sessionId)).enrolmentId)
    const marks = (...given: ('none' | 'present' | 'absent' | 'passed' | 'failed')[]) =>
      given.map((mark, at) => ({ enrolmentId: ids[at] as string, mark }))
    const before = { sessionId, marks: marks('present') }
    await expect(markSession(trainer, before, { now: WINTER })).rejects.toMatchObject({
      fault: { key: 'sessionAhead' },
    })
    const now = { now: OVER }
    expect((await listDesk(trainer, {}, now)).unmarked.map(({ id }) => id)).toContain(sessionId)
    const first = { sessionId, marks: marks('none', 'absent', 'failed'), rest: 'present' as const }
    expect((await markSession(trainer, first, now)).marked).toBe(3)
    expect((await listEnrolments(people[0], {})).items[0]?.state).toBe('attended')
    const done = await markSession(trainer, { sessionId, marks: marks('passed', 'absent', 'present') }, now)
    expect(done).toEqual({ marked: 2, passed: 1 })
    expect((await trainingRecord(people[0], {})).passed).toMatchObject([
      { completedOn: '2027-02-10', code: expect.stringMatching(/^.{16}$/) },
    ])
    expect((await listEnrolments(people[1], {})).items[0]?.state).toBe('no-show')
    await expect(markSession(trainer, { sessionId, marks: marks('absent') }, now)).rejects.toMatchObject({
      fault: { key: 'passStands' },
    })
    expect((await markSession(trainer, { sessionId, marks: marks('passed') }, now)).marked).toBe(0)
    await expect(
      db.execute(
        sql`update attendances set marked_by = ${people[1].personId} where enrolment_id = ${ids[1]}`,
      ),
    ).rejects.toThrow()
  })

  test('a trainer who sat in a session is marked by another', async () => {
    const sessionId = await one('voice', { date: '2027-02-10', time: '14:00' })
    const { enrolmentId } = await take(trainer, sessionId)
    const marks = [{ enrolmentId, mark: 'passed' as const }]
    await expect(markSession(trainer, { sessionId, marks }, { now: OVER })).rejects.toMatchObject({
      fault: { key: 'notYourself' },
    })
  })

  test('usefulness is rated by whoever was there, passed or not, and by nobody else, also past the verb', async () => {
    const sessionId = await one('product-basics', { date: '2027-02-09', seats: 5 })
    const [passed, failed, absent, waits] = [await person(), await person(), await person(), await person()]
    const trainingId = training('product-basics')
    const mark = async (actor: Actor, said: 'passed' | 'failed' | 'absent' | 'present') => {
      const { rows } = await db.execute<{ id: string }>(
        sql`select id from enrolments where person_id = ${actor.personId} and session_id = ${sessionId}`,
      )
      const marks = [{ enrolmentId: rows[0]?.id as string, mark: said }]
      await markSession(trainer, { sessionId, marks }, { now: OVER })
    }
    for (const actor of [passed, failed, absent]) await take(actor, sessionId)
    await expect(rateTraining(passed, { trainingId, usefulness: 5 })).rejects.toMatchObject({
      fault: { key: 'constraint.training_ratings_attended' },
    })
    await mark(passed, 'passed')
    await mark(failed, 'failed')
    await mark(absent, 'absent')
    for (const actor of [absent, waits])
      await expect(rateTraining(actor, { trainingId, usefulness: 1 })).rejects.toMatchObject({
        reason: 'conflict',
      })
    await expect(
      db.execute(sql`insert into training_ratings values (${absent.personId}, ${trainingId}, 1, now())`),
    ).rejects.toThrow()
    await rateTraining(passed, { trainingId, usefulness: 2 })
    await rateTraining(passed, { trainingId, usefulness: 5 })
    await Promise.all(Array.from({ length: 30 }, () => rateTraining(failed, { trainingId, usefulness: 2 })))
    const useful = async () =>
      (await listTrainings(passed, { limit: 100 })).items.find(({ id }) => id === trainingId)?.useful
    expect(await useful()).toEqual({ average: 3.5, voices: 2 })
    expect((await trainingRecord(failed, {})).failed).toMatchObject([
      { slug: 'product-basics', on: '2027-02-10', usefulness: 2 },
    ])
    expect((await trainingRecord(passed, {})).passed).toMatchObject([{ usefulness: 5 }])
    // The mark was a mistake: whoever was not there has no voice.
    await mark(failed, 'absent')
    expect(await useful()).toEqual({ average: 5, voices: 1 })
  })
})

test('the end of a pass is told at 90, 60, 30 and 7 days, each once, and not while it is being renewed', async () => {
  const actor = await person()
  await db.execute(sql`
    insert into completions (id, person_id, training_id, outcome, completed_on, valid_until, recorded_by, created_at)
    values (gen_random_uuid(), ${actor.personId}, ${training('self-care')}, 'passed', '2026-05-01', '2027-05-01',
      ${trainer.personId}, ${WINTER})`)
  const remind = (day: string) => remindOfExpiry(systemActor(), {}, { now: new Date(`${day}T05:00:00Z`) })
  const counts = []
  for (const day of [
    '2027-01-20',
    '2027-02-01',
    '2027-02-02',
    '2027-03-03',
    '2027-04-28',
    '2027-04-29',
    '2027-05-09',
  ])
    counts.push((await remind(day)).reminded)
  expect(counts).toEqual([0, 1, 0, 1, 1, 0, 0])
  expect(await told(actor)).toEqual(Array.from({ length: 3 }, () => 'training.expiring'))
})
