import type { Answering, Child } from '#bench/children'
import { processorTime } from '#bench/children'
import type { Sample, Statement } from '#bench/floor'
import type { Pressure, Reaction } from '#bench/load'
import type { Measured } from '#bench/pages'
import type { Request } from '#bench/people'
import { askersOf, requestsOf } from '#bench/people'
import type { Stage } from '#bench/stage'
import type { Trace } from '#bench/trace'
import { get, type Weight, weigh } from '#bench/weight'

export type Load = Answering<Pressure, Reaction>
export type Speed = { perSecond: number; p50: number; p99: number; cpuMs: number; requests: number }
export type Prepared = {
  page: Measured
  requests: Request[]
  samples: Sample[]
  statements: number
  weight?: Weight
}
export type Line = {
  page: string
  people: number
  statements: number
  product: Speed
  floor: Speed
  weight?: Weight
}

const SAMPLES = 16
const CONNECTIONS = 10

/** The moment that a version 7 id carries. */
const madeAt = (id: string) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/

const freshIds = (statements: readonly Statement[], since: number): string[] => [
  ...new Set(
    statements
      .flatMap(({ values }) => values)
      .filter((value): value is string => value !== null && ID.test(value) && madeAt(value) >= since),
  ),
]

/** One request for each of a few visitors, with all that the database was asked for it. */
async function sample(
  stage: Stage,
  trace: Trace,
  requests: readonly Request[],
  askers: readonly string[],
): Promise<Sample[]> {
  const samples: Sample[] = []
  const step = Math.max(1, Math.floor(askers.length / SAMPLES))
  for (let index = 0; index < askers.length && samples.length < SAMPLES; index += step) {
    const personId = askers[index] as string
    const since = Date.now()
    const { result, statements } = await trace.of(stage.database, () =>
      get(stage.url, requests[index] as Request),
    )
    const { status, body, contentType } = result
    if (status < 200 || status > 299)
      throw new Error(`${requests[index]?.path} answered ${status}: ${body.toString('utf8').slice(0, 300)}`)
    samples.push({
      statements,
      fresh: freshIds(statements, since),
      personId,
      bytes: body.length,
      contentType,
    })
  }
  return samples
}

export async function prepare(stage: Stage, trace: Trace, pages: readonly Measured[]): Promise<Prepared[]> {
  const prepared: Prepared[] = []
  for (const page of pages) {
    const requests = requestsOf(page, stage.visitors)
    const askers = askersOf(page, stage.visitors).map(({ personId }) => personId)
    // Once before, so that what happens only at the first request of a process is not counted.
    for (const request of requests.slice(0, 5)) await get(stage.url, request)
    const samples = await trace.during(() => sample(stage, trace, requests, askers))
    const statements = samples.reduce((sum, one) => sum + one.statements.length, 0) / samples.length
    const weight = page.door === 'page' ? await weigh(stage.url, requests[0] as Request) : undefined
    prepared.push({ page, requests, samples, statements, weight })
  }
  return prepared
}

async function run(
  load: Load,
  server: Child,
  url: string,
  requests: Request[],
  seconds: number,
): Promise<Speed> {
  const before = processorTime(server.pid)
  const reaction = await load.ask({ url, requests, seconds, connections: CONNECTIONS })
  const used = processorTime(server.pid) - before
  if (reaction.failed || !reaction.requests)
    throw new Error(
      `${reaction.failed} of ${reaction.requests} requests of ${requests[0]?.path} failed: ${reaction.firstFault}`,
    )
  return {
    perSecond: reaction.requests / reaction.seconds,
    p50: reaction.p50,
    p99: reaction.p99,
    cpuMs: used / reaction.requests,
    requests: reaction.requests,
  }
}

export type Timing = { warm: number; seconds: number }

/** The product, then at once the floor: what else the machine does at that time weighs on both. */
export async function measure(
  load: Load,
  stage: Stage,
  floorUrl: string,
  index: number,
  prepared: Prepared,
  { warm, seconds }: Timing,
): Promise<Line> {
  const floorRequests: Request[] = [{ method: 'GET', path: `/${index}`, headers: {} }]
  await run(load, stage.portal, stage.url, prepared.requests, warm)
  const product = await run(load, stage.portal, stage.url, prepared.requests, seconds)
  await run(load, stage.floor, floorUrl, floorRequests, Math.min(1, warm))
  const floor = await run(load, stage.floor, floorUrl, floorRequests, Math.max(1, seconds / 2))
  const { page, statements, weight } = prepared
  return { page: page.name, people: stage.people, statements, product, floor, weight }
}
