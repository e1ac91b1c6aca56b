import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { actionEvents, actions } from '#db/schema/actions'
import { conflict } from '#domain/refused'
import { CloseAction } from '#domain/workplace'
import { command } from '#server/command'
import { findConcerned, lockAction } from '#server/workplace/action-queries'
import { addActionPhotos } from '#server/workplace/photo-queries'

/** Says that an action is done and how; somebody else then looks whether it is. */
export const closeAction = command({
  verb: 'workplace.closeAction',
  input: CloseAction,
  output: z.object({}),
  subject: (tx, { actionId }, actor) => lockAction(tx, actionId, actor),
  readable: 'workplace.actions',
  audit: ({ input }) => ({ kind: 'action', id: input.actionId }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    if (subject.status !== 'open' && subject.status !== 'in-progress')
      throw conflict('workplace.actionNotOpen')
    await tx
      .update(actions)
      .set({ status: 'done', doneAt: now, doneBy: actor.personId, doneNote: input.note })
      .where(eq(actions.id, input.actionId))
    await tx.insert(actionEvents).values({
      id: newId(),
      actionId: input.actionId,
      kind: 'done',
      at: now,
      byId: actor.personId,
      note: input.note,
    })
    const { actionId, fileIds } = input
    await addActionPhotos({ tx, actor, now, actionId, fileIds, shows: 'mended' })
    const to = await findConcerned(tx, input.actionId, subject.seated)
    notify({ to, kind: 'workplace.actionClosed', params: { place: subject.code }, href: '/workplace' })
    return {}
  },
})
