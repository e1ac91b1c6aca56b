import { z } from 'zod'
import { channels } from '#db/schema/people'
import { AddChannel } from '#domain/places'
import { byActor, command } from '#server/command'
import { slugFor } from '#server/people/locked-place-queries'

/** Names one more instrument by which it is done. */
export const addChannel = command({
  verb: 'people.addChannel',
  input: AddChannel,
  output: z.object({ id: z.uuid() }),
  subject: byActor,
  audit: ({ result }) => ({ kind: 'channel', id: result.id }),
  async run({ tx, input: { title }, newId }) {
    const id = newId()
    await tx.insert(channels).values({ id, slug: await slugFor(tx, 'channels', title.en ?? title.uk), title })
    return { id }
  },
})
