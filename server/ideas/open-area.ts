import { z } from 'zod'
import { areas } from '#db/schema/ideas'
import { OpenArea } from '#domain/ideas'
import { command } from '#server/command'

/** Makes a place for ideas, with who answers there and how soon. */
export const openArea = command({
  verb: 'ideas.openArea',
  input: OpenArea,
  output: z.object({ id: z.uuid() }),
  subject: () => ({}),
  audit: ({ input, result }) => ({
    kind: 'area',
    id: result.id,
    detail: { slug: input.slug, ownerId: input.ownerId },
  }),
  async run({ tx, input, now, newId }) {
    const id = newId()
    await tx.insert(areas).values({ ...input, id, createdAt: now })
    return { id }
  },
})
