import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { db } from '#db/client'
import { isLetterDue, MAIL_WITHIN_HOURS } from '#domain/letters'
import type { Locale } from '#domain/text'
import type { Mailer, Told, WriteLetter } from '#server/channels/mail'

export type Post = { mailer: Mailer; write: WriteLetter }

/** People written to in one run; the next run is a minute away. */
const ROUND = 500
/** Sentences in one letter; whoever has more reads the rest in the portal. */
const LONGEST = 50

type Notice = Omit<Told, 'closed'> & { id: string }
type Reader = {
  name: string
  email: string
  locale: Locale
  wishesPrivacy: boolean
  sentToday: number
  held: boolean
  hour: number
  oldest: string
}

const waiting = (now: Date) => sql`n.mailed_at is null and n.read_at is null
  and n.created_at > ${now.toISOString()}::timestamptz - make_interval(hours => ${MAIL_WITHIN_HOURS})`

/** Whoever works here now and has something unread that no letter has told. */
const whoWaits = async (now: Date): Promise<string[]> => {
  const { rows } = await db.execute<{ personId: string }>(sql`
    select n.person_id as "personId" from notices n
    join current_employments e on e.person_id = n.person_id
    where ${waiting(now)} group by n.person_id order by min(n.created_at) limit ${ROUND}`)
  return rows.map(({ personId }) => personId)
}

/** Another worker that writes to the same person holds the rows, and they are passed over. */
const lockNotices = async (tx: Tx, personId: string, now: Date): Promise<Notice[]> => {
  const { rows } = await tx.execute<Notice>(sql`
    select n.id, n.kind, n.params, n.href from notices n
    where n.person_id = ${personId} and ${waiting(now)}
    order by n.created_at, n.id limit ${LONGEST} for update skip locked`)
  return rows
}

const readerOf = async (tx: Tx, personId: string, ids: string[], now: Date): Promise<Reader | undefined> => {
  const at = sql`${now.toISOString()}::timestamptz`
  const day = (moment: ReturnType<typeof sql>) => sql`(${moment} at time zone s.time_zone)::date`
  const { rows } = await tx.execute<Reader>(sql`
    select p.name, p.email, p.locale, p.praise_visibility = 'private' as "wishesPrivacy",
      (select count(distinct m.mailed_at)::int from notices m
        where m.person_id = p.id and ${day(sql`m.mailed_at`)} = ${day(at)}) as "sentToday",
      ${day(sql`w.oldest`)} < ${day(at)} as held,
      extract(hour from ${at} at time zone s.time_zone)::int as hour, w.oldest::text as oldest
    from people p
    join current_employments e on e.person_id = p.id
    join sites s on s.id = e.site_id
    cross join (select min(n.created_at) as oldest from notices n where n.id = any(${sql.param(ids)}::uuid[])) w
    where p.id = ${personId} and p.erased_at is null`)
  return rows[0]
}

/** A praise that is for its receiver alone does not travel through mail servers, nor does why one was taken back or not. */
const told = ({ kind, params, href }: Notice, { wishesPrivacy }: Reader): Told => {
  const closed =
    kind === 'praise.revoked' ||
    kind === 'praise.kept' ||
    (kind === 'praise.received' && (wishesPrivacy || params.reach === 'private')) ||
    ((kind === 'praise.award' || kind === 'praise.greeted') && wishesPrivacy)
  return { kind, params, href, closed }
}

const deliver = (personId: string, { mailer, write }: Post, now: Date) =>
  db.transaction(async (tx) => {
    const notices = await lockNotices(tx, personId, now)
    const ids = notices.map(({ id }) => id)
    const [first] = ids
    if (!first) return
    const reader = await readerOf(tx, personId, ids, now)
    if (!reader || !isLetterDue({ ...reader, oldestAt: new Date(reader.oldest) }, now)) return
    const sentences = notices.map((notice) => told(notice, reader))
    const to = { name: reader.name, address: reader.email }
    await mailer.send({ id: first, to, ...write(reader, sentences, reader.held) })
    // One moment a letter: how many a person got in a day is counted by it.
    await tx.execute(sql`
      update notices set mailed_at = ${now.toISOString()}::timestamptz where id = any(${sql.param(ids)}::uuid[])`)
  })

/**
 * Sends what people have not read yet, one letter a person. A notice counts as mailed when the mail server has taken its letter; what
 * it refused stays for the next run. @throws when letters were refused, after everybody else has got theirs.
 */
export async function deliverNotices(now: Date, post: Post | undefined): Promise<void> {
  if (!post) return
  const refused: unknown[] = []
  for (const personId of await whoWaits(now)) {
    await deliver(personId, post, now).catch((error: unknown) => refused.push(error))
    // Three in a row: it is the server, not somebody's address.
    if (refused.length >= 3) break
  }
  if (refused.length) throw new Error('letters were not accepted', { cause: refused[0] })
}
