import { Client, escapeIdentifier } from 'pg'
import PgBoss from 'pg-boss'
import { APP_ROLE } from '#db/client'

export const JOBS_SCHEMA = 'pgboss'

// pg-boss makes this queue itself where it may; the application may not.
const CLOCK_QUEUE = '__pgboss__send-it'

/**
 * Makes or upgrades the job tables as the owner and lets the application's role work with them; each queue is a table of its
 * own, so the names must be known here. Called after the migrations, by any number of instances.
 */
export async function installJobs(ownerUrl: string, queues: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  const boss = new PgBoss({
    db: { executeSql: (text, values) => client.query(text, values) },
    schema: JOBS_SCHEMA,
    schedule: false,
    supervise: false,
  })
  const [schema, role] = [escapeIdentifier(JOBS_SCHEMA), escapeIdentifier(APP_ROLE)]
  try {
    await client.query('select pg_advisory_lock(7284652)')
    await boss.start()
    for (const name of [CLOCK_QUEUE, ...queues]) {
      if (!(await boss.getQueue(name))) await boss.createQueue(name, { name, policy: 'stately' })
    }
    await client.query(`
      grant usage on schema ${schema} to ${role};
      grant select, insert, update, delete on all tables in schema ${schema} to ${role};
      grant execute on all functions in schema ${schema} to ${role};
    `)
    await boss.stop({ graceful: false })
  } finally {
    await client.end()
  }
}
