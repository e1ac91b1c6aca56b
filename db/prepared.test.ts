import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { testDatabase } from '#db/testing'

// A process remembers so many statements and no more, and the files before this one in the same worker may have filled it.
vi.resetModules()
const { openDatabase } = await import('#db/client')

const prepared = `select statement from pg_prepared_statements where statement like '%/* asked %'`

test('what is asked often is prepared on its connection, whichever way it is asked, and answers the same', async () => {
  const database = openDatabase(testDatabase().url, { max: 1 })
  const ask = (n: number) =>
    database.execute<{ n: number }>(sql`select ${n}::int + 1 as n /* asked by drizzle */`)
  const answers: unknown[] = []
  for (let n = 0; n < 5; n++) answers.push((await ask(n)).rows[0]?.n)
  expect(answers).toEqual([1, 2, 3, 4, 5])
  await database.execute(sql`select 1 /* asked once */`)
  await database.transaction(async (tx) => {
    for (let n = 0; n < 4; n++) await tx.execute(sql`select ${n}::int /* asked in a transaction */`)
  })
  const { rows } = await database.$client.query<{ statement: string }>(prepared)
  expect(rows.map(({ statement }) => /asked [a-z ]+/.exec(statement)?.[0].trim()).sort()).toEqual([
    'asked by drizzle',
    'asked in a transaction',
  ])
  await database.$client.end()
})

test('several commands in one text are left as they are', async () => {
  const database = openDatabase(testDatabase().url, { max: 1 })
  for (let turn = 0; turn < 5; turn++) await database.$client.query('begin; select 1; commit')
  await database.$client.end()
})
