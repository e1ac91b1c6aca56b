import { z } from 'zod'
import { Day } from '#domain/rotation'
import { LOADS, type Load } from '#domain/rotation/day'

export const PlanWeek = z.object({
  teamId: z.uuid(),
  date: Day,
  seconds: z.coerce.number().int().min(1).max(20).default(5),
})
export const StopWeek = PlanWeek.pick({ teamId: true, date: true })
export const WeekPlans = z.object({ teamId: z.uuid().optional(), date: Day.optional() })

/** What somebody carried on earlier days of the week: loads and slots of work. */
export type Carried = { personId: string; slots: number } & Record<Load, number>

const NOTHING: Record<Load, number> = { voice: 0, eyes: 0, mind: 0 }

/** How much more or less of each load than the team's mean for as many slots somebody has carried; whoever carried more gets less now. */
export function surplusOf(all: readonly Carried[]): Map<string, Record<Load, number>> {
  const slots = all.reduce((sum, one) => sum + one.slots, 0)
  const mean = { ...NOTHING }
  for (const load of LOADS) mean[load] = slots ? all.reduce((sum, one) => sum + one[load], 0) / slots : 0
  return new Map(
    all.map((one) => {
      const surplus = { ...NOTHING }
      for (const load of LOADS) surplus[load] = Math.round(one[load] - mean[load] * one.slots)
      return [one.personId, surplus]
    }),
  )
}
