import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { ideaFiles } from '#db/schema/idea-changes'
import type { Actor } from '#domain/access'
import type { AuthorMode } from '#domain/ideas'
import { SubmitIdea } from '#domain/ideas'
import { takeFiles } from '#server/attached-files'
import { byActor, command } from '#server/command'
import { placeIdea } from '#server/ideas/store-queries'
import type { Notice } from '#server/notices'

/** The number, and for an anonymous author the code that is shown this once. */
export const Submitted = z.object({ number: z.number(), code: z.string().optional() })

export const hashCode = (code: string): Buffer => createHash('sha256').update(code).digest()

type Sent = {
  tx: Tx
  actor: Actor
  now: Date
  newId: () => string
  notify: (notice: Notice) => void
  input: {
    title: string
    body: string
    areaId: string
    authorMode: AuthorMode
    campaignId?: string
    fileIds?: readonly string[]
    documentIds?: readonly string[]
  }
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
  const { fileIds: pictures = [], documentIds = [], ...said } = input
  const fileIds = [...pictures, ...documentIds]
  const { title, authorMode } = said
  const anonymous = authorMode === 'anonymous'
  const code = anonymous ? randomBytes(16).toString('base64url') : undefined
  const authorId = anonymous ? null : actor.personId
  const codeHash = code ? hashCode(code) : null
  const { id, number, tell } = await placeIdea(tx, { ...said, authorId, codeHash }, now, newId)
  await takeFiles({ tx, actor, now, room: 'ideas', fileIds })
  if (fileIds.length) {
    await tx.insert(ideaFiles).values([...new Set(fileIds)].map((fileId) => ({ fileId, ideaId: id })))
  }
  if (!anonymous)
    notify({ to: [tell], kind: 'idea.submitted', params: { number, title }, href: `/ideas/${number}` })
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
