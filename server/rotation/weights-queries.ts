import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import { type DayWeights, DEFAULT_WEIGHTS } from '#domain/rotation/day-weights'
import { KeptWeights } from '#domain/rotation/weigh-day'
import { query } from '#server/query'

/** HR's weights as they stand, as a column to read beside others. */
export const WEIGHTS = sql`(select w.weights from plan_weights w order by w.set_at desc, w.id desc limit 1)`

export const weightsOf = (kept: Partial<DayWeights> | null): DayWeights => ({ ...DEFAULT_WEIGHTS, ...kept })

export async function loadWeights(reader: Reader): Promise<DayWeights> {
  const { rows } = await reader.execute<{ weights: Partial<DayWeights> | null }>(
    sql`select ${WEIGHTS} as weights`,
  )
  return weightsOf(rows[0]?.weights ?? null)
}

/** What every new plan weighs until a planner moves a slider. */
export const planWeightsNow = query({
  verb: 'rotation.weights',
  input: z.object({}),
  output: z.object({ weights: KeptWeights }),
  run: async ({ db }) => ({ weights: await loadWeights(db) }),
})
