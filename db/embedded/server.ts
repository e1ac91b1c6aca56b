import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Account } from '#db/embedded/account'
import { BARE_ENVIRONMENT } from '#db/embedded/account'
import type { Binaries } from '#db/embedded/binaries'
import { CannotStart } from '#domain/cannot-start'

/** What is needed to run one cluster. */
export type Machine = {
  dataDir: string
  cluster: string
  binaries: Binaries
  account: Account
  settings: Record<string, string>
  /** Where it must come back, since its address is already in use; else a free one is chosen. */
  port?: number
}

/** A running server: ours (`child`), or one that an earlier process left behind. */
export type Running = { pid: number; port: number; child?: ChildProcess }

const LOG_LIMIT = 10 * 1024 * 1024
const ATTEMPTS = 40

const hasProc = existsSync('/proc/self/cmdline')

const commandOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** A zombie that nobody collects, as in a container without init, has no command line and counts as dead. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !hasProc || commandOf(pid) !== ''
}

const portIsFree = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const probe = createServer()
    probe.once('error', () => answer(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => answer(true)))
  })

const anyFreePort = (): Promise<number> =>
  new Promise((answer, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => answer(address && typeof address === 'object' ? address.port : 0))
    })
  })

/** The same port every time while it is free, so that tools of the administrator find it again. */
const choosePort = async (dataDir: string): Promise<number> => {
  const path = join(dataDir, 'postgres-port')
  const before = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
  if (before && (await portIsFree(before))) return before
  const port = await anyFreePort()
  writeFileSync(path, String(port), { mode: 0o600 })
  return port
}

/** What postmaster.pid says: line 1 the process, line 4 the port, line 8 `ready` once it takes connections. */
const readPidFile = (cluster: string) => {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** A server of this cluster that is alive, though the process that started it may not be. */
export const findRunning = (cluster: string): Running | undefined => {
  const file = readPidFile(cluster)
  if (!file?.ready || !isAlive(file.pid)) return undefined
  if (hasProc && !commandOf(file.pid).includes(cluster)) return undefined
  return { pid: file.pid, port: file.port }
}

const logPath = (dataDir: string) => join(dataDir, 'postgres.log')

const openLog = (dataDir: string): number => {
  const path = logPath(dataDir)
  if (existsSync(path) && statSync(path).size > LOG_LIMIT) renameSync(path, `${path}.1`)
  return openSync(path, 'a', 0o600)
}

const lastWords = (dataDir: string) =>
  readFileSync(logPath(dataDir), 'utf8').trim().split('\n').slice(-6).join('\n')

const launch = (machine: Machine, port: number): ChildProcess => {
  const { binaries, account, cluster, dataDir } = machine
  const settings = Object.entries(machine.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openLog(dataDir)
  // Detached: an interrupt typed at the terminal must reach the web server first, which then stops the database.
  const child = spawn(binaries.postgres, ['-D', cluster, '-p', String(port), ...settings], {
    uid: account.uid,
    gid: account.gid,
    cwd: '/',
    detached: true,
    env: BARE_ENVIRONMENT,
    stdio: ['ignore', 'ignore', log],
  })
  closeSync(log)
  child.unref()
  return child
}

const becomesReady = async (child: ChildProcess, cluster: string): Promise<boolean> => {
  let over = false
  child.once('exit', () => {
    over = true
  })
  child.once('error', () => {
    over = true
  })
  while (!over) {
    const file = readPidFile(cluster)
    if (file?.ready && file.pid === child.pid) return true
    await wait(15)
  }
  return false
}

/** After a reboot the number in the pid file may belong to another program, and Postgres would refuse to start for its sake. */
const removeForeignPid = (cluster: string) => {
  const file = readPidFile(cluster)
  const command = file && hasProc ? commandOf(file.pid) : ''
  if (command && !command.includes(cluster)) rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

/**
 * Starts the server, or finds the one that runs. After a kill -9 the old backends may hold the shared memory for a moment and
 * another process may start the same cluster: both are met by trying again, for about ten seconds.
 */
export async function startServer(machine: Machine): Promise<Running> {
  for (let attempt = 1; ; attempt++) {
    const found = findRunning(machine.cluster)
    if (found) return found
    const port = machine.port ?? (await choosePort(machine.dataDir))
    const child = launch(machine, port)
    if (await becomesReady(child, machine.cluster)) return { pid: child.pid ?? 0, port, child }
    if (attempt === ATTEMPTS) {
      throw new CannotStart(3, `The embedded database did not start:\n${lastWords(machine.dataDir)}`)
    }
    removeForeignPid(machine.cluster)
    await wait(250)
  }
}

/** Fast shutdown: sessions end, everything is written. After `seconds` it is cut off, which loses nothing but time. */
export async function stopServer(running: Running, seconds = 6): Promise<void> {
  const signal = (name: NodeJS.Signals) => {
    if (isAlive(running.pid)) process.kill(running.pid, name)
  }
  signal('SIGINT')
  for (let waited = 0; waited < seconds * 1000 && stillRuns(running); waited += 15) await wait(15)
  if (stillRuns(running)) signal('SIGQUIT')
}

const stillRuns = ({ child, pid }: Running) =>
  child ? child.exitCode === null && child.signalCode === null : isAlive(pid)
