import { z } from 'zod'
import type { Limit } from '#app/_next/limits'
import type { Operation } from '#app/_next/operations'
import { uploadFile } from '#server/files/upload'
import { uploadDocument } from '#server/files/upload-document'
import { openFile } from '#server/flows/open-file'

/** Nothing stored says whose an unnamed picture is, so it is counted before. */
const ofPicture = (input: unknown): Limit | undefined =>
  z.object({ anonymous: z.stringbool().or(z.boolean()) }).safeParse(input).data?.anonymous
    ? 'unnamed'
    : undefined

export const operations: Operation[] = [
  { method: 'POST', path: '/files', run: uploadFile, limit: ofPicture },
  { method: 'POST', path: '/documents', run: uploadDocument },
  {
    method: 'GET',
    path: '/files/{fileId}',
    run: openFile,
    body: {
      schema: z.file(),
      of: (opened) => {
        const { content, mime } = openFile.output.parse(opened)
        return new Blob([new Uint8Array(content)], { type: mime })
      },
    },
  },
]
