import { answering } from '#app/_next/answering'
import { streamRun } from '#app/_next/run-stream'
import { eventStream } from '#app/_next/streams'
import { isUuid } from '#domain/ids'

export const dynamic = 'force-dynamic'

/** How the search for a plan goes, for whoever may see the plan. 204 tells a browser not to come back. */
export const GET = answering<{ planId: string }>(
  { limit: 'stream', stranger: 'silent' },
  async (session, request, { planId }) =>
    isUuid(planId)
      ? eventStream(streamRun(session, planId, request.signal))
      : new Response(null, { status: 204 }),
)
