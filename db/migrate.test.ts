import { Client } from 'pg'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { migrate } from '#db/migrate'
import { serveAs } from '#db/testing/old-server'
import { blindDatabase, cloneDatabase } from '#db/testing/server'
import { inTurn } from '#db/turn'

const postgres = inject('postgres')
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const emptyDatabase = async (template?: string) => {
  const made = await cloneDatabase(postgres, template)
  ends.push(made.drop)
  return made
}
const ask = async <Row>(url: string, text: string) => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows as Row[]
  } finally {
    await client.end()
  }
}

describe('a database that cannot carry the portal is refused with what to do', () => {
  const versions = { number: '170000', text: '17.0' }
  test.each([
    ['a server of before 15', () => ({ number: '140011', text: '14.11' }), /PostgreSQL 15 or newer.*14\.11/],
    [
      'one without an extension',
      (text: string) => (text.includes('pg_available_extensions') ? { name: 'pg_trgm' } : versions),
      /extensions btree_gist are not available.*contrib/,
    ],
  ])('%s', async (_name, answer, said) => {
    const server = await serveAs(answer)
    ends.push(server.stop)
    await expect(migrate(server.url)).rejects.toMatchObject({
      name: 'UnfitDatabase',
      message: expect.stringMatching(said),
    })
  })

  test('a collation that leaves Ukrainian letters alone, before anything is made', async () => {
    const { ownerUrl, drop } = await blindDatabase(postgres)
    ends.push(drop)
    await expect(migrate(ownerUrl)).rejects.toMatchObject({
      name: 'UnfitDatabase',
      message: expect.stringMatching(/cannot fold Ukrainian letters[\s\S]*ICU_LOCALE 'uk-UA'/),
    })
    expect(await ask(ownerUrl, `select from pg_tables where schemaname = 'public'`)).toEqual([])
  })

  test('one that a newer version wrote, and nothing in it changes', async () => {
    const { ownerUrl } = await emptyDatabase(postgres.template)
    await ask(
      ownerUrl,
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 9999999999999);
       alter table people add column of_tomorrow text`,
    )
    await expect(migrate(ownerUrl)).rejects.toMatchObject({
      name: 'UnfitDatabase',
      message: expect.stringMatching(/newer version of Sviato.*nothing was changed/),
    })
    expect(await ask(ownerUrl, 'select of_tomorrow from people')).toEqual([])
  })
})

test('of several starts at once one migrates, and the others find it done', async () => {
  const { ownerUrl } = await emptyDatabase()
  await Promise.all(Array.from({ length: 3 }, () => migrate(ownerUrl)))
  const [{ migrations, twice } = { migrations: 0, twice: 0 }] = await ask<{
    migrations: number
    twice: number
  }>(
    ownerUrl,
    'select count(*)::int as migrations, (count(*) - count(distinct hash))::int as twice from drizzle.__drizzle_migrations',
  )
  expect(migrations).toBeGreaterThan(50)
  expect(twice).toBe(0)
})

test('a start waits for the one that fills the database, says so, and takes over from one that was killed', async () => {
  const { ownerUrl } = await emptyDatabase()
  const said: string[] = []
  const order: string[] = []
  const say = (line: string) => void said.push(line)
  let letGo: () => void = () => undefined
  const first = inTurn(ownerUrl, say, async () => {
    await new Promise<void>((done) => {
      letGo = done
    })
    order.push('first')
  })
  await expect
    .poll(() => ask(ownerUrl, `select from pg_locks where locktype = 'advisory' and granted`))
    .toHaveLength(1)
  const second = inTurn(ownerUrl, say, async () => void order.push('second'))
  await expect.poll(() => said).toEqual(['Another start is preparing this database; waiting for it …'])
  expect(order).toEqual([])
  letGo()
  await Promise.all([first, second])
  expect(order).toEqual(['first', 'second'])

  const killed = inTurn(ownerUrl, say, async () => {
    await ask(ownerUrl, `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`)
    return inTurn(ownerUrl, say, async () => 'taken over')
  })
  expect(await killed).toBe('taken over')
})
