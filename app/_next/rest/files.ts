import { z } from 'zod'
import type { Operation } from '#app/_next/operations'
import { uploadFile } from '#server/files/upload'
import { uploadDocument } from '#server/files/upload-document'
import { openFile } from '#server/flows/open-file'

export const operations: Operation[] = [
  { method: 'POST', path: '/files', run: uploadFile },
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
