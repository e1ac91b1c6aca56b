/** The world's time zones by name, as the tz database writes them; the runtime's own list still has the old name of Kyiv. */
export const timeZones = (): string[] =>
  [
    ...Intl.supportedValuesOf('timeZone').map((zone) => (zone === 'Europe/Kiev' ? 'Europe/Kyiv' : zone)),
    'UTC',
  ].sort()

/** Where most sites are: offered first. */
export const USUAL_TIME_ZONE = 'Europe/Kyiv'

// A name of a place: offsets such as UTC+3 and the shorthands of single systems know no summer time. Postgres asks the same again.
const NAMED = /^(UTC|[A-Za-z_]+(\/[A-Za-z_-]+)+)$/

/** Whether clocks can be set by it. */
export function isTimeZone(zone: string): boolean {
  if (!NAMED.test(zone)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined
  } catch {
    return false
  }
}
