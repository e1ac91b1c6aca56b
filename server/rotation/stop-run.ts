import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { notFound } from '#domain/refused'
import { StopRun } from '#domain/rotation'
import { command } from '#server/command'
import { lockPlan } from '#server/rotation/plan-queries'

/** Asks the search to stop; the best plan found so far is kept. */
export const stopRun = command({
  verb: 'rotation.stopRun',
  input: StopRun,
  output: z.object({ stopping: z.boolean() }),
  async subject(tx, { runId }) {
    const { rows } = await tx.execute<{ planId: string }>(
      sql`select plan_id as "planId" from plan_runs where id = ${runId}`,
    )
    if (!rows[0]) throw notFound()
    return lockPlan(tx, rows[0].planId)
  },
  audit: ({ input, subject }) => ({ kind: 'rotation-plan', id: subject.id, detail: { runId: input.runId } }),
  async run({ tx, input, now }) {
    const { rows } = await tx.execute(sql`
      update plan_runs set stop_asked_at = coalesce(stop_asked_at, ${now.toISOString()}::timestamptz)
      where id = ${input.runId} and status in ('waiting', 'running') returning id`)
    return { stopping: rows.length > 0 }
  },
})
