import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { tokens } from '#db/schema/accounts'
import { MakeToken } from '#domain/accounts'
import { command } from '#server/command'

const DAY = 86_400_000

export const hashToken = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Makes a REST token; the secret is shown this once and only its hash is kept. */
export const makeToken = command({
  verb: 'accounts.makeToken',
  input: MakeToken,
  output: z.object({ id: z.uuid(), secret: z.string(), expiresAt: z.date() }),
  secret: true,
  subject: (_tx, { personId }, actor) => ({ people: [personId ?? actor.personId] }),
  audit: ({ input, result }) => ({ kind: 'token', id: result.id, detail: { scope: input.scope } }),
  async run({ tx, input, subject, now, newId, notify }) {
    const id = newId()
    const secret = `sviato_${randomBytes(24).toString('base64url')}`
    const expiresAt = new Date(now.getTime() + input.days * DAY)
    const personId = subject.people[0] as string
    const row = {
      id,
      personId,
      name: input.name,
      scope: input.scope,
      secretHash: hashToken(secret),
      createdAt: now,
      expiresAt,
    }
    await tx.insert(tokens).values(row)
    // Whoever finds a session open could make one that outlives it: its owner hears of it.
    const params = { name: input.name }
    notify({ to: [personId], kind: 'account.tokenMade', params, href: '/settings/tokens', themselves: true })
    return { id, secret, expiresAt }
  },
})
