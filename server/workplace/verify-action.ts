import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { actionEvents, actions } from '#db/schema/actions'
import { conflict } from '#domain/refused'
import { VerifyAction } from '#domain/workplace'
import { command } from '#server/command'
import { lockAction } from '#server/workplace/action-queries'

/** A second person confirms that a fault is mended, or gives the action back. */
export const verifyAction = command({
  verb: 'workplace.verifyAction',
  input: VerifyAction,
  output: z.object({}),
  subject: async (tx, { actionId }, actor) => {
    const { people: _, ...action } = await lockAction(tx, actionId, actor)
    return action
  },
  readable: 'workplace.actions',
  audit: ({ input }) => ({ kind: 'action', id: input.actionId, detail: { outcome: input.outcome } }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    if (subject.status !== 'done') throw conflict('workplace.actionNotDone')
    if (subject.doneBy === actor.personId) throw conflict('constraint.actions_verifier')
    const verified = input.outcome === 'verified'
    await tx
      .update(actions)
      .set(
        verified
          ? { status: 'verified', verifiedAt: now, verifiedBy: actor.personId }
          : { status: 'open', doneAt: null, doneBy: null, doneNote: null },
      )
      .where(eq(actions.id, input.actionId))
    const note = input.note || null
    await tx.insert(actionEvents).values({
      id: newId(),
      actionId: input.actionId,
      kind: input.outcome,
      at: now,
      byId: actor.personId,
      note,
    })
    const params = { place: subject.code }
    if (!verified)
      notify({ to: [subject.doneBy], kind: 'workplace.actionReturned', params, href: '/workplace/actions' })
    return {}
  },
})
