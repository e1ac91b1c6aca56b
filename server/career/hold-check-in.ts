import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { checkInNotes, checkIns, plans } from '#db/schema/plans'
import { HoldCheckIn } from '#domain/plans'
import { conflict, invalid } from '#domain/refused'
import { lockPlan } from '#server/career/plan-queries'
import { personDay } from '#server/career/site-day-queries'
import { command } from '#server/command'

/** The two sat down: when, when next, and what the one who records it wrote. The other adds their own words. */
export const holdCheckIn = command({
  verb: 'career.holdCheckIn',
  input: HoldCheckIn,
  output: z.object({ checkInId: z.uuid() }),
  subject: (tx, { planId }, actor) => lockPlan(tx, planId, actor),
  readable: 'career.plans',
  audit: ({ input, result }) => ({ kind: 'plan', id: input.planId, detail: { checkInId: result.checkInId } }),
  async run({ tx, actor, input, subject: { plan }, now, newId, notify }) {
    const isPerson = actor.personId === plan.personId
    const companionId = isPerson ? plan.companionId : actor.personId
    if (plan.state !== 'agreed') throw conflict('planNotAgreed')
    if (!companionId) throw conflict('planAlone')
    const today = await personDay(tx, plan.personId, now)
    if (input.heldOn > today) throw invalid('heldOn', 'dateBehind')
    if (input.nextOn <= today) throw invalid('nextOn', 'dateAhead')
    const checkInId = newId()
    const { planId, heldOn, nextOn, note } = input
    const { personId } = plan
    const recordedBy = actor.personId
    await tx
      .insert(checkIns)
      .values({ id: checkInId, planId, personId, companionId, heldOn, nextOn, recordedBy, at: now })
    if (note)
      await tx.insert(checkInNotes).values({ checkInId, authorId: actor.personId, body: note, at: now })
    await tx.update(plans).set({ nextCheckInOn: nextOn }).where(eq(plans.id, planId))
    const href = isPerson ? `/career/team/${personId}` : '/career/path'
    notify({ to: [isPerson ? companionId : personId], kind: 'career.checkedIn', href })
    return { checkInId }
  },
})
