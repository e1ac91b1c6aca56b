import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '#db/testing'
import { begin, buildCommands, run } from '#db/testing/commands'
import { serveAs } from '#db/testing/old-server'
import { makePerson, makeSite } from '#db/testing/people'
import { wayTo } from '#db/testing/way'
import { findTokenActor } from '#server/accounts/actor-queries'

const { url, ownerUrl } = testDatabase()
const SECRET = 'only-for-tests-'.repeat(3)
const settings = { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, AUTH_SECRET: SECRET, DEMO: '0' }

beforeAll(() => buildCommands(['backup', 'restore', 'serve', 'token']))

describe('npm run token', () => {
  test('prints the secret alone, and it opens what it says', async () => {
    const person = await makePerson({ siteId: await makeSite(), email: 'programs@example.com' })
    const wished = ['--email', 'Programs@Example.com', '--scope', 'write', '--days', '2']
    const { code, out } = await run('token', wished, settings)
    expect([code, out]).toEqual([0, expect.stringMatching(/^sviato_[\w-]{32}\n$/)])
    expect(await findTokenActor(out.trim())).toMatchObject({ personId: person.personId, access: 'write' })
  })

  test('says what is wrong on standard error, with 2', async () => {
    const [unknown, odd, nobody] = await Promise.all([
      run('token', ['--mail', 'x@example.com'], settings),
      run('token', ['--email', 'x@example.com', '--days', '1.5'], settings),
      run('token', ['--email', 'x@example.com'], settings),
    ])
    for (const { code, out, err } of [unknown, odd])
      expect([code, out, err]).toEqual([2, '', expect.stringMatching(/^Usage: npm run token/)])
    expect([nobody?.code, nobody?.out, nobody?.err]).toEqual([
      2,
      '',
      'Nobody who works here now has the e-mail x@example.com.\n',
    ])
  })
})

test('npm run backup asks where, and npm run restore replaces nothing that is there unless told to', async () => {
  const [where, what, refused] = await Promise.all([
    run('backup', [], settings),
    run('restore', [], settings),
    run('restore', ['/tmp/no-such-file'], settings),
  ])
  expect([where?.code, where?.err]).toEqual([2, expect.stringContaining('npm run backup -- FILE')])
  expect([what?.code, what?.err]).toEqual([2, expect.stringContaining('npm run restore -- FILE')])
  expect(refused?.code).toBeGreaterThan(0)
  expect(refused?.err).toMatch(/^The database is not empty\. Stop the portal and add --force/)
})

describe('a start that cannot be says why and ends with its code', () => {
  test('a wrong setting, a port in use, a missing secret: 2', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await expect.poll(() => other.listening).toBe(true)
    const { port } = other.address() as AddressInfo
    const [wrong, taken, secretless] = await Promise.all([
      run('serve', [], { ...settings, PORT: 'many', DATABASE_URL: 'mysql://secret@here/x' }),
      run('serve', [], { ...settings, PORT: String(port) }),
      run('serve', [], { ...settings, WORKER: 'only', AUTH_SECRET: '' }),
    ])
    expect([wrong?.code, wrong?.err]).toEqual([
      2,
      expect.stringMatching(/^DATABASE_URL must be an address such as[\s\S]*PORT must be a port number/),
    ])
    expect(wrong?.err).not.toContain('secret@')
    expect([taken?.code, taken?.err]).toEqual([
      2,
      `PORT must be a free port: ${port} on 127.0.0.1 is in use by another program.\n`,
    ])
    expect([secretless?.code, secretless?.err]).toEqual([
      2,
      expect.stringMatching(/^AUTH_SECRET must be set/),
    ])
  })

  test('a database that is too old: 3', async () => {
    const old = await serveAs(() => ({ number: '140011', text: '14.11' }))
    onTestFinished(old.stop)
    const wish = { ...settings, WORKER: 'only', DATABASE_URL: old.url, DATABASE_OWNER_URL: old.url }
    expect(await run('serve', [], wish)).toMatchObject({
      code: 3,
      err: 'PostgreSQL 15 or newer is needed; this server is 14.11.\n',
    })
  })
})

test('with one address for owner and application a worker starts, outlives its database being away, says so, and stops with 0', async () => {
  const way = await wayTo(ownerUrl)
  onTestFinished(way.cut)
  const one = { DATABASE_URL: way.url, AUTH_SECRET: SECRET, DEMO: '0', WORKER: 'only' }
  const worker = begin('serve', [], one)
  onTestFinished(() => void worker.signal('SIGKILL'))
  const ready = () => worker.said.out.trim().split('\n').at(-1)
  await expect.poll(ready, { timeout: 20_000 }).toBe('Sviato is ready: worker only')
  await way.cut()
  await expect.poll(() => worker.said.err, { timeout: 5000 }).toContain('"database":"away"')
  await way.mend()
  await expect.poll(() => worker.said.err, { timeout: 5000 }).toMatch(/"away"[\s\S]*"database":"up"/)
  worker.signal('SIGTERM')
  expect((await worker.ended).code).toBe(0)
})
