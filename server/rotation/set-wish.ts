import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { taskWishes } from '#db/schema/rotation-people'
import { SetWish } from '#domain/rotation/wishes'
import { byActor, command } from '#server/command'

/** Says what one would like to do or rather not; the last word about a task counts. */
export const setWish = command({
  verb: 'rotation.setWish',
  input: SetWish,
  output: z.object({}),
  subject: byActor,
  audit: ({ input }) => ({ kind: 'task', id: input.taskId, detail: { wish: input.wish } }),
  async run({ tx, actor, input, now, newId }) {
    const { taskId, wish, onDate = null } = input
    const { personId } = actor
    const same = and(
      eq(taskWishes.personId, personId),
      eq(taskWishes.taskId, taskId),
      onDate ? eq(taskWishes.onDate, onDate) : isNull(taskWishes.onDate),
    )
    if (wish === 'none') {
      await tx.delete(taskWishes).where(same)
      return {}
    }
    await tx
      .insert(taskWishes)
      .values({ id: newId(), personId, taskId, wish, onDate, setAt: now })
      .onConflictDoUpdate({
        target: [taskWishes.personId, taskWishes.taskId, taskWishes.onDate],
        set: { wish, setAt: now },
      })
    return {}
  },
})
