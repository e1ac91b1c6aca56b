import { z } from 'zod'
import { fileContents, files } from '#db/schema/files'
import { faultsOf } from '#domain/faults'
import { LOOSE_LIMIT, UploadDocument } from '#domain/files'
import { Refused } from '#domain/refused'
import type { Command } from '#server/command'
import { byActor, command } from '#server/command'
import type { Sent } from '#server/document'
import { readDocument } from '#server/document'
import { countLoose } from '#server/files/loose-queries'

const Read = z.custom<Sent>((value) => typeof value === 'object' && value !== null && 'sha256' in value)
const Uploaded = z.object({ fileId: z.uuid(), name: z.string(), bytes: z.number() })

const keepDocument = command({
  verb: 'files.uploadDocument',
  input: UploadDocument.omit({ file: true }).extend({ read: Read }),
  output: Uploaded,
  subject: byActor,
  compared: ({ room, read }) => [room, read.name, read.sha256.toString('hex')],
  audit: ({ input, result }) => ({ kind: 'file', id: result.fileId, detail: { room: input.room } }),
  async run({ tx, actor, input, now, newId }) {
    const { room, read } = input
    const { content, ...document } = read
    const id = newId()
    const kept = { id, room, ...document, bytes: content.length, metadataStripped: false }
    await tx.insert(files).values({ ...kept, uploadedBy: actor.personId, uploadedAt: now })
    if ((await countLoose(tx, actor)) > LOOSE_LIMIT) throw new Refused('too-many')
    await tx.insert(fileContents).values({ fileId: id, content })
    return { fileId: id, name: document.name, bytes: content.length }
  },
})

/** Keeps a document for a thing that will name it. What it carries inside is its own: it always has the name of who sent it. */
export const uploadDocument: Command<typeof UploadDocument, typeof Uploaded> = Object.assign(
  async (...[actor, raw, options]: Parameters<Command<typeof UploadDocument, typeof Uploaded>>) => {
    if (actor.access !== 'write') throw new Refused('forbidden')
    const parsed = UploadDocument.safeParse(raw, { reportInput: true })
    if (!parsed.success) throw new Refused('invalid', faultsOf(parsed.error))
    const { file, ...input } = parsed.data
    return keepDocument(actor, { ...input, read: await readDocument(file) }, options)
  },
  { verb: keepDocument.verb, input: UploadDocument, output: Uploaded, kind: 'command' as const },
)
