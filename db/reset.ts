import { Client } from 'pg'
import { migrate } from '#db/migrate'

/** Makes the tables anew. Only for a demo centre that was cut off while it was filled: nobody can have signed in to it. */
export async function startOver(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(
      'drop schema if exists drizzle cascade; drop schema public cascade; create schema public',
    )
  } finally {
    await client.end()
  }
  await migrate(ownerUrl)
}
