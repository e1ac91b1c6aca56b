import { addDays } from '#domain/site-time'

/** When the people who answer for a site are at work: weekdays as ISO counts them (1 is Monday), and days that differ. */
export type WorkingCalendar = {
  workdays: readonly number[]
  /** By date, `YYYY-MM-DD`: true is worked although its weekday is not, false is a day off. */
  exceptions: ReadonlyMap<string, boolean>
}

export function isWorkingDay({ workdays, exceptions }: WorkingCalendar, day: string): boolean {
  const known = exceptions.get(day)
  return known ?? workdays.includes(new Date(`${day}T00:00:00Z`).getUTCDay() || 7)
}

/** The longest run of days off that is looked through; Postgres' twin has the same bound. */
const LONGEST_BREAK = 60

/**
 * The day so many working days after another, which itself does not count; 0 is the day itself or the next working one. The SQL
 * twin is `add_working_days`.
 */
export function addWorkingDays(calendar: WorkingCalendar, day: string, count: number): string {
  let at = count > 0 ? addDays(day, 1) : day
  let left = Math.max(count, 1)
  for (let off = 0; off <= LONGEST_BREAK; at = addDays(at, 1)) {
    if (!isWorkingDay(calendar, at)) off++
    else if (--left === 0) return at
    else off = 0
  }
  return at
}

/** Working days after the first day up to the second, that one counted; negative where the second is past. Twin: `working_days_between`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: string, to: string): number {
  if (to < from) return -workingDaysBetween(calendar, to, from) || 0
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count++
  return count
}
