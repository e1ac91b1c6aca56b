import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import type { Actor } from '#domain/access'
import type { FileRoom } from '#domain/files'
import { OpenFile } from '#domain/files'
import { notFound } from '#domain/refused'
import { seesIdeaFile } from '#server/ideas/file-queries'
import { query } from '#server/query'
import { seesLessonPicture } from '#server/training/picture-queries'
import { seesPhoto } from '#server/workplace/photo-queries'

/** Whether the actor may see the thing that has the file; a room that takes files adds its line. */
type Sees = (reader: Reader, actor: Actor, fileId: string) => Promise<boolean>
const SEES: Partial<Record<FileRoom, Sees>> = {
  ideas: seesIdeaFile,
  training: seesLessonPicture,
  workplace: seesPhoto,
}

type Found = {
  room: FileRoom
  mime: string
  /** Of a document; null for a picture. */
  name: string | null
  tag: string
  own: boolean
  loose: boolean
  content: Buffer
}

const Opened = z.object({
  mime: z.string(),
  name: z.string().nullable(),
  tag: z.string(),
  content: z.instanceof(Buffer),
})

/** A picture or a document, for those who may see the thing that has it; a loose one is its uploader's alone. */
export const openFile = query({
  verb: 'files.open',
  input: OpenFile,
  output: Opened,
  async run({ db, actor, input: { fileId } }) {
    const { rows } = await db.execute<Found>(sql`
      select f.room, f.mime, f.name, encode(f.sha256, 'hex') as tag, f.uploaded_by = ${actor.personId} as own, f.attached_at is null as loose,
        c.content
      from files f join file_contents c on c.file_id = f.id where f.id = ${fileId}`)
    const file = rows[0]
    if (!file) throw notFound()
    const seen = file.loose ? file.own : await SEES[file.room]?.(db, actor, fileId)
    if (!seen) throw notFound()
    const { mime, name, tag, content } = file
    return { mime, name, tag, content }
  },
})
