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
import { recordStatements } from '#server/training/record-statements'

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
    const answers = await Promise.all(Array.from({ length: 30 }, () => recordStatements(trainer, said)))
    expect(answers).toEqual(Array.from({ length: 30 }, () => [said.id]))
    expect((await trainingRecord(actor, {})).passed).toMatchObject([
      { slug: 'metrics', completedOn: '2026-10-05', score: 87, code: expect.any(String) },
    ])
    expect((await listEnrolments(actor, {})).items[0]?.state).toBe('completed')
    // Told again under another number, and by several at once beside others: still one pass a day.
    const again = Array.from({ length: 5 }, () => ({ ...said, id: randomUUID() }))
    const other = await person()
    const told = again.map((one) => recordStatements(trainer, [one, statement(other.email, 'passed')]))
    expect((await Promise.all(told)).flat()).toHaveLength(10)
    expect((await trainingRecord(actor, {})).passed).toHaveLength(1)
    expect((await trainingRecord(other.actor, {})).passed).toHaveLength(1)
  })

  test('knows the person by the account too, and the training by its code; a failure gives nothing', async () => {
    const { actor } = await person()
    await db.execute(sql`update people set external_id = 'E-77' where id = ${actor.personId}`)
    const account = { account: { homePage: 'https://hr.example.com', name: 'E-77' } }
    const failed = { ...statement('x@example.com', 'failed', 'T17'), actor: account }
    expect(await recordStatements(trainer, failed)).toEqual([failed.id])
    expect((await trainingRecord(actor, {})).passed).toEqual([])
  })

  test('that says it was no success gives no pass, whatever its verb', async () => {
    const { actor, email } = await person()
    await beginTraining(actor, { trainingId: referenceId('training', 'metrics') })
    const result = { success: false, score: { raw: 3, min: 0, max: 20 } }
    await recordStatements(trainer, { ...statement(email, 'completed'), result })
    expect((await trainingRecord(actor, {})).passed).toEqual([])
    expect((await listEnrolments(actor, {})).items[0]?.state).toBe('failed')
    // Points are told as per cent; the evening of Greenwich is the next day in Kyiv.
    const points = { ...statement(email, 'passed'), result: { score: { raw: 17, max: 20 } } }
    await recordStatements(trainer, { ...points, timestamp: '2026-10-05T22:30:00Z' })
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
    await recordStatements(trainer, statement(sits.email, 'failed', 'voice'))
    expect((await listEnrolments(sits.actor, {})).items[0]?.state).toBe('booked')
    await recordStatements(trainer, { ...statement(sits.email, 'passed', 'voice'), timestamp: undefined })
    const states = [sits, waits].map(async ({ actor }) => (await listEnrolments(actor, {})).items[0]?.state)
    expect(await Promise.all(states)).toEqual(['cancelled', 'booked'])
    expect((await trainingRecord(sits.actor, {})).passed).toMatchObject([{ slug: 'voice' }])
  })

  test('of nobody, of no training of ours, of tomorrow, of oneself or by a stranger is refused', async () => {
    const { actor, email } = await person()
    await expect(recordStatements(trainer, statement('nobody@example.com', 'passed'))).rejects.toMatchObject({
      fields: { actor: { key: 'unknownPerson' } },
    })
    for (const name of ['juggling', '%E0%A4%A'])
      await expect(recordStatements(trainer, statement(email, 'passed', name))).rejects.toMatchObject({
        fields: { object: { key: 'unknownTraining' } },
      })
    const soon = new Date(Date.now() + 60_000).toISOString()
    const early = { ...statement(email, 'passed'), timestamp: soon }
    expect(await recordStatements(trainer, early)).toEqual([early.id])
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    await expect(
      recordStatements(trainer, { ...statement(email, 'passed'), timestamp: tomorrow }),
    ).rejects.toMatchObject({ reason: 'invalid' })
    await expect(recordStatements(actor, statement(email, 'passed'))).rejects.toMatchObject({
      reason: 'forbidden',
    })
  })
  test('comes with others as the standard allows: all are taken, or none and the wrong one is named', async () => {
    const [first, second] = [await person(), await person()]
    const good = [statement(first.email, 'passed'), statement(second.email, 'completed', 'T17')]
    const bad = [...good, statement('nobody@example.com', 'passed')]
    await expect(recordStatements(trainer, bad)).rejects.toMatchObject({
      fields: { '2.actor': { key: 'unknownPerson' } },
    })
    const shapeless = [...good, { ...good[0], verb: { id: 'http://example.com/dreamt' } }]
    await expect(recordStatements(trainer, shapeless as typeof good)).rejects.toMatchObject({
      fields: { '2.verb.id': { key: 'wrong' } },
    })
    const ahead = { ...statement(second.email, 'passed'), timestamp: '2099-01-01T00:00:00Z' }
    await expect(recordStatements(trainer, [...good, ahead])).rejects.toMatchObject({
      fields: { '2.timestamp': { key: 'dateBehind' } },
    })
    expect((await trainingRecord(first.actor, {})).passed).toEqual([])
    expect(await recordStatements(trainer, good)).toEqual(good.map(({ id }) => id))
    for (const { actor } of [first, second])
      expect((await trainingRecord(actor, {})).passed).toMatchObject([{ slug: 'metrics' }])
    // A trainer of one site brings nothing for another, also among others.
    const here = await makePerson({ siteId: await makeSite(), roles: [{ role: 'trainer', siteId }] })
    const elsewhere = `${randomUUID()}@example.com`
    await makePerson({ siteId: await makeSite(), email: elsewhere })
    const mixed = [statement(first.email, 'passed', 'voice'), statement(elsewhere, 'passed')]
    await expect(recordStatements(here, mixed)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(recordStatements(trainer, [])).rejects.toMatchObject({ reason: 'invalid' })
  })
})
