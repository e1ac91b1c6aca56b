import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { makePerson, makeSite, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { systemActor } from '#domain/access'
import { findLink, findTokenActor } from '#server/accounts/actor-queries'
import { changePassword } from '#server/accounts/change-password'
import { endSessions } from '#server/accounts/end-sessions'
import { makeLink } from '#server/accounts/make-link'
import { makeToken } from '#server/accounts/make-token'
import { resetPassword } from '#server/accounts/reset-password'
import { prepareSetUp, setUp } from '#server/accounts/set-up'
import { signIn } from '#server/accounts/sign-in'
import { listAudit } from '#server/audit/queries'
import { purge } from '#server/jobs/purge'
import { hashPassword } from '#server/passwords'
import { addPerson } from '#server/people/add'
import { endEmployment } from '#server/people/end'
import { grantRole } from '#server/people/grant'
import { movePerson } from '#server/people/move'
import { listPeople } from '#server/people/queries'
import { renamePerson } from '#server/people/rename'
import { withdrawRole } from '#server/people/withdraw'

const PASSWORD = 'дуже довга фраза'
const NOW = new Date('2026-11-22T10:00:00Z')
const forbidden = { reason: 'forbidden' }
let here: string
let there: string
let hereTeam: string
let thereTeam: string
let turn = 0

const account = async (): Promise<Actor & { email: string }> => {
  const email = `attack${turn++}@example.com`
  const actor = await makePerson({ siteId: here, email })
  await db.execute(sql`
    insert into accounts (person_id, password_hash, created_at) values (${actor.personId}, ${await hashPassword(PASSWORD)}, now())`)
  return { ...actor, email }
}
const grantOf = async ({ personId }: Actor, role: string): Promise<string> => {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from grants where person_id = ${personId} and role = ${role}`,
  )
  return rows[0]?.id as string
}

// First, while nobody has an account yet.
test('of two starts the first token counts for a day; of many set-ups at once one makes the first administrator; a guessed or used token makes none', async () => {
  const at = (hours: number) => prepareSetUp(new Date(NOW.getTime() + hours * 3_600_000), 'a shared secret')
  const [first, second] = await Promise.all([at(-30), at(-29.9)])
  expect(second).toBe(first)
  expect(await at(-28)).toBe(first)
  const token = (await at(0)) as string
  expect(token).not.toBe(first)
  expect(await at(1)).toBe(token)
  const wish = (given: string) => ({
    token: given,
    organisation: 'Центр',
    site: 'Київ',
    timeZone: 'Europe/Kyiv',
    name: 'Перша Людина',
    email: `first${turn++}@example.com`,
    password: PASSWORD,
  })
  await expect(setUp(systemActor(), wish('вгадано'))).rejects.toMatchObject({ fields: { token: {} } })
  const all = await Promise.allSettled(Array.from({ length: 10 }, () => setUp(systemActor(), wish(token))))
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(setUp(systemActor(), wish(token))).rejects.toMatchObject({ reason: 'conflict' })
  expect((await db.execute(sql`select 1 from accounts`)).rows).toHaveLength(1)
  await expect(setUp(await account(), wish(token))).rejects.toMatchObject(forbidden)
})

beforeAll(async () => {
  here = await makeSite()
  there = await makeSite()
  hereTeam = await makeTeam(here)
  thereTeam = await makeTeam(there)
})

describe('guessing', () => {
  test('thirty guesses at once are no more than thirty one after another', async () => {
    const { email } = await account()
    const guess = () => signIn({ email, password: 'не той', address: '10.0.0.9' }, NOW)
    const outcomes = await Promise.all(Array.from({ length: 30 }, guess))
    expect(outcomes.filter(({ status }) => status === 'wrong')).toHaveLength(5)
    expect(outcomes.filter(({ status }) => status === 'wait')).toHaveLength(25)
  })

  test('an unknown account waits as a known one does', async () => {
    const guess = (email: string) => signIn({ email, password: 'не той', address: '10.0.0.8' }, NOW)
    const { email } = await account()
    for (const who of [email, 'nobody-at-all@example.com']) {
      const seen = []
      for (let i = 0; i < 6; i++) seen.push((await guess(who)).status)
      expect(seen).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'wait'])
    }
  })

  test('tries and their addresses are forgotten after two days', async () => {
    const { email } = await account()
    await signIn({ email, password: 'не той', address: '10.0.0.7' }, NOW)
    await purge(new Date(NOW.getTime() + 49 * 3_600_000))
    const { rows } = await db.execute(sql`select 1 from sign_in_attempts where email = ${email}`)
    expect(rows).toEqual([])
  })
})

describe('secrets', () => {
  test('no key remembers a password or a token, not even as a hash', async () => {
    const actor = await account()
    const next = 'ще довша нова фраза'
    await changePassword(actor, { current: PASSWORD, next, again: next }, { key: 'change-password-1' })
    const made = await makeToken(actor, { name: 'x', scope: 'read', days: 1 }, { key: 'make-token-1' })
    const { rows } = await db.execute(sql`select * from idempotency_keys where person_id = ${actor.personId}`)
    expect(rows).toEqual([])
    expect(made.secret).toMatch(/^sviato_/)
  })

  test('a reset shuts programs out too, and the person hears of it', async () => {
    const [actor, hr] = [await account(), await makePerson({ siteId: here, roles: [{ role: 'hr' }] })]
    const { secret } = await makeToken(actor, { name: 'x', scope: 'write', days: 9 })
    await resetPassword(hr, { personId: actor.personId })
    expect(await findTokenActor(secret)).toBeUndefined()
    const { rows } = await db.execute(sql`select kind from notices where person_id = ${actor.personId}`)
    expect(rows).toEqual([{ kind: 'account.tokenMade' }, { kind: 'account.passwordReset' }])
  })

  test.each([
    ['a sign-out everywhere', (actor: Actor) => endSessions(actor, {})],
    [
      'a changed password',
      (actor: Actor) =>
        changePassword(actor, { current: PASSWORD, next: 'нова довга фраза', again: 'нова довга фраза' }),
    ],
    [
      'an employment that ended yesterday',
      async ({ personId }: Actor) => {
        const hr = await makePerson({ siteId: here, roles: [{ role: 'hr' }] })
        return endEmployment(hr, {
          personId,
          lastDay: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
        })
      },
    ],
    [
      'an employment that ran out',
      async ({ personId }: Actor) => {
        await db.execute(sql`
          update employments set valid = daterange(lower(valid), current_date - 1) where person_id = ${personId}`)
        await purge(new Date())
      },
    ],
  ])('%s ends tokens and secret addresses for good', async (_name, act) => {
    const actor = await account()
    const { secret: token } = await makeToken(actor, { name: 'x', scope: 'write', days: 9 })
    const { secret: link } = await makeLink(actor, { kind: 'calendar' })
    await act(actor)
    // Hired again.
    await db.execute(
      sql`update employments set valid = daterange(lower(valid), null) where person_id = ${actor.personId}`,
    )
    expect([await findTokenActor(token), await findLink(link, 'calendar')]).toEqual([undefined, undefined])
    const bystander = await account()
    const { secret: kept } = await makeToken(bystander, { name: 'x', scope: 'read', days: 9 })
    await act(await account())
    expect(await findTokenActor(kept)).toBeDefined()
  })

  test('nobody makes a token that is somebody else, an administrator neither', async () => {
    const admin = await makePerson({ siteId: here, roles: [{ role: 'admin' }] })
    const { personId } = await account()
    const wish = { personId, name: 'x', scope: 'write' as const, days: 1 }
    await expect(makeToken(admin, wish)).rejects.toMatchObject({ reason: 'not-found' })
  })
})

describe('HR of one site', () => {
  let hr: Actor
  let clerk: Actor
  beforeAll(async () => {
    hr = await makePerson({ siteId: here, roles: [{ role: 'hr', siteId: here }] })
    clerk = await makePerson({ siteId: here, teamId: hereTeam })
  })

  test('gives roles of that site, and none that reach farther', async () => {
    const give = (wish: object) =>
      grantRole(hr, { personId: clerk.personId, ...wish } as Parameters<typeof grantRole>[1])
    for (const wish of [
      { role: 'hr' },
      { role: 'hr', siteId: there },
      { role: 'head' },
      { role: 'trainer' },
      { role: 'supervisor', teamId: thereTeam },
      { role: 'admin' },
    ]) {
      await expect(give(wish), JSON.stringify(wish)).rejects.toMatchObject(forbidden)
    }
    await expect(give({ role: 'head', siteId: here })).resolves.toBeDefined()
    const { grantId } = await give({ role: 'supervisor', teamId: hereTeam })
    await expect(withdrawRole(hr, { grantId })).resolves.toEqual({})
  })

  test('neither takes over nor cuts down somebody who reaches farther', async () => {
    const wide = await makePerson({ siteId: here, roles: [{ role: 'hr' }] })
    const { personId } = wide
    await expect(resetPassword(hr, { personId })).rejects.toMatchObject(forbidden)
    await expect(
      renamePerson(hr, { personId, name: 'Інша', email: 'mine@example.com' }),
    ).rejects.toMatchObject(forbidden)
    const grantId = await grantOf(wide, 'hr')
    await expect(withdrawRole(hr, { grantId })).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('moves nobody into a site of others, and sees the audit of the own one', async () => {
    const { personId, positionId } = clerk
    const wish = { personId, positionId: positionId as string, siteId: there, startsOn: '2026-11-01' }
    await expect(movePerson(hr, { ...wish, kind: 'transfer' })).rejects.toMatchObject(forbidden)
    const other = await makePerson({ siteId: there, roles: [{ role: 'hr' }] })
    await grantRole(other, { personId, role: 'mentor' })
    const { items } = await listAudit(hr, {})
    expect(items.map(({ actorId }) => actorId)).not.toContain(other.personId)
    expect(items.length).toBeGreaterThan(0)
  })
})

describe('administrators', () => {
  test('are touched by administrators alone: an e-mail is an account where the organisation signs people in', async () => {
    const hr = await makePerson({ siteId: here, roles: [{ role: 'hr' }] })
    const admin = await makePerson({ siteId: here, roles: [{ role: 'admin' }] })
    const { personId } = admin
    await expect(
      renamePerson(hr, { personId, name: 'Той самий', email: 'mine2@example.com' }),
    ).rejects.toMatchObject(forbidden)
    await expect(resetPassword(hr, { personId })).rejects.toMatchObject(forbidden)
    const grantId = await grantOf(admin, 'admin')
    await expect(withdrawRole(hr, { grantId })).rejects.toMatchObject(forbidden)
    await expect(grantRole(hr, { personId: hr.personId, role: 'trainer' })).rejects.toMatchObject(forbidden)
  })

  test('the last one stays, also when the last two withdraw each other at once', async () => {
    await db.execute(
      sql`update grants set valid = tstzrange(lower(valid), lower(valid) + interval '1 microsecond') where role = 'admin'`,
    )
    const [one, two] = [
      await makePerson({ siteId: here, roles: [{ role: 'admin' }] }),
      await makePerson({ siteId: here, roles: [{ role: 'admin' }] }),
    ]
    const [ofOne, ofTwo] = [await grantOf(one, 'admin'), await grantOf(two, 'admin')]
    const both = await Promise.allSettled([
      withdrawRole(one, { grantId: ofTwo }),
      withdrawRole(two, { grantId: ofOne }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { reason: 'conflict' } })
    const hr = await makePerson({ siteId: here, roles: [{ role: 'hr' }] })
    const { rows } = await db.execute<{ personId: string }>(
      sql`select person_id as "personId" from current_grants where role = 'admin'`,
    )
    const [last] = rows
    // Somebody who stands in for two weeks would leave nobody behind.
    const deputy = await makePerson({ siteId: here, roles: [{ role: 'admin' }] })
    await db.execute(sql`
      update grants set deputy = true, valid = tstzrange(lower(valid), now() + interval '14 days') where person_id = ${deputy.personId}`)
    await expect(
      endEmployment(hr, { personId: last?.personId as string, lastDay: '2026-03-01' }),
    ).rejects.toMatchObject({ reason: 'conflict' })
  })
})

describe('what is asked for', () => {
  test('former people are found by HR alone', async () => {
    const hr = await makePerson({ siteId: here, roles: [{ role: 'hr' }] })
    await expect(listPeople(await account(), { ended: true })).rejects.toMatchObject(forbidden)
    await expect(listPeople(hr, { ended: true })).resolves.toBeDefined()
    expect((await listPeople(hr, { ended: 'false', limit: 1 })).items).toHaveLength(1)
  })

  test.each([['x', 'y'], [1], ['2026-01-01', 'y'], ['\0', '\0'], [`'; drop table people; --`, 'y']])(
    'a made-up cursor %j is refused to a program, and begins a page anew',
    async (...keys) => {
      const hr = await makePerson({ siteId: here, roles: [{ role: 'hr' }] })
      const cursor = Buffer.from(JSON.stringify(keys)).toString('base64url')
      for (const list of [listPeople, listAudit]) {
        const program = { ...hr, via: 'api' as const }
        const wrong = { reason: 'invalid', fields: { cursor: { key: 'wrong' } } }
        await expect(list(program, { cursor })).rejects.toMatchObject(wrong)
        // A page with an old bookmark begins at the beginning.
        expect(await list(hr, { cursor })).toEqual(await list(hr, {}))
      }
    },
  )

  test('letters and dates that no column holds are refused, and searched for without harm', async () => {
    const hr = await makePerson({ siteId: here, roles: [{ role: 'hr' }] })
    for (const search of ['а\0б', `' or 1=1 --`, '%', '_', '\\', '*:&|!'])
      expect((await listPeople(hr, { search })).items).toEqual([])
    const nothing = { positionId: hr.personId, siteId: hr.personId, startsOn: '2026-11-01' }
    await expect(addPerson(hr, { ...nothing, name: 'Ні', email: 'y@example.com' })).rejects.toMatchObject({
      reason: 'invalid',
    })
    const wish = { personId: hr.personId, name: 'a\0b', email: 'z@example.com' }
    await expect(renamePerson(hr, wish)).rejects.toMatchObject({ reason: 'invalid' })
    await expect(
      movePerson(hr, {
        personId: (await account()).personId,
        kind: 'transfer',
        positionId: hr.positionId as string,
        siteId: here,
        startsOn: '0000-01-01',
      }),
    ).rejects.toMatchObject({ reason: 'invalid' })
  })
})
