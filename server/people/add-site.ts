import { z } from 'zod'
import { sites } from '#db/schema/people'
import { AddSite } from '#domain/places'
import { command } from '#server/command'
import { slugFor } from '#server/people/locked-place-queries'

/** Opens one more place of work, with the clock that stands there. */
export const addSite = command({
  verb: 'people.addSite',
  input: AddSite,
  output: z.object({ id: z.uuid() }),
  subject: () => ({}),
  audit: ({ input, result }) => ({ kind: 'site', id: result.id, detail: { timeZone: input.timeZone } }),
  async run({ tx, input, now, newId }) {
    const id = newId()
    const slug = await slugFor(tx, 'sites', input.name.en ?? input.name.uk)
    await tx.insert(sites).values({ ...input, id, slug, createdAt: now })
    return { id }
  },
})
