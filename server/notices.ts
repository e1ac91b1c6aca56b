import type { Tx } from '#db/client'
import { notices as noticeRows } from '#db/schema/notifications'
import type { Actor } from '#domain/access'
import type { NoticeKind } from '#domain/notifications'

/** To whom, what kind and where it leads; the sentence is made when it is read, in the reader's language. */
export type Notice = {
  to: readonly (string | null | undefined)[]
  kind: NoticeKind
  params?: Record<string, string | number>
  href: string
}

type Batch = { notices: Notice[]; actor: Actor; anonymous: boolean; now: Date; id: () => string }

// A statement takes at most 65,535 values, and a new ladder concerns everybody.
const AT_ONCE = 5000

/** Stores the notices of an act in its transaction; nobody is told of what they did themselves. */
export async function writeNotices(tx: Tx, { notices, actor, anonymous, now, id }: Batch): Promise<void> {
  const self = anonymous ? null : actor.personId
  const rows = notices.flatMap(({ to, kind, params, href }) =>
    [...new Set(to)]
      .filter((personId): personId is string => Boolean(personId) && personId !== self)
      .map((personId) => ({ id: id(), personId, kind, params: params ?? {}, href, createdAt: now })),
  )
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await tx.insert(noticeRows).values(rows.slice(at, at + AT_ONCE))
  }
}
