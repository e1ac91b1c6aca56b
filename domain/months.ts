const pad = (value: number, length = 2) => String(value).padStart(length, '0')

const partsOf = (day: string): [number, number, number] =>
  day.split('-').map(Number) as [number, number, number]

const lastDayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The same day so many months later (or earlier), the last day of a shorter month; as Postgres adds an interval. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = partsOf(day)
  const index = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return `${pad(y, 4)}-${pad(m)}-${pad(Math.min(date, lastDayOf(y, m)))}`
}

/** Whole months from one day to another; 0 where the second is earlier. */
export function wholeMonths(from: string, to: string): number {
  if (to <= from) return 0
  const [[fromYear, fromMonth], [toYear, toMonth]] = [partsOf(from), partsOf(to)]
  const rough = (toYear - fromYear) * 12 + (toMonth - fromMonth)
  return addMonths(from, rough) <= to ? rough : rough - 1
}

export const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`

const DAY = 86_400_000

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** The calendar day of a moment in a time zone. */
export const dayIn = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    moment,
  )
