import { Client } from 'pg'
import { APP_ROLE } from '#db/client'
import { environment } from '#db/environment'

const CHANNEL = 'notices'
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 15_000

type Ring = () => void
type Hub = { rings: Map<string, Set<Ring>>; client?: Client; pause: number; timer?: NodeJS.Timeout }

const kept = globalThis as typeof globalThis & { sviatoNotices?: Hub }

const hub = (): Hub => {
  kept.sviatoNotices ??= { rings: new Map(), pause: FIRST_PAUSE }
  return kept.sviatoNotices
}

const ringAll = ({ rings }: Hub) => {
  for (const some of rings.values()) for (const ring of some) ring()
}

/** One connection a process listens for everybody; it opens with the first listener, closes with the last and comes back when lost. */
async function listen(): Promise<void> {
  const all = hub()
  if (all.client || all.timer || all.rings.size === 0) return
  const client = new Client({
    connectionString: environment().databaseUrl,
    options: `-c role=${APP_ROLE}`,
    keepAlive: true,
  })
  all.client = client
  const lost = () => {
    if (all.client !== client) return
    all.client = undefined
    client.end().catch(() => undefined)
    all.timer = setTimeout(() => {
      all.timer = undefined
      void listen()
    }, all.pause)
    all.timer.unref()
    all.pause = Math.min(all.pause * 2, LONGEST_PAUSE)
  }
  client.on('error', lost)
  client.on('end', lost)
  client.on('notification', ({ payload }) => {
    for (const ring of all.rings.get(payload ?? '') ?? []) ring()
  })
  try {
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
    all.pause = FIRST_PAUSE
    // What came while nobody listened is in the table.
    ringAll(all)
  } catch {
    lost()
  }
}

async function rest(): Promise<void> {
  const all = hub()
  if (all.rings.size > 0) return
  clearTimeout(all.timer)
  const { client } = all
  all.timer = undefined
  all.client = undefined
  await client?.end().catch(() => undefined)
}

/** Calls back whenever a notice for the person has been committed, by whichever process. @returns how to stop. */
export function onNotice(personId: string, ring: Ring): () => void {
  const { rings } = hub()
  const mine = rings.get(personId) ?? new Set()
  rings.set(personId, mine.add(ring))
  void listen()
  return () => {
    mine.delete(ring)
    if (mine.size === 0 && rings.get(personId) === mine) rings.delete(personId)
    void rest()
  }
}
