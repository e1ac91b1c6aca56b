import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { teaPlans } from '#db/schema/workplace'
import { minuteOf, PlanTea } from '#domain/tea'
import { command } from '#server/command'
import { layTeaRounds } from '#server/workplace/lay-tea-rounds'
import { findRoom } from '#server/workplace/place-queries'

/** Tea that comes by a room at a time of the day; its rounds of today and tomorrow are there at once. */
export const planTea = command({
  verb: 'workplace.planTea',
  input: PlanTea,
  output: z.object({ planId: z.uuid() }),
  subject: async (tx, { roomId }) => ({ siteId: (await findRoom(tx, roomId)).siteId }),
  audit: ({ input, result }) => ({ kind: 'tea-plan', id: result.planId, detail: { at: input.at } }),
  async run({ tx, input: { roomId, at, weekdays }, now, newId }) {
    const id = newId()
    await tx.insert(teaPlans).values({ id, roomId, minute: minuteOf(at), weekdays, createdAt: now })
    await layTeaRounds({ tx, now, newId }, sql`p.id = ${id}`)
    return { planId: id }
  },
})
