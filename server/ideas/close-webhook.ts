import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { ideaWebhooks } from '#db/schema/idea-webhooks'
import { CloseWebhook } from '#domain/idea-webhooks'
import { notFound } from '#domain/refused'
import { command } from '#server/command'

/** From now on the tracker hears nothing; what waited for it is given up. */
export const closeWebhook = command({
  verb: 'ideas.closeWebhook',
  input: CloseWebhook,
  output: z.object({}),
  subject: async (tx, { webhookId }) => {
    const open = and(eq(ideaWebhooks.id, webhookId), isNull(ideaWebhooks.closedAt))
    const [found] = await tx.select({ id: ideaWebhooks.id }).from(ideaWebhooks).where(open).for('update')
    if (!found) throw notFound()
    return {}
  },
  audit: ({ input }) => ({ kind: 'webhook', id: input.webhookId }),
  async run({ tx, actor, input, now }) {
    const { webhookId } = input
    const closed = { closedBy: actor.personId, closedAt: now }
    await tx.update(ideaWebhooks).set(closed).where(eq(ideaWebhooks.id, webhookId))
    await tx.execute(sql`
      update idea_deliveries set given_up_at = ${now.toISOString()}::timestamptz
      where webhook_id = ${webhookId} and delivered_at is null and given_up_at is null`)
    return {}
  },
})
