import { answerSigned, PUBLIC_JSON } from '#app/_next/badges'
import { systemActor } from '#domain/access'
import { findIssuer } from '#server/training/badge-queries'

/** The organisation's public keys, where the method `did:web` looks for them. */
export async function GET(): Promise<Response> {
  return answerSigned(async () => (await findIssuer(systemActor(), {})).did, PUBLIC_JSON)
}
