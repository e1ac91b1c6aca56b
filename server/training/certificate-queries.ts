import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { CERTIFICATE_STATES, VerifyCertificate } from '#domain/certificates'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { query } from '#server/query'
import { visible } from '#server/visible'

/** What a certificate says, and nothing beyond it. */
const Certificate = z.object({
  code: z.string(),
  state: z.enum(CERTIFICATE_STATES),
  name: z.string(),
  title: Text,
  hours: z.number(),
  completedOn: z.string(),
  validUntil: z.string().nullable(),
  issuer: Text,
})
export type Certificate = z.infer<typeof Certificate>

const columns = (now: Date) => sql`
  x.code, p.name, x.title, x.hours::float8 as hours, c.completed_on::text as "completedOn", c.valid_until::text as "validUntil",
  o.name as issuer,
  case when exists (select from certificate_revocations r where r.certificate_id = x.id) then 'revoked'
    when c.valid_until < (${now.toISOString()}::timestamptz at time zone coalesce(s.time_zone, 'Europe/Kyiv'))::date then 'expired'
    else 'valid' end as state`

export const FROM = sql`
  certificates x join completions c on c.id = x.completion_id join people p on p.id = c.person_id
  left join current_employments e on e.person_id = c.person_id left join sites s on s.id = e.site_id
  cross join organisations o`

/** Whether a certificate is true, for whoever has its code. */
export const verifyCertificate = query({
  verb: 'training.verify',
  input: VerifyCertificate,
  output: Certificate,
  async run({ db, input, now }) {
    const { rows } = await db.execute<Certificate>(
      sql`select ${columns(now)} from ${FROM} where x.code = ${input.code}`,
    )
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})

/** The certificate of somebody within reach, to be drawn as a document; of one that was revoked none is drawn. */
export const findCertificate = query({
  verb: 'training.completions',
  input: VerifyCertificate,
  output: Certificate,
  async run({ db, input, reach, now }) {
    const within = visible(reach, {
      people: [sql`c.person_id`],
      teamId: sql`e.team_id`,
      siteId: sql`e.site_id`,
    })
    const { rows } = await db.execute<Certificate>(
      sql`select ${columns(now)} from ${FROM} where x.code = ${input.code} and ${within}
        and not exists (select from certificate_revocations r where r.certificate_id = x.id)`,
    )
    if (!rows[0]) throw notFound()
    return rows[0]
  },
})
