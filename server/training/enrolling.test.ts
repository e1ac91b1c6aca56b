import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { readiness } from '#server/career/own-queries'
import { beginTraining } from '#server/training/begin'
import { completeTraining } from '#server/training/complete'
import { enrol } from '#server/training/enrol'
import { listCompletions, listEnrolments, listSessions } from '#server/training/lists-queries'
import { planSession } from '#server/training/plan-session'
import { listTrainings } from '#server/training/queries'
import { findTraining } from '#server/training/training-queries'
import { withdraw } from '#server/training/withdraw'

const DAY = 86_400_000
const at = (days: number) => new Date(Date.now() + days * DAY).toISOString()
const training = (slug: string) => referenceId('training', slug)
const today = () => new Date().toISOString().slice(0, 10)

let siteId: string
let hr: Actor
let trainer: Actor

const person = () => makePerson({ siteId, positionId: referenceId('position', 'operator') })
const session = async (slug: string, days: number, seats = 5) => {
  const planned = { trainingId: training(slug), startsAt: at(days), endsAt: at(days + 0.3), seats, siteId }
  return (await planSession(trainer, { ...planned, place: { uk: 'Кімната 2' } })).sessionId
}
const stateOf = async (actor: Actor) => (await listEnrolments(actor, {})).items[0]?.state

beforeAll(async () => {
  siteId = await makeSite()
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
  trainer = await makePerson({ siteId, roles: [{ role: 'trainer', siteId }] })
})

describe('seats', () => {
  test('fifty press at once for five seats: five sit, forty-five stand in a stable line', async () => {
    const sessionId = await session('voice', 10)
    const people = await Promise.all(Array.from({ length: 50 }, person))
    const results = await Promise.all(people.map((actor) => enrol(actor, { sessionId })))
    expect(results.filter(({ state }) => state === 'booked')).toHaveLength(5)
    const lines = results.flatMap(({ line }) => line ?? []).toSorted((a, b) => a - b)
    expect(lines).toEqual(Array.from({ length: 45 }, (_, index) => index + 1))
    // The order stays: a seat that is given back goes to the first, and all the others move up by one.
    const line = async () => {
      const { rows } = await db.execute<{ person: string }>(sql`
        select person_id as person from enrolments where session_id = ${sessionId} and state = 'waitlisted' order by line`)
      return rows.map(({ person }) => person)
    }
    const before = await line()
    const byAnswer = people
      .flatMap((actor, index) => ({ id: actor.personId, at: results[index]?.line ?? 0 }))
      .filter(({ at: place }) => place > 0)
      .toSorted((a, b) => a.at - b.at)
    expect(before).toEqual(byAnswer.map(({ id }) => id))
    const leaver = results.findIndex(({ state }) => state === 'booked')
    await withdraw(people[leaver] as Actor, { enrolmentId: results[leaver]?.enrolmentId as string })
    expect(await line()).toEqual(before.slice(1))
    const { rows } = await db.execute(
      sql`select booked, seats from training_sessions where id = ${sessionId}`,
    )
    expect(rows[0]).toEqual({ booked: 5, seats: 5 })
  })

  test('thirty raw inserts at once past the verb are refused by Postgres, all but five', async () => {
    const sessionId = await session('voice', 11)
    const people = await Promise.all(Array.from({ length: 30 }, person))
    const results = await Promise.allSettled(
      people.map(({ personId }) =>
        db.execute(sql`
          insert into enrolments (id, person_id, training_id, session_id, period, why, state, asked_by, asked_at)
          select gen_random_uuid(), ${personId}, training_id, id, period, 'rung', 'booked', ${personId}, now()
          from training_sessions where id = ${sessionId}`),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  })

  test('nobody writes the count by hand, and fewer seats than people is refused', async () => {
    const sessionId = await session('voice', 12, 2)
    await enrol(await person(), { sessionId })
    await enrol(await person(), { sessionId })
    await expect(
      db.execute(sql`update training_sessions set booked = 0 where id = ${sessionId}`),
    ).rejects.toThrow()
    await expect(
      db.execute(sql`update training_sessions set seats = 1 where id = ${sessionId}`),
    ).rejects.toThrow()
  })

  test('a freed seat goes to the first in line, who is told', async () => {
    const sessionId = await session('voice', 13, 1)
    const [seated, first, second] = [await person(), await person(), await person()]
    const { enrolmentId } = await enrol(seated, { sessionId })
    await enrol(first, { sessionId })
    await enrol(second, { sessionId })
    expect(await withdraw(seated, { enrolmentId })).toEqual({ movedUp: 1 })
    expect(await stateOf(first)).toBe('booked')
    expect(await stateOf(second)).toBe('waitlisted')
    const { sessions } = await findTraining(second, { slug: 'voice' })
    expect(sessions.find(({ id }) => id === sessionId)?.own?.line).toBe(1)
    const told = await db.execute(sql`select person_id from notices where kind = 'training.seatFreed'
      and person_id = any(${sql.param([first.personId, second.personId])}::uuid[])`)
    expect(told.rows).toEqual([{ person_id: first.personId }])
  })

  test('whoever sits elsewhere at that time is passed over and keeps the place', async () => {
    const [voice, lab] = [await session('voice', 14, 1), await session('crm-lab', 14.1, 3)]
    const [seated, first, second] = [await person(), await person(), await person()]
    const { enrolmentId } = await enrol(seated, { sessionId: voice })
    await enrol(first, { sessionId: voice })
    await enrol(second, { sessionId: voice })
    await enrol(first, { sessionId: lab })
    await withdraw(seated, { enrolmentId })
    expect(await stateOf(second)).toBe('booked')
    const { items } = await listEnrolments(first, {})
    expect(items.map(({ state }) => state).toSorted()).toEqual(['booked', 'waitlisted'])
  })
})

describe('one person', () => {
  test('is not in two sessions at the same time, nor twice in one training', async () => {
    const [voice, lab, later] = [
      await session('voice', 20),
      await session('crm-lab', 20.1),
      await session('voice', 25),
    ]
    const actor = await person()
    await enrol(actor, { sessionId: voice })
    await expect(enrol(actor, { sessionId: lab })).rejects.toMatchObject({
      fault: { key: 'constraint.enrolments_one_place' },
    })
    await expect(enrol(actor, { sessionId: later })).rejects.toMatchObject({
      fault: { key: 'constraint.enrolments_one_open' },
    })
  })

  test('who passed or failed in a session was in no other at that hour', async () => {
    const [voice, lab] = [await session('voice', 22), await session('crm-lab', 22.1)]
    const actor = await person()
    const { enrolmentId } = await enrol(actor, { sessionId: voice })
    for (const state of ['attended', 'completed', 'failed']) {
      await db.execute(sql`update enrolments set state = ${state} where id = ${enrolmentId}`)
      await expect(enrol(actor, { sessionId: lab })).rejects.toMatchObject({
        fault: { key: 'constraint.enrolments_one_place' },
      })
    }
    await db.execute(sql`update enrolments set state = 'no-show' where id = ${enrolmentId}`)
    expect((await enrol(actor, { sessionId: lab })).state).toBe('booked')
    await expect(
      db.execute(sql`update enrolments set state = 'completed' where id = ${enrolmentId}`),
    ).rejects.toThrow()
  })

  test('pressing ten times at once enrols once', async () => {
    const sessionId = await session('voice', 26)
    const actor = await person()
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => enrol(actor, { sessionId })))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('a moved session that would put somebody in two places is refused', async () => {
    const [voice, lab] = [await session('voice', 30), await session('crm-lab', 31)]
    const actor = await person()
    await enrol(actor, { sessionId: voice })
    await enrol(actor, { sessionId: lab })
    const move = db.execute(sql`update training_sessions set period =
      (select period from training_sessions where id = ${voice}) where id = ${lab}`)
    await expect(move).rejects.toThrow()
  })

  test('begins a self-paced training without a seat, and no other so', async () => {
    const actor = await person()
    await beginTraining(actor, { trainingId: training('metrics') })
    await expect(beginTraining(actor, { trainingId: training('metrics') })).rejects.toMatchObject({
      reason: 'conflict',
    })
    await expect(beginTraining(actor, { trainingId: training('voice') })).rejects.toMatchObject({
      fault: { key: 'trainingNeedsSession' },
    })
  })

  test('cannot give back the seat of another', async () => {
    const { enrolmentId } = await enrol(await person(), { sessionId: await session('voice', 32) })
    await expect(withdraw(await person(), { enrolmentId })).rejects.toMatchObject({ reason: 'not-found' })
  })
})

describe('completing', () => {
  test('proposes the levels, and confirms them where the exam is enough', async () => {
    const actor = await person()
    const before = (await readiness(actor, {})).targets.find(({ position }) => position.slug === 'consultant')
    const begun = await beginTraining(actor, { trainingId: training('product-exam') })
    const passed = {
      outcome: 'passed' as const,
      enrolmentId: begun.enrolmentId,
      completedOn: today(),
      score: 92,
    }
    expect(await completeTraining(trainer, passed)).toMatchObject({ levels: 1 })
    const after = (await readiness(actor, {})).targets.find(({ position }) => position.slug === 'consultant')
    expect((after?.met ?? 0) - (before?.met ?? 0)).toBe(2)
    const { items } = await listCompletions(actor, {})
    expect(items).toMatchObject([{ outcome: 'passed', score: 92 }])
    expect(items[0]?.validUntil).not.toBeNull()
    await expect(completeTraining(trainer, passed)).rejects.toMatchObject({
      fault: { key: 'enrolmentClosed' },
    })
  })

  test('of others is for the learning centre, of oneself for nobody', async () => {
    const actor = await person()
    const waiver = {
      outcome: 'waived' as const,
      personId: actor.personId,
      trainingId: training('voice'),
      completedOn: today(),
      reason: 'Диплом викладача риторики',
    }
    await expect(completeTraining(actor, waiver)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(completeTraining(hr, { ...waiver, personId: hr.personId })).rejects.toMatchObject({
      fault: { key: 'notYourself' },
    })
    await completeTraining(hr, waiver)
    await expect(completeTraining(hr, waiver)).rejects.toMatchObject({
      fault: { key: 'constraint.completions_once_a_day' },
    })
  })

  test('Postgres takes no waiver without a reason or by oneself, no self-confirmed level, no changed assessment', async () => {
    const { personId } = await person()
    const attack = (statement: ReturnType<typeof sql>) => expect(db.execute(statement)).rejects.toThrow()
    const waive = (by: string | null, reason: string | null) => sql`
      insert into completions (id, person_id, training_id, outcome, completed_on, recorded_by, reason, created_at)
      values (gen_random_uuid(), ${personId}, ${training('voice')}, 'waived', current_date, ${by}, ${reason}, now())`
    await attack(waive(hr.personId, null))
    await attack(waive(personId, 'Знає це дуже давно'))
    await attack(waive(null, 'Знає це дуже давно'))
    const assess = (source: string, by: string, state: string, reason: string | null = null) => sql`
      insert into assessments (id, person_id, competence_id, level, source, assessor_id, state, reason, at)
      values (gen_random_uuid(), ${personId}, ${referenceId('competence', 'sales')}, 2, ${source}, ${by}, ${state}, ${reason}, now())`
    await attack(assess('self', personId, 'confirmed'))
    await attack(assess('supervisor', personId, 'confirmed'))
    await attack(assess('supervisor', hr.personId, 'rejected', 'Поки що зарано для цього'))
    await db.execute(assess('supervisor', hr.personId, 'confirmed'))
    await attack(sql`update assessments set level = 4 where person_id = ${personId}`)
    await attack(sql`delete from assessments where person_id = ${personId}`)
  })
})

describe('the catalogue', () => {
  test('shows all, finds by words in both languages, and what the next rung needs', async () => {
    const actor = await person()
    expect((await listTrainings(actor, { limit: 100 })).items).toHaveLength(28)
    const found = await listTrainings(actor, { search: 'скарг' })
    expect(found.items.map(({ slug }) => slug)).toContain('complex-complaints')
    expect((await listTrainings(actor, { search: 'mentor' })).items.map(({ slug }) => slug)).toContain(
      'mentor-school',
    )
    const next = (await listTrainings(actor, { for: 'next-rung', limit: 100 })).items.map(({ slug }) => slug)
    expect(next).toContain('mentor-school')
    expect(next).not.toContain('strategy')
  })

  test('pages without gaps', async () => {
    const first = await listTrainings(hr, { limit: 20 })
    const rest = await listTrainings(hr, { limit: 20, cursor: first.next ?? '' })
    expect([...first.items, ...rest.items].map(({ code }) => code)).toHaveLength(28)
    expect(rest.next).toBeNull()
    const sessions = await listSessions(hr, { limit: 2 })
    const more = await listSessions(hr, { limit: 2, cursor: sessions.next ?? '' })
    expect(new Set([...sessions.items, ...more.items].map(({ id }) => id)).size).toBe(4)
  })

  test('a trainer of a site plans for that site, not for another', async () => {
    const planned = {
      trainingId: training('voice'),
      startsAt: at(40),
      endsAt: at(40.2),
      seats: 5,
      place: { uk: 'Кімната' },
    }
    await expect(planSession(trainer, { ...planned, siteId: await makeSite() })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    await expect(planSession(trainer, { ...planned, siteId, endsAt: at(39) })).rejects.toMatchObject({
      fields: { endsAt: { key: 'endsBeforeStart' } },
    })
  })
})

describe('search', () => {
  const found = async (search: string) =>
    (await listTrainings(hr, { search, limit: 100 })).items.map(({ slug }) => slug)

  test('takes any form of a word in either language, any apostrophe, and a slip of the hand', async () => {
    expect(await found('скаргами')).toContain('complex-complaints')
    expect(await found("розв'язанню контакту")).toContain('first-contact')
    expect(await found('complaint')).toContain('complex-complaints')
    expect(await found('наставникок')).toContain('mentor-school')
    expect(await found('T10')).toEqual(['mentor-school'])
    expect(await found('жираф')).toEqual([])
  })

  test('finds by a language what is led in it and what can be read in it whole', async () => {
    const english = (await listTrainings(hr, { language: 'en', limit: 100 })).items
    expect(english.find(({ slug }) => slug === 'voice-and-rest')?.languages).toEqual(['uk', 'en'])
    expect(english.map(({ slug }) => slug)).not.toContain('voice')
    const [lesson] = (
      await db.execute<{ id: string }>(
        sql`select id from lessons where training_id = ${training('voice-and-rest')} limit 1`,
      )
    ).rows
    await db.execute(sql`update lessons set body = body - 'en' where id = ${lesson?.id ?? null}`)
    const left = (await listTrainings(hr, { language: 'en', limit: 100 })).items
    expect(left.map(({ slug }) => slug)).not.toContain('voice-and-rest')
    expect((await findTraining(hr, { slug: 'voice-and-rest' })).languages).toEqual(['uk'])
  })

  test('narrows by length, by what it raises and by free seats', async () => {
    const short = (await listTrainings(hr, { short: '4h', limit: 100 })).items
    expect(short.length).toBeGreaterThan(0)
    expect(short.every(({ hours }) => hours < 4)).toBe(true)
    const raised = (await listTrainings(hr, { competence: 'conflict', limit: 100 })).items
    expect(raised.every(({ levels }) => levels.some(({ slug }) => slug === 'conflict'))).toBe(true)
    const free = (await listTrainings(hr, { free: 'month', limit: 100 })).items
    expect(free.every(({ anyTime, next }) => anyTime || next !== null)).toBe(true)
  })
})
