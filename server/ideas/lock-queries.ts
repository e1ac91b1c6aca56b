import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import type { Actor } from '#domain/access'
import type { AuthorMode, IdeaState } from '#domain/ideas'
import { notFound } from '#domain/refused'
import { readable, todayAt } from '#server/ideas/audience-queries'

export type LockedIdea = {
  id: string
  number: number
  title: string
  state: IdeaState
  authorMode: AuthorMode
  authorId: string | null
  ownerId: string
  /** The day at the owner's site. */
  today: string
  /** Who answers for it: the owner, and the area's owner and backup. */
  people: string[]
}

const lock = async (tx: Tx, which: SQL, now: Date): Promise<LockedIdea> => {
  const { rows } = await tx.execute<LockedIdea & { backupId: string; areaOwnerId: string }>(sql`
    select i.id, i.number::float8 as number, i.title, i.state, i.author_mode as "authorMode", i.author_id as "authorId",
      i.owner_id as "ownerId", a.owner_id as "areaOwnerId", a.backup_id as "backupId", ${todayAt(now)}::text as today
    from ideas i join areas a on a.id = i.area_id
    where ${which} for no key update of i`)
  const row = rows[0]
  if (!row) throw notFound()
  return { ...row, people: [row.ownerId, row.areaOwnerId, row.backupId] }
}

/** An idea that the actor may read, locked; what they may not read is not found. */
export const lockIdea = (tx: Tx, number: number, actor: Actor, now: Date) =>
  lock(tx, sql`i.number = ${number} and ${readable(actor)}`, now)

/** The idea of a reply code's hash, locked. */
export const lockIdeaByCode = (tx: Tx, codeHash: Buffer, now: Date) =>
  lock(tx, sql`i.code_hash = ${codeHash}`, now)

/** Who hears what happens to an idea: its known author and its followers. */
export async function listenersOf(tx: Tx, idea: LockedIdea): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select person_id as id from idea_follows where idea_id = ${idea.id}`,
  )
  const followers = rows.map(({ id }) => id)
  return idea.authorId ? [idea.authorId, ...followers] : followers
}
