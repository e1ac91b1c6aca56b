import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { sites } from '#db/schema/people'
import { ChangeSite } from '#domain/places'
import { command } from '#server/command'
import { lockSite } from '#server/people/locked-place-queries'

/** Names a site anew. Its clock is set only while nobody has a shift by it; its address stays. */
export const changeSite = command({
  verb: 'people.changeSite',
  input: ChangeSite,
  output: z.object({}),
  subject: (tx, { siteId }) => lockSite(tx, siteId),
  readable: 'people.sites',
  audit: ({ input }) => ({ kind: 'site', id: input.siteId, detail: { timeZone: input.timeZone } }),
  async run({ tx, input: { siteId, ...facts } }) {
    await tx.update(sites).set(facts).where(eq(sites.id, siteId))
    return {}
  },
})
