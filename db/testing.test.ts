import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { db } from '#db/client'
import { anotherDatabase, testDatabase } from '#db/testing'

const nameAt = (url: string) => new URL(url).pathname.slice(1)

async function tablesAt(url: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(
      `select count(*)::int as n from pg_tables where schemaname = 'public'`,
    )
    return rows[0].n
  } finally {
    await client.end()
  }
}

test('db opens the database of this file, under the restricted role', async () => {
  const { rows } = await db.execute(sql`select current_database() as name, current_user as role`)
  expect(rows).toEqual([{ name: nameAt(testDatabase().url), role: 'sviato_app' }])
})

test('the database is migrated, and another one is a fresh copy', async () => {
  const mine = await tablesAt(testDatabase().url)
  expect(mine).toBeGreaterThan(0)
  const other = await anotherDatabase()
  expect(nameAt(other.url)).not.toBe(nameAt(testDatabase().url))
  expect(await tablesAt(other.url)).toBe(mine)
})

test('an empty database belongs to the owner, who may build in it', async () => {
  const { ownerUrl } = await anotherDatabase({ empty: true })
  expect(await tablesAt(ownerUrl)).toBe(0)
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('create table trial (id int)')
  await owner.end()
  expect(await tablesAt(ownerUrl)).toBe(1)
})
