import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { ideas, ideaTerms } from '#db/schema/ideas'
import type { Actor } from '#domain/access'
import { dueDays } from '#domain/idea-clock'
import type { AuthorMode } from '#domain/ideas'
import { numbersFor, SubmitIdea } from '#domain/ideas'
import { conflict, invalid } from '#domain/refused'
import { SEARCH_VERSION, searchDocument, searchShape } from '#domain/search'
import { byActor, command } from '#server/command'
import { todayAt } from '#server/ideas/audience-queries'
import type { Notice } from '#server/notices'

/** The number, and for an anonymous author the code that is shown this once. */
export const Submitted = z.object({ number: z.number(), code: z.string().optional() })

export const hashCode = (code: string): Buffer => createHash('sha256').update(code).digest()

/** An id without order, even where ids are made with a moment in them. */
const unordered = (id: string): string => {
  const bytes = createHash('sha256').update(id).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

type Area = { ownerId: string; backupId: string; ackDays: number; decideDays: number; today: string }

const areaOf = async (tx: Tx, areaId: string, now: Date): Promise<Area> => {
  const { rows } = await tx.execute<Area>(sql`
    select a.owner_id as "ownerId", a.backup_id as "backupId", a.ack_days as "ackDays", a.decide_days as "decideDays",
      ${todayAt(now)}::text as today
    from areas a where a.id = ${areaId} and a.retired_at is null`)
  if (!rows[0]) throw invalid('areaId', 'wrong')
  return rows[0]
}

/** Takes the shortest number that is still free; two ideas at once that draw the same one get different ones. */
const insertIdea = async (
  tx: Tx,
  row: Omit<typeof ideas.$inferInsert, 'number'> & { id: string },
): Promise<number> => {
  for (const number of numbersFor(row.id)) {
    const taken = await tx
      .insert(ideas)
      .values({ ...row, number })
      .onConflictDoNothing({ target: ideas.number })
      .returning({ number: ideas.number })
    if (taken[0]) return taken[0].number
  }
  throw conflict('tryAgain')
}

type Sent = {
  tx: Tx
  actor: Actor
  now: Date
  newId: () => string
  notify: (notice: Notice) => void
  input: { title: string; body: string; areaId: string; authorMode: AuthorMode; campaignId?: string }
}

/** Stores an idea. Of an anonymous one the transaction writes nothing that has a person or a moment; the owner hears the next day. */
export async function storeIdea({
  tx,
  actor,
  now,
  newId,
  notify,
  input,
}: Sent): Promise<z.input<typeof Submitted>> {
  const { title, body, areaId, authorMode, campaignId } = input
  const anonymous = authorMode === 'anonymous'
  const area = await areaOf(tx, areaId, now)
  const id = unordered(newId())
  const code = anonymous ? randomBytes(16).toString('base64url') : undefined
  const authorId = anonymous ? null : actor.personId
  // Nobody answers themselves: an owner's own idea goes to the backup.
  const ownerId = authorId === area.ownerId ? area.backupId : area.ownerId
  const number = await insertIdea(tx, {
    id,
    title,
    body,
    areaId,
    campaignId,
    authorMode,
    authorId,
    codeHash: code ? hashCode(code) : null,
    ownerId,
    submittedOn: area.today,
    ...dueDays(area.today, area),
  })
  const document = searchDocument(title, body)
  await tx
    .insert(ideaTerms)
    .values({ ideaId: id, title: searchShape(title), document, version: SEARCH_VERSION })
  if (!anonymous)
    notify({ to: [ownerId], kind: 'idea.submitted', params: { number, title }, href: `/ideas/${number}` })
  return { number, code }
}

/** The audit knows which idea a named act was about; for the other modes even that would lead to the author. */
export const submittedTrace = (authorMode: AuthorMode, result: { number: number }) => ({
  kind: 'idea',
  id: authorMode === 'named' ? String(result.number) : null,
  detail: { authorMode },
})

/** Sends an idea to the owner of its area. */
export const submitIdea = command({
  verb: 'ideas.submit',
  input: SubmitIdea,
  output: Submitted,
  subject: byActor,
  anonymous: ({ authorMode }) => authorMode === 'anonymous',
  audit: ({ input, result }) => submittedTrace(input.authorMode, result),
  run: storeIdea,
})
