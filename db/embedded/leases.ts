import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '#db/embedded/server'

const startOf = (pid: number): string => {
  try {
    // Field 22 of /proc/<pid>/stat, the start time: with it a number used again is another process.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/**
 * Who uses the embedded database of a folder: `npm start` and, beside it, a backup or a token. The last one to leave stops it.
 * @returns a function that gives the use back and says whether nobody else is left.
 */
export function takeLease(dataDir: string): () => boolean {
  const folder = join(dataDir, 'users')
  const mine = join(folder, `${process.pid}-${Math.trunc(performance.timeOrigin + performance.now() * 1000)}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(mine, startOf(process.pid), { mode: 0o600 })
  return () => {
    rmSync(mine, { force: true })
    return othersOf(folder) === 0
  }
}

const othersOf = (folder: string): number => {
  if (!existsSync(folder)) return 0
  return readdirSync(folder).filter((name) => {
    const pid = Number.parseInt(name, 10)
    const lives = isAlive(pid) && readFileSync(join(folder, name), 'utf8') === startOf(pid)
    if (!lives) rmSync(join(folder, name), { force: true })
    return lives
  }).length
}
