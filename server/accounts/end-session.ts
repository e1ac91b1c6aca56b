import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { sessions } from '#db/schema/accounts'
import { command } from '#server/command'

/** Signs out of one session: the one whose cookie the person holds. */
export const endSession = command({
  verb: 'accounts.endSession',
  input: z.object({ sessionId: z.uuid() }),
  output: z.object({}),
  subject: async (tx, { sessionId }) => {
    const [row] = await tx
      .select({ personId: sessions.personId })
      .from(sessions)
      .where(eq(sessions.id, sessionId))
    return { people: [row?.personId ?? null] }
  },
  audit: ({ input }) => ({ kind: 'session', id: input.sessionId }),
  async run({ tx, actor, input, now }) {
    await tx
      .update(sessions)
      .set({ endedAt: now })
      .where(and(eq(sessions.id, input.sessionId), eq(sessions.personId, actor.personId)))
    return {}
  },
})
