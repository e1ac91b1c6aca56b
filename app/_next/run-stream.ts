import { setTimeout as wait } from 'node:timers/promises'
import { streamsOf } from '#app/_next/streams'
import type { Actor } from '#domain/access'
import type { Session } from '#server/accounts/actor-queries'
import { findSession } from '#server/accounts/actor-queries'
import { findRun } from '#server/rotation/run-queries'

const PAUSE = 500
/** So often it is asked whether the reader is still signed in, and with which rights. */
const BEAT = 5_000
/** A search takes a minute at most, and may stand in line before. */
const LONGEST = 10 * 60_000
/** A planner looks at few plans at once. */
const STREAMS = 3

const admit = streamsOf(STREAMS)

/** The reader as they are now, asked for anew at each beat; undefined once they are signed out. */
const reading = ({ actor, sessionId }: Session, beat: number) => {
  let current: Actor | undefined = actor
  let asked = performance.now()
  return async () => {
    if (performance.now() - asked < beat) return current
    current = sessionId ? (await findSession(sessionId))?.actor : undefined
    asked = performance.now()
    return current
  }
}

/** A search that was taken back before it began: whoever waits for it looks at the page anew. */
const GONE = { text: JSON.stringify({ status: 'done', stopping: false, news: null }), over: true }

const told = async (actor: Actor, planId: string, wasThere: boolean) => {
  const { run } = await findRun(actor, { planId })
  if (!run) return wasThere ? GONE : undefined
  const { status, stopping, news } = run
  return { text: JSON.stringify({ status, stopping, news }), over: status === 'done' || status === 'failed' }
}

/** Server-sent events of one plan's latest search, until it ends, the browser leaves, the session ends or the right to see it does. */
export function streamRun(
  session: Session,
  planId: string,
  signal: AbortSignal,
  beat = BEAT,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const gone = new AbortController()
  const left = AbortSignal.any([signal, gone.signal, AbortSignal.timeout(LONGEST)])
  const leave = admit(session.actor.personId, () => gone.abort())
  const reader = reading(session, beat)
  async function* news() {
    yield 'retry: 3000\n\n'
    for (let last = ''; !left.aborted; await wait(PAUSE)) {
      const actor = await reader()
      const run = actor && !left.aborted && (await told(actor, planId, last !== ''))
      if (!run) return
      if (run.text !== last) yield `event: run\ndata: ${run.text}\n\n`
      last = run.text
      if (run.over) return
    }
  }
  const events = news()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await events.next().catch(() => ({ value: undefined, done: true }))
      if (value) controller.enqueue(encoder.encode(value))
      if (!done) return
      leave()
      controller.close()
    },
    cancel: () => {
      leave()
      // Else one more look would be taken after the browser has left.
      gone.abort()
      void events.return(undefined)
    },
  })
}
