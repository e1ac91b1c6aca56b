import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Embedded } from '#db/embedded'
import { startEmbedded } from '#db/embedded'
import { keptAuthSecret } from '#db/embedded/cluster'
import { openDataDir } from '#db/embedded/data-dir'
import { isAlive } from '#db/embedded/server'

const ROOT = mkdtempSync('/tmp/sviato-embedded-')
execFileSync('chmod', ['755', ROOT])
const said: string[] = []
const log = (line: string) => void said.push(line)
const start = (dataDir: string) => startEmbedded({ dataDir, log, unsafe: true })

const ask = async (url: string, text: string, values: unknown[] = []) => {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}

const eventually = async <T>(attempt: () => Promise<T>, seconds = 10): Promise<T> => {
  const end = performance.now() + seconds * 1000
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (performance.now() > end) throw error
      await wait(50)
    }
  }
}

afterAll(() => rmSync(ROOT, { recursive: true, force: true }))

describe('startEmbedded', () => {
  const dataDir = openDataDir(ROOT, 'data').path
  let server: Embedded

  beforeAll(async () => {
    server = await start(dataDir)
  })
  afterEach(async () => {
    await eventually(() => ask(server.url, 'select 1'))
  })
  afterAll(async () => {
    await server.stop()
    expect(isAlive(server.pid())).toBe(false)
  })

  it('sorts and folds Ukrainian, whatever the locale of the machine', async () => {
    const words = ['яма', 'їжак', 'ґрунт', 'Ірина', 'гора', 'йод', 'індик', 'єнот']
    const rows = await ask(server.url, 'select word from unnest($1::text[]) word order by word', [words])
    expect(rows.map((row) => row.word)).toEqual([
      'гора',
      'ґрунт',
      'єнот',
      'індик',
      'Ірина',
      'їжак',
      'йод',
      'яма',
    ])
    expect(
      await ask(server.url, `select lower('ЇҐЄ') as low, current_setting('server_encoding') as coding`),
    ).toEqual([{ low: 'їґє', coding: 'UTF8' }])
  })

  it('gives the application a role that owns nothing, and the owner no superuser', async () => {
    const [app] = await ask(
      server.url,
      'select current_user as name, rolsuper from pg_roles where rolname = current_user',
    )
    const [owner] = await ask(
      server.ownerUrl,
      'select current_user as name, rolsuper, rolcreaterole from pg_roles where rolname = current_user',
    )
    expect(app).toEqual({ name: 'sviato_app', rolsuper: false })
    expect(owner).toEqual({ name: 'sviato_owner', rolsuper: false, rolcreaterole: false })
    await expect(ask(server.url, 'create table mine (id int)')).rejects.toThrow(/permission denied/)
    await ask(server.ownerUrl, 'create extension if not exists pg_trgm')
  })

  it('asks for a password and listens to this machine only', async () => {
    await expect(ask(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
      /password authentication/,
    )
    const [set] = await ask(server.superuserUrl, `select current_setting('listen_addresses') as address`)
    expect(set).toEqual({ address: '127.0.0.1' })
  })

  it('keeps its secrets for the owner of the folder alone', () => {
    const secret = keptAuthSecret(dataDir)
    expect(secret.length).toBeGreaterThanOrEqual(32)
    expect(keptAuthSecret(dataDir)).toBe(secret)
    for (const name of ['auth-secret', 'postgres-passwords.json', 'postgres.log']) {
      expect(statSync(join(dataDir, name)).mode & 0o077, name).toBe(0)
    }
  })

  it('comes back at the same address when Postgres is killed', async () => {
    const before = server.pid()
    process.kill(before, 'SIGKILL')
    // A connection that stood in line when it was killed may still be answered, so the new server is waited for first.
    await expect.poll(() => server.pid(), { timeout: 30_000 }).not.toBe(before)
    expect(await eventually(() => ask(server.url, 'select 1 as one'))).toEqual([{ one: 1 }])
    expect(said).toContain('The embedded database is back.')
  })

  it('shares a server that runs already, and only the last one stops it', async () => {
    const second = await start(dataDir)
    expect(second.reused).toBe(true)
    expect(second.pid()).toBe(server.pid())
    await second.stop()
    expect(isAlive(server.pid())).toBe(true)
  })
})

describe('the next start', () => {
  const restarted = async (
    name: string,
    between: (dataDir: string, server: Embedded) => Promise<void> | void,
  ) => {
    const dataDir = openDataDir(ROOT, name).path
    const first = await start(dataDir)
    await ask(first.ownerUrl, 'create table kept (id int)')
    await first.stop()
    await between(dataDir, first)
    const second = await start(dataDir)
    const rows = await ask(second.ownerUrl, 'select count(*)::int as tables from kept')
    await second.stop()
    expect(rows).toEqual([{ tables: 0 }])
    return { first, second }
  }

  it('keeps its port, and takes another when that one is taken', async () => {
    const { first, second } = await restarted('port', () => undefined)
    expect(second.port).toBe(first.port)
    const squatter = createServer().listen(first.port, '127.0.0.1')
    const third = await start(openDataDir(ROOT, 'port').path)
    expect(third.port).not.toBe(first.port)
    await third.stop()
    squatter.close()
  })

  it('is not stopped by a pid file whose number belongs to another program now', async () => {
    await restarted('stale', (dataDir) => {
      const file = join(dataDir, 'postgres/postmaster.pid')
      writeFileSync(file, `${process.pid}\n${join(dataDir, 'postgres')}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`)
    })
  })

  it('finishes a first start that was cut off', async () => {
    const dataDir = openDataDir(ROOT, 'cut').path
    execFileSync('mkdir', ['-p', join(dataDir, `postgres.part-${process.pid}`, 'base')])
    const server = await start(dataDir)
    await server.stop()
    expect(existsSync(join(dataDir, 'postgres/PG_VERSION'))).toBe(true)
  })

  it.each([
    ['99', /newer version of Sviato/],
    ['15', /npm run backup/],
  ])('refuses data of PostgreSQL %s and leaves them alone', async (version, message) => {
    const dataDir = openDataDir(ROOT, `version-${version}`).path
    await (await start(dataDir)).stop()
    const file = join(dataDir, 'postgres/PG_VERSION')
    writeFileSync(file, `${version}\n`)
    await expect(start(dataDir)).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(message),
    })
    expect(readFileSync(file, 'utf8')).toBe(`${version}\n`)
  })

  it('says which file is missing when the passwords are gone', async () => {
    const dataDir = openDataDir(ROOT, 'lost').path
    await (await start(dataDir)).stop()
    rmSync(join(dataDir, 'postgres-passwords.json'))
    await expect(start(dataDir)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/passwords/),
    })
  })
})

describe('openDataDir', () => {
  it('refuses a folder that cannot be written, with the name of the setting', () => {
    writeFileSync(join(ROOT, 'file'), '')
    expect(() => openDataDir(ROOT, 'file/data')).toThrow(/DATA_DIR must be a folder that/)
  })

  // Only root has a home that Postgres' account cannot enter and may write to /var/lib; for others there is nothing to leave.
  if (process.getuid?.() === 0) {
    it('leaves a private home of root for /var/lib/sviato', () => {
      const home = mkdtempSync('/tmp/sviato-home-')
      const { path, moved } = openDataDir(home)
      rmSync(home, { recursive: true })
      rmSync(path, { recursive: true })
      expect(moved).toBe(true)
      expect(path).toMatch(/^\/var\/lib\/sviato\/[0-9a-f]{12}$/)
      expect(() => openDataDir(home, mkdtempSync(join(ROOT, 'private-')))).toThrow(/account .* can enter/)
    })
  }
})
