import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { certificateRevocations } from '#db/schema/certificates'
import { RevokeCertificate } from '#domain/certificates'
import { conflict, notFound } from '#domain/refused'
import { command } from '#server/command'

/** Takes a certificate back for a reason: whoever checks it hears so, and the pass counts no more. */
export const revokeCertificate = command({
  verb: 'training.revokeCertificate',
  input: RevokeCertificate,
  output: z.object({ certificateId: z.uuid() }),
  readable: 'training.completions',
  subject: async (tx, { code }) => {
    const { rows } = await tx.execute<{
      id: string
      person_id: string
      team_id: string | null
      site_id: string | null
      revoked: boolean
    }>(sql`
      select x.id, c.person_id, e.team_id, e.site_id,
        exists (select from certificate_revocations r where r.certificate_id = x.id) as revoked
      from certificates x join completions c on c.id = x.completion_id
      left join current_employments e on e.person_id = c.person_id where x.code = ${code}`)
    const found = rows[0]
    if (!found) throw notFound()
    return { ...found, people: [found.person_id], teamId: found.team_id, siteId: found.site_id }
  },
  audit: ({ subject }) => ({
    kind: 'certificate',
    id: subject.id,
    detail: { personId: subject.person_id },
  }),
  async run({ tx, actor, input, subject, now, notify }) {
    if (subject.person_id === actor.personId) throw conflict('notYourself')
    if (subject.revoked) throw conflict('certificateRevoked')
    const row = { certificateId: subject.id, reason: input.reason, revokedBy: actor.personId, revokedAt: now }
    await tx.insert(certificateRevocations).values(row)
    notify({ to: [subject.person_id], kind: 'training.certificateRevoked', href: '/training/mine' })
    return { certificateId: subject.id }
  },
})
