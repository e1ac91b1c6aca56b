import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { CannotStart } from '#domain/cannot-start'

type Availability = { database: 'starting' | 'up' | 'away'; migrated: boolean }

const kept = globalThis as typeof globalThis & { sviatoAvailability?: Availability }
kept.sviatoAvailability ??= { database: 'starting', migrated: false }

/** What this process knows of its database without asking it; one answer, whichever bundle asks. */
export const availability: Availability = kept.sviatoAvailability

const HEARTBEAT = 5_000
const PATIENCE = 3_000
const RETRY = 500

const connect = async (connectionString: string): Promise<Client> => {
  const client = new Client({
    connectionString,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
    application_name: 'sviato watch',
  })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

const hostOf = (url: string) => new URL(url).host

// Class 28: the login is refused; 3D000: there is no such database. Neither passes by waiting.
const isFinal = (code: string) => code.startsWith('28') || code === '3D000'

/**
 * Waits for a database that is still starting.
 * @throws CannotStart after `seconds`, or at once when waiting cannot help; the message never shows the password.
 */
export async function waitForDatabase(
  setting: string,
  url: string,
  log: (line: string) => void,
  seconds = 30,
): Promise<void> {
  const end = performance.now() + seconds * 1000
  for (let told = false; ; told = true) {
    try {
      await (await connect(url)).end()
      return
    } catch (cause) {
      const { code = '', message } = cause as { code?: string; message: string }
      const reason = `${setting}: the database at ${hostOf(url)} cannot be used: ${message || code}`
      if (isFinal(code)) throw new CannotStart(2, reason, { cause })
      if (performance.now() > end) throw new CannotStart(3, `${reason} (tried for ${seconds} s)`, { cause })
      if (!told) log(`Waiting for the database at ${hostOf(url)} (up to ${seconds} s) …`)
      await wait(RETRY)
    }
  }
}

/**
 * Keeps one connection open to notice at once when the database goes, and when it is back.
 * @returns a function that ends the watch
 */
export function watchDatabase(
  url: string,
  onChange: (state: Availability['database']) => void,
): () => Promise<void> {
  const over = new AbortController()
  const pausing = { signal: over.signal, ref: false }
  const become = (state: Availability['database']) => {
    if (availability.database === state) return
    availability.database = state
    onChange(state)
  }
  const stay = async () => {
    const client = await connect(url)
    try {
      const lost = new Promise<never>((_, fail) =>
        client.once('end', () => fail(new Error('connection ended'))),
      )
      lost.catch(() => undefined)
      for (;;) {
        await Promise.race([client.query('select 1'), lost])
        become('up')
        await Promise.race([wait(HEARTBEAT, undefined, pausing), lost])
      }
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  const watch = async () => {
    while (!over.signal.aborted) {
      await stay().catch(() => undefined)
      if (over.signal.aborted) return
      become('away')
      await wait(RETRY, undefined, pausing).catch(() => undefined)
    }
  }
  const watching = watch()
  return async () => {
    over.abort()
    await watching
  }
}
