import { Client } from 'pg'
import { APP_ROLE } from '#db/client'
import { environment } from '#db/environment'

/** A person's notices, by the person's id; a praise that others may see; a room in which something moved, by its name. */
const CHANNELS = ['notices', 'wall', 'moved']
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 15_000

type Ring = () => void
/** A praise that more than its two people see: by whom, and for which team if not for all. */
export type Grown = { giverId: string; teamId: string | null }
type Hub = {
  rings: Map<string, Set<Ring>>
  walls: Set<(grown: Grown) => void>
  client?: Client
  pause: number
  timer?: NodeJS.Timeout
}

const kept = globalThis as typeof globalThis & { sviatoNotices?: Hub }

const hub = (): Hub => {
  kept.sviatoNotices ??= { rings: new Map(), walls: new Set(), pause: FIRST_PAUSE }
  return kept.sviatoNotices
}

const ringAll = ({ rings }: Hub) => {
  for (const some of rings.values()) for (const ring of some) ring()
}

const tellWall = ({ walls }: Hub, payload: string) => {
  const [giverId = '', reach = ''] = payload.split(' ')
  // A receiver without a team has no team that could see it.
  if (!reach) return
  for (const tell of walls) tell({ giverId, teamId: reach === 'all' ? null : reach })
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
  client.on('notification', ({ channel, payload = '' }) => {
    if (channel === 'wall') return tellWall(all, payload)
    for (const ring of all.rings.get(payload) ?? []) ring()
  })
  try {
    await client.connect()
    await client.query(CHANNELS.map((channel) => `listen ${channel}`).join('; '))
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

const follow = (key: string, ring: Ring) => {
  const { rings } = hub()
  const mine = rings.get(key) ?? new Set()
  rings.set(key, mine.add(ring))
  void listen()
  return () => {
    mine.delete(ring)
    if (mine.size === 0 && rings.get(key) === mine) rings.delete(key)
    void rest()
  }
}

/** Calls back whenever a notice for the person has been committed, by whichever process. @returns how to stop. */
export const onNotice = (personId: string, ring: Ring): (() => void) => follow(personId, ring)

/** Calls back whenever something that people may have before them moved in a room; what it was, they ask. @returns how to stop. */
export const onMoved = (room: 'ideas', ring: Ring): (() => void) => follow(room, ring)

/** Calls back whenever a praise that others may see has been committed; only while somebody waits for notices too. @returns how to stop. */
export function onWall(tell: (grown: Grown) => void): () => void {
  const { walls } = hub()
  walls.add(tell)
  return () => void walls.delete(tell)
}
