import { answering } from '#app/_next/answering'
import { streamNotices } from '#app/_next/live-stream'
import { eventStream } from '#app/_next/streams'

export const dynamic = 'force-dynamic'

/** The live inbox of whoever is signed in. 204 tells a browser not to come back. */
export const GET = answering({ limit: 'stream', stranger: 'silent' }, async (session, request) =>
  eventStream(streamNotices(session, request.signal)),
)
