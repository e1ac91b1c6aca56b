import { PUBLIC_JSON, signed } from '#app/_next/badges'
import { answeringAll } from '#app/_next/open-answering'
import { systemActor } from '#domain/access'
import { findIssuer } from '#server/training/badge-queries'

/** Who issues badges here, as the standard describes an issuer. */
export const GET = answeringAll(
  async () => signed(async () => (await findIssuer(systemActor(), {})).profile, PUBLIC_JSON),
  true,
)
