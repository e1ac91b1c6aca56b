import { waitForDatabase } from '#db/availability'
import { startEmbedded } from '#db/embedded'
import { keptAuthSecret } from '#db/embedded/cluster'
import { openDataDir } from '#db/embedded/data-dir'
import { settle } from '#db/environment'
import { CannotStart } from '#domain/cannot-start'
import type { Environment } from '#domain/environment'

export type Installation = {
  environment: Environment
  ownerUrl: string
  embedded: boolean
  /** Gives the database back; an embedded one stops when nobody else uses it. */
  leave: () => Promise<void>
}

const joinOwn = async (
  url: string,
  ownerUrl: string,
  environment: Environment,
  log: (line: string) => void,
) => {
  await waitForDatabase('DATABASE_URL', url, log)
  if (ownerUrl !== url) await waitForDatabase('DATABASE_OWNER_URL', ownerUrl, log)
  return { environment, ownerUrl, embedded: false, leave: async () => undefined }
}

/**
 * The database of this installation, running: one's own server by DATABASE_URL, else the embedded one, which is shared with
 * whoever has started it. Its addresses and the secret become settings of this process.
 * @throws CannotStart
 */
export async function openInstallation(
  environment: Environment,
  log: (line: string) => void,
): Promise<Installation> {
  const { databaseUrl, databaseOwnerUrl } = environment
  if (databaseUrl && databaseOwnerUrl) return joinOwn(databaseUrl, databaseOwnerUrl, environment, log)
  const { path, moved } = openDataDir(process.cwd(), environment.dataDir)
  if (moved)
    log(`The data are in ${path}: PostgreSQL never runs as root, and its account cannot enter this folder.`)
  const server = await startEmbedded({ dataDir: path, log })
  const settled = settle({
    DATABASE_URL: server.url,
    DATABASE_OWNER_URL: server.ownerUrl,
    AUTH_SECRET: environment.authSecret ?? keptAuthSecret(path),
  })
  return { environment: settled, ownerUrl: server.ownerUrl, embedded: true, leave: server.stop }
}

/** Sessions are signed with it, so on one's own server, where instances may be many, it must be given. */
export function requireAuthSecret(environment: Environment): void {
  if (environment.authSecret) return
  throw new CannotStart(
    2,
    'AUTH_SECRET must be set when DATABASE_URL is: at least 32 random characters, the same for every instance.',
  )
}
