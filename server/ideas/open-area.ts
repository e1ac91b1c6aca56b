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
    detail: { ownerId: input.ownerId },
  }),
  async run({ tx, input, now, newId }) {
    const id = newId()
    const slug = input.slug ?? `area-${id.slice(-12)}`
    await tx.insert(areas).values({ ...input, slug, id, createdAt: now })
    return { id }
  },
})
