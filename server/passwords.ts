import { hash, verify } from '@node-rs/argon2'
import { turnstile } from '#server/turnstile'

// OWASP's argon2id minimum (19 MiB, 2 passes, 1 lane) is the library's default; said here so that an update cannot lower it.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Each takes a core and 19 MiB for some 30 ms, and one of the four threads on which files and names of hosts are waited for. */
const inTurn = turnstile(2)

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFKC'), COST))

let decoy: Promise<string> | undefined

/** Takes as long for an unknown account as for a known one. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no such account')
  const compared = passwordHash ?? (await decoy)
  const matches = await inTurn(() => verify(compared, password.normalize('NFKC')))
  return passwordHash !== null && matches
}
