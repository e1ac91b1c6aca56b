import { setTimeout as wait } from 'node:timers/promises'
import { APP_ROLE } from '#db/client'
import { postgresAccount } from '#db/embedded/account'
import { findBinaries } from '#db/embedded/binaries'
import { ensureCluster, keptPasswords } from '#db/embedded/cluster'
import { takeLease } from '#db/embedded/leases'
import { DATABASE, ensureRoles, OWNER_ROLE } from '#db/embedded/roles'
import type { Machine, Running } from '#db/embedded/server'
import { isAlive, startServer, stopServer } from '#db/embedded/server'

export type Embedded = {
  /** The restricted role; what the application works with. */
  url: string
  /** Owns the database; migrations, backup and restore. */
  ownerUrl: string
  superuserUrl: string
  port: number
  pid: () => number
  /** An earlier process had left the server running, or another one uses it now. */
  reused: boolean
  /** Stops the server, unless another process still uses it. */
  stop: () => Promise<void>
}

export type Options = {
  /** From `openDataDir`: exists, writable, reachable for Postgres' account. */
  dataDir: string
  log: (line: string) => void
  /** For tests only: a crash of the machine may lose or break everything, and nothing waits for the disk. */
  unsafe?: boolean
  settings?: Record<string, string>
}

/** For a small server beside the web application: a few hundred people at work, one disk, no superuser in the house. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '192MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  wal_compression: 'on',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  lc_messages: 'C',
}

const UNSAFE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB' }

const LONGEST_PAUSE = 30_000
const STEADY = 60_000

/** Brings the server back when it dies. The pause doubles up to half a minute, so a broken disk makes no crash loop. */
function supervise(machine: Machine, first: Running, log: (line: string) => void) {
  const over = new AbortController()
  const pausing = { ref: false, signal: over.signal }
  let running = first
  let since = performance.now()
  let pause = 0

  const bringBack = async () => {
    if (performance.now() - since > STEADY) pause = 0
    log(`The embedded database stopped by itself; starting it again${pause ? ` in ${pause / 1000} s` : ''}.`)
    await wait(pause, undefined, pausing)
    pause = Math.min(Math.max(pause * 2, 500), LONGEST_PAUSE)
    try {
      running = await startServer({ ...machine, port: first.port })
      log('The embedded database is back.')
    } catch (error) {
      log(error instanceof Error ? error.message : String(error))
    }
    since = performance.now()
  }
  const watch = async () => {
    while (!over.signal.aborted) {
      await wait(200, undefined, pausing)
      if (!isAlive(running.pid)) await bringBack()
    }
  }
  const watching = watch().catch((error: Error) => {
    if (error.name !== 'AbortError') throw error
  })
  return {
    current: () => running,
    end: async () => {
      over.abort()
      await watching
    },
  }
}

/**
 * PostgreSQL from the npm package, in a folder of its own, on 127.0.0.1, watched over until `stop`. Any number of processes may
 * ask for the same folder; they share one server.
 * @throws CannotStart when the folder, the machine or the version does not allow it.
 */
export async function startEmbedded(options: Options): Promise<Embedded> {
  const { dataDir, log } = options
  const account = postgresAccount()
  const binaries = findBinaries(account)
  const secrets = keptPasswords(dataDir)
  const cluster = await ensureCluster(dataDir, binaries, account, secrets)
  const settings = { ...SETTINGS, ...(options.unsafe ? UNSAFE : {}), ...options.settings }
  const machine: Machine = { dataDir, cluster, binaries, account, settings }
  const leave = takeLease(dataDir)
  const running = await startServer(machine)
  const at = (user: string, password: string, database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${running.port}/${database}`
  const superuserUrl = at('postgres', secrets.superuser, 'postgres')
  await ensureRoles(superuserUrl, secrets)
  const guard = supervise(machine, running, log)
  return {
    url: at(APP_ROLE, secrets.app, DATABASE),
    ownerUrl: at(OWNER_ROLE, secrets.owner, DATABASE),
    superuserUrl,
    port: running.port,
    pid: () => guard.current().pid,
    reused: running.child === undefined,
    stop: async () => {
      await guard.end()
      if (leave()) await stopServer(guard.current())
    },
  }
}
