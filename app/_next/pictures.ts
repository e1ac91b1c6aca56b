import { limitPerPerson } from '#app/_next/limits'
import { currentSession } from '#app/_next/session'
import { STATUS } from '#app/_next/status-of'
import { Refused } from '#domain/refused'
import { uploadFile } from '#server/files/upload'
import { openFile } from '#server/flows/open-file'
import { forgetPerson } from '#server/request-scope'

const refused = (error: unknown): Response => {
  if (!(error instanceof Refused)) throw error
  const [fault] = Object.values(error.fields)
  return Response.json({ code: fault?.key ?? error.reason }, { status: STATUS[error.reason] })
}

/** A picture from a form of the portal: multipart with `room`, `file` and, where the sender made one, `id`. */
export async function receivePicture(request: Request): Promise<Response> {
  try {
    const session = await currentSession()
    if (!session) throw new Refused('unauthenticated')
    const form = await request.formData().catch(() => new FormData())
    const input = Object.fromEntries(form) as Parameters<typeof uploadFile>[1]
    if (form.get('anonymous') === 'true') forgetPerson()
    await limitPerPerson(session.actor.personId, 'write')
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
    const { mime, tag, content } = await openFile(session.actor, { fileId })
    const headers = {
      etag: `"${tag}"`,
      'cache-control': 'private, no-cache',
      'content-disposition': 'inline',
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
