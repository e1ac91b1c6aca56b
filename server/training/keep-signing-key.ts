import { isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { environment } from '#db/environment'
import { signingKeys } from '#db/schema/certificates'
import { command } from '#server/command'
import { canSignWith, makeSigningKey } from '#server/credential-signature'

/** Makes the key that credentials are signed with, unless there is one that this installation can use. */
export const keepSigningKey = command({
  verb: 'training.keepSigningKey',
  input: z.object({}),
  output: z.object({ publicKey: z.string() }),
  subject: async (tx) => {
    // Before the key is read, so that two who need the first one at once make one.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('signing_keys'))`)
    return {}
  },
  audit: ({ result }) => ({ kind: 'signing-key', id: null, detail: { publicKey: result.publicKey } }),
  async run({ tx, now, newId }) {
    const secret = environment().authSecret ?? ''
    const [current] = await tx.select().from(signingKeys).where(isNull(signingKeys.retiredAt))
    if (current && canSignWith(current, secret)) return { publicKey: current.publicKey }
    await tx.update(signingKeys).set({ retiredAt: now }).where(isNull(signingKeys.retiredAt))
    const made = makeSigningKey(secret)
    await tx.insert(signingKeys).values({ ...made, id: newId(), createdAt: now })
    return { publicKey: made.publicKey }
  },
})
