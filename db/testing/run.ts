import type { TestProject } from 'vitest/node'
import { migrate } from '#db/migrate'
import { seedReference } from '#db/seed/reference/seed'
import type { TestServer } from '#db/testing/server'
import { ensureTemplate, fingerprint, openTestServer } from '#db/testing/server'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer & { template: string }
  }
}

/** Once a run: Postgres, and the migrated database with reference content that every test file gets a copy of. */
export default async function start(project: TestProject) {
  const server = await openTestServer()
  const mark = fingerprint(['db', 'domain', 'server'])
  const template = await ensureTemplate(server, 'reference', mark, async ({ ownerUrl }) => {
    await migrate(ownerUrl)
    await seedReference(ownerUrl)
  })
  const { url, ownerUrl, superuserUrl } = server
  project.provide('postgres', { url, ownerUrl, superuserUrl, template })
  return server.stop
}
