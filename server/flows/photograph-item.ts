import { v5 } from 'uuid'
import type { Actor } from '#domain/access'
import type { Options } from '#server/command'
import { uploadFile } from '#server/files/upload'
import { addPhoto } from '#server/workplace/add-photo'

type Photographed = { inspectionId: string; itemId: string; file: File }

/** A photo of a question in one step, for a form that has no script to send it beforehand. */
export async function photographItem(
  actor: Actor,
  { inspectionId, itemId, file }: Photographed,
  options: Options = {},
) {
  const { key, ...rest } = options
  // A picture is no part of what a key remembers: the same press makes the same id, and that picture is kept and hung up once.
  const id = key && v5(`${actor.personId}/${key}`, v5.URL)
  const { fileId } = await uploadFile(actor, { id, room: 'workplace', file }, rest)
  return addPhoto(actor, { inspectionId, itemId, fileId }, rest)
}
