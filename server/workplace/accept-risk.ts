import { z } from 'zod'
import { actionEvents, riskAcceptances } from '#db/schema/actions'
import { conflict } from '#domain/refused'
import { AcceptRisk } from '#domain/workplace'
import { command } from '#server/command'
import { findConcerned, lockAction } from '#server/workplace/action-queries'
import { reopenPlace } from '#server/workplace/open-actions'

/** A named person answers in writing for work going on although a critical thing is not mended yet; the place opens again. */
export const acceptRisk = command({
  verb: 'workplace.acceptRisk',
  input: AcceptRisk,
  output: z.object({}),
  subject: async (tx, { actionId }, actor) => {
    const { people: _, ...action } = await lockAction(tx, actionId, actor)
    return action
  },
  readable: 'workplace.actions',
  audit: ({ input }) => ({ kind: 'action', id: input.actionId }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    if (subject.severity !== 'stop' || !['open', 'in-progress'].includes(subject.status))
      throw conflict('constraint.risk_acceptances_named')
    const { actionId, reason } = input
    await tx.insert(riskAcceptances).values({ actionId, acceptedBy: actor.personId, acceptedAt: now, reason })
    await reopenPlace(tx, { actionId, now, personId: actor.personId })
    const event = { id: newId(), actionId, kind: 'accepted', at: now, byId: actor.personId, note: reason }
    await tx.insert(actionEvents).values(event)
    const to = [subject.assigneeId, ...(await findConcerned(tx, actionId, subject.seated))]
    notify({
      to,
      kind: 'workplace.riskAccepted',
      params: { place: subject.code },
      href: '/workplace/actions',
    })
    return {}
  },
})
