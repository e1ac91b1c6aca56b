import { PUBLIC_JSON, signed } from '#app/_next/badges'
import { answeringAll } from '#app/_next/open-answering'
import { systemActor } from '#domain/access'
import { revocationList } from '#server/training/badge-queries'

/** Which credentials are revoked, for whoever checks one. */
export const GET = answeringAll<{ list: string }>(
  async (_request, { list }) =>
    signed(() => revocationList(systemActor(), { list }), {
      ...PUBLIC_JSON,
      'content-type': 'application/vc',
    }),
  true,
)
