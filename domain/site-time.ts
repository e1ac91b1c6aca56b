const MINUTE = 60_000
const DAY = 86_400_000

const clocks = new Map<string, Intl.DateTimeFormat>()

const clockOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  clocks.set(timeZone, made)
  return made
}

const measuredOffset = (moment: number, timeZone: string): number => {
  const part: Record<string, number> = {}
  for (const { type, value } of clockOf(timeZone).formatToParts(moment)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - moment
}

// Clocks are only ever moved at a whole quarter of an hour, so one answer serves all of it: Intl takes microseconds for each.
const QUARTER = 15 * MINUTE
const KEPT = 20_000
const offsets = new Map<string, Map<number, number>>()

const offsetAt = (moment: number, timeZone: string): number => {
  const quarter = Math.floor(moment / QUARTER)
  let known = offsets.get(timeZone)
  if (!known || known.size >= KEPT) {
    known = new Map()
    offsets.set(timeZone, known)
  }
  const kept = known.get(quarter)
  if (kept !== undefined) return kept
  const offset = measuredOffset(quarter * QUARTER, timeZone)
  known.set(quarter, offset)
  return offset
}

/** The wall clock of a place, written as if it were UTC. */
const wallOf = (moment: number, timeZone: string): number =>
  Math.floor(moment / 1000) * 1000 + offsetAt(moment, timeZone)

/** The date at a place, `YYYY-MM-DD`. */
export const dateAt = (moment: Date, timeZone: string): string =>
  new Date(wallOf(moment.getTime(), timeZone)).toISOString().slice(0, 10)

/** Minutes since midnight on the wall clock of a place. */
export const minuteAt = (moment: Date, timeZone: string): number =>
  Math.floor((wallOf(moment.getTime(), timeZone) % DAY) / MINUTE)

/**
 * The moment at which the wall clock of a place shows so many minutes after midnight. An hour that is skipped in spring moves on by
 * that hour; one that comes twice in autumn is the first.
 */
export function momentAt(date: string, minutes: number, timeZone: string): Date {
  const wall = Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE
  const before = offsetAt(wall - DAY, timeZone)
  const fitting = [before, offsetAt(wall + DAY, timeZone)]
    .map((offset) => wall - offset)
    .filter((moment) => wallOf(moment, timeZone) === wall)
  return new Date(fitting.length ? Math.min(...fitting) : wall - before)
}

/** From midnight to midnight at a place: 23, 24 or 25 hours. */
export const dayAt = (date: string, timeZone: string): { from: Date; to: Date } => ({
  from: momentAt(date, 0, timeZone),
  to: momentAt(addDays(date, 1), 0, timeZone),
})

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** Monday to Sunday around a date. */
export function weekOf(date: string): string[] {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
  return Array.from({ length: 7 }, (_, day) => addDays(date, day - weekday))
}
