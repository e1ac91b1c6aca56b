import { PUBLIC_JSON, signed } from '#app/_next/badges'
import { answeringAll } from '#app/_next/open-answering'
import { systemActor } from '#domain/access'
import { findIssuer } from '#server/training/badge-queries'

/** The organisation's public keys, where the method `did:web` looks for them. */
export const GET = answeringAll(
  async () => signed(async () => (await findIssuer(systemActor(), {})).did, PUBLIC_JSON),
  true,
)
