import { inject, onTestFinished } from 'vitest'
import { environment } from '#db/environment'
import type { Addresses } from '#db/testing/server'
import { cloneDatabase } from '#db/testing/server'

/** The database of this test file: migrated, with reference content, nobody else's. `db` from `#db/client` opens it. */
export function testDatabase(): Addresses {
  const { databaseUrl, databaseOwnerUrl } = environment()
  if (!databaseUrl || !databaseOwnerUrl) throw new Error('only tests of the project "database" have one')
  return { url: databaseUrl, ownerUrl: databaseOwnerUrl }
}

/** One more database for a single test, dropped after it: a fresh copy, or with nothing in it at all. */
export async function anotherDatabase({ empty = false } = {}): Promise<Addresses> {
  const postgres = inject('postgres')
  const { drop, ...addresses } = await cloneDatabase(postgres, empty ? undefined : postgres.template)
  onTestFinished(drop)
  return addresses
}
