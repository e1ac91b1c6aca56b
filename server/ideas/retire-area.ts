import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { areas } from '#db/schema/ideas'
import { RetireArea } from '#domain/ideas'
import { conflict } from '#domain/refused'
import { command } from '#server/command'
import { lockArea } from '#server/ideas/change-area'

/** Closes an area for new ideas, once nothing in it waits for an answer. */
export const retireArea = command({
  verb: 'ideas.retireArea',
  input: RetireArea,
  output: z.object({}),
  subject: (tx, { areaId }) => lockArea(tx, areaId),
  audit: ({ input }) => ({ kind: 'area', id: input.areaId }),
  async run({ tx, input, now }) {
    const { rows } = await tx.execute<{ count: number }>(sql`
      select count(*)::int as count from ideas where area_id = ${input.areaId} and decision_reply_id is null`)
    if (rows[0]?.count) throw conflict('ideas.areaBusy', { count: rows[0].count })
    await tx.update(areas).set({ retiredAt: now }).where(eq(areas.id, input.areaId))
    return {}
  },
})
