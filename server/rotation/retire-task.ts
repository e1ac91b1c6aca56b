import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { tasks } from '#db/schema/rotation'
import { RetireTask } from '#domain/rotation/tasks'
import { command } from '#server/command'
import { lockTask } from '#server/rotation/write-task'

/** Takes a task out of the catalogue: nobody is put on it any more, what was planned stays. */
export const retireTask = command({
  verb: 'rotation.retireTask',
  input: RetireTask,
  output: z.object({}),
  subject: (tx, { taskId }, actor) => lockTask(tx, taskId, actor),
  audit: ({ input }) => ({ kind: 'task', id: input.taskId }),
  async run({ tx, input, now }) {
    await tx.update(tasks).set({ retiredAt: now }).where(eq(tasks.id, input.taskId))
    return {}
  },
})
