import { z } from 'zod'
import { Day, Slot } from '#domain/rotation'
import { SLOT } from '#domain/rotation/day'

export const STEPS = [15, 30, 60] as const
const Step = z.coerce.number().refine((step) => STEPS.some((one) => one === step), 'wrong')
const Count = z.coerce.number().int().min(0).max(1000).default(0)
const MOST = 1500

/** A whole grid: slots down, tasks across; a cell at `slot × tasks + task`. An empty cell wants nobody. */
export const LayDemand = z
  .object({
    siteId: z.uuid(),
    from: Slot,
    stepMinutes: Step,
    slots: z.coerce.number().int().min(1).max(200),
    taskIds: z.array(z.uuid()).min(1).max(20),
    minimum: z.array(Count).max(MOST).default([]),
    target: z.array(Count).max(MOST).default([]),
  })
  .superRefine(({ minimum, target }, context) => {
    const at = minimum.findIndex((least, cell) => least > (target[cell] ?? 0))
    if (at >= 0) context.addIssue({ code: 'custom', path: ['target', at], message: 'targetBelowMinimum' })
  })
export const DemandFromPast = z.object({
  siteId: z.uuid(),
  teamId: z.uuid(),
  onDate: Day,
  weeks: z.coerce.number().int().min(1).max(8).default(4),
})

const Percent = z.coerce.number().min(0).max(100)
/** Contacts slot by slot, and what is promised to those who call. */
export const ForecastDay = z.object({
  siteId: z.uuid(),
  taskId: z.uuid(),
  from: Slot,
  stepMinutes: Step,
  contacts: z.array(z.coerce.number().int().min(0).max(100_000).default(0)).min(1).max(200),
  handlingSeconds: z.coerce.number().int().min(0).max(36_000),
  /** Calls and chats are answered as they come; letters may wait until their deadline. */
  way: z.enum(['queue', 'backlog']).default('queue'),
  serviceLevel: Percent.max(99).default(80),
  withinSeconds: z.coerce.number().int().min(0).max(3600).default(20),
  maxOccupancy: Percent.min(10).default(85),
  patienceSeconds: z.coerce.number().int().min(1).max(36_000).optional(),
  concurrency: z.coerce.number().int().min(1).max(10).default(1),
  deadlineMinutes: z.coerce.number().int().min(15).max(1440).default(240),
  shrinkage: Percent.max(80).default(30),
})

export type Wanted = { from: number; to: number; minimum: number; target: number }

/** Neighbours that want the same become one stretch. */
export function joined(wanted: readonly Wanted[]): Wanted[] {
  const found: Wanted[] = []
  for (const { from, to, minimum, target } of wanted) {
    const last = found.at(-1)
    if (last?.to === from && last.minimum === minimum && last.target === target) last.to = to
    else found.push({ from, to, minimum, target })
  }
  return found
}

/** The stretches of a column of cells; slots that want nobody are left out. */
export function stretchesOf(from: number, stepMinutes: number, cells: readonly [number, number][]): Wanted[] {
  const step = stepMinutes * 60_000
  return joined(
    cells.flatMap(([minimum, target], slot) =>
      target ? [{ from: from + slot * step, to: from + (slot + 1) * step, minimum, target }] : [],
    ),
  )
}

/** What a stretch of demand wants in each quarter of an hour, by its moment. */
export const bySlot = (wanted: readonly Wanted[]): Map<number, [number, number]> =>
  new Map(
    wanted.flatMap(({ from, to, minimum, target }) =>
      Array.from({ length: Math.round((to - from) / SLOT) }, (_, slot): [number, [number, number]] => [
        from + slot * SLOT,
        [minimum, target],
      ]),
    ),
  )

/** The mean of several weeks, rounded up: better one too many than one too few. */
export function meanDemand(weeks: readonly (readonly [number, number])[]): [number, number] {
  if (!weeks.length) return [0, 0]
  const mean = (at: 0 | 1) => Math.ceil(weeks.reduce((sum, week) => sum + week[at], 0) / weeks.length - 1e-9)
  return [mean(0), mean(1)]
}
