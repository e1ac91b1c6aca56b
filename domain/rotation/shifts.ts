import { z } from 'zod'
import { Day } from '#domain/rotation'
import type { Cell } from '#domain/sheets'
import { Sheet } from '#domain/sheets'
import { addDays, momentAt } from '#domain/site-time'

const DAY = 1440
const HOUR = 60
export const SHORTEST = HOUR
export const LONGEST = 16 * HOUR

/** Minutes after midnight of `9`, `9:00`, `09.00`; undefined for what is no time. 24:00 is midnight's other name. */
export function minutesOf(text: string): number | undefined {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?:[:.](\d{2}))?(?::00)?$/.exec(text.trim()) ?? []
  const total = Number(hours) * HOUR + Number(minutes)
  return hours !== undefined && Number(minutes) < HOUR && total <= DAY ? total % DAY : undefined
}

/** A shift by the wall clock of its place; one that ends before it begins ends on the next day. */
export function shiftSpan(onDate: string, from: number, to: number, timeZone: string) {
  const next = to <= from
  return {
    from: momentAt(onDate, from, timeZone),
    to: momentAt(next ? addDays(onDate, 1) : onDate, to, timeZone),
  }
}

export const isLengthGood = ({ from, to }: { from: Date; to: Date }): boolean => {
  const minutes = (to.getTime() - from.getTime()) / 60_000
  return minutes >= SHORTEST && minutes <= LONGEST
}

/** `2026-03-02` or `02.03.2026`. */
export const dateCell: Cell<string> = {
  read: (cell) => {
    const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell) ?? []
    const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : cell.slice(0, 10)
    return Day.safeParse(iso).success ? iso : undefined
  },
}
/** A quarter of an hour, as plans stand on; a spreadsheet may give the time as a share of the day. */
export const timeCell: Cell<number> = {
  read: (cell) => {
    const share = /^0[.,]\d+$/.test(cell) ? Math.round(Number(cell.replace(',', '.')) * DAY) : undefined
    const minutes = share ?? minutesOf(cell)
    return minutes !== undefined && minutes % 15 === 0 ? minutes : undefined
  },
}

const Time = z.string().transform((text, context) => {
  const minutes = minutesOf(text)
  if (minutes !== undefined && minutes % 15 === 0) return minutes
  context.addIssue({ code: 'custom', message: 'notOnGrid' })
  return z.NEVER
})

export const ImportShifts = Sheet.extend({ teamId: z.uuid() })
export const CopyWeek = z.object({
  teamId: z.uuid(),
  fromWeek: Day,
  toWeek: Day,
  weeks: z.coerce.number().int().min(1).max(12).default(1),
})
/** So many days of work, so many off, again and again. */
export const RepeatShifts = z
  .object({
    teamId: z.uuid(),
    personIds: z.array(z.uuid()).min(1).max(100),
    from: Day,
    until: Day,
    on: z.coerce.number().int().min(1).max(14),
    off: z.coerce.number().int().min(0).max(14),
    starts: Time,
    ends: Time,
  })
  .refine(({ from, until }) => from <= until && addDays(from, 92) >= until, {
    path: ['until'],
    message: 'tooLongAhead',
  })
export const RemoveShift = z.object({ shiftId: z.uuid() })
export const RecordAbsence = z
  .object({
    personId: z.uuid(),
    fromDate: Day,
    toDate: Day,
    starts: z.string().optional(),
    ends: z.string().optional(),
  })
  .refine(({ fromDate, toDate }) => fromDate <= toDate, { path: ['toDate'], message: 'endsBeforeStart' })
export const RemoveAbsence = z.object({ absenceId: z.uuid() })
export const ShiftWeek = z.object({ teamId: z.uuid().optional(), date: Day.optional() })

/** The days of a pattern that are worked. */
export function patternDays(from: string, until: string, on: number, off: number): string[] {
  const days: string[] = []
  for (let day = from, at = 0; day <= until; day = addDays(day, 1), at += 1)
    if (at % (on + off) < on) days.push(day)
  return days
}
