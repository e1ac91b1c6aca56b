import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { areas } from '#db/schema/ideas'
import { ChangeArea } from '#domain/ideas'
import { notFound } from '#domain/refused'
import { command } from '#server/command'

export const lockArea = async (tx: Tx, areaId: string) => {
  const known = and(eq(areas.id, areaId), isNull(areas.retiredAt))
  const [area] = await tx.select().from(areas).where(known).for('update')
  if (!area) throw notFound()
  return { siteId: area.siteId, teamId: area.teamId, area }
}

/** Changes who answers in an area and how soon. What is open goes to the new owner, with the days it was promised. */
export const changeArea = command({
  verb: 'ideas.changeArea',
  input: ChangeArea,
  output: z.object({}),
  subject: (tx, { areaId }) => lockArea(tx, areaId),
  audit: ({ input }) => ({ kind: 'area', id: input.areaId, detail: { ownerId: input.ownerId } }),
  async run({ tx, input, subject }) {
    const { areaId, ...given } = input
    await tx.update(areas).set(given).where(eq(areas.id, areaId))
    const before = subject.area.ownerId
    if (before === input.ownerId) return {}
    // Nobody answers themselves: what the new owner signed goes to the backup; what they wrote hidden shows no other owner than the rest.
    await tx.execute(sql`
      update ideas set owner_id = case when author_mode = 'named' and author_id is not distinct from ${input.ownerId}::uuid then ${input.backupId}::uuid
        else ${input.ownerId}::uuid end
      where area_id = ${areaId} and owner_id = ${before} and decision_reply_id is null`)
    return {}
  },
})
