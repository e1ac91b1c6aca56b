import { streamNotices } from '#app/_next/live-stream'
import { currentSession } from '#app/_next/session'

export const dynamic = 'force-dynamic'

/** The live inbox of whoever is signed in. 204 tells a browser not to come back. */
export const GET = async (request: Request) => {
  const session = await currentSession()
  if (!session) return new Response(null, { status: 204 })
  return new Response(streamNotices(session, request.signal), {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
