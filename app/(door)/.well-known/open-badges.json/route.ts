import { answerSigned, PUBLIC_JSON } from '#app/_next/badges'
import { systemActor } from '#domain/access'
import { findIssuer } from '#server/training/badge-queries'

/** Who issues badges here, as the standard describes an issuer. */
export async function GET(): Promise<Response> {
  return answerSigned(async () => (await findIssuer(systemActor(), {})).profile, PUBLIC_JSON)
}
