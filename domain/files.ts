import { z } from 'zod'

/** The room that a file is uploaded for; whoever may see the thing there may see the file. */
export const FILE_ROOMS = ['workplace', 'ideas', 'training', 'recognition', 'career'] as const
export type FileRoom = (typeof FILE_ROOMS)[number]

/** What may arrive, in bytes; what is kept is far smaller. */
export const UPLOAD_LIMIT = 10 * 1024 * 1024
/** The longer side of a kept picture, in pixels. */
export const LONGEST_SIDE = 1600
/** The most that is kept of one picture, in bytes. */
export const KEPT_LIMIT = 3_000_000
/** A file that nothing holds is forgotten after so many days. */
export const LOOSE_DAYS = 2
/** So many files of one person may wait for their thing; a long round offline brings its photos one after another. */
export const LOOSE_LIMIT = 200

const Chosen = z.file().refine((file) => file.size > 0 && file.size <= UPLOAD_LIMIT, 'fileTooLarge')

export const UploadFile = z.object({
  /** Made by the sender, so that sending twice keeps one. */
  id: z.uuid().optional(),
  room: z.enum(FILE_ROOMS),
  file: Chosen,
  /** For a thing without an author: nothing that is kept says who sent it or at what time. */
  anonymous: z.stringbool().or(z.boolean()).default(false),
})
export const OpenFile = z.object({ fileId: z.uuid() })

/** The files that a form or a request names for one thing. */
export const FileIds = z.array(z.uuid()).max(10).default([])
