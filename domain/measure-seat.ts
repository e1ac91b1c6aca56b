import { z } from 'zod'
import { MEASURE_KEYS, MEASURES } from '#domain/measures'

const Value = z
  .object({ metric: z.enum(MEASURE_KEYS), value: z.coerce.number() })
  .refine(({ metric, value }) => value >= MEASURES[metric].low && value <= MEASURES[metric].high, {
    path: ['value'],
    message: 'implausible',
  })

export const MeasureSeat = z.object({
  /** The browser was hidden, on battery or busy meanwhile: the numbers are kept and do not count. */
  noisy: z.stringbool().or(z.boolean()).default(false),
  values: z.array(Value).min(1).max(30),
})
