import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { plans } from '#db/schema/plans'
import { AgreePlan } from '#domain/plans'
import { conflict, invalid } from '#domain/refused'
import { loadPublished } from '#server/career/ladder-queries'
import { lockPlan } from '#server/career/plan-queries'
import { personDay } from '#server/career/site-day-queries'
import { command } from '#server/command'

/** The companion or a leader agrees: from now on the requirements as they stand today hold for this person. */
export const agreePlan = command({
  verb: 'career.agreePlan',
  input: AgreePlan,
  output: z.object({ frozen: z.number() }),
  subject: (tx, { planId }, actor) => lockPlan(tx, planId, actor),
  readable: 'career.plans',
  audit: ({ input, result }) => ({ kind: 'plan', id: input.planId, detail: { frozen: result.frozen } }),
  async run({ tx, actor, input, subject: { plan }, now, notify }) {
    if (plan.personId === actor.personId) throw conflict('anotherAgrees')
    if (plan.state !== 'wish') throw conflict('planAgreed')
    if (input.steps !== undefined && input.steps !== plan.steps) throw conflict('planChanged')
    if (input.nextCheckInOn <= (await personDay(tx, plan.personId, now)))
      throw invalid('nextCheckInOn', 'dateAhead')
    const ladder = await loadPublished(tx, plan.targetId)
    const onLadder = ladder?.rungs.some(({ positionId }) => positionId === plan.targetId)
    if (!ladder || !onLadder) throw conflict('notOnLadder')
    const frozen = ladder.requirements.filter(({ positionId }) => positionId === plan.targetId)
    await tx
      .update(plans)
      .set({
        state: 'agreed',
        frozen,
        versionId: ladder.id,
        agreedAt: now,
        agreedBy: actor.kind === 'person' ? actor.personId : null,
        companionId: sql`coalesce(${plans.companionId}, ${actor.personId}::uuid)`,
        nextCheckInOn: input.nextCheckInOn,
      })
      .where(eq(plans.id, input.planId))
    notify({ to: [plan.personId], kind: 'career.planAgreed', href: '/career/path' })
    return { frozen: frozen.length }
  },
})
