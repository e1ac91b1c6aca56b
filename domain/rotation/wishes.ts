import { z } from 'zod'
import { Day } from '#domain/rotation'

export const WISHES = ['like', 'rather-not', 'not-today'] as const
export type Wish = (typeof WISHES)[number]

/** A wish about a task, for all days or for one; `none` takes it back. */
export const SetWish = z
  .object({ taskId: z.uuid(), wish: z.enum([...WISHES, 'none']), onDate: Day.optional() })
  .refine(({ wish, onDate }) => (wish === 'none' ? true : (wish === 'not-today') === Boolean(onDate)), {
    path: ['onDate'],
    message: 'required',
  })

/** What a slot of a task costs beside a wish against it; a slot that nobody fills weighs ten. */
export const WISH_COST: Record<Wish, number> = { like: 0, 'rather-not': 2, 'not-today': 8 }
/** Slots a day on tasks that are liked or that build a competence of the person's plan. */
export const GOAL_SLOTS = 4

export type Wished = { taskId: string; wish: Wish; onDate: string | null; since: string }
export type WorkedDay = { date: string; taskIds: readonly string[] }
export type Met = { met: number; days: number }

const isMet = ({ taskId, wish }: Wished, day: WorkedDay): boolean =>
  day.taskIds.includes(taskId) === (wish === 'like')

/** On how many of the worked days since it was said a wish came true: something liked was there, something unwanted was not. */
export function howOftenMet(wish: Wished, days: readonly WorkedDay[]): Met {
  const counted = days.filter(({ date, taskIds }) => {
    if (!taskIds.length || date < wish.since) return false
    return wish.onDate === null || wish.onDate === date
  })
  return { met: counted.filter((day) => isMet(wish, day)).length, days: counted.length }
}

export const SayTired = z.object({ blockId: z.uuid(), score: z.coerce.number().int().min(1).max(5) })
