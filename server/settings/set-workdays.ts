import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { SetWorkdays } from '#domain/calendar'
import { notFound } from '#domain/refused'
import { command } from '#server/command'

/** Sets the weekdays on which a site answers. Days that were promised already stay as they are. */
export const setWorkdays = command({
  verb: 'settings.setWorkdays',
  input: SetWorkdays,
  output: z.object({}),
  subject: (_tx, { siteId }) => ({ siteId }),
  audit: ({ input }) => ({
    kind: 'site',
    id: input.siteId,
    detail: { workdays: input.workdays.join(' ') },
  }),
  async run({ tx, input }) {
    const days = sql.param([...new Set(input.workdays)].sort())
    const { rows } = await tx.execute(sql`
      update sites set workdays = ${days}::smallint[] where id = ${input.siteId} returning id`)
    if (!rows.length) throw notFound()
    return {}
  },
})
