import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { beginTraining } from '#server/training/begin'
import { enrol } from '#server/training/enrol'
import { listEnrolments } from '#server/training/lists-queries'
import { planSession } from '#server/training/plan-session'
import { trainingRecord } from '#server/training/record-queries'
import { recordStatement } from '#server/training/record-statement'

const VERB = 'http://adlnet.gov/expapi/verbs'

let siteId: string
let trainer: Actor

const person = async () => {
  const email = `${randomUUID()}@example.com`
  return { actor: await makePerson({ siteId, email }), email }
}
const statement = (email: string, verb: 'completed' | 'passed' | 'failed', training = 'metrics') => ({
  id: randomUUID(),
  actor: { mbox: `mailto:${email}` },
  verb: { id: `${VERB}/${verb}` as const },
  object: { id: `https://lms.example.com/courses/${training}` },
  result: { score: { scaled: 0.87 } },
  timestamp: '2026-10-05T12:00:00+03:00',
})

beforeAll(async () => {
  siteId = await makeSite()
  trainer = await makePerson({ siteId, roles: [{ role: 'trainer' }] })
})

describe('a statement of an outside system', () => {
  test('gives a pass with its certificate and closes the enrolment; sent thirty times at once it is one', async () => {
    const { actor, email } = await person()
    await beginTraining(actor, { trainingId: referenceId('training', 'metrics') })
    const said = statement(email.toUpperCase(), 'passed')
    const answers = await Promise.all(Array.from({ length: 30 }, () => recordStatement(trainer, said)))
    expect(answers.filter(({ outcome }) => outcome === 'recorded')).toHaveLength(1)
    expect((await trainingRecord(actor, {})).passed).toMatchObject([
      { slug: 'metrics', completedOn: '2026-10-05', score: 87, code: expect.any(String) },
    ])
    expect((await listEnrolments(actor, {})).items[0]?.state).toBe('completed')
    expect(await recordStatement(trainer, { ...said, id: randomUUID() })).toMatchObject({ outcome: 'known' })
  })

  test('knows the person by the account too, and the training by its code; a failure gives nothing', async () => {
    const { actor } = await person()
    await db.execute(sql`update people set external_id = 'E-77' where id = ${actor.personId}`)
    const account = { account: { homePage: 'https://hr.example.com', name: 'E-77' } }
    const failed = { ...statement('x@example.com', 'failed', 'T17'), actor: account }
    expect(await recordStatement(trainer, failed)).toMatchObject({ outcome: 'recorded' })
    expect((await trainingRecord(actor, {})).passed).toEqual([])
  })

  test('that says it was no success gives no pass, whatever its verb', async () => {
    const { actor, email } = await person()
    await beginTraining(actor, { trainingId: referenceId('training', 'metrics') })
    const result = { success: false, score: { raw: 3, min: 0, max: 20 } }
    await recordStatement(trainer, { ...statement(email, 'completed'), result })
    expect((await trainingRecord(actor, {})).passed).toEqual([])
    expect((await listEnrolments(actor, {})).items[0]?.state).toBe('failed')
    // Points are told as per cent; the evening of Greenwich is the next day in Kyiv.
    const points = { ...statement(email, 'passed'), result: { score: { raw: 17, max: 20 } } }
    await recordStatement(trainer, { ...points, timestamp: '2026-10-05T22:30:00Z' })
    expect((await trainingRecord(actor, {})).passed).toMatchObject([{ completedOn: '2026-10-06', score: 85 }])
  })

  test('of a pass elsewhere gives the coming seat to the next in line; a failure elsewhere leaves it', async () => {
    const { sessionId } = await planSession(trainer, {
      trainingId: referenceId('training', 'voice'),
      startsAt: '2031-05-06T07:00:00Z',
      endsAt: '2031-05-06T09:00:00Z',
      seats: 1,
      place: { uk: 'Кімната 1' },
    })
    const [sits, waits] = [await person(), await person()]
    await enrol(sits.actor, { sessionId })
    await enrol(waits.actor, { sessionId })
    await recordStatement(trainer, statement(sits.email, 'failed', 'voice'))
    expect((await listEnrolments(sits.actor, {})).items[0]?.state).toBe('booked')
    await recordStatement(trainer, { ...statement(sits.email, 'passed', 'voice'), timestamp: undefined })
    const states = [sits, waits].map(async ({ actor }) => (await listEnrolments(actor, {})).items[0]?.state)
    expect(await Promise.all(states)).toEqual(['cancelled', 'booked'])
    expect((await trainingRecord(sits.actor, {})).passed).toMatchObject([{ slug: 'voice' }])
  })

  test('of nobody, of no training of ours, of tomorrow, of oneself or by a stranger is refused', async () => {
    const { actor, email } = await person()
    await expect(recordStatement(trainer, statement('nobody@example.com', 'passed'))).rejects.toMatchObject({
      fields: { actor: { key: 'unknownPerson' } },
    })
    await expect(recordStatement(trainer, statement(email, 'passed', 'juggling'))).rejects.toMatchObject({
      reason: 'not-found',
    })
    await expect(recordStatement(trainer, statement(email, 'passed', '%E0%A4%A'))).rejects.toMatchObject({
      reason: 'not-found',
    })
    const soon = new Date(Date.now() + 60_000).toISOString()
    const early = { ...statement(email, 'passed'), timestamp: soon }
    expect(await recordStatement(trainer, early)).toMatchObject({ outcome: 'recorded' })
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    await expect(
      recordStatement(trainer, { ...statement(email, 'passed'), timestamp: tomorrow }),
    ).rejects.toMatchObject({ reason: 'invalid' })
    await expect(recordStatement(actor, statement(email, 'passed'))).rejects.toMatchObject({
      reason: 'forbidden',
    })
  })
})
