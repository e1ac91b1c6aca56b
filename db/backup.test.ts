import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp } from '#db/backup'
import { installJobs } from '#db/jobs'
import { isEmptyDatabase, restore } from '#db/restore'
import { listTables } from '#db/stored-tables'
import { anotherDatabase, testDatabase } from '#db/testing'

const NOW = new Date('2026-11-20T08:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'sviato-backup-'))
const file = join(folder, 'whole.backup')

// What makes a restore hard: links in a ring, a link to itself, computed and counted columns, triggers that refuse, odd text.
const HARD = `
  create table hens (id int generated always as identity primary key, egg_id int, mother_id int references hens, name text);
  create table eggs (id serial primary key, hen_id int not null references hens, grams int, ounces numeric
    generated always as (grams / 28.35) stored);
  alter table hens add constraint hen_from_egg foreign key (egg_id) references eggs deferrable initially deferred;
  create schema barn;
  create table barn."Odd table" ("the ""name""" text, bytes bytea, tags text[], spell daterange, doc jsonb, at timestamptz);
  create function refuse() returns trigger language plpgsql as $$ begin raise exception 'append-only'; end $$;
  create trigger kept before update or delete on eggs for each row execute function refuse();
  create trigger kept_whole before truncate on eggs for each statement execute function refuse();
  create trigger sleeping before insert on eggs for each row execute function refuse();
  alter table eggs disable trigger sleeping;
  alter table hens enable row level security;`

const ROWS = `
  insert into hens (name) select 'Чорна' || n from generate_series(1, 2000) n;
  insert into eggs (hen_id, grams) select id, 50 + id % 9 from hens;
  update hens set mother_id = 2001 - id, egg_id = id;
  insert into barn."Odd table" values
    (E'tab\\t nl\\n bs\\\\ dot\\\\. ʼґ', '\\x00ff', '{a,NULL,"b,c"}', '[2026-01-01,)', '{"uk":"так"}', now()),
    ('\\.', null, '{}', 'empty', 'null', '-infinity'),
    (null, '', null, null, null, null);
  insert into barn."Odd table" ("the ""name""") select repeat('їжак ', 200000);`

const within = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const contentOf = (url: string) =>
  within(url, async (client) => {
    const content: Record<string, string[]> = {}
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query(`select t::text as row from ${name} t order by 1`)
      content[name] = rows.map(({ row }) => row)
    }
    return content
  })

const guardsOf = (url: string) =>
  within(url, async (client) => {
    const { rows } = await client.query(`
      select conrelid::regclass::text as tab, conname::text as name, pg_get_constraintdef(oid) || convalidated as what
      from pg_constraint where contype = 'f'
      union all select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal order by 1, 2, 3`)
    return rows
  })

const makeHard = (url: string) => within(url, (client) => client.query(HARD))

beforeAll(async () => {
  const { ownerUrl } = testDatabase()
  await installJobs(ownerUrl, ['purge'])
  await makeHard(ownerUrl)
  await within(ownerUrl, (client) => client.query(ROWS))
  await within(ownerUrl, (client) =>
    client.query(`insert into pgboss.job (name, data) values ('purge', '{"a":1}')`),
  )
  await backUp(ownerUrl, file, NOW)
})
afterAll(() => rmSync(folder, { recursive: true }))

const prepared = async () => {
  const { ownerUrl } = await anotherDatabase()
  await installJobs(ownerUrl, ['purge'])
  await makeHard(ownerUrl)
  return ownerUrl
}

describe('a backup', () => {
  it('is restored into another database with every row of every table and all guards', async () => {
    const [from, to] = [testDatabase().ownerUrl, await prepared()]
    const { tables, rows } = await restore(to, file)
    const content = await contentOf(from)
    expect(await contentOf(to)).toEqual(content)
    expect(await guardsOf(to)).toEqual(await guardsOf(from))
    expect(tables).toBe(Object.keys(content).length)
    expect(rows).toBe(Object.values(content).flat().length)
    expect(content['pgboss.job']).toHaveLength(1)
    const next = await within(to, (client) =>
      client.query(`insert into hens (name) values ('next') returning id`),
    )
    expect(next.rows).toEqual([{ id: 2001 }])
    await expect(within(to, (client) => client.query('delete from eggs'))).rejects.toThrow('append-only')
  })

  it('is of one moment, though others write while it is made', async () => {
    const { ownerUrl } = await anotherDatabase()
    await within(ownerUrl, async (client) => {
      await client.query('create table a_first (n int); create table z_last (n int)')
      let writing = true
      const writer = within(ownerUrl, async (other) => {
        for (let n = 0; writing; n++) {
          await other.query(
            `with one as (insert into a_first values (${n})) insert into z_last values (${n})`,
          )
        }
      })
      const moving = join(folder, 'moving.backup')
      await backUp(ownerUrl, moving, NOW)
      writing = false
      await writer
      await restore(ownerUrl, moving)
      const { rows } = await client.query(
        'select (select count(*) from a_first) - (select count(*) from z_last) as apart',
      )
      expect(rows).toEqual([{ apart: '0' }])
    })
  })

  it('is for its owner alone, and leaves no part of a file', () => {
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(statSync(`${file}.part`, { throwIfNoEntry: false })).toBeUndefined()
  })
})

describe('a restore', () => {
  const whole = () => gunzipSync(readFileSync(file))

  const changed = () => {
    const bytes = whole()
    bytes.write('8', bytes.indexOf('Чорна77') + Buffer.byteLength('Чорна7'))
    return bytes
  }

  it.each([
    ['cut off in the stream', () => readFileSync(file).subarray(0, 20_000), /cut off|middle|not complete/],
    [
      'cut off between frames',
      () => gzipSync(whole().subarray(0, whole().lastIndexOf('Z\0'))),
      /not complete/,
    ],
    ['not ours', () => gzipSync('hello'), /not a backup|middle/],
    ['not even packed', () => Buffer.from('hello'), /not a backup/],
    ['changed', () => gzipSync(changed()), /not those that were written/],
  ])('refuses a file that is %s, and changes nothing', async (_, make, message) => {
    const to = await prepared()
    const before = await contentOf(to)
    const guards = await guardsOf(to)
    const bad = join(folder, 'bad.backup')
    writeFileSync(bad, make())
    await expect(restore(to, bad)).rejects.toMatchObject({
      name: 'CannotRestore',
      message: expect.stringMatching(message),
    })
    expect(await contentOf(to)).toEqual(before)
    expect(await guardsOf(to)).toEqual(guards)
  })

  it('refuses rows that Postgres refuses, and changes nothing', async () => {
    const to = await prepared()
    await within(to, (client) =>
      client.query(`alter table hens add constraint no_77 check (name not like '%77')`),
    )
    const before = await contentOf(to)
    await expect(restore(to, file)).rejects.toThrow(/no_77/)
    expect(await contentOf(to)).toEqual(before)
  })

  it('refuses the backup of another version', async () => {
    const { ownerUrl } = await anotherDatabase({ empty: true })
    await expect(restore(ownerUrl, file)).rejects.toThrow(/another version/)
  })

  it('says whether a database is empty', async () => {
    const { ownerUrl } = await anotherDatabase({ empty: true })
    expect(await isEmptyDatabase(ownerUrl)).toBe(true)
    expect(await isEmptyDatabase(testDatabase().ownerUrl)).toBe(false)
  })
})
