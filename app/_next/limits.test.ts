import { beforeAll, expect, test } from 'vitest'
import { ideasFeed } from '#app/_next/ideas-feed'
import { isWithin, limitPerNetwork, limitPerPerson, limitPerSecret } from '#app/_next/limits'
import { serveRest } from '#app/_next/rest/door'
import { GET } from '#app/api/badges/[list]/route'
import { makePerson, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { makeLink } from '#server/accounts/make-link'
import { makeToken } from '#server/accounts/make-token'

let person: Actor
beforeAll(async () => {
  person = await makePerson({ siteId: await makeSite() })
})

test('after ten tries at the own secret the eleventh waits, for that person alone', async () => {
  for (let turn = 0; turn < 10; turn++) await limitPerPerson('guesser', 'secret')
  await expect(limitPerPerson('guesser', 'secret')).rejects.toMatchObject({ reason: 'too-many' })
  await limitPerPerson('guesser', 'write')
  await limitPerPerson('colleague', 'secret')
})

test('one network is one, a code counts for itself, and what is done anyway is told', async () => {
  const from = (address: string) => isWithin(limitPerNetwork(address, 'reply'))
  for (let host = 1; host <= 20; host++) expect(await from(`2001:db8::${host}`)).toBe(true)
  expect([await from('2001:db8::99'), await from('2001:db8:9::1')]).toEqual([false, true])
  expect(await isWithin(limitPerSecret('2001:db8:0:0::/64', 'reply'))).toBe(true)
})

test('the hundred and twenty-first write of a minute is 429 to a program', async () => {
  const { secret } = await makeToken(person, { name: 'x', scope: 'write', days: 1 })
  const write = () =>
    serveRest(
      new Request('http://localhost/api/v1/preferences', {
        method: 'PATCH',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: '{"theme":"mauve"}',
      }),
    )
  const seen = []
  for (let turn = 0; turn < 121; turn++) seen.push(await write())
  expect(new Set(seen.slice(0, 120).map(({ status }) => status))).toEqual(new Set([422]))
  const last = seen[120]
  expect([last?.status, last?.headers.get('retry-after')]).toEqual([429, '10'])
  expect(await last?.json()).toMatchObject({ code: 'too-many' })
})

test('a feed that is read without end is 429 and no defect', async () => {
  const { secret } = await makeLink(person, { kind: 'ideas-feed' })
  const read = () => ideasFeed(new Request(`http://localhost/api/ideas/feed?token=${secret}`))
  const seen = await Promise.all(Array.from({ length: 41 }, async () => (await read()).status))
  expect(seen.toSorted()).toEqual([...Array(40).fill(200), 429])
})

test('what is open to everybody is counted by the network, and one network is not another', async () => {
  const read = async (address: string) => {
    const request = new Request('http://localhost/api/badges/x', { headers: { 'x-client-address': address } })
    return (await GET(request, { params: Promise.resolve({ list: 'x' }) })).status
  }
  for (let turn = 0; turn < 600; turn++) await limitPerNetwork('10.9.9.9', 'open')
  expect([await read('10.9.9.9'), await read('10.9.9.8')]).toEqual([429, 404])
})
