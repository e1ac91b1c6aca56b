import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { db } from '#db/client'
import type { Actor, Grant } from '#domain/access'
import type { LinkKind } from '#domain/accounts'
import type { Locale } from '#domain/text'
import { hashToken } from '#server/accounts/make-token'

/** Who is signed in, with what the shell of every page shows. */
export type Session = {
  actor: Actor
  sessionId: string | null
  name: string
  email: string
  locale: Locale
  theme: 'system' | 'light' | 'dark'
  timeZone: string
  unread: number
  /** Since when an alarm is on at the person's site: clocks stand still there. */
  alarm: string | null
}

type Row = {
  person_id: string
  name: string
  email: string
  locale: Locale
  theme: Session['theme']
  team_id: string | null
  site_id: string
  position_id: string
  time_zone: string
  grants: Grant[]
  mentees: string[]
  unread: number
  alarm: Date | null
}

const WHO = `
  select p.id as person_id, p.name, p.email, p.locale, p.theme, e.team_id, e.site_id, e.position_id, s.time_zone,
    (select coalesce(json_agg(json_build_object('role', g.role, 'teamId', g.team_id, 'siteId', g.site_id)), '[]')
       from current_grants g where g.person_id = p.id) as grants,
    (select coalesce(json_agg(m.mentee_id), '[]') from mentorships m
      where m.mentor_id = p.id and m.valid @> current_date) as mentees,
    (select count(*)::int from (select 1 from notices n
      where n.person_id = p.id and n.read_at is null limit 100) few) as unread,
    (select a.begun_at from site_alarms a where a.site_id = e.site_id and a.ended_at is null) as alarm
  from people p
  join current_employments e on e.person_id = p.id
  join sites s on s.id = e.site_id`

const BY_SESSION = `${WHO}
  join sessions x on x.person_id = p.id
  where x.id = $1 and x.ended_at is null and x.expires_at > now()`

const BY_TOKEN = `${WHO.replace('select p.id', 'select t.scope, p.id')}
  join tokens t on t.person_id = p.id
  where t.secret_hash = $1 and t.revoked_at is null and t.expires_at > now()`

const BY_LINK = `${WHO.replace('select p.id', 'select l.subject, p.id')}
  join links l on l.person_id = p.id
  where l.secret_hash = $1 and l.kind = $2 and l.revoked_at is null`

const actorOf = (row: Row, via: Actor['via'], access: Actor['access']): Actor => ({
  kind: 'person',
  personId: row.person_id,
  teamId: row.team_id,
  siteId: row.site_id,
  positionId: row.position_id,
  grants: row.grants,
  menteeIds: row.mentees,
  access,
  via,
  locale: row.locale,
})

/**
 * The session behind a cookie, in one prepared statement: roles, employment and the session itself are read each time, so a
 * change of any takes effect with the next request.
 */
export async function findSession(sessionId: string): Promise<Session | undefined> {
  const { rows } = await db.$client.query<Row>({ name: 'session', text: BY_SESSION, values: [sessionId] })
  const row = rows[0]
  if (!row) return undefined
  const { name, email, locale, theme, unread } = row
  return {
    actor: actorOf(row, 'web', 'write'),
    sessionId,
    name,
    email,
    locale,
    theme,
    unread,
    alarm: row.alarm && new Date(row.alarm).toISOString(),
    timeZone: row.time_zone,
  }
}

export async function findTokenActor(secret: string): Promise<Actor | undefined> {
  const { rows } = await db.$client.query<Row & { scope: Actor['access'] }>({
    name: 'token',
    text: BY_TOKEN,
    values: [hashToken(secret)],
  })
  return rows[0] && actorOf(rows[0], 'api', rows[0].scope)
}

/** Whose link this is and what it opens; it only ever reads. */
export async function findLink(
  secret: string,
  kind: LinkKind,
): Promise<{ actor: Actor; subject: string } | undefined> {
  const { rows } = await db.$client.query<Row & { subject: string }>({
    name: 'link',
    text: BY_LINK,
    values: [hashToken(secret), kind],
  })
  return rows[0] && { actor: actorOf(rows[0], 'api', 'read'), subject: rows[0].subject }
}

/** The actor of a person, for jobs, stories and the command line. */
export async function findActor(personId: string): Promise<Actor | undefined> {
  const { rows } = await db.$client.query<Row>({
    name: 'actor',
    text: `${WHO} where p.id = $1`,
    values: [personId],
  })
  return rows[0] && actorOf(rows[0], 'job', 'write')
}

/** True on a database in which nobody has an account yet: the set-up page is open, and nothing else. */
export async function needsSetUp(reader: Reader = db): Promise<boolean> {
  const { rows } = await reader.execute<{ empty: boolean }>(
    sql`select not exists (select 1 from accounts) as empty`,
  )
  return rows[0]?.empty ?? false
}

export async function hasPeople(): Promise<boolean> {
  const { rows } = await db.execute<{ some: boolean }>(sql`select exists (select 1 from people) as some`)
  return rows[0]?.some ?? false
}
