import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SQL, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { Client } from 'pg'
import { startEmbedded } from '#db/embedded'
import { mayReach, openly, postgresAccount } from '#db/embedded/account'
import { openDataDir, SHARED_HOME } from '#db/embedded/data-dir'
import { OWNER_ROLE } from '#db/embedded/roles'

/** Where a database is reached: by the application's restricted role, by its owner. */
export type Addresses = { url: string; ownerUrl: string }
export type TestServer = Addresses & { superuserUrl: string }

const TEMPLATE_LOCK = 7_284_652

/** Beside the sources, or, where Postgres' account may not pass through to them, in a folder of this project of its own. */
function testDataDir(folder: string): string {
  const project = process.cwd()
  const account = postgresAccount()
  if (account.uid === undefined || mayReach(account, 'x', project)) {
    openly(() => mkdirSync('.test', { recursive: true, mode: 0o755 }))
    return openDataDir(project, join('.test', folder)).path
  }
  const name = createHash('sha256').update(`${project} ${folder}`).digest('hex').slice(0, 12)
  return openDataDir(project, join(SHARED_HOME, name)).path
}

type Wish = { folder?: string; unsafe?: boolean; settings?: Record<string, string> }

/** The Postgres of the tests, shared by the runs of this checkout and stopped by the last of them. */
export async function openTestServer({
  folder = 'data',
  unsafe = true,
  settings,
}: Wish = {}): Promise<TestServer & { dataDir: string; stop: () => Promise<void> }> {
  const dataDir = testDataDir(folder)
  const server = await startEmbedded({ dataDir, log: () => undefined, unsafe, settings })
  await dropForgotten(server.superuserUrl)
  return { ...server, dataDir }
}

export async function asSuperuser<T>(
  { superuserUrl }: Pick<TestServer, 'superuserUrl'>,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The address of another database on the same server. */
const at = (url: string, database: string): string => {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

const addressesOf = (server: TestServer, database: string): Addresses => ({
  url: at(server.url, database),
  ownerUrl: at(server.ownerUrl, database),
})

/** A fingerprint of the sources that decide what a template holds. */
export function fingerprint(folders: string[], also = ''): string {
  const hash = createHash('sha256').update(also)
  for (const folder of folders.filter((path) => existsSync(path))) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
    for (const file of files.filter((name) => /\.(ts|sql|json)$/.test(name) && !/\.test\.ts$/.test(name))) {
      hash.update(file).update(readFileSync(join(folder, file)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/**
 * A database that is filled once and then copied; it stays for the next run while its fingerprint does.
 * @returns its name.
 */
export async function ensureTemplate(
  server: TestServer,
  kind: string,
  mark: string,
  fill: (addresses: Addresses) => Promise<void>,
): Promise<string> {
  const name = `template_${kind}_${mark}`
  await asSuperuser(server, async (client) => {
    // Two runs of one checkout may want the same template at the same moment.
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const known = await namesLike(client, `template_${kind}_%`)
    if (known.includes(name)) return
    for (const stale of known) await drop(client, stale)
    const raw = `filling_${process.pid}_${kind}`
    await create(client, raw)
    await fill(addressesOf(server, raw))
    await define(client, sql`alter database ${sql.identifier(raw)} rename to ${sql.identifier(name)}`)
  })
  return name
}

/** A database of one's own: a copy of the template, or an empty one. */
export const cloneDatabase = (server: TestServer, template?: string) =>
  // Copying files takes a third of the time that copying by way of the log does, as long as nobody waits for a disk.
  ownDatabase(server, template ? sql`template ${sql.identifier(template)} strategy file_copy` : sql``)

/** An empty one whose collation takes no Cyrillic letter for a letter. */
export const blindDatabase = (server: TestServer) =>
  ownDatabase(server, sql`template template0 encoding 'UTF8' locale_provider libc locale 'C'`)

async function ownDatabase(
  server: TestServer,
  made: SQL,
): Promise<Addresses & { drop: () => Promise<void> }> {
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  await asSuperuser(server, (client) => create(client, name, made))
  return {
    ...addressesOf(server, name),
    drop: () => asSuperuser(server, (client) => drop(client, name)),
  }
}

// What defines a database takes no parameters; names are quoted as identifiers.
async function define(client: Client, statement: SQL): Promise<void> {
  await drizzle({ client }).execute(statement)
}

const create = (client: Client, name: string, made = sql``) =>
  define(client, sql`create database ${sql.identifier(name)} owner ${sql.identifier(OWNER_ROLE)} ${made}`)

const drop = (client: Client, name: string) =>
  define(client, sql`drop database if exists ${sql.identifier(name)} with (force)`)

async function namesLike(client: Client, pattern: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where datname like $1',
    [pattern],
  )
  return rows.map(({ name }) => name)
}

/** What runs that were killed have left behind. */
async function dropForgotten(superuserUrl: string) {
  await asSuperuser({ superuserUrl }, async (client) => {
    const names = [...(await namesLike(client, 'test\\_%')), ...(await namesLike(client, 'filling\\_%'))]
    for (const name of names) {
      if (!isAlive(Number(name.split('_')[1]))) await drop(client, name)
    }
  })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
