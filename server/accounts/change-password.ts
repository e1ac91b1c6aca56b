import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { accounts, sessions } from '#db/schema/accounts'
import { ChangePassword } from '#domain/accounts'
import { invalid } from '#domain/refused'
import { byActor, command } from '#server/command'
import { hashPassword, passwordMatches } from '#server/passwords'
import { revokeSecrets } from '#server/revoke-secrets'

/** Changes the own password and signs out all that was open by the old one: other sessions, programs, secret addresses. */
export const changePassword = command({
  verb: 'accounts.changePassword',
  input: ChangePassword.safeExtend({ sessionId: z.uuid().optional() }),
  output: z.object({}),
  secret: true,
  subject: byActor,
  audit: ({ subject }) => ({ kind: 'person', id: subject.people[0] ?? null }),
  async run({ tx, actor, input, now }) {
    const mine = eq(accounts.personId, actor.personId)
    const [account] = await tx.select().from(accounts).where(mine).for('update')
    if (!account || !(await passwordMatches(account.passwordHash, input.current)))
      throw invalid('current', 'wrongPassword')
    await tx
      .update(accounts)
      .set({ passwordHash: await hashPassword(input.next), passwordChangedAt: now })
      .where(mine)
    const others = and(
      eq(sessions.personId, actor.personId),
      isNull(sessions.endedAt),
      input.sessionId ? ne(sessions.id, input.sessionId) : undefined,
    )
    await tx.update(sessions).set({ endedAt: now }).where(others)
    await revokeSecrets(tx, actor.personId, now)
    return {}
  },
})
