import type { Actor } from '#domain/access'
import type { Text } from '#domain/text'
import { shiftCalendar } from '#server/rotation/calendar-queries'
import { listOwnSessions } from '#server/training/calendar-queries'

type Options = { now?: Date }
/** What a room puts into a person's calendar. */
export type CalendarEntry = {
  id: string
  /** Without one it is a shift. */
  title: Text | null
  from: string
  to: string
  /** Of the place where it happens; moments under it are told by this clock. */
  timeZone: string
  places: Text[]
  /** In line for it, with no seat yet. */
  waiting: boolean
  /** The person is the one who leads it. */
  leads: boolean
  href: string
  parts: { from: string; to: string; what: 'task' | 'pause' | 'meal'; title: Text | null }[]
}
type Ask = (actor: Actor, options: Options) => Promise<CalendarEntry[]>

const shifts: Ask = async (actor, options) => {
  const { timeZone, shifts: found } = await shiftCalendar(actor, {}, options)
  return found.map(({ id, onDate, from, to, parts }) => ({
    id,
    title: null,
    from,
    to,
    timeZone,
    places: [],
    waiting: false,
    leads: false,
    href: `/rotation?date=${onDate}`,
    parts,
  }))
}

const sessions: Ask = async (actor, options) => {
  const found = await listOwnSessions(actor, {}, options)
  return found.map(({ sessionId, title, startsAt, endsAt, site, place, city, state, slug }) => ({
    id: sessionId,
    title,
    from: new Date(startsAt).toISOString(),
    to: new Date(endsAt).toISOString(),
    timeZone: 'UTC',
    places: [site, place, city].flatMap((one) => one ?? []),
    waiting: state === 'waitlisted',
    leads: state === 'leads',
    href: `/training/${slug}`,
    parts: [],
  }))
}

/** Each room that has something with a time for a person answers here; a new one adds its line. */
const ROOMS: readonly Ask[] = [shifts, sessions]

/** Everything that stands in a person's calendar, in the order of time. */
export async function calendarOf(actor: Actor, options: Options = {}): Promise<CalendarEntry[]> {
  const found = await Promise.all(ROOMS.map((ask) => ask(actor, options)))
  return found.flat().sort((a, b) => a.from.localeCompare(b.from))
}
