import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { plans } from '#db/schema/plans'
import { PausePlan } from '#domain/plans'
import { conflict } from '#domain/refused'
import { lockPlan } from '#server/career/plan-queries'
import { command } from '#server/command'

/** A plan may rest, and go on: nobody is reminded of it meanwhile. */
export const pausePlan = command({
  verb: 'career.pausePlan',
  input: PausePlan,
  output: z.object({ state: z.enum(['agreed', 'paused']) }),
  subject: async (tx, { planId }, actor) => {
    const locked = await lockPlan(tx, planId, actor)
    return { ...locked, people: [locked.personId], teamId: null, siteId: null }
  },
  readable: 'career.plans',
  audit: ({ input, result }) => ({ kind: 'plan', id: input.planId, detail: { state: result.state } }),
  async run({ tx, input, subject: { plan } }) {
    const [before, state] = input.paused ? (['agreed', 'paused'] as const) : (['paused', 'agreed'] as const)
    if (plan.state !== before) throw conflict('planChanged')
    await tx.update(plans).set({ state }).where(eq(plans.id, input.planId))
    return { state }
  },
})
