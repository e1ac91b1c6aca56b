import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import type { Actor } from '#domain/access'
import type { NoticeKind } from '#domain/notifications'

/** To whom, what kind and where it leads; the sentence is made when it is read, in the reader's language. */
export type Notice = {
  to: readonly (string | null | undefined)[]
  kind: NoticeKind
  params?: Record<string, string | number>
  href: string
  /** Also the person who acts is told: of a secret, since whoever sits at an open session may be somebody else. */
  themselves?: boolean
}

type Batch = { notices: Notice[]; actor: Actor; anonymous: boolean; now: Date; id: () => string }

/**
 * Stores the notices of an act in its transaction; nobody is told of what they did themselves unless the notice says so. Ids and people travel as two
 * arrays, since a whole centre may be told at once and Postgres takes 65,535 values a statement.
 */
export async function writeNotices(tx: Tx, { notices, actor, anonymous, now, id }: Batch): Promise<void> {
  const self = anonymous ? null : actor.personId
  for (const { to, kind, params = {}, href, themselves } of notices) {
    const people = [...new Set(to)].filter((personId) => personId && (themselves || personId !== self))
    if (!people.length) continue
    await tx.execute(sql`
      insert into notices (id, person_id, kind, params, href, created_at)
      select id, person_id, ${kind}, ${params}::jsonb, ${href}, ${now}
      from unnest(${sql.param(people.map(id))}::uuid[], ${sql.param(people)}::uuid[]) as told (id, person_id)`)
  }
}
