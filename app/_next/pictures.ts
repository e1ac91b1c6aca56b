import { limitPerPerson } from '#app/_next/limits'
import { currentSession } from '#app/_next/session'
import { STATUS } from '#app/_next/status-of'
import { Refused } from '#domain/refused'
import { uploadFile } from '#server/files/upload'
import { uploadDocument } from '#server/files/upload-document'
import { openFile } from '#server/flows/open-file'
import { forgetPerson } from '#server/request-scope'

const refused = (error: unknown): Response => {
  if (!(error instanceof Refused)) throw error
  const [fault] = Object.values(error.fields)
  return Response.json({ code: fault?.key ?? error.reason }, { status: STATUS[error.reason] })
}

/** A picture or, with `kind` document, a document from a form of the portal: multipart with `room`, `file` and, of a picture that the sender has numbered, `id`. */
export async function receivePicture(request: Request): Promise<Response> {
  try {
    const session = await currentSession()
    if (!session) throw new Refused('unauthenticated')
    const form = await request.formData().catch(() => new FormData())
    const input = Object.fromEntries(form) as Parameters<typeof uploadFile>[1]
    if (form.get('anonymous') === 'true') forgetPerson()
    await limitPerPerson(session.actor.personId, 'write')
    if (form.get('kind') === 'document') {
      const document = { room: form.get('room'), file: form.get('file') } as Parameters<
        typeof uploadDocument
      >[1]
      return Response.json(await uploadDocument(session.actor, document), { status: 201 })
    }
    return Response.json(await uploadFile(session.actor, input), { status: 201 })
  } catch (error) {
    return refused(error)
  }
}

/** A kept picture. Who may see it can change any time, so the browser asks each time and is spared the bytes that it has. */
export async function sendPicture(request: Request, fileId: string): Promise<Response> {
  try {
    const session = await currentSession()
    if (!session) throw new Refused('unauthenticated')
    await limitPerPerson(session.actor.personId, 'read')
    const { mime, name, tag, content } = await openFile(session.actor, { fileId })
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
  } catch (error) {
    return error instanceof Refused && error.reason !== 'unauthenticated' && error.reason !== 'too-many'
      ? new Response(null, { status: 404 })
      : refused(error)
  }
}
