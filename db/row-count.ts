import { Client } from 'pg'
import { listTables } from '#db/stored-tables'

/** How many rows all tables with content hold together, counted and not estimated. */
export async function countRows(ownerUrl: string): Promise<number> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const counts = (await listTables(client)).map(({ name }) => `(select count(*) from ${name})`)
    const { rows } = await client.query<{ rows: string }>(`select ${counts.join(' + ')} as rows`)
    return Number(rows[0]?.rows ?? 0)
  } finally {
    await client.end()
  }
}
