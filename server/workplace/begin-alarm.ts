import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { BeginAlarm } from '#domain/safety'
import { command } from '#server/command'

/** One button of a site: clocks and rounds stand still, the roll is called. Pressed by thirty at once it is one alarm. */
export const beginAlarm = command({
  verb: 'workplace.beginAlarm',
  input: BeginAlarm,
  output: z.object({ alarmId: z.uuid(), begun: z.boolean() }),
  subject: (_tx, { siteId }) => ({ siteId }),
  audit: ({ result }) => ({ kind: 'alarm', id: result.alarmId }),
  async run({ tx, actor, input, now, newId, notify }) {
    const { siteId } = input
    const { rows: made } = await tx.execute<{ id: string }>(sql`
      insert into site_alarms (id, site_id, begun_at, begun_by) values (${newId()}, ${siteId}, ${now}, ${actor.personId})
      on conflict do nothing returning id`)
    if (!made[0]) {
      const { rows } = await tx.execute<{ id: string }>(
        sql`select id from site_alarms where site_id = ${siteId} and ended_at is null`,
      )
      return { alarmId: rows[0]?.id ?? '', begun: false }
    }
    const { rows: here } = await tx.execute<{ id: string }>(
      sql`select person_id as id from current_employments where site_id = ${siteId}`,
    )
    notify({ to: here.map(({ id }) => id), kind: 'workplace.alarmBegun', href: '/workplace/safety' })
    return { alarmId: made[0].id, begun: true }
  },
})
