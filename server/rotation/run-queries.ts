import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { FindRun, RunOutcome } from '#domain/rotation'
import type { DayWeights } from '#domain/rotation/day-weights'
import { KeptWeights } from '#domain/rotation/weigh-day'
import { query } from '#server/query'
import { WEIGHTS, weightsOf } from '#server/rotation/weights-queries'
import { visible } from '#server/visible'

const Piece = z.object({
  id: z.null(),
  what: z.enum(['task', 'pause', 'meal']),
  taskId: z.uuid().nullable(),
  from: z.number(),
  to: z.number(),
})
const Run = z.object({
  id: z.uuid(),
  status: z.enum(['waiting', 'running', 'done', 'failed']),
  seconds: z.number(),
  /** What it was, or is, asked to weigh. */
  weights: KeptWeights,
  stopping: z.boolean(),
  news: z
    .object({
      objective: z.number(),
      bound: z.number(),
      gap: z.number(),
      moves: z.number(),
      share: z.number(),
      /** Plans to look at that were told so far; the last is in `drafted`. */
      shown: z.number().optional(),
    })
    .nullable(),
  outcome: RunOutcome.nullable(),
  /** The days by shift as the search left them, or the best of them while it is at work. */
  drafted: z.record(z.string(), z.array(Piece)).nullable(),
})
export type PlanRun = z.output<typeof Run>

/** The latest search for a plan, at work or done. */
export const findRun = query({
  verb: 'rotation.run',
  input: FindRun,
  output: z.object({ run: Run.nullable(), usual: KeptWeights }),
  async run({ db, input, reach }) {
    const { rows } = await db.execute<{ run: PlanRun | null; weights: Partial<DayWeights> | null }>(sql`
      select ${WEIGHTS} as weights, (select to_json(x) from (
        select r.id, r.status, r.seconds, r.weights, r.stop_asked_at is not null as stopping, r.news, r.outcome, r.drafted
        from plan_runs r join rotation_plans p on p.id = r.plan_id join teams t on t.id = p.team_id
        where r.plan_id = ${input.planId} and ${visible(reach, { teamId: sql`p.team_id`, siteId: sql`t.site_id` })}
        order by r.asked_at desc limit 1) x) as run`)
    const { run = null, weights = null } = rows[0] ?? {}
    return { run: run && { ...run, weights: weightsOf(run.weights) }, usual: weightsOf(weights) }
  },
})
