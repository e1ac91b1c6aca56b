import { z } from 'zod'
import { Slot } from '#domain/rotation'
import type { Stretch } from '#domain/rotation/day'
import { LONGEST } from '#domain/rotation/shifts'
import { tooClose } from '#domain/rotation/swaps'

export const FindOvertime = z
  .object({ teamId: z.uuid(), taskId: z.uuid(), from: Slot, to: Slot })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), { path: ['to'], message: 'endsBeforeStart' })

/** How somebody could come: longer after their shift, earlier before it, or on a free day. */
export const OVERTIME_WAYS = ['stay', 'earlier', 'free'] as const
export type OvertimeWay = (typeof OVERTIME_WAYS)[number]

const MINUTE = 60_000

/** Whether somebody with these shifts could work a stretch beside them, and how; undefined where rest or length forbid it. */
export function overtimeWay(shifts: readonly Stretch[], stretch: Stretch): OvertimeWay | undefined {
  const beside = shifts.find(({ from, to }) => to === stretch.from || from === stretch.to)
  const whole = beside
    ? { from: Math.min(beside.from, stretch.from), to: Math.max(beside.to, stretch.to) }
    : stretch
  if (whole.to - whole.from > LONGEST * MINUTE) return undefined
  if (shifts.some((shift) => shift !== beside && tooClose(shift, whole))) return undefined
  if (!beside) return 'free'
  return beside.to === stretch.from ? 'stay' : 'earlier'
}
