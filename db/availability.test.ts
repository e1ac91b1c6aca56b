import { afterEach, expect, test } from 'vitest'
import { availability, waitForDatabase, watchDatabase } from '#db/availability'
import { testDatabase } from '#db/testing'
import { wayTo } from '#db/testing/way'

const { url } = testDatabase()
const before = { ...availability }
const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  Object.assign(availability, before)
})

test('a database that is still starting is waited for, told once, and never by its password', async () => {
  const way = await wayTo(url)
  await way.cut()
  ends.push(way.cut)
  const said: string[] = []
  const waiting = waitForDatabase('DATABASE_URL', way.url, (line) => said.push(line))
  await expect.poll(() => said).toHaveLength(1)
  await way.mend()
  await waiting
  expect(said).toEqual([`Waiting for the database at ${new URL(way.url).host} (up to 30 s) …`])
  expect(said[0]).not.toContain(new URL(url).password)
})

test('one that does not come is exit code 3, one that refuses the login is 2 at once', async () => {
  const way = await wayTo(url)
  await way.cut()
  const quiet = () => undefined
  await expect(waitForDatabase('DATABASE_URL', way.url, quiet, 0.1)).rejects.toMatchObject({
    exitCode: 3,
    message: expect.stringMatching(/^DATABASE_URL: the database at 127\.0\.0\.1:\d+ cannot be used/),
  })
  const stranger = new URL(url)
  stranger.password = 'made-up'
  await expect(waitForDatabase('DATABASE_URL', stranger.href, quiet)).rejects.toMatchObject({
    exitCode: 2,
    message: expect.not.stringContaining('made-up'),
  })
  const nowhere = new URL(url)
  nowhere.pathname = '/no_such_database'
  await expect(waitForDatabase('DATABASE_URL', nowhere.href, quiet)).rejects.toMatchObject({ exitCode: 2 })
})

test('a database that goes away is noticed at once, and so is its return', async () => {
  const way = await wayTo(url)
  ends.push(way.cut)
  const seen: string[] = []
  ends.push(watchDatabase(way.url, (state) => seen.push(state)))
  await expect.poll(() => availability.database).toBe('up')
  await way.cut()
  await expect.poll(() => availability.database).toBe('away')
  await way.mend()
  await expect.poll(() => availability.database, { timeout: 5000 }).toBe('up')
  expect(seen.slice(-2)).toEqual(['away', 'up'])
})
