import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from '#db/embedded/account'
import { BARE_ENVIRONMENT } from '#db/embedded/account'
import type { Binaries } from '#db/embedded/binaries'
import { CannotStart } from '#domain/cannot-start'

export type Secrets = { superuser: string; owner: string; app: string }

const secret = () => randomBytes(24).toString('base64url')

const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8').trim() : '')

const writeWhole = (path: string, text: string) => {
  const file = openSync(path, 'w', 0o600)
  writeSync(file, text)
  fsyncSync(file)
  closeSync(file)
}

/**
 * Reads a private file, or makes it: whole or not at all, whenever it is cut off. Of two starts at once the first one's content
 * stays; an empty one was left by a version that could be cut off here.
 */
function keep(path: string, make: () => string): string {
  const before = read(path)
  if (before) return before
  const part = `${path}.part-${process.pid}`
  writeWhole(part, make())
  try {
    if (existsSync(path)) renameSync(part, path)
    else linkSync(part, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(part, { force: true })
  }
  return read(path)
}

/** The secret that signs sessions, made at the first start and kept with the database. */
export const keptAuthSecret = (dataDir: string): string => keep(join(dataDir, 'auth-secret'), secret)

export function keptPasswords(dataDir: string): Secrets {
  const path = join(dataDir, 'postgres-passwords.json')
  if (existsSync(join(dataDir, 'postgres/PG_VERSION')) && !read(path)) {
    throw new CannotStart(
      2,
      `DATA_DIR must hold the passwords of its database, but ${path} is gone or empty: put it back.`,
    )
  }
  const made = () => JSON.stringify({ superuser: secret(), owner: secret(), app: secret() })
  return JSON.parse(keep(path, made)) as Secrets
}

const refuseOtherVersion = (cluster: string, major: number) => {
  const found = Number.parseInt(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'), 10)
  if (found === major) return
  const older = found < major
  throw new CannotStart(
    3,
    `The data in ${cluster} is of PostgreSQL ${found}, and this version of Sviato brings PostgreSQL ${major}. ` +
      (older
        ? 'Start the version that wrote it, run `npm run backup`, and restore the file with this version.'
        : 'Start the newer version of Sviato that wrote it. Nothing was changed.'),
  )
}

/**
 * Makes the cluster if there is none: UTF-8, Ukrainian order by ICU, whatever the machine's locale is. It is made aside and
 * moved into place, so an interrupted first start leaves nothing half done.
 */
export async function ensureCluster(
  dataDir: string,
  binaries: Binaries,
  account: Account,
  secrets: Secrets,
): Promise<string> {
  const cluster = join(dataDir, 'postgres')
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    refuseOtherVersion(cluster, binaries.major)
    return cluster
  }
  const part = join(dataDir, `postgres.part-${process.pid}`)
  const passwordFile = `${part}.password`
  const give = (path: string) => {
    if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid)
  }
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part, { mode: 0o700 })
  chmodSync(part, 0o700)
  give(part)
  writeFileSync(passwordFile, `${secrets.superuser}\n`, { mode: 0o600 })
  give(passwordFile)
  const settings = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=uk-UA']
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  try {
    await promisify(execFile)(binaries.initdb, ['-D', part, ...access, ...settings, '--no-instructions'], {
      uid: account.uid,
      gid: account.gid,
      cwd: '/',
      env: BARE_ENVIRONMENT,
    })
    renameSync(part, cluster)
  } catch (error) {
    if (existsSync(join(cluster, 'PG_VERSION'))) return cluster
    const said = (error as { stderr?: string }).stderr?.trim() ?? String(error)
    throw new CannotStart(2, `The embedded database could not be made in DATA_DIR (${dataDir}): ${said}`)
  } finally {
    rmSync(part, { recursive: true, force: true })
    rmSync(passwordFile, { force: true })
  }
  return cluster
}
