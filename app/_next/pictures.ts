import { answering } from '#app/_next/answering'
import { limitPerPerson } from '#app/_next/limits'
import { uploadFile } from '#server/files/upload'
import { uploadDocument } from '#server/files/upload-document'
import { openFile } from '#server/flows/open-file'
import { forgetPerson } from '#server/request-scope'

/** A picture or, with `kind` document, a document from a form of the portal: multipart with `room`, `file` and, of a picture that the sender has numbered, `id`. */
export const receivePicture = answering({ limit: 'write' }, async ({ actor }, request) => {
  const form = await request.formData().catch(() => new FormData())
  if (form.get('anonymous') === 'true') {
    forgetPerson()
    await limitPerPerson(actor.personId, 'unnamed')
  }
  if (form.get('kind') === 'document') {
    const document = { room: form.get('room'), file: form.get('file') } as Parameters<
      typeof uploadDocument
    >[1]
    return Response.json(await uploadDocument(actor, document), { status: 201 })
  }
  const input = Object.fromEntries(form) as Parameters<typeof uploadFile>[1]
  return Response.json(await uploadFile(actor, input), { status: 201 })
})

/** A kept picture. Who may see it can change any time, so the browser asks each time and is spared the bytes that it has. */
export const sendPicture = answering<{ id: string }>(
  { limit: 'read', hides: true },
  async ({ actor }, request, { id }) => {
    const { mime, name, tag, content } = await openFile(actor, { fileId: id })
    const headers = {
      etag: `"${tag}"`,
      'cache-control': 'private, no-cache',
      // A document is handed out, never opened as a page of ours: what it holds is anybody's.
      'content-disposition': name ? `attachment; filename*=UTF-8''${encodeURIComponent(name)}` : 'inline',
      ...(name && {
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
      }),
      'cross-origin-resource-policy': 'same-origin',
    }
    if (request.headers.get('if-none-match') === `"${tag}"`)
      return new Response(null, { status: 304, headers })
    return new Response(new Uint8Array(content), { headers: { ...headers, 'content-type': mime } })
  },
)
