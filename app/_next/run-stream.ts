import { setTimeout as wait } from 'node:timers/promises'
import type { Session } from '#server/accounts/actor-queries'
import { findRun } from '#server/rotation/run-queries'

const PAUSE = 500
/** A search takes a minute at most, and may stand in line before. */
const LONGEST = 10 * 60_000

/** Server-sent events of one plan's latest search, until it ends, the browser leaves or the right to see it does. */
export function streamRun(
  { actor }: Session,
  planId: string,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const begun = performance.now()
  async function* news() {
    yield 'retry: 3000\n\n'
    for (let last = ''; !signal.aborted && performance.now() - begun < LONGEST; await wait(PAUSE)) {
      const { run } = await findRun(actor, { planId })
      if (!run) return
      const { status, stopping, news: told } = run
      const text = JSON.stringify({ status, stopping, news: told })
      if (text !== last) yield `event: run\ndata: ${text}\n\n`
      last = text
      if (status === 'done' || status === 'failed') return
    }
  }
  const events = news()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await events.next().catch(() => ({ value: undefined, done: true }))
      if (value) controller.enqueue(encoder.encode(value))
      if (done) controller.close()
    },
    cancel: () => void events.return(undefined),
  })
}
