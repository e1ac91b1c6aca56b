import { z } from 'zod'
import { planRuns } from '#db/schema/rotation-plans'
import { conflict } from '#domain/refused'
import { StartRun } from '#domain/rotation'
import { AIMS, DEFAULT_WEIGHTS } from '#domain/rotation/day-weights'
import { command } from '#server/command'
import { shiftsOf } from '#server/rotation/change-day'
import { lockPlan } from '#server/rotation/plan-queries'
import { wakeWorker } from '#server/wake-worker'

/** Largest that both Postgres and the engine take. */
const SEEDS = 2_147_483_647

/** Asks for a draft of the day; a worker makes it, whether or not anybody waits. */
export const startRun = command({
  verb: 'rotation.startRun',
  input: StartRun,
  output: z.object({ runId: z.uuid() }),
  subject: (tx, { planId }) => lockPlan(tx, planId),
  audit: ({ input, result }) => ({
    kind: 'rotation-plan',
    id: input.planId,
    detail: { runId: result.runId, seconds: input.seconds, keeps: input.keeps },
  }),
  async run({ tx, actor, input, subject: plan, now, newId }) {
    if (plan.status !== 'draft') throw conflict('rotation.onlyDraft')
    if (!(await shiftsOf(tx, plan)).length) throw conflict('rotation.nobodyToPlan')
    const runId = newId()
    const weights = Object.fromEntries(AIMS.map((aim) => [aim, input[aim] ?? DEFAULT_WEIGHTS[aim]]))
    await tx.insert(planRuns).values({
      id: runId,
      planId: plan.id,
      status: 'waiting',
      keeps: input.keeps,
      seconds: input.seconds,
      seed: now.getTime() % SEEDS,
      weights,
      askedBy: actor.kind === 'person' ? actor.personId : null,
      askedAt: now,
    })
    await wakeWorker(tx, 'rotation.plan')
    return { runId }
  },
})
