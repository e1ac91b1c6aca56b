import { z } from 'zod'
import { services } from '#db/schema/people'
import { AddService } from '#domain/places'
import { byActor, command } from '#server/command'
import { slugFor } from '#server/people/locked-place-queries'

/** Names one more thing that is done for clients. */
export const addService = command({
  verb: 'people.addService',
  input: AddService,
  output: z.object({ id: z.uuid() }),
  subject: byActor,
  audit: ({ result }) => ({ kind: 'service', id: result.id }),
  async run({ tx, input: { title }, newId }) {
    const id = newId()
    await tx.insert(services).values({ id, slug: await slugFor(tx, 'services', title.en ?? title.uk), title })
    return { id }
  },
})
