import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const parentOf = (pid: string): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
  } catch {
    return 0
  }
}
const childrenOf = (pid: number) =>
  readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)

/** Ends the embedded server of a folder, with every process of it, as a crash of the machine would. */
export function killPostgres(dataDir: string): void {
  const pid = Number.parseInt(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10)
  for (const victim of [pid, ...childrenOf(pid).map(Number)]) {
    try {
      process.kill(victim, 'SIGKILL')
    } catch {
      // It has just ended by itself.
    }
  }
}
