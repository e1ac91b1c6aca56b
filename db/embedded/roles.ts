import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { APP_ROLE } from '#db/client'
import type { Secrets } from '#db/embedded/cluster'

export const OWNER_ROLE = 'sviato_owner'
export const DATABASE = 'sviato'

const BOOT_LOCK = 7_284_650

const withClient = async (connectionString: string, work: (client: Client) => Promise<void>) => {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [BOOT_LOCK])
    await work(client)
  } finally {
    await client.end()
  }
}

const ensureRole = async (client: Client, name: string, password: string, attributes: string) => {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
  const verb = rowCount ? 'alter' : 'create'
  await client.query(
    `${verb} role ${escapeIdentifier(name)} login ${attributes} password ${escapeLiteral(password)}`,
  )
}

/**
 * The two roles and their database, made where missing; run at each start, so a start that was cut off is finished by the next.
 * The owner reads past row-level security, since a backup that skipped somebody's private rows would be no backup.
 */
export async function ensureRoles(superuserUrl: string, secrets: Secrets): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    await ensureRole(client, OWNER_ROLE, secrets.owner, 'bypassrls')
    await ensureRole(client, APP_ROLE, secrets.app, 'nobypassrls')
    await client.query(`grant ${APP_ROLE} to ${OWNER_ROLE}`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (!rowCount) await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`)
    await client.query(`revoke all on database ${DATABASE} from public`)
    await client.query(`grant connect, temporary on database ${DATABASE} to ${APP_ROLE}`)
  })
}
