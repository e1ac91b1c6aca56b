import type { IntervalHistogram } from 'node:perf_hooks'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { db } from '#db/client'

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

type Counters = {
  requests: Map<string, number>
  buckets: number[]
  seconds: number
  loop: IntervalHistogram
}

const begin = (): Counters => {
  const loop = monitorEventLoopDelay({ resolution: 20 })
  loop.enable()
  return { requests: new Map(), buckets: BUCKETS.map(() => 0), seconds: 0, loop }
}

const kept = globalThis as typeof globalThis & { sviatoMetrics?: Counters }
kept.sviatoMetrics ??= begin()
const counters = kept.sviatoMetrics

/** Counts one answered request; paths are left out, since ids in them would make endless series. */
export function countRequest(method: string, status: number, seconds: number): void {
  const key = `method="${method}",status="${Math.trunc(status / 100)}xx"`
  counters.requests.set(key, (counters.requests.get(key) ?? 0) + 1)
  counters.seconds += seconds
  for (let i = BUCKETS.length - 1; i >= 0 && seconds <= (BUCKETS[i] ?? 0); i--) {
    counters.buckets[i] = (counters.buckets[i] ?? 0) + 1
  }
}

type Series = {
  name: string
  kind: 'counter' | 'gauge'
  says: string
  values: [labels: string, value: number][]
}

const processSeries = (): Series[] => {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  const lag = counters.loop.percentile(99) / 1e9
  const one = (name: string, kind: Series['kind'], says: string, value: number): Series => ({
    name,
    kind,
    says,
    values: [['', value]],
  })
  return [
    one('process_cpu_seconds_total', 'counter', 'CPU time of this process.', (user + system) / 1e6),
    one('process_resident_memory_bytes', 'gauge', 'Memory of this process.', rss),
    one('process_uptime_seconds', 'gauge', 'Time since the start.', process.uptime()),
    one('nodejs_heap_used_bytes', 'gauge', 'Heap in use.', heapUsed),
    one('nodejs_eventloop_lag_p99_seconds', 'gauge', 'Delay of the event loop, 99th percentile.', lag),
  ]
}

const poolSeries = (): Series => ({
  name: 'sviato_database_connections',
  kind: 'gauge',
  says: 'Connections of the pool, and requests that wait for one.',
  values: [
    ['state="open"', db.$client.totalCount],
    ['state="idle"', db.$client.idleCount],
    ['state="waiting"', db.$client.waitingCount],
  ],
})

const labelled = (name: string, labels: string, value: number) => `${name}${labels && `{${labels}}`} ${value}`

const written = ({ name, kind, says, values }: Series): string[] => [
  `# HELP ${name} ${says}`,
  `# TYPE ${name} ${kind}`,
  ...values.map(([labels, value]) => labelled(name, labels, value)),
]

const histogram = (): string[] => {
  const name = 'sviato_request_duration_seconds'
  const count = [...counters.requests.values()].reduce((sum, value) => sum + value, 0)
  return [
    `# HELP ${name} Time to answer.`,
    `# TYPE ${name} histogram`,
    ...BUCKETS.map((limit, i) => labelled(`${name}_bucket`, `le="${limit}"`, counters.buckets[i] ?? 0)),
    labelled(`${name}_bucket`, 'le="+Inf"', count),
    labelled(`${name}_sum`, '', counters.seconds),
    labelled(`${name}_count`, '', count),
  ]
}

/** Everything in the text format of Prometheus. */
export function metricsText(): string {
  const requests: Series = {
    name: 'sviato_requests_total',
    kind: 'counter',
    says: 'Answered requests.',
    values: [...counters.requests],
  }
  const lines = [...processSeries(), poolSeries(), requests].flatMap(written)
  return `${[...lines, ...histogram()].join('\n')}\n`
}
