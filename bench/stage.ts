import { randomBytes } from 'node:crypto'
import type { Answering, Child } from '#bench/children'
import { startPart, startPortal } from '#bench/children'
import type { Floor } from '#bench/floor'
import type { Visitor } from '#bench/people'
import { openVisitors } from '#bench/people'
import { closeDatabase, db } from '#db/client'
import { settle } from '#db/environment'
import { migrate } from '#db/migrate'
import { countRows } from '#db/row-count'
import { seedDemo } from '#db/seed/demo/demo'
import { seedReference } from '#db/seed/reference/seed'
import type { Addresses, TestServer } from '#db/testing/server'
import { cloneDatabase, ensureTemplate, fingerprint } from '#db/testing/server'

/** A centre of one size with the product and the floor running on it. */
export type Stage = {
  people: number
  database: string
  url: string
  databaseUrl: string
  visitors: Visitor[]
  /** Many more of the centre, for the floor's writes. */
  crowd: string[]
  portal: Child
  floor: Answering<Floor, { url: string }>
  stop: () => Promise<void>
}

export type Filled = { people: number; rows: number; seconds: number }
export type Wish = { node: string; flags: string[]; people: number; log: string; say: (line: string) => void }

const fill = async ({ url, ownerUrl }: Addresses, people: number): Promise<Filled> => {
  settle({ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl })
  await migrate(ownerUrl)
  await seedReference(ownerUrl)
  const before = await countRows(ownerUrl)
  const begun = performance.now()
  await seedDemo({ people })
  const seconds = (performance.now() - begun) / 1000
  await closeDatabase()
  return { people, rows: (await countRows(ownerUrl)) - before, seconds }
}

/** Told once a day and version of the story and its tables, since its dates count back from today. */
export async function fillOnce(
  server: TestServer,
  people: number,
  filled: (what: Filled) => void,
): Promise<string> {
  const today = new Date().toISOString().slice(0, 10)
  const mark = fingerprint(['db/migrations', 'db/schema', 'db/seed'], today)
  return ensureTemplate(server, `bench_${people}_people`, mark, async (addresses) =>
    filled(await fill(addresses, people)),
  )
}

// Nobody supports their own idea, so a voter taken at random must have none.
const STRANGERS = `
  select p.id from people p where not exists (select from ideas i where i.author_id = p.id) limit 2000`

export async function openStage(server: TestServer, template: string, wish: Wish): Promise<Stage> {
  const { drop, url: databaseUrl, ownerUrl } = await cloneDatabase(server, template)
  const secret = randomBytes(32).toString('base64url')
  const settings = { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl, AUTH_SECRET: secret }
  settle(settings)
  const visitors = await openVisitors(secret)
  const crowd = (await db.$client.query<{ id: string }>(STRANGERS)).rows
  await closeDatabase()
  const portal = await startPortal(wish.node, wish.log, settings, wish.flags)
  const floor = startPart<Floor, { url: string }>(wish.node, 'floor')
  return {
    people: wish.people,
    database: new URL(databaseUrl).pathname.slice(1),
    url: portal.url,
    databaseUrl,
    visitors,
    crowd: crowd.map(({ id }) => id),
    portal,
    floor,
    stop: async () => {
      await Promise.all([portal.stop(), floor.stop()])
      await drop()
    },
  }
}
