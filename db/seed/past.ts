import { Client } from 'pg'

/** Lets what is told to have happened in months gone by be stored, for so many hours at most; as the owner, since nobody else may. */
export async function openPast(ownerUrl: string | undefined, hours: number): Promise<() => Promise<void>> {
  const asOwner = async (statement: string, values: unknown[] = []) => {
    const client = new Client({ connectionString: ownerUrl })
    await client.connect()
    try {
      await client.query(statement, values)
    } finally {
      await client.end()
    }
  }
  await asOwner(`insert into history_tellings (told_until) values (now() + make_interval(hours => $1))`, [
    hours,
  ])
  return () => asOwner('delete from history_tellings')
}
