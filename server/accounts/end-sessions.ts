import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { sessions } from '#db/schema/accounts'
import { EndSessions } from '#domain/accounts'
import { command } from '#server/command'
import { revokeSecrets } from '#server/revoke-secrets'

/** Signs a person out everywhere, at once, programs and secret addresses too; without a person, the actor. */
export const endSessions = command({
  verb: 'accounts.endSessions',
  input: EndSessions,
  output: z.object({ ended: z.number().int() }),
  subject: (_tx, { personId }, actor) => ({ people: [personId ?? actor.personId] }),
  audit: ({ subject, result }) => ({
    kind: 'person',
    id: subject.people[0] ?? null,
    detail: { ended: result.ended },
  }),
  async run({ tx, subject, now }) {
    const personId = subject.people[0] as string
    const ended = await tx
      .update(sessions)
      .set({ endedAt: now })
      .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
      .returning({ id: sessions.id })
    await revokeSecrets(tx, personId, now)
    return { ended: ended.length }
  },
})
