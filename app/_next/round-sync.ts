import { answering } from '#app/_next/answering'
import { syncRound } from '#server/flows/sync-round'
import { roundKit } from '#server/workplace/kit-queries'

/** What a phone kept of a round while there was no connection. */
export const receiveRound = answering({ limit: 'write' }, async ({ actor }, request) =>
  Response.json(await syncRound(actor, await request.json().catch(() => null))),
)

/** What a phone takes along to begin rounds without a connection. */
export const sendKit = answering({ limit: 'read' }, async ({ actor }) => {
  const kit = await roundKit(actor, {})
  const headers = { 'cache-control': 'private, no-store' }
  return Response.json({ personId: actor.personId, ...kit }, { headers })
})
