import { gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import { environment } from '#db/environment'
import { VerifyCertificate } from '#domain/certificates'
import type { Text } from '#domain/localized'
import type { Earned } from '#domain/open-badges'
import {
  badgeOf,
  bitsOf,
  didDocument,
  issuerProfile,
  LIST_BITS,
  methodOf,
  statusList,
} from '#domain/open-badges'
import { conflict, notFound } from '#domain/refused'
import type { SealedKey } from '#server/credential-signature'
import { canSignWith, signCredential } from '#server/credential-signature'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { FROM } from '#server/training/certificate-queries'
import { visible } from '#server/visible'

const Signed = z.record(z.string(), z.unknown())

/** @throws Refused `conflict` where there is no key yet that this installation can sign with */
const signed = async (db: Reader, document: Record<string, unknown>, now: Date) => {
  const { rows } = await db.execute<SealedKey>(
    sql`select public_key as "publicKey", sealed from signing_keys where retired_at is null`,
  )
  const { appUrl, authSecret: secret = '' } = environment()
  const [key] = rows
  if (!key || !canSignWith(key, secret)) throw conflict('noSigningKey')
  return signCredential(document, { key, secret, verificationMethod: methodOf(appUrl, key.publicKey), now })
}

/** The certificate of somebody within reach as an Open Badges 3.0 credential; `criteria` is how one gets it, in words. */
export const findBadge = query({
  verb: 'training.completions',
  input: VerifyCertificate.extend({ criteria: z.string().max(500) }),
  output: Signed,
  async run({ db, actor, input, reach, now }) {
    const within = visible(reach, {
      people: [sql`c.person_id`],
      teamId: sql`e.team_id`,
      siteId: sql`e.site_id`,
    })
    const { rows } = await db.execute<Earned>(sql`
      select x.code, x.place, p.name, t.slug, x.title, t.about, x.hours::float8 as hours,
        ${isoMoment(sql`(c.completed_on::timestamp at time zone coalesce(s.time_zone, 'UTC'))`)} as "validFrom", c.valid_until::text as "validUntil", o.name as issuer,
        (select coalesce(json_agg(json_build_object('title', k.title, 'level', g.to_level) order by k.title ->> 'uk'), '[]')
          from training_competences g join competences k on k.id = g.competence_id where g.training_id = t.id) as gives
      from ${FROM} join trainings t on t.id = c.training_id where x.code = ${input.code} and ${within}`)
    if (!rows[0]) throw notFound()
    return signed(db, badgeOf(rows[0], environment().appUrl, actor.locale, input.criteria), now)
  },
})

/** One list of which credentials are revoked, signed; whoever checks one reads many at once and says not which. */
export const revocationList = query({
  verb: 'training.verify',
  input: z.object({ list: z.coerce.number().int().min(0).max(10_000) }),
  output: Signed,
  async run({ db, input: { list }, now }) {
    const { rows } = await db.execute<{ name: Text; places: number[]; last: number }>(sql`
      select o.name, (select coalesce(max(x.place), 0)::int from certificates x) as last,
        (select coalesce(json_agg(x.place), '[]') from certificate_revocations r join certificates x on x.id = r.certificate_id
          where x.place >= ${list * LIST_BITS} and x.place < ${(list + 1) * LIST_BITS}) as places
      from organisations o`)
    const [found] = rows
    if (!found || list * LIST_BITS > found.last) throw notFound()
    const packed = gzipSync(bitsOf(list, found.places)).toString('base64url')
    return signed(db, statusList(environment().appUrl, list, `u${packed}`, found.name.uk), now)
  },
})

const Issuer = z.object({ did: Signed, profile: Signed })

/** Who signs credentials, with every key that ever did. */
export const findIssuer = query({
  verb: 'training.verify',
  input: z.object({}),
  output: Issuer,
  async run({ db }) {
    const { rows } = await db.execute<{ name: z.infer<typeof Text>; keys: string[] }>(sql`
      select o.name, (select coalesce(json_agg(k.public_key order by k.created_at, k.id), '[]') from signing_keys k) as keys
      from organisations o`)
    if (!rows[0]?.keys.length) throw conflict('noSigningKey')
    const { appUrl } = environment()
    return { did: didDocument(appUrl, rows[0].keys), profile: issuerProfile(appUrl, rows[0].name.uk) }
  },
})
