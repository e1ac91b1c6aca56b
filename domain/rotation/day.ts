export const LOADS = ['voice', 'eyes', 'mind'] as const
export type Load = (typeof LOADS)[number]

export const SLOT_MINUTES = 15
export const MINUTE = 60_000
export const SLOT = SLOT_MINUTES * MINUTE

/** A stretch of a shift; times are milliseconds of the epoch, so a day of 23 or 25 hours needs no care here. */
export type Piece = {
  id: string | null
  what: 'task' | 'pause' | 'meal'
  taskId: string | null
  from: number
  to: number
  /** Stays where it is, whatever a search finds. */
  locked?: boolean
  /** Put by a person since the draft was made. */
  touched?: boolean
}

export type Stretch = { from: number; to: number }
/** When somebody can be put on nothing; `learning`: because of a training. */
export type Away = Stretch & { learning?: boolean }

export type Task = {
  id: string
  loads: Record<Load, number>
  minBlockMinutes: number
  /** Learning, mentoring and what else no customer waits for. */
  isInside?: boolean
  /** Nobody is put on it any more. */
  isRetired?: boolean
  needs: { competenceId: string; level: number }[]
}

/** One person's day as the rules see it. `levels` are the person's by competence. */
export type PersonDay = {
  personId: string
  shift: Stretch
  pieces: Piece[]
  absences: Stretch[]
  levels: ReadonlyMap<string, number>
}

/** When people rest, in minutes; the meal's window in percent of the shift. */
export type BreakRule = {
  maxWorkMinutes: number
  pauseMinutes: number
  minStintMinutes: number
  tailMinutes: number
  mealMinutes: number
  mealFromMinutes: number
  mealEarliest: number
  mealLatest: number
  highLoad: number
  maxHighMinutes: number
}

export const byTime = (a: Stretch, b: Stretch): number => a.from - b.from || a.to - b.to
export const minutesOf = (stretch: Stretch): number => (stretch.to - stretch.from) / MINUTE
export const meet = (a: Stretch, b: Stretch): boolean => a.from < b.to && b.from < a.to
export const isRest = (piece: Pick<Piece, 'what'>): boolean => piece.what !== 'task'

export const hasMeal = (shift: Stretch, rule: BreakRule): boolean => minutesOf(shift) >= rule.mealFromMinutes

/** The first and the last moment at which the meal may start, on the slots of the shift. */
export function mealWindow(shift: Stretch, rule: BreakRule): Stretch {
  const start = (percent: number) =>
    shift.from + Math.floor(((shift.to - shift.from) * percent) / 100 / SLOT) * SLOT
  return { from: start(rule.mealEarliest), to: start(rule.mealLatest) }
}
