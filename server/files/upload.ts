import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { newUnorderedId } from '#db/ids'
import { fileContents, files } from '#db/schema/files'
import { faultsOf } from '#domain/faults'
import { LOOSE_LIMIT, UploadFile } from '#domain/files'
import { Refused } from '#domain/refused'
import type { Command } from '#server/command'
import { byActor, command } from '#server/command'
import type { Picture } from '#server/picture'
import { readPicture } from '#server/picture'

const Drawn = z.custom<Picture>((value) => typeof value === 'object' && value !== null && 'sha256' in value)
const Uploaded = z.object({ fileId: z.uuid(), width: z.number(), height: z.number(), bytes: z.number() })

const keepFile = command({
  verb: 'files.upload',
  input: UploadFile.omit({ file: true }).extend({ drawn: Drawn }),
  output: Uploaded,
  subject: byActor,
  compared: ({ room, id, drawn }) => [room, id, drawn.sha256.toString('hex')],
  anonymous: (input) => input.anonymous === true,
  audit: ({ input, result }) => ({
    kind: 'file',
    id: input.anonymous ? null : result.fileId,
    detail: { room: input.room },
  }),
  async run({ tx, actor, input, now, newId }) {
    const { drawn, room, anonymous } = input
    const { content, ...picture } = drawn
    const id = anonymous ? newUnorderedId() : (input.id ?? newId())
    const uploadedBy = anonymous ? null : actor.personId
    const uploadedAt = anonymous ? new Date(now.toISOString().slice(0, 10)) : now
    const answer = { fileId: id, width: picture.width, height: picture.height, bytes: content.length }
    const row = {
      id,
      room,
      ...picture,
      bytes: content.length,
      metadataStripped: true,
      uploadedBy,
      uploadedAt,
    }
    // The insert waits for a twin still on its way, so that of two sendings of one picture the second finds the first.
    const [kept] = await tx.insert(files).values(row).onConflictDoNothing().returning({ id: files.id })
    const { rows } = await tx.execute<{ loose: number; mine: boolean | null }>(sql`
      select (select count(*)::int from files where uploaded_by = ${actor.personId} and attached_at is null) as loose,
        (select uploaded_by is not distinct from ${uploadedBy}::uuid from files where id = ${id}) as mine`)
    if (!kept && rows[0]?.mine) return answer
    if (!kept) throw new Refused('conflict')
    if ((rows[0]?.loose ?? 0) > LOOSE_LIMIT) throw new Refused('too-many')
    await tx.insert(fileContents).values({ fileId: id, content })
    return answer
  },
})

/** Keeps a picture for a thing that will name it. It is drawn anew before the transaction, which is then short. */
export const uploadFile: Command<typeof UploadFile, typeof Uploaded> = Object.assign(
  async (...[actor, raw, options]: Parameters<Command<typeof UploadFile, typeof Uploaded>>) => {
    if (actor.access !== 'write') throw new Refused('forbidden')
    const parsed = UploadFile.safeParse(raw, { reportInput: true })
    if (!parsed.success) throw new Refused('invalid', faultsOf(parsed.error))
    const { file, ...input } = parsed.data
    const drawn = await readPicture(Buffer.from(await file.arrayBuffer()))
    return keepFile(actor, { ...input, drawn }, options)
  },
  { verb: keepFile.verb, input: UploadFile, output: Uploaded, kind: 'command' as const },
)
