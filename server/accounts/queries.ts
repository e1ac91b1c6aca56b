import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { tokens } from '#db/schema/accounts'
import { query } from '#server/query'
import { visible } from '#server/visible'

/** The person's REST tokens that still work. */
export const listTokens = query({
  verb: 'accounts.tokens',
  input: z.object({ personId: z.uuid().optional() }),
  output: z.array(
    z.object({ id: z.uuid(), name: z.string(), scope: z.string(), createdAt: z.date(), expiresAt: z.date() }),
  ),
  async run({ db, actor, input, reach, now }) {
    const { id, name, scope, createdAt, expiresAt } = tokens
    const whose = eq(tokens.personId, input.personId ?? actor.personId)
    const working = and(isNull(tokens.revokedAt), gt(tokens.expiresAt, now))
    return db
      .select({ id, name, scope, createdAt, expiresAt })
      .from(tokens)
      .where(and(whose, working, visible(reach, { people: [tokens.personId] })))
      .orderBy(desc(createdAt))
  },
})
