import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { systemActor } from '#domain/access'
import { printedCode } from '#domain/certificates'
import { findCertificate, verifyCertificate } from '#server/training/certificate-queries'
import { completeTraining } from '#server/training/complete'
import { enrol } from '#server/training/enrol'
import { listTrainings } from '#server/training/queries'
import { trainingRecord } from '#server/training/record-queries'
import { revokeCertificate } from '#server/training/revoke-certificate'

const VOICE = referenceId('training', 'voice')

let siteId: string
let hr: Actor
const visitor = systemActor()

const person = (name?: string) => makePerson({ siteId, name })
const today = () => new Date().toISOString().slice(0, 10)

/** A pass of this morning, in a session that was planned a week ago. */
const pass = async (name?: string): Promise<{ actor: Actor; code: string }> => {
  const actor = await person(name)
  const before = new Date(Date.now() - 7 * 86_400_000)
  const sessionId = newId(before)
  const [from, to] = [new Date(Date.now() - 7_200_000), new Date(Date.now() - 3_600_000)]
  await db.execute(sql`
    insert into training_sessions (id, training_id, period, seats, place, state, created_at)
    values (${sessionId}, ${VOICE}, tstzrange(${from}, ${to}), 5, '{"uk": "Кімната"}', 'planned', ${before})`)
  const { enrolmentId } = await enrol(actor, { sessionId }, { now: before })
  await completeTraining(hr, { outcome: 'passed', enrolmentId, completedOn: today(), score: 91 })
  const { passed } = await trainingRecord(actor, {})
  return { actor, code: passed[0]?.code as string }
}

beforeAll(async () => {
  await db.execute(sql`insert into organisations (name, created_at) values ('{"uk": "Центр"}', now())`)
  siteId = await makeSite()
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
})

describe('a certificate', () => {
  test('comes with the pass, verifies by its number however it is typed, and says nothing beyond itself', async () => {
    const { code } = await pass('Марʼяна Ґудзь-Їжакевич')
    const found = await verifyCertificate(visitor, { code: printedCode(code).toLowerCase() })
    expect(found).toEqual({
      code,
      state: 'valid',
      name: 'Марʼяна Ґудзь-Їжакевич',
      title: expect.objectContaining({ uk: expect.any(String) }),
      hours: expect.any(Number),
      completedOn: today(),
      validUntil: expect.toSatisfy((until) => until === null || until > today()),
      issuer: expect.anything(),
    })
    await expect(verifyCertificate(visitor, { code: `${code.slice(1)}0` })).rejects.toMatchObject({
      reason: 'not-found',
    })
  })

  test('is drawn for its holder and those who may see passes, for nobody else', async () => {
    const { actor, code } = await pass()
    expect((await findCertificate(actor, { code })).code).toBe(code)
    expect((await findCertificate(hr, { code })).code).toBe(code)
    await expect(findCertificate(await person(), { code })).rejects.toMatchObject({ reason: 'not-found' })
    await expect(trainingRecord(await person(), { personId: actor.personId })).rejects.toMatchObject({
      reason: 'not-found',
    })
  })

  test('expires with the pass', async () => {
    const { code } = await pass()
    await db.execute(sql`update completions set completed_on = '2020-01-01', valid_until = '2021-01-01'
      where id = (select completion_id from certificates where code = ${code})`)
    expect((await verifyCertificate(visitor, { code })).state).toBe('expired')
  })

  test('is revoked with a reason by another, once; then the pass counts no more and its holder reads why', async () => {
    const { actor, code } = await pass()
    const reason = 'Тест складала інша людина'
    await expect(revokeCertificate(actor, { code, reason })).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(revokeCertificate(hr, { code, reason: 'так' })).rejects.toMatchObject({ reason: 'invalid' })
    await revokeCertificate(hr, { code, reason })
    expect((await verifyCertificate(visitor, { code })).state).toBe('revoked')
    // No document of it is drawn any more, not even for its holder.
    await expect(findCertificate(actor, { code })).rejects.toMatchObject({ reason: 'not-found' })
    await expect(revokeCertificate(hr, { code, reason })).rejects.toMatchObject({ reason: 'conflict' })
    expect((await trainingRecord(actor, {})).passed[0]).toMatchObject({
      state: 'revoked',
      revokedFor: reason,
    })
    const voice = (await listTrainings(actor, { limit: 100 })).items.find(({ id }) => id === VOICE)
    expect(voice?.passedUntil).toBeNull()
    const notices = await db.execute(sql`select kind from notices where person_id = ${actor.personId}`)
    expect(notices.rows).toContainEqual({ kind: 'training.certificateRevoked' })
  })

  test('Postgres takes no second number, no change, no certificate of a waiver, no revocation of one’s own', async () => {
    const { actor, code } = await pass()
    const attack = (statement: ReturnType<typeof sql>) => expect(db.execute(statement)).rejects.toThrow()
    await attack(sql`update certificates set hours = 100 where code = ${code}`)
    await attack(sql`delete from certificates where code = ${code}`)
    const waived = newId(new Date())
    await db.execute(sql`
      insert into completions (id, person_id, training_id, outcome, completed_on, recorded_by, reason, created_at)
      values (${waived}, ${actor.personId}, ${referenceId('training', 'advanced-dialogue')}, 'waived', current_date, ${hr.personId},
        'Вела такі діалоги пʼять років', now())`)
    const issue = (completion: ReturnType<typeof sql>, number: string) => sql`
      insert into certificates (id, completion_id, code, title, hours, issued_at)
      values (gen_random_uuid(), ${completion}, ${number}, '{"uk": "Тренінг"}', 1, now())`
    await attack(issue(sql`${waived}::uuid`, '0000000000000000'))
    await attack(
      issue(sql`(select completion_id from certificates where code = ${code})`, '0000000000000000'),
    )
    const other = await pass()
    await attack(sql`update certificates set code = ${code} where code = ${other.code}`)
    const revoke = (by: string, reason: string) => sql`
      insert into certificate_revocations (certificate_id, reason, revoked_by, revoked_at)
      select id, ${reason}, ${by}, now() from certificates where code = ${code}`
    await attack(revoke(actor.personId, 'Передумала, не потрібен'))
    await attack(revoke(hr.personId, 'коротко'))
  })
})
