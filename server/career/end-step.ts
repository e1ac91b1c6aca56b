import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { planSteps } from '#db/schema/plans'
import { EndStep } from '#domain/plans'
import { conflict, notFound } from '#domain/refused'
import { lockPlan, refuseClosed } from '#server/career/plan-queries'
import { command } from '#server/command'
import { readAs } from '#server/reader'

/** A step is done, or not needed any more. */
export const endStep = command({
  verb: 'career.endStep',
  input: EndStep,
  output: z.object({}),
  subject: async (tx, { stepId }, actor) => {
    await readAs(tx, actor)
    const [step] = await tx
      .select({ planId: planSteps.planId })
      .from(planSteps)
      .where(eq(planSteps.id, stepId))
    if (!step) throw notFound()
    return { ...(await lockPlan(tx, step.planId, actor)), planId: step.planId }
  },
  readable: 'career.plans',
  audit: ({ input, subject }) => ({
    kind: 'plan',
    id: subject.planId,
    detail: { stepId: input.stepId, outcome: input.outcome },
  }),
  async run({ tx, input: { stepId, outcome, reason }, subject: { plan }, now }) {
    refuseClosed(plan)
    const open = [isNull(planSteps.doneAt), isNull(planSteps.droppedReason)]
    const ended = await tx
      .update(planSteps)
      .set(outcome === 'done' ? { doneAt: now } : { droppedReason: reason ?? '' })
      .where(and(eq(planSteps.id, stepId), ...open))
      .returning({ id: planSteps.id })
    if (!ended.length) throw conflict('stepEnded')
    return {}
  },
})
