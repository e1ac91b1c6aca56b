import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'
import { environment } from '#db/environment'
import { PreparingClient } from '#db/prepared'

export type Database = NodePgDatabase & { $client: Pool }
export type Tx = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0]
/** Either: what a query needs to read. */
export type Reader = NodePgDatabase | Tx

export const APP_ROLE = 'sviato_app'

/**
 * A pool that works under the restricted role: with one's own server and a single URL the role is taken by SET ROLE at connection
 * time, so the application cannot change the schema or the audit even when the login owns both.
 */
export function openDatabase(url: string, options: { max?: number; role?: string } = {}): Database {
  const pool = new Pool({
    Client: PreparingClient,
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    options: `-c role=${options.role ?? APP_ROLE} -c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000`,
  })
  // Without a listener a connection that the server closes while idle ends the whole process.
  pool.on('error', () => undefined)
  return drizzle({ client: pool })
}

const kept = globalThis as typeof globalThis & { sviatoDatabase?: Database }

const current = (): Database => {
  const { databaseUrl } = environment()
  if (!databaseUrl) throw new Error('DATABASE_URL is not set: start through `npm start`')
  kept.sviatoDatabase ??= openDatabase(databaseUrl)
  return kept.sviatoDatabase
}

/** The application's database, opened at first use; one pool a process, whichever bundle asks. */
export const db: Database = new Proxy({} as Database, {
  get: (_, property) => {
    const database = current()
    const value = Reflect.get(database, property, database)
    return typeof value === 'function' ? value.bind(database) : value
  },
})

export async function closeDatabase(): Promise<void> {
  const database = kept.sviatoDatabase
  kept.sviatoDatabase = undefined
  await database?.$client.end()
}
