import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { notFound } from '#domain/refused'
import { EndSchedule } from '#domain/seating'
import { command } from '#server/command'

/** A room is not to be gone round any more by this schedule; what was due before stays as it was. */
export const endSchedule = command({
  verb: 'workplace.scheduleRounds',
  input: EndSchedule,
  output: z.object({}),
  subject: async (tx, { scheduleId }) => {
    const { rows } = await tx.execute<{ siteId: string }>(sql`
      select r.site_id as "siteId" from round_schedules d join rooms r on r.id = d.room_id
      where d.id = ${scheduleId} and d.ended_at is null for update of d`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
  audit: ({ input }) => ({ kind: 'round-schedule', id: input.scheduleId }),
  async run({ tx, input, now }) {
    await tx.execute(sql`update round_schedules set ended_at = ${now} where id = ${input.scheduleId}`)
    return {}
  },
})
