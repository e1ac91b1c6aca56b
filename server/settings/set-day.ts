import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { siteDays } from '#db/schema/calendar'
import { SetDay } from '#domain/calendar'
import { command } from '#server/command'

/** Makes a day of a site a day off, a worked one, or one like any other again. */
export const setDay = command({
  verb: 'settings.setDay',
  input: SetDay,
  output: z.object({}),
  subject: (_tx, { siteId }) => ({ siteId }),
  audit: ({ input }) => ({
    kind: 'site',
    id: input.siteId,
    detail: { onDate: input.onDate, kind: input.kind },
  }),
  async run({ tx, actor, input, now }) {
    const { siteId, onDate, kind, name } = input
    await tx.delete(siteDays).where(and(eq(siteDays.siteId, siteId), eq(siteDays.onDate, onDate)))
    if (kind === 'plain') return {}
    const setBy = actor.kind === 'person' ? actor.personId : null
    await tx.insert(siteDays).values({ siteId, onDate, worked: kind === 'worked', name, setBy, setAt: now })
    return {}
  },
})
