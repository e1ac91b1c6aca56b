import { createHash } from 'node:crypto'
import { accessSync, chmodSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { mayReach, openly, postgresAccount } from '#db/embedded/account'
import { CannotStart } from '#domain/cannot-start'

/** Where root keeps what an unprivileged Postgres must reach when the project is in a private home. */
export const SHARED_HOME = '/var/lib/sviato'

const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)))

const create = (path: string, setting: string) => {
  try {
    // Postgres' account must pass through to its own folder; everything else in here is 0600.
    openly(() => mkdirSync(path, { recursive: true, mode: 0o711 }))
    accessSync(path, constants.W_OK | constants.X_OK)
    if (process.getuid?.() === 0) chmodSync(path, 0o711)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error'
    throw new CannotStart(2, `${setting} must be a folder that this account may write: ${path} (${code}).`, {
      cause,
    })
  }
}

/**
 * The folder of the embedded database, made if need be: DATA_DIR, else `.data` in the project, else (root, in a home that
 * Postgres' account may not enter) a folder of this project under /var/lib/sviato.
 */
export function openDataDir(project: string, configured?: string): { path: string; moved: boolean } {
  const account = postgresAccount()
  const wanted = resolve(project, configured ?? '.data')
  const reachable = account.uid === undefined || mayReach(account, 'x', nearestExisting(wanted))
  if (reachable) {
    create(wanted, configured ? 'DATA_DIR' : 'DATA_DIR (not set, so .data in the project)')
    return { path: wanted, moved: false }
  }
  if (configured) {
    throw new CannotStart(
      2,
      `DATA_DIR must be a folder that the account ${account.name} can enter (PostgreSQL never runs as root): ${wanted}.`,
    )
  }
  const path = join(SHARED_HOME, createHash('sha256').update(resolve(project)).digest('hex').slice(0, 12))
  create(path, 'DATA_DIR')
  return { path, moved: true }
}
