import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import { Client, escapeIdentifier } from 'pg'
import { APP_ROLE } from '#db/client'

const LEAST_VERSION = 150000
const LOCK = 7_284_651
const FOLDER = join(process.cwd(), 'db/migrations')

/** Why a database cannot carry the portal; the start ends with exit code 3 and this message. */
export class UnfitDatabase extends Error {
  override name = 'UnfitDatabase'
}

type Journal = { entries: { when: number; tag: string }[] }

const refuseOldServer = async (client: Client) => {
  const { rows } = await client.query<{ number: number; text: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`,
  )
  if ((rows[0]?.number ?? 0) < LEAST_VERSION) {
    throw new UnfitDatabase(`PostgreSQL 15 or newer is needed; this server is ${rows[0]?.text}.`)
  }
}

const refuseMissingExtensions = async (client: Client) => {
  const needed = ['pg_trgm', 'btree_gist']
  const { rows } = await client.query<{ name: string }>(
    'select name from pg_available_extensions where name = any($1)',
    [needed],
  )
  const missing = needed.filter((name) => !rows.some((row) => row.name === name))
  if (missing.length) {
    throw new UnfitDatabase(
      `The PostgreSQL extensions ${missing.join(', ')} are not available: install the server's contrib package.`,
    )
  }
}

/** With a C collation lower() leaves Cyrillic alone and search would find nothing, silently. */
const refuseBlindCollation = async (client: Client) => {
  const { rows } = await client.query<{ folds: boolean; encoding: string }>(
    `select lower('ЇҐЄ') = 'їґє' as folds, current_setting('server_encoding') as encoding`,
  )
  if (rows[0]?.encoding !== 'UTF8' || !rows[0]?.folds) {
    throw new UnfitDatabase(
      'This database cannot fold Ukrainian letters (its collation is C or its encoding is not UTF8). ' +
        "Create it with: CREATE DATABASE sviato TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'uk-UA' LOCALE 'C.UTF-8';",
    )
  }
}

const refuseNewerDatabase = async (client: Client) => {
  const known = await client.query(`select to_regclass('drizzle.__drizzle_migrations') as name`)
  if (!known.rows[0]?.name) return
  const { rows } = await client.query<{ last: string | null }>(
    'select max(created_at) as last from drizzle.__drizzle_migrations',
  )
  const journal = JSON.parse(await readFile(join(FOLDER, 'meta/_journal.json'), 'utf8')) as Journal
  const newest = Math.max(...journal.entries.map((entry) => entry.when))
  if (Number(rows[0]?.last ?? 0) > newest) {
    throw new UnfitDatabase(
      'This database was written by a newer version of Sviato. Start that version; nothing was changed.',
    )
  }
}

const ensureAppRole = async (client: Client) => {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])
  const role = escapeIdentifier(APP_ROLE)
  try {
    if (!rows.length) await client.query(`create role ${role} nologin`)
    const { rows: may } = await client.query<{ member: boolean }>(
      `select pg_has_role(current_user, $1, 'member') as member`,
      [APP_ROLE],
    )
    if (!may[0]?.member) await client.query(`grant ${role} to current_user`)
  } catch (error) {
    throw new UnfitDatabase(
      `The restricted role ${APP_ROLE} is missing and this login may not create it. ` +
        `As an administrator run: CREATE ROLE ${APP_ROLE} NOLOGIN; GRANT ${APP_ROLE} TO <the login of DATABASE_OWNER_URL>;`,
      { cause: error },
    )
  }
}

/** The application reads and writes rows; it has no DDL, it can only add to the audit, and it does not say that the past is now. */
const grantToApp = async (client: Client) => {
  const role = escapeIdentifier(APP_ROLE)
  await client.query(`
    grant usage on schema public to ${role};
    revoke create on schema public from public;
    grant select, insert, update, delete on all tables in schema public to ${role};
    grant usage on all sequences in schema public to ${role};
    grant execute on all functions in schema public to ${role};
    revoke update, delete, truncate on audit_entries from ${role};
    revoke insert, update, delete, truncate on history_tellings from ${role};
    grant usage on schema drizzle to ${role};
    grant select on drizzle.__drizzle_migrations to ${role};
  `)
}

/**
 * Brings a database up to this version as its owner, under an advisory lock, so that several instances may start at once.
 * @throws UnfitDatabase with what to do about it; the database is then as it was.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await refuseOldServer(client)
    await refuseMissingExtensions(client)
    await refuseBlindCollation(client)
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await refuseNewerDatabase(client)
    await ensureAppRole(client)
    await applyMigrations(drizzle({ client }), { migrationsFolder: FOLDER })
    await grantToApp(client)
  } finally {
    await client.end()
  }
}
