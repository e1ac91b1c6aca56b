import { Client } from 'pg'

const LOCK = 7_284_655

/**
 * Lets one start at a time bring a database up and fill it; who comes meanwhile waits, and says so. The lock ends with its
 * connection, so a start that is killed keeps nobody waiting.
 */
export async function inTurn<Result>(
  ownerUrl: string,
  say: (line: string) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  // A lock that is lost with the database is told by the work itself, which needs that database.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [LOCK])
    if (!rows[0]?.free) {
      say('Another start is preparing this database; waiting for it …')
      await client.query('select pg_advisory_lock($1)', [LOCK])
    }
    return await work()
  } finally {
    await client.end().catch(() => undefined)
  }
}
