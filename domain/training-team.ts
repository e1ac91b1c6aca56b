import { z } from 'zod'

export const AssignTraining = z.object({
  teamId: z.uuid(),
  trainingId: z.uuid(),
  dueOn: z.iso.date(),
  personIds: z.array(z.uuid()).min(1).max(100),
})

/** Whoever was asked reads why they are no longer. */
export const WithdrawAssignment = z.object({
  assignmentId: z.uuid(),
  reason: z.string().trim().min(10).max(500),
})

export const CELL_STATES = ['passed', 'expiring', 'expired', 'onTheWay', 'late', 'assigned'] as const
export type CellState = (typeof CELL_STATES)[number]

/** Days before its end at which a pass is shown as ending. */
const ENDING_DAYS = 30

type Facts = { until: string | null; open: boolean; dueOn: string | null }

/** How somebody stands with a training: what holds first, then what is under way, then what was asked. */
export function cellState({ until, open, dueOn }: Facts, today: string): CellState | null {
  if (until && until >= today) {
    const left = (Date.parse(until) - Date.parse(today)) / 86_400_000
    if (until === 'infinity' || left > ENDING_DAYS) return 'passed'
    return open ? 'onTheWay' : 'expiring'
  }
  if (open) return 'onTheWay'
  if (dueOn) return dueOn < today ? 'late' : 'assigned'
  return until ? 'expired' : null
}
