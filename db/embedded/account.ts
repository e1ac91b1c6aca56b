import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Postgres refuses to run as root, so root lends it another account. */
export type Account = { uid?: number; gid?: number; name: string }

export function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return { name: 'this account' }
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  const accounts = lines.map((line) => line.split(':'))
  const found = ['postgres', 'nobody'].flatMap((name) => accounts.filter(([own]) => own === name))[0]
  return { uid: Number(found?.[2] ?? 65534), gid: Number(found?.[3] ?? 65534), name: found?.[0] ?? 'nobody' }
}

/** The programs of Postgres see nothing of this process: no locale of the machine, no secret. */
export const BARE_ENVIRONMENT = {
  PATH: '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
} as unknown as NodeJS.ProcessEnv

/** Whether the account passes `test -<flag> path`: x to execute or enter, w to write. */
export function mayReach(account: Account, flag: 'x' | 'w', path: string): boolean {
  try {
    const options = { uid: account.uid, gid: account.gid, cwd: '/', stdio: 'ignore' } as const
    execFileSync('/bin/sh', ['-c', `test -${flag} "$1"`, 'sh', path], options)
    return true
  } catch {
    return false
  }
}

/** Makes folders and copies that other accounts can pass through, even where root's umask is 077. */
export function openly<T>(make: () => T): T {
  const before = process.umask(0o022)
  try {
    return make()
  } finally {
    process.umask(before)
  }
}
