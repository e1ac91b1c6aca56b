import { z } from 'zod'
import { streamRun } from '#app/_next/run-stream'
import { currentSession } from '#app/_next/session'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ planId: string }> }

/** How the search for a plan goes, for whoever may see the plan. 204 tells a browser not to come back. */
export const GET = async (request: Request, { params }: Props) => {
  const [session, { planId }] = await Promise.all([currentSession(), params])
  if (!session || !z.uuid().safeParse(planId).success) return new Response(null, { status: 204 })
  return new Response(streamRun(session, planId, request.signal), {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
