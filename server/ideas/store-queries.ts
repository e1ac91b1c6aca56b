import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { ideas, ideaTerms } from '#db/schema/ideas'
import type { AuthorMode } from '#domain/ideas'
import { numbersFor } from '#domain/ideas'
import { conflict, invalid } from '#domain/refused'
import { SEARCH_VERSION, searchDocument, searchShape } from '#domain/search'
import { answers } from '#server/ideas/answerer-queries'
import { AREA_SITE, todayAt } from '#server/ideas/audience-queries'

/** An id without order, even where ids are made with a moment in them. */
const unordered = (id: string): string => {
  const bytes = createHash('sha256').update(id).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

type Area = { ownerId: string; backupId: string; today: string; ackDue: string; decideDue: string }

/** The owner of an area; while whoever it is has left or leads nobody any more, the backup, so that no idea waits for nobody. */
const areaOf = async (tx: Tx, areaId: string, now: Date): Promise<Area> => {
  const { rows } = await tx.execute<Area>(sql`
    select case when ${answers(sql`a.owner_id`)} or not ${answers(sql`a.backup_id`)} then a.owner_id else a.backup_id end as "ownerId", a.backup_id as "backupId", d.today::text as today,
      add_working_days(d.site, d.today, a.ack_days)::text as "ackDue",
      add_working_days(d.site, d.today, a.decide_days)::text as "decideDue"
    from areas a, lateral (select ${AREA_SITE} as site, ${todayAt(now)} as today) d where a.id = ${areaId} and a.retired_at is null
    for key share of a`)
  if (!rows[0]) throw invalid('areaId', 'wrong')
  return rows[0]
}

/** Takes the shortest number that is still free; two ideas at once that draw the same one get different ones. */
const insertIdea = async (
  tx: Tx,
  row: Omit<typeof ideas.$inferInsert, 'number'> & { id: string },
): Promise<number> => {
  for (const number of numbersFor(row.id, row.authorMode as AuthorMode)) {
    const taken = await tx
      .insert(ideas)
      .values({ ...row, number })
      .onConflictDoNothing({ target: ideas.number })
      .returning({ number: ideas.number })
    if (taken[0]) return taken[0].number
  }
  throw conflict('tryAgain')
}

type New = {
  title: string
  body: string
  areaId: string
  campaignId?: string | null
  authorMode: AuthorMode
  authorId: string | null
  codeHash: Buffer | null
  splitFrom?: string
}

/** Puts an idea into the box with what search needs, its days by the site's calendar and its owner. */
export async function placeIdea(tx: Tx, given: New, now: Date, newId: () => string) {
  const area = await areaOf(tx, given.areaId, now)
  const id = unordered(newId())
  // Nobody answers themselves: an owner's own idea goes to the backup. Of a hidden one the page says nothing of that, since an owner
  // who is not the area's would name the author; the backup alone hears of it.
  const own = given.authorId === area.ownerId
  const ownerId = own && given.authorMode === 'named' ? area.backupId : area.ownerId
  const tell = own ? area.backupId : area.ownerId
  const { ackDue, decideDue, today: submittedOn } = area
  const number = await insertIdea(tx, { ...given, id, ownerId, submittedOn, ackDue, decideDue })
  const document = searchDocument(given.title, given.body)
  const title = searchShape(given.title)
  await tx.insert(ideaTerms).values({ ideaId: id, title, document, version: SEARCH_VERSION })
  return { id, number, tell }
}
