import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { siteSafety } from '#db/schema/safety'
import { SetSafety } from '#domain/safety'
import { command } from '#server/command'

/** How a site gets through an alarm and an outage. */
export const setSafety = command({
  verb: 'workplace.setSafety',
  input: SetSafety,
  output: z.object({}),
  subject: (_tx, { siteId }) => ({ siteId }),
  audit: ({ input }) => ({ kind: 'site', id: input.siteId }),
  async run({ tx, actor, input, now }) {
    const { siteId, generator = null, connection = null, autonomyHours = null, ...rest } = input
    const tested = { autonomyHours, autonomyTestedOn: rest.autonomyTestedOn ?? null }
    const row = { ...rest, ...tested, generator, connection, changedBy: actor.personId, changedAt: now }
    await tx
      .insert(siteSafety)
      .values({ siteId, ...row })
      .onConflictDoUpdate({ target: siteSafety.siteId, set: row, setWhere: sql`true` })
    return {}
  },
})
