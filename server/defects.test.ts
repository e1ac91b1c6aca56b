import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '#db/client'
import { withoutValues } from '#server/defects'

const everything = (error: unknown): string =>
  error instanceof Error
    ? [error.message, error.stack, JSON.stringify(error), everything(error.cause)].join('\n')
    : ''

test.each([
  ['a parameter', sql`select ${'таємниця'}::text from no_such_table`],
  ['a value that could not be read', sql`select ${'таємниця'}::uuid`],
  [
    'a row that was refused',
    sql`insert into people (id, name, email, created_at) values (gen_random_uuid(), ${'таємниця'}, 'X', now())`,
  ],
])('a defect keeps its statement and its place, without %s', async (_, statement) => {
  const error = await db.execute(statement).catch((thrown: unknown) => thrown)
  expect(everything(error)).toContain('таємниця')
  const told = everything(withoutValues(error))
  expect(told).not.toContain('таємниця')
  expect(told).toMatch(/Failed query: (select|insert)/)
  expect(told).toMatch(/\n\s+at /)
})
