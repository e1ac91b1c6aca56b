import autocannon from 'autocannon'
import { answerWith } from '#bench/children'
import type { Request } from '#bench/people'

export type Pressure = { url: string; requests: Request[]; seconds: number; connections: number }
export type Reaction = {
  requests: number
  seconds: number
  failed: number
  firstFault: string
  p50: number
  p99: number
}

const part = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** Presses for a while and counts. Each connection begins with another person. */
async function press({ url, requests, seconds, connections }: Pressure): Promise<Reaction> {
  let client = 0
  const run = autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 20,
    setupClient: (one) => {
      const from = Math.floor((requests.length * client++) / connections)
      one.setRequests([...requests.slice(from), ...requests.slice(0, from)])
    },
  })
  const times: number[] = []
  let failed = 0
  let firstFault = ''
  run.on('response', (_client, status, _bytes, ms) => {
    times.push(ms)
    if (status >= 200 && status <= 299) return
    failed++
    firstFault ||= String(status)
  })
  const { errors, duration } = await run
  times.sort((a, b) => a - b)
  return {
    requests: times.length,
    seconds: duration,
    failed: failed + errors,
    firstFault: firstFault || (errors ? 'connection' : ''),
    p50: part(times, 0.5),
    p99: part(times, 0.99),
  }
}

export const serveLoad = () => answerWith(press)
