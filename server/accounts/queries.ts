import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { links, tokens } from '#db/schema/accounts'
import type { LinkKind } from '#domain/accounts'
import { LINK_KINDS } from '#domain/accounts'
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

/** Addresses that the person made and that still open something, the newest first. */
export const listLinks = query({
  verb: 'accounts.links',
  input: z.object({ kind: z.enum(LINK_KINDS).optional() }),
  output: z.array(
    z.object({ id: z.uuid(), kind: z.enum(LINK_KINDS), subject: z.string(), createdAt: z.date() }),
  ),
  async run({ db, actor, input }) {
    const { id, kind, subject, createdAt } = links
    const mine = and(eq(links.personId, actor.personId), isNull(links.revokedAt))
    const rows = await db
      .select({ id, kind, subject, createdAt })
      .from(links)
      .where(input.kind ? and(mine, eq(links.kind, input.kind)) : mine)
      .orderBy(desc(createdAt))
    return rows.map((row) => ({ ...row, kind: row.kind as LinkKind }))
  },
})
