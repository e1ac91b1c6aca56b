import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { tokens } from '#db/schema/accounts'
import { RevokeToken } from '#domain/accounts'
import { notFound } from '#domain/refused'
import { command } from '#server/command'

export const revokeToken = command({
  verb: 'accounts.revokeToken',
  input: RevokeToken,
  output: z.object({}),
  subject: async (tx, { tokenId }) => {
    const [token] = await tx.select().from(tokens).where(eq(tokens.id, tokenId)).for('update')
    if (!token) throw notFound()
    return { people: [token.personId], token }
  },
  audit: ({ input }) => ({ kind: 'token', id: input.tokenId }),
  async run({ tx, input, subject, now }) {
    if (!subject.token.revokedAt)
      await tx.update(tokens).set({ revokedAt: now }).where(eq(tokens.id, input.tokenId))
    return {}
  },
})
