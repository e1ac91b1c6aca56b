import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import type { Actor } from '#domain/access'
import type { AuthorMode, IdeaState } from '#domain/ideas'
import { notFound } from '#domain/refused'
import { AREA_SITE, readable, todayAt } from '#server/ideas/audience-queries'

export type LockedIdea = {
  id: string
  number: number
  title: string
  state: IdeaState
  areaId: string
  siteId: string
  authorMode: AuthorMode
  authorId: string | null
  ownerId: string
  paused: boolean
  removed: boolean
  firstReplyId: string | null
  decisionReplyId: string | null
  returnsOn: string | null
  doneOn: string | null
  mergedInto: string | null
  /** The day at the owner's site. */
  today: string
  /** Who answers for it: the owner, and the area's owner and backup. */
  people: string[]
}

/** In the order of ids, so that two who lock the same two never wait for each other. */
const lock = async (tx: Tx, which: SQL, now: Date): Promise<LockedIdea[]> => {
  const { rows } = await tx.execute<LockedIdea & { backupId: string; areaOwnerId: string }>(sql`
    select i.id, i.number::float8 as number, i.title, i.state, i.area_id as "areaId", ${AREA_SITE} as "siteId",
      i.author_mode as "authorMode", i.author_id as "authorId", i.owner_id as "ownerId", i.paused_on is not null as paused,
      i.removed, i.first_reply_id as "firstReplyId", i.decision_reply_id as "decisionReplyId",
      i.returns_on::text as "returnsOn", i.done_on::text as "doneOn", i.merged_into as "mergedInto",
      a.owner_id as "areaOwnerId", a.backup_id as "backupId", ${todayAt(now)}::text as today
    from ideas i join areas a on a.id = i.area_id
    where ${which} order by i.id for no key update of i`)
  return rows.map((row) => ({ ...row, people: [row.ownerId, row.areaOwnerId, row.backupId] }))
}

const one = async (tx: Tx, which: SQL, now: Date): Promise<LockedIdea> => {
  const [idea] = await lock(tx, which, now)
  if (!idea) throw notFound()
  return idea
}

/** An idea that the actor may read, locked; what they may not read is not found. */
export const lockIdea = (tx: Tx, number: number, actor: Actor, now: Date) =>
  one(tx, sql`i.number = ${number} and ${readable(actor)}`, now)

/** Two ideas that the actor may read; the first is what the act is about. */
export async function lockTwo(tx: Tx, number: number, other: number, actor: Actor, now: Date) {
  const both = await lock(tx, sql`i.number in (${number}, ${other}) and ${readable(actor)}`, now)
  const [idea, target] = [number, other].map((wanted) => both.find((found) => found.number === wanted))
  if (!idea) throw notFound()
  return { idea, target }
}

/** The idea of a reply code's hash, locked. */
export const lockIdeaByCode = (tx: Tx, codeHash: Buffer, now: Date) =>
  one(tx, sql`i.code_hash = ${codeHash}`, now)

/** Who hears what happens to an idea: its known author, those of the ideas merged into it, and its followers. */
export async function listenersOf(tx: Tx, idea: { id: string; authorId: string | null }): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select person_id as id from idea_follows where idea_id = ${idea.id}
    union select author_id from ideas where merged_into = ${idea.id} and author_id is not null`)
  return [...new Set([idea.authorId, ...rows.map(({ id }) => id)])].filter((id) => id !== null)
}
