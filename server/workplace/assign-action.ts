import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { actionEvents, actions } from '#db/schema/actions'
import { conflict, invalid } from '#domain/refused'
import { AssignAction } from '#domain/workplace'
import { command } from '#server/command'
import { lockAction, menders } from '#server/workplace/action-queries'

/** Gives an action to whoever shall mend it; from then on it is in work. */
export const assignAction = command({
  verb: 'workplace.assignAction',
  input: AssignAction,
  output: z.object({}),
  subject: async (tx, { actionId }, actor) => {
    const { people: _, ...action } = await lockAction(tx, actionId, actor)
    return action
  },
  readable: 'workplace.actions',
  audit: ({ input }) => ({ kind: 'action', id: input.actionId, detail: { assigneeId: input.assigneeId } }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    if (!['open', 'in-progress'].includes(subject.status)) throw conflict('workplace.actionNotOpen')
    const { actionId, assigneeId } = input
    const able = await menders(tx, [subject.siteId])
    if (!able.some(({ id }) => id === assigneeId)) throw invalid('assigneeId', 'wrong')
    await tx.update(actions).set({ assigneeId, status: 'in-progress' }).where(eq(actions.id, actionId))
    const event = { id: newId(), actionId, kind: 'assigned', at: now, byId: actor.personId }
    await tx.insert(actionEvents).values(event)
    const params = { place: subject.code, count: 1 }
    notify({ to: [assigneeId], kind: 'workplace.actionOpened', params, href: '/workplace/actions' })
    return {}
  },
})
