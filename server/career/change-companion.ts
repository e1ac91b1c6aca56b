import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { plans } from '#db/schema/plans'
import { ChangeCompanion } from '#domain/plans'
import { conflict, invalid } from '#domain/refused'
import { companionsOf, lockPlan, refuseClosed } from '#server/career/plan-queries'
import { command } from '#server/command'

/** Whoever went along goes no longer, e.g. after a change of teams: the person asks their mentor or supervisor of today. */
export const changeCompanion = command({
  verb: 'career.changeCompanion',
  input: ChangeCompanion,
  output: z.object({}),
  subject: async (tx, { planId }, actor) => {
    const locked = await lockPlan(tx, planId, actor)
    return { ...locked, people: [locked.personId], teamId: null, siteId: null }
  },
  readable: 'career.plans',
  audit: ({ input }) => ({ kind: 'plan', id: input.planId, detail: { companionId: input.companionId } }),
  async run({ tx, actor, input: { planId, companionId }, subject: { plan }, notify }) {
    refuseClosed(plan)
    if (plan.visibility === 'private') throw conflict('privateAlone')
    if (!(await companionsOf(tx, plan.personId)).includes(companionId))
      throw invalid('companionId', 'companionNear')
    await tx.update(plans).set({ companionId }).where(eq(plans.id, planId))
    const href = `/career/team/${actor.personId}`
    notify({ to: [companionId], kind: 'career.planOpened', href })
    return {}
  },
})
