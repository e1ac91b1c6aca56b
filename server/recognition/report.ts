import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { praiseReports } from '#db/schema/praise-reports'
import { ReportPraise } from '#domain/recognition'
import { notFound } from '#domain/refused'
import { command } from '#server/command'
import { praiseSeen } from '#server/recognition/visibility-queries'

/**
 * Asks HR to look at a praise that the actor sees; a private one comes before HR's eyes by this alone. HR of the receiver's site hears
 * of it, but not who gave it; sent twice it is one report.
 */
export const reportPraise = command({
  verb: 'recognition.report',
  input: ReportPraise,
  output: z.object({}),
  subject: async (tx, { praiseId }, actor) => {
    const { rows } = await tx.execute<{ receiverId: string; giverId: string; siteId: string | null }>(sql`
      select p.receiver_id as "receiverId", p.giver_id as "giverId", e.site_id as "siteId"
      from praises p join people r on r.id = p.receiver_id left join current_employments e on e.person_id = r.id
      where p.id = ${praiseId} and ${praiseSeen(actor)}`)
    if (!rows[0]) throw notFound()
    return { ...rows[0], people: [rows[0].receiverId] }
  },
  audit: ({ input }) => ({ kind: 'praise', id: input.praiseId }),
  async run({ tx, actor, input, subject, now, notify }) {
    const made = await tx
      .insert(praiseReports)
      .values({ ...input, reportedBy: actor.personId, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: praiseReports.praiseId })
    if (!made.length) return {}
    const { rows } = await tx.execute<{ id: string }>(sql`
      select distinct g.person_id as id from current_grants g where g.role = 'hr' and g.team_id is null
        and (g.site_id is null or g.site_id = ${subject.siteId}::uuid)
        and g.person_id not in (${subject.giverId}, ${actor.personId})`)
    notify({
      to: rows.map(({ id }) => id),
      kind: 'praise.reported',
      params: {},
      href: '/recognition/reports',
    })
    return {}
  },
})
