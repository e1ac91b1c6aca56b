import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { requirements } from '#db/schema/ladders'
import { planSteps } from '#db/schema/plans'
import { AddStep } from '#domain/plans'
import type { Requirement } from '#domain/readiness'
import { conflict, invalid } from '#domain/refused'
import { lockPlan, refuseClosed } from '#server/career/plan-queries'
import { personDay } from '#server/career/site-day-queries'
import { command } from '#server/command'

type Wanted = z.output<typeof AddStep>

const aimOf = async (tx: Tx, wanted: Wanted): Promise<Requirement | null> => {
  if (wanted.kind === 'training' || !wanted.requirementId) return null
  const [found] = await tx.select().from(requirements).where(eq(requirements.id, wanted.requirementId))
  if (!found) throw invalid('requirementId', 'wrong')
  const { versionId: _, ...aim } = found
  return aim as Requirement
}

const refuseTwice = async (tx: Tx, wanted: Wanted, aim: Requirement | null) => {
  const same =
    wanted.kind === 'training'
      ? sql`s.training_id = ${wanted.trainingId}`
      : sql`s.aim ->> 'id' = ${aim?.id ?? ''}`
  const { rows } = await tx.execute(sql`
    select 1 from plan_steps s where s.plan_id = ${wanted.planId} and s.dropped_reason is null and ${same}`)
  if (rows.length) throw conflict('stepPlanned')
}

/** Puts a step with an owner and a date into a plan; either of the two may. */
export const addStep = command({
  verb: 'career.addStep',
  input: AddStep,
  output: z.object({ stepId: z.uuid() }),
  subject: (tx, { planId }, actor) => lockPlan(tx, planId, actor),
  readable: 'career.plans',
  audit: ({ input, result }) => ({ kind: 'plan', id: input.planId, detail: { stepId: result.stepId } }),
  async run({ tx, input, subject: { plan }, now, newId }) {
    refuseClosed(plan)
    if (input.dueOn < (await personDay(tx, plan.personId, now))) throw invalid('dueOn', 'dateAhead')
    const aim = await aimOf(tx, input)
    const title = input.kind === 'training' ? null : (input.title ?? null)
    if (input.kind !== 'training' && !aim && !title) throw invalid('title.uk', 'required')
    const owner = input.ownerId ?? plan.personId
    if (owner !== plan.personId && owner !== plan.companionId) throw invalid('ownerId', 'ownerOfTwo')
    await refuseTwice(tx, input, aim)
    const stepId = newId()
    await tx.insert(planSteps).values({
      id: stepId,
      planId: input.planId,
      kind: input.kind,
      trainingId: input.kind === 'training' ? input.trainingId : null,
      title,
      aim,
      ownerId: owner,
      dueOn: input.dueOn,
    })
    return { stepId }
  },
})
