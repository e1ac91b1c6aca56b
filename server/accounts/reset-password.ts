import { randomInt } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { accounts, sessions } from '#db/schema/accounts'
import { invalid, notFound } from '#domain/refused'
import { command } from '#server/command'
import { refuseWiderRoles } from '#server/held-roles'
import { hashPassword } from '#server/passwords'
import { revokeSecrets } from '#server/revoke-secrets'

// No letters or digits that are read out or typed wrongly: 31^16 is 79 bits.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 16

const makePassword = () =>
  Array.from(
    { length: LENGTH },
    (_, place) => (place && place % 4 === 0 ? '-' : '') + LETTERS[randomInt(LETTERS.length)],
  ).join('')

type Person = {
  id: string
  email: string
  employed: boolean
  teamId: string | null
  siteId: string | null
}

/**
 * Opens an account, or gives it a new password, signs the person out everywhere, programs too, and tells them. The password is in
 * this answer and nowhere else. Nobody opens the account of somebody whose roles reach farther than their own.
 */
export const resetPassword = command({
  verb: 'accounts.resetPassword',
  input: z.object({ personId: z.uuid() }),
  output: z.object({ password: z.string() }),
  secret: true,
  subject: async (tx, { personId }) => {
    const { rows } = await tx.execute<Person>(sql`
      select p.id, p.email, e.id is not null as employed, e.team_id as "teamId", e.site_id as "siteId"
      from people p left join current_employments e on e.person_id = p.id
      where p.id = ${personId} for update of p`)
    const person = rows[0]
    if (!person) throw notFound()
    return { people: [person.id], teamId: person.teamId, siteId: person.siteId, person }
  },
  audit: ({ input }) => ({ kind: 'person', id: input.personId }),
  async run({ tx, actor, input, subject: { person }, now, notify }) {
    if (!person.employed) throw invalid('personId', 'notEmployed')
    await refuseWiderRoles(tx, actor, 'accounts.resetPassword', person.id)
    const password = makePassword()
    const { personId } = input
    const changed = { passwordHash: await hashPassword(password), passwordChangedAt: now }
    await tx
      .insert(accounts)
      .values({ personId, ...changed, createdAt: now })
      .onConflictDoUpdate({ target: accounts.personId, set: changed })
    await tx
      .update(sessions)
      .set({ endedAt: now })
      .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
    await revokeSecrets(tx, personId, now)
    notify({ to: [personId], kind: 'account.passwordReset', href: '/settings/security' })
    return { password }
  },
})
