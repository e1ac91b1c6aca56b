import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { plans } from '#db/schema/plans'
import { DropPlan } from '#domain/plans'
import { lockPlan, refuseClosed } from '#server/career/plan-queries'
import { command } from '#server/command'

/** The person gives a plan up, with or without saying why. What they learned on the way stays theirs. */
export const dropPlan = command({
  verb: 'career.dropPlan',
  input: DropPlan,
  output: z.object({}),
  subject: async (tx, { planId }, actor) => {
    const locked = await lockPlan(tx, planId, actor)
    return { ...locked, people: [locked.personId], teamId: null, siteId: null }
  },
  readable: 'career.plans',
  audit: ({ input }) => ({ kind: 'plan', id: input.planId }),
  async run({ tx, input, subject: { plan }, now, notify }) {
    refuseClosed(plan)
    await tx
      .update(plans)
      .set({ state: 'dropped', closedAt: now, closeReason: input.reason || null })
      .where(eq(plans.id, input.planId))
    notify({ to: [plan.companionId], kind: 'career.planDropped', href: `/career/team/${plan.personId}` })
    return {}
  },
})
