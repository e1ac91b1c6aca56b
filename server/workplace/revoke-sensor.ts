import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { sensors } from '#db/schema/readings'
import { notFound } from '#domain/refused'
import { RevokeSensor } from '#domain/sensors'
import { command } from '#server/command'

/** A sensor's token takes nothing any more; what it sent stays, and an alarm that was on ends. */
export const revokeSensor = command({
  verb: 'workplace.revokeSensor',
  input: RevokeSensor,
  output: z.object({}),
  subject: async (tx, { sensorId }) => {
    const { rows } = await tx.execute<{ siteId: string }>(sql`
      select r.site_id as "siteId" from sensors s join rooms r on r.id = s.room_id where s.id = ${sensorId} for update of s`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
  audit: ({ input }) => ({ kind: 'sensor', id: input.sensorId }),
  async run({ tx, input, now }) {
    const { sensorId } = input
    await tx
      .update(sensors)
      .set({ revokedAt: sql`coalesce(revoked_at, ${now})` })
      .where(eq(sensors.id, sensorId))
    await tx.execute(
      sql`update sensor_alarms set ended_at = ${now} where sensor_id = ${sensorId} and ended_at is null`,
    )
    return {}
  },
})
