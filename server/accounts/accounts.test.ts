import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { makePerson, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { systemActor } from '#domain/access'
import { findSession, findTokenActor } from '#server/accounts/actor-queries'
import { changePassword } from '#server/accounts/change-password'
import { endSessions } from '#server/accounts/end-sessions'
import { makeToken } from '#server/accounts/make-token'
import { listTokens } from '#server/accounts/queries'
import { resetPassword } from '#server/accounts/reset-password'
import { revokeToken } from '#server/accounts/revoke-token'
import { openSession, signIn } from '#server/accounts/sign-in'
import { hashPassword } from '#server/passwords'

const PASSWORD = 'дуже довга фраза'
let siteId: string
let turn = 0

const account = async (): Promise<Actor & { email: string }> => {
  const email = `account${turn++}@example.com`
  const actor = await makePerson({ siteId, email })
  await db.execute(sql`
    insert into accounts (person_id, password_hash, created_at) values (${actor.personId}, ${await hashPassword(PASSWORD)}, now())`)
  return { ...actor, email }
}
const tryPassword = (email: string, password: string, device?: string, address = '10.0.0.1') =>
  signIn({ email, password, address, device }, new Date())

beforeAll(async () => {
  siteId = await makeSite()
})

describe('signing in', () => {
  test('opens a session, whatever the case of the e-mail', async () => {
    const { email, personId } = await account()
    const outcome = await tryPassword(email.toUpperCase(), PASSWORD)
    expect(outcome).toMatchObject({ status: 'open', personId })
    const session = outcome.status === 'open' ? await findSession(outcome.sessionId) : undefined
    expect(session?.actor.personId).toBe(personId)
  })

  test('a wrong password and an unknown account answer alike', async () => {
    const { email } = await account()
    expect(await tryPassword(email, 'не той пароль')).toEqual({ status: 'wrong' })
    expect(await tryPassword('nobody@example.com', 'не той пароль')).toEqual({ status: 'wrong' })
  })

  test('guessing is slowed, the known device is not', async () => {
    const { email } = await account()
    for (let i = 0; i < 5; i++) await tryPassword(email, `спроба ${i}`)
    expect(await tryPassword(email, PASSWORD)).toMatchObject({ status: 'wait' })
    expect(await tryPassword(email, PASSWORD, 'own-device')).toMatchObject({ status: 'open' })
  })

  test('a colleague at one shared seat shuts the person out of that seat alone', async () => {
    const { email } = await account()
    for (let i = 0; i < 10; i++) await tryPassword(email, `спроба ${i}`, 'shared-seat')
    expect(await tryPassword(email, PASSWORD, 'shared-seat')).toMatchObject({ status: 'wait' })
    expect(await tryPassword(email, PASSWORD, 'other-seat')).toMatchObject({ status: 'open' })
  })

  test('one network of IPv6 is one, however many addresses it has', async () => {
    const { email } = await account()
    const from = (host: number) => tryPassword(email, 'не той', undefined, `2001:db8:0:1::${host}`)
    for (let host = 1; host <= 5; host++) expect(await from(host)).toEqual({ status: 'wrong' })
    expect(await from(6)).toMatchObject({ status: 'wait' })
  })

  test('guesses from many networks hold the owner up, and do not shut them out', async () => {
    const { email } = await account()
    await db.execute(sql`
      insert into sign_in_attempts (id, email, address, succeeded, at)
      select gen_random_uuid(), ${email}, '10.1.0.' || n, false, now() from generate_series(1, 55) n`)
    const begun = performance.now()
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, n) => tryPassword(email, 'не той', undefined, `10.2.0.${n}`)),
    )
    const told = tries.map(({ status }) => status).toSorted()
    expect(told).toEqual([...Array(3).fill('wait'), ...Array(5).fill('wrong')])
    expect(await tryPassword(email, PASSWORD, undefined, '10.3.0.1')).toMatchObject({ status: 'open' })
    expect(performance.now() - begun).toBeGreaterThan(2000)
  })

  test('a flood of e-mails is sent away before it is written, and shuts out nobody on a known device', async () => {
    const { email } = await account()
    const flood = Promise.all(
      Array.from({ length: 200 }, (_, n) => tryPassword(`flood${n}@example.com`, 'x')),
    )
    expect(await tryPassword(email, PASSWORD)).toEqual({ status: 'wait', seconds: 10 })
    expect(await tryPassword(email, PASSWORD, 'own-device')).toMatchObject({ status: 'open' })
    const told = (await flood).map(({ status }) => status).toSorted()
    expect(told).toEqual([...Array(136).fill('wait'), ...Array(64).fill('wrong')])
    const { rows } = await db.execute(sql`select from sign_in_attempts where email like 'flood%'`)
    expect(rows).toHaveLength(64)
    expect(await tryPassword(email, PASSWORD)).toMatchObject({ status: 'open' })
  })
})

test('signing out everywhere ends every session at once', async () => {
  const actor = await account()
  const sessions = await Promise.all(
    [1, 2, 3].map(() => openSession(systemActor(), { personId: actor.personId })),
  )
  expect(await endSessions(actor, {})).toEqual({ ended: 3 })
  for (const { sessionId } of sessions) expect(await findSession(sessionId)).toBeUndefined()
})

test('nobody ends another’s sessions but an administrator', async () => {
  const [actor, other] = [await account(), await account()]
  await expect(endSessions(actor, { personId: other.personId })).rejects.toMatchObject({
    reason: 'not-found',
  })
})

test('a changed password works, the old one does not, other sessions end', async () => {
  const actor = await account()
  const { sessionId: kept } = await openSession(systemActor(), { personId: actor.personId })
  const { sessionId: other } = await openSession(systemActor(), { personId: actor.personId })
  const next = 'ще довша нова фраза'
  await expect(changePassword(actor, { current: 'хибний', next, again: next })).rejects.toMatchObject({
    fields: { current: { key: 'wrongPassword' } },
  })
  await changePassword(actor, { current: PASSWORD, next, again: next, sessionId: kept })
  expect(await findSession(kept)).toBeDefined()
  expect(await findSession(other)).toBeUndefined()
  expect(await tryPassword(actor.email, PASSWORD)).toEqual({ status: 'wrong' })
  expect(await tryPassword(actor.email, next)).toMatchObject({ status: 'open' })
})

test('HR opens an account with a password shown once; an administrator’s only an administrator', async () => {
  const hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
  const email = `new${turn++}@example.com`
  const newcomer = await makePerson({ siteId, email })
  const { password } = await resetPassword(hr, { personId: newcomer.personId })
  expect(await tryPassword(email, password)).toMatchObject({ status: 'open', personId: newcomer.personId })
  const admin = await makePerson({ siteId, roles: [{ role: 'admin' }] })
  await expect(resetPassword(hr, { personId: admin.personId })).rejects.toMatchObject({ reason: 'forbidden' })
  await expect(resetPassword(newcomer, { personId: hr.personId })).rejects.toMatchObject({
    reason: 'forbidden',
  })
})

describe('tokens', () => {
  test('open the door of their scope until revoked; only the hash is kept', async () => {
    const actor = await account()
    const { id, secret } = await makeToken(actor, { name: 'скрипт', scope: 'read', days: 1 })
    expect(await findTokenActor(secret)).toMatchObject({
      personId: actor.personId,
      access: 'read',
      via: 'api',
    })
    const { rows } = await db.execute(
      sql`select 1 from tokens where encode(secret_hash, 'escape') like ${`%${secret}%`}`,
    )
    expect(rows).toEqual([])
    await revokeToken(actor, { tokenId: id })
    expect(await findTokenActor(secret)).toBeUndefined()
    expect(await listTokens(actor, {})).toEqual([])
  })

  test('of another cannot be revoked or listed', async () => {
    const [actor, other] = [await account(), await account()]
    const { id } = await makeToken(other, { name: 'чужий', scope: 'write', days: 1 })
    await expect(revokeToken(actor, { tokenId: id })).rejects.toMatchObject({ reason: 'not-found' })
    expect(await listTokens(actor, { personId: other.personId })).toEqual([])
  })

  test('end with the employment', async () => {
    const actor = await account()
    const { secret } = await makeToken(actor, { name: 'скрипт', scope: 'read', days: 1 })
    await db.execute(
      sql`update employments set valid = daterange(lower(valid), current_date - 1) where person_id = ${actor.personId}`,
    )
    expect(await findTokenActor(secret)).toBeUndefined()
  })
})
