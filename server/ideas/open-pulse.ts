import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { pulseKeys, pulses } from '#db/schema/pulses'
import { OpenPulse } from '#domain/pulses'
import { addDays, dateAt } from '#domain/site-time'
import { makeBlindKeys } from '#server/blind-signature'
import { command } from '#server/command'

const ZONE = 'Europe/Kyiv'

/** Asks everybody for a score, with the places as they are today and a key for each site. */
export const openPulse = command({
  verb: 'ideas.openPulse',
  input: OpenPulse,
  output: z.object({ id: z.uuid() }),
  subject: () => ({}),
  audit: ({ result }) => ({ kind: 'pulse', id: result.id }),
  async run({ tx, actor, input, now, newId }) {
    const id = newId()
    const opensOn = dateAt(now, ZONE)
    const closesOn = addDays(opensOn, input.days - 1)
    const { question } = input
    await tx
      .insert(pulses)
      .values({ id, question, opensOn, closesOn, openedBy: actor.personId, openedAt: now })
    const { rows: sites } = await tx.execute<{ siteId: string }>(sql`select id as "siteId" from sites`)
    const keys = await Promise.all(
      sites.map(async ({ siteId }) => ({ pulseId: id, siteId, ...(await makeBlindKeys()) })),
    )
    if (keys.length) await tx.insert(pulseKeys).values(keys)
    await tx.execute(sql`
      insert into pulse_places (pulse_id, place_id, parent_id, name)
      select ${id}::uuid, s.id, null, s.name from sites s
      union all select ${id}::uuid, t.id, t.site_id, t.name from teams t where t.ended_at is null`)
    return { id }
  },
})
