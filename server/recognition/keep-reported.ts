import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { praiseReports } from '#db/schema/praise-reports'
import { KeepReported } from '#domain/recognition'
import { conflict, notFound } from '#domain/refused'
import { command } from '#server/command'

/** Lets a reported praise stand; whoever reported it reads why. Neither its giver nor who reported it decides. */
export const keepReported = command({
  verb: 'recognition.keepReported',
  input: KeepReported,
  output: z.object({}),
  // The lock lets a praise be kept or taken back, not both.
  subject: async (tx, { praiseId }) => {
    const { rows } = await tx.execute<{ receiverId: string; siteId: string | null }>(sql`
      select p.receiver_id as "receiverId", (select e.site_id from current_employments e where e.person_id = p.receiver_id) as "siteId"
      from praises p where p.id = ${praiseId} and exists (select from praise_reports f where f.praise_id = p.id) for update`)
    if (!rows[0]) throw notFound()
    return rows[0]
  },
  audit: ({ input }) => ({ kind: 'praise', id: input.praiseId }),
  async run({ tx, actor, input, now, notify }) {
    const { praiseId, answer } = input
    const answered = await tx
      .update(praiseReports)
      .set({ outcome: 'kept', answer, answeredBy: actor.personId, answeredAt: now })
      .where(and(eq(praiseReports.praiseId, praiseId), isNull(praiseReports.outcome)))
      .returning({ by: praiseReports.reportedBy })
    if (!answered.length) throw conflict('reportAnswered')
    notify({
      to: answered.map(({ by }) => by),
      kind: 'praise.kept',
      params: { answer },
      href: `/recognition/${praiseId}`,
    })
    return {}
  },
})
