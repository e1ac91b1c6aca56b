import { expect, test } from 'vitest'
import { z } from 'zod'
import { serveRest } from '#app/_next/rest/door'
import { makePerson, makeSite } from '#db/testing/people'
import { makeToken } from '#server/accounts/make-token'
import { query } from '#server/query'
import { enterThanks } from '#server/recognition/enter-thanks'
import { listThanks } from '#server/recognition/thanks-queries'

const read = async (secret: string, path: string) => {
  const headers = { authorization: `Bearer ${secret}` }
  const answer = await serveRest(new Request(`http://localhost/api/v1${path}`, { headers }))
  return { status: answer.status, json: await answer.json() }
}

test('a program is told what the document says and no more of a row', async () => {
  const supervisor = await makePerson({ siteId: await makeSite(), roles: [{ role: 'hr' }] })
  const letter = { channel: 'mail' as const, reference: 'letter-1', receivedOn: '2026-03-09', text: 'Дякую!' }
  await enterThanks(supervisor, letter, { now: new Date('2026-03-10T10:00:00Z') })
  const raw = await listThanks(supervisor, {})
  const documented = Object.keys(listThanks.output.parse(raw).items[0] ?? {})
  // The row knows the moment by which the list goes on, and nobody documented it.
  expect(Object.keys(raw.items[0] ?? {})).toContain('at')
  const { secret } = await makeToken(supervisor, { name: 'x', scope: 'read', days: 1 })
  const { status, json } = await read(secret, '/customer-thanks')
  expect([status, json.items.map(Object.keys)]).toEqual([200, [documented]])
  expect(documented).not.toContain('at')
})

test('a verb that answers something else than it documents is found by any test that calls it', async () => {
  const broken = query({
    verb: 'people.list',
    input: z.object({}),
    output: z.object({ name: z.string() }),
    run: async () => ({ name: 7 }) as never,
  })
  const actor = await makePerson({ siteId: await makeSite() })
  await expect(broken(actor, {})).rejects.toThrow(/people\.list answers what its output does not document/)
})

test.each(['/people', '/audit', '/ideas', '/praises', '/actions', '/trainings', '/openings', '/notices'])(
  'a garbled cursor of %s is 400 and names its field',
  async (path) => {
    const actor = await makePerson({ siteId: await makeSite(), roles: [{ role: 'hr' }] })
    const { secret } = await makeToken(actor, { name: 'x', scope: 'read', days: 1 })
    const garbled = [`cursor=garbled`, `cursor=${Buffer.from('[true]').toString('base64url')}`]
    for (const part of garbled)
      expect(await read(secret, `${path}?${part}`)).toMatchObject({
        status: 400,
        json: { code: 'invalid', fields: { cursor: 'wrong' } },
      })
  },
)
