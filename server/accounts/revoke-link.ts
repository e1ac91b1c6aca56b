import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { links } from '#db/schema/accounts'
import { RevokeLink } from '#domain/accounts'
import { notFound } from '#domain/refused'
import { command } from '#server/command'

export const revokeLink = command({
  verb: 'accounts.revokeLink',
  input: RevokeLink,
  output: z.object({}),
  subject: async (tx, { linkId }) => {
    const [link] = await tx.select().from(links).where(eq(links.id, linkId)).for('update')
    if (!link) throw notFound()
    return { people: [link.personId], link }
  },
  audit: ({ input }) => ({ kind: 'link', id: input.linkId }),
  async run({ tx, input, subject, now }) {
    if (!subject.link.revokedAt)
      await tx.update(links).set({ revokedAt: now }).where(eq(links.id, input.linkId))
    return {}
  },
})
