import { z } from 'zod'
import { AIMS, type Aim } from '#domain/rotation/day-weights'

/** What a planner may weigh, as it is given. */
const Weight = z.coerce.number().int().min(0).max(40)
export const DayWeights = z.object(
  Object.fromEntries(AIMS.map((aim) => [aim, Weight])) as Record<Aim, typeof Weight>,
)

/** The same as it is kept and shown. */
export const KeptWeights = z.object(
  Object.fromEntries(AIMS.map((aim) => [aim, z.number()])) as Record<Aim, z.ZodNumber>,
)
