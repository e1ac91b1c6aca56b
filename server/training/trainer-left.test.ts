import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makeSite } from '#db/testing/people'
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
