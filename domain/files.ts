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
/** Documents that may be kept, told by their content, each with the endings its name may have. */
export const DOCUMENTS = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'text/plain': ['txt', 'csv', 'md'],
} as const satisfies Record<string, readonly [string, ...string[]]>
export type DocumentMime = keyof typeof DOCUMENTS
/** What a browser's file dialog offers. */
export const DOCUMENT_ENDINGS = Object.values(DOCUMENTS)
  .flat()
  .map((ending) => `.${ending}`)
  .join(',')
export const NAME_LIMIT = 120

export const UploadDocument = z.object({ room: z.literal('ideas'), file: Chosen })
export const OpenFile = z.object({ fileId: z.uuid() })

/** The files that a form or a request names for one thing. */
export const FileIds = z.array(z.uuid()).max(10).default([])
