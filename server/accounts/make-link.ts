import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { links } from '#db/schema/accounts'
import { MakeLink } from '#domain/accounts'
import { hashToken } from '#server/accounts/make-token'
import { byActor, command } from '#server/command'

/** Makes an address that reads one thing without signing in. The secret is shown this once; only its hash is kept. */
export const makeLink = command({
  verb: 'accounts.makeLink',
  input: MakeLink,
  output: z.object({ id: z.uuid(), secret: z.string() }),
  secret: true,
  subject: byActor,
  audit: ({ input, result }) => ({ kind: 'link', id: result.id, detail: { kind: input.kind } }),
  async run({ tx, actor, input, now, newId }) {
    const id = newId()
    const secret = randomBytes(16).toString('base64url')
    const row = { ...input, id, personId: actor.personId, secretHash: hashToken(secret), createdAt: now }
    await tx.insert(links).values(row)
    return { id, secret }
  },
})
