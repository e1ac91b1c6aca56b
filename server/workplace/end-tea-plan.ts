import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { notFound } from '#domain/refused'
import { EndTeaPlan } from '#domain/tea'
import { command } from '#server/command'

/** Tea no longer comes at that time; rounds that have not begun are called off. */
export const endTeaPlan = command({
  verb: 'workplace.planTea',
  input: EndTeaPlan,
  output: z.object({}),
  subject: async (tx, { planId }) => {
    const { rows } = await tx.execute<{ siteId: string }>(sql`
      select r.site_id as "siteId" from tea_plans p join rooms r on r.id = p.room_id
      where p.id = ${planId} and p.ended_at is null for update of p`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
  audit: ({ input }) => ({ kind: 'tea-plan', id: input.planId, detail: { ended: true } }),
  async run({ tx, input: { planId }, now }) {
    await tx.execute(sql`update tea_plans set ended_at = ${now} where id = ${planId}`)
    await tx.execute(sql`
      update tea_rounds set cancelled_at = ${now}
      where plan_id = ${planId} and served_at is null and cancelled_at is null and planned_at > ${now}`)
    return {}
  },
})
