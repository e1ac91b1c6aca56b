import { answerSigned, PUBLIC_JSON } from '#app/_next/badges'
import { systemActor } from '#domain/access'
import { revocationList } from '#server/training/badge-queries'

type Context = { params: Promise<{ list: string }> }

/** Which credentials are revoked, for whoever checks one. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { list } = await params
  return answerSigned(() => revocationList(systemActor(), { list }), {
    ...PUBLIC_JSON,
    'content-type': 'application/vc',
  })
}
