import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { environment } from '#db/environment'
import { ideaWebhooks } from '#db/schema/idea-webhooks'
import { OpenWebhook } from '#domain/idea-webhooks'
import { invalid } from '#domain/refused'
import { command } from '#server/command'
import { isPlausible } from '#server/outside-address'

/** Lets an outside tracker hear what becomes of an area's ideas. The key that its messages are signed with is shown this once. */
export const openWebhook = command({
  verb: 'ideas.openWebhook',
  input: OpenWebhook,
  output: z.object({ id: z.uuid(), secret: z.string() }),
  secret: true,
  subject: () => ({}),
  // The address may hold a key of its own, and stays out of the audit.
  audit: ({ input, result }) => ({
    kind: 'webhook',
    id: result.id,
    detail: { areaId: input.areaId ?? null },
  }),
  async run({ tx, actor, input, now, newId }) {
    if (!isPlausible(new URL(input.url), environment().webhookPrivateHosts))
      throw invalid('url', 'ideas.insideAddress')
    const id = newId()
    const secret = `whsec_${randomBytes(32).toString('base64')}`
    await tx.insert(ideaWebhooks).values({ ...input, id, secret, openedBy: actor.personId, openedAt: now })
    return { id, secret }
  },
})
