import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Reader } from '#db/client'
import { db } from '#db/client'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makeSite } from '#db/testing/people'
import { isBlockedBy } from '#db/testing/waits'
import type { Actor } from '#domain/access'
import { changeSession } from '#server/training/change-session'
import { listDesk, planningChoices } from '#server/training/desk-queries'
import { enrol } from '#server/training/enrol'
import { markSession } from '#server/training/mark-session'
import { planSeries } from '#server/training/plan-series'
import { findSession } from '#server/training/session-page-queries'

const NOW = new Date('2027-01-11T08:00:00Z')
const options = { now: NOW }

const reason = 'Тренер захворів, шукаємо заміну'

let siteId: string
let hr: Actor
let trainer: Actor
let sessionId: string

const wish = () => ({
  date: '2027-01-20',
  time: '10:00',
  minutes: 120,
  seats: 6,
  place: { uk: 'Кімната 1' },
  trainerId: trainer.personId,
})

beforeAll(async () => {
  siteId = await makeSite()
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
  trainer = await makePerson({ siteId, name: 'Тарас Тренер', roles: [{ role: 'trainer', siteId }] })
  const input = { ...wish(), trainingId: referenceId('training', 'voice'), siteId }
  sessionId = (await planSeries(hr, input, options)).sessionIds[0] as string
  await db.execute(sql`
    update employments set valid = daterange(lower(valid), current_date) where person_id = ${trainer.personId}`)
  await db.execute(
    sql`update grants set valid = tstzrange(lower(valid), now()) where person_id = ${trainer.personId}`,
  )
})

test('a session whose trainer has left is flagged, keeps its name, and is led on by somebody else', async () => {
  const { coming } = await listDesk(hr, {}, options)
  expect(coming.find(({ id }) => id === sessionId)).toMatchObject({
    trainerLeft: true,
    trainer: 'Тарас Тренер',
  })
  const { trainers } = await planningChoices(hr, {}, options)
  expect(trainers.map(({ id }) => id)).not.toContain(trainer.personId)
  const again = { ...wish(), trainingId: referenceId('training', 'voice'), siteId, date: '2027-01-21' }
  await expect(planSeries(hr, again, options)).rejects.toMatchObject({
    fields: { trainerId: { key: 'unknownPerson' } },
  })
  // More seats need no new trainer.
  await changeSession(hr, { ...wish(), sessionId, seats: 8 }, options)
  const other = await makePerson({ siteId, name: 'Інна Інша', roles: [{ role: 'trainer', siteId }] })
  await changeSession(hr, { ...wish(), sessionId, trainerId: other.personId }, options)
  expect(await findSession(hr, { sessionId }, options)).toMatchObject({ trainer: 'Інна Інша', seats: 6 })
  const after = await listDesk(hr, {}, options)
  expect(after.coming.find(({ id }) => id === sessionId)).toMatchObject({ trainerLeft: false })
  // Nobody leads two at one hour, also when two who plan press at once, nor leads while sitting in one.
  const clash = { ...again, trainerId: other.personId, date: '2027-01-22' }
  const planned = await Promise.allSettled(Array.from({ length: 8 }, () => planSeries(hr, clash, options)))
  expect(planned.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(planSeries(hr, { ...clash, time: '11:00' }, options)).rejects.toMatchObject({
    fields: { trainerId: { key: 'trainerBusy' } },
  })
  await expect(
    changeSession(
      hr,
      { ...wish(), sessionId, trainerId: other.personId, date: '2027-01-22', reason },
      options,
    ),
  ).rejects.toMatchObject({ fields: { trainerId: { key: 'trainerBusy' } } })
  const person = await makePerson({ siteId })
  const { enrolmentId } = await enrol(person, { sessionId }, options)
  const later = { now: new Date('2027-01-20T12:00:00Z') }
  const marks = [{ enrolmentId, mark: 'passed' as const }]
  expect(await markSession(other, { sessionId, marks }, later)).toMatchObject({ passed: 1 })
})

test('Postgres lets nobody lead at an hour at which they lead or sit elsewhere, also thirty at once past the verbs', async () => {
  const leads = await makePerson({ siteId, roles: [{ role: 'trainer', siteId }] })
  const training = referenceId('training', 'voice')
  const insert = (trainerId: string | null, hour: string, by: Reader = db) =>
    by.execute<{ id: string }>(sql`
      insert into training_sessions (id, training_id, period, seats, place, trainer_id, state, created_at)
      values (gen_random_uuid(), ${training}, tstzrange(${`2027-03-01T${hour}:00Z`}::timestamptz, ${`2027-03-01T${hour}:00Z`}::timestamptz + interval '2 hours'),
        9, '{"uk": "Кімната 1"}', ${trainerId}, 'planned', now()) returning id`)
  const sit = (id: string | undefined, by: Reader = db) =>
    by.execute(sql`
      insert into enrolments (id, person_id, training_id, session_id, period, why, state, asked_by, asked_at)
      select gen_random_uuid(), ${leads.personId}, training_id, id, period, 'rung', 'booked', ${leads.personId}, now()
      from training_sessions where id = ${id ?? null}`)
  const other = (await insert(null, '08:30')).rows[0]?.id
  const rush = [
    ...Array.from({ length: 28 }, (_, at) => insert(leads.personId, at % 2 ? '08:00' : '09:00')),
    sit(other),
    sit(other),
  ]
  const done = (await Promise.allSettled(rush)).filter(({ status }) => status === 'fulfilled')
  expect(done).toHaveLength(1)
  await db.execute(sql`delete from enrolments where person_id = ${leads.personId}`)
  await db.execute(sql`delete from training_sessions where trainer_id = ${leads.personId}`)
  // Whichever comes first and is not committed yet, the other waits for it and hears what it did.
  for (const [one, two] of [
    [(by: Reader) => insert(leads.personId, '08:00', by), () => sit(other)],
    [(by: Reader) => sit(other, by), () => insert(leads.personId, '09:00')],
    [(by: Reader) => insert(leads.personId, '08:00', by), () => insert(leads.personId, '09:00')],
  ] as const) {
    const { waited, heard } = await db.transaction(async (tx) => {
      await one(tx)
      const second = two().then(
        () => 'taken',
        () => 'refused',
      )
      return { waited: await isBlockedBy(tx, second), heard: () => second }
    })
    expect([waited, await heard()]).toEqual([true, 'refused'])
    await db.execute(sql`delete from enrolments where person_id = ${leads.personId}`)
    await db.execute(sql`delete from training_sessions where trainer_id = ${leads.personId}`)
  }
  // Each way round: led first, then sat in; then moved, taken over and called back into life.
  const led = (await insert(leads.personId, '08:00')).rows[0]?.id
  await expect(sit(other)).rejects.toThrow()
  await expect(enrol(leads, { sessionId: other as string }, options)).rejects.toMatchObject({
    fault: { key: 'constraint.enrolments_leads_elsewhere' },
  })
  const later = (await insert(leads.personId, '12:00')).rows[0]?.id
  const period = sql`(select period from training_sessions where id = ${led ?? null})`
  for (const change of [
    sql`update training_sessions set period = ${period} where id = ${later ?? null}`,
    sql`update training_sessions set trainer_id = ${leads.personId} where id = ${other ?? null}`,
  ])
    await expect(db.execute(change)).rejects.toThrow()
  await db.execute(sql`update training_sessions set state = 'cancelled' where id = ${led ?? null}`)
  await sit(other)
  await expect(
    db.execute(sql`update training_sessions set state = 'planned' where id = ${led ?? null}`),
  ).rejects.toThrow()
})
