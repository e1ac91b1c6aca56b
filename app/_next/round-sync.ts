import { limitPerPerson } from '#app/_next/limits'
import { currentSession } from '#app/_next/session'
import { STATUS } from '#app/_next/status-of'
import { Refused } from '#domain/refused'
import { syncRound } from '#server/flows/sync-round'
import { roundKit } from '#server/workplace/kit-queries'

/** What a phone kept of a round while there was no connection. */
export async function receiveRound(request: Request): Promise<Response> {
  try {
    const session = await currentSession()
    if (!session) throw new Refused('unauthenticated')
    await limitPerPerson(session.actor.personId, 'write')
    return Response.json(await syncRound(session.actor, await request.json().catch(() => null)))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return Response.json({ code: error.fault?.key ?? error.reason }, { status: STATUS[error.reason] })
  }
}

/** What a phone takes along to begin rounds without a connection. */
export async function sendKit(): Promise<Response> {
  const session = await currentSession()
  if (!session) return new Response(null, { status: 401 })
  await limitPerPerson(session.actor.personId, 'read')
  const kit = await roundKit(session.actor, {})
  return Response.json(
    { personId: session.actor.personId, ...kit },
    { headers: { 'cache-control': 'private, no-store' } },
  )
}
