import { spawnSync } from 'node:child_process'
import { measureBox } from '#bench/box'
import { startPart } from '#bench/children'
import type { Line, Load, Prepared } from '#bench/measure'
import { measure, prepare } from '#bench/measure'
import type { Measured } from '#bench/pages'
import { PAGES } from '#bench/pages'
import { measureReadiness } from '#bench/readiness'
import { printReport, writeReport } from '#bench/report'
import type { Filled, Stage } from '#bench/stage'
import { fillOnce, openStage } from '#bench/stage'
import { TRACE_SETTINGS, Trace } from '#bench/trace'
import { measureWorkplace } from '#bench/workplace'
import type { TestServer } from '#db/testing/server'
import { openTestServer } from '#db/testing/server'

export type Wish = {
  /** Part of a page's name; empty for all. */
  name: string
  sizes: number[]
  quick: boolean
  /** The binary that runs the product, the floor and the load. */
  node: string
  /** For the product's process alone, such as --cpu-prof. */
  flags: string[]
  /** What is being measured in all, in seconds; it is divided among the pages. */
  budget: number
}

const say = (line: string) => console.error(line)

const stops: (() => Promise<unknown>)[] = []
let stopping: Promise<void> | undefined

/** Stops what was started, the last first; a signal and the end of the run may both ask for it. */
export function stopBench(): Promise<void> {
  stopping ??= (async () => {
    for (const stop of stops.toReversed()) await stop().catch((error: unknown) => say(String(error)))
  })()
  return stopping
}

const fillAll = async (server: TestServer, sizes: readonly number[]) => {
  const filled: Filled[] = []
  const templates: string[] = []
  for (const people of sizes) {
    const template = await fillOnce(server, people, (what) => {
      filled.push(what)
      const speed = Math.round(what.rows / what.seconds).toLocaleString('en')
      say(
        `${people.toLocaleString('en')} people: ${what.rows.toLocaleString('en')} rows in ${what.seconds.toFixed(1)} s, ${speed} rows/s`,
      )
    })
    templates.push(template)
  }
  return { filled, templates }
}

type Ready = { stage: Stage; pages: Prepared[]; floorUrl: string }

const makeReady = async (stage: Stage, trace: Trace, pages: readonly Measured[]): Promise<Ready> => {
  const prepared = await prepare(stage, trace, pages)
  const samples = prepared.map((one) => one.samples)
  const { url } = await stage.floor.ask({ databaseUrl: stage.databaseUrl, samples, people: stage.crowd })
  return { stage, pages: prepared, floorUrl: url }
}

/** Page by page, and each at every size in turn, so that sizes are compared within the same minute. */
const measureAll = async (ready: readonly Ready[], load: Load, wish: Wish): Promise<Line[]> => {
  const runs = ready.reduce((sum, { pages }) => sum + pages.length, 0)
  // A run is a warm-up of a fifth, the product, and the floor for half as long.
  const seconds = wish.quick ? 1 : Math.max(2, Math.min(8, Math.floor(wish.budget / runs / 1.8)))
  const timing = { warm: wish.quick ? 1 : Math.max(1, Math.round(seconds / 5)), seconds }
  const lines: Line[] = []
  for (const index of ready[0]?.pages.keys() ?? []) {
    for (const { stage, pages, floorUrl } of ready) {
      const line = await measure(load, stage, floorUrl, index, pages[index] as Prepared, timing)
      say(`${line.page}, ${line.people} people: ${line.product.perSecond.toFixed(0)} requests/s`)
      lines.push(line)
    }
  }
  return lines
}

const versionOf = (node: string) => spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()

/** The size that the ladder is promised to answer for in under two seconds. */
const READINESS_PEOPLE = 5000

const runReadiness = async (): Promise<void> => {
  const server = await openTestServer({ folder: 'bench', unsafe: false, settings: TRACE_SETTINGS })
  stops.push(server.stop)
  const template = await fillOnce(server, READINESS_PEOPLE, () => undefined)
  await measureReadiness(server, template, say)
}

const runWorkplace = async (wish: Wish): Promise<void> => {
  const server = await openTestServer({ folder: 'bench', unsafe: false, settings: TRACE_SETTINGS })
  stops.push(server.stop)
  await measureWorkplace(server, wish, say)
}

const runBox = async (wish: Wish): Promise<void> => {
  const server = await openTestServer({ folder: 'bench', unsafe: false, settings: TRACE_SETTINGS })
  stops.push(server.stop)
  await measureBox(server, wish, say)
}

export async function runBench(wish: Wish): Promise<void> {
  if (wish.name === 'readiness') return runReadiness()
  if (wish.name === 'workplace') return runWorkplace(wish)
  if (wish.name === 'box') return runBox(wish)
  const pages = PAGES.filter(({ name }) => name.includes(wish.name))
  if (!pages.length)
    throw new Error(`no page is called ${wish.name}: ${PAGES.map(({ name }) => name).join(', ')}`)
  const server = await openTestServer({ folder: 'bench', unsafe: false, settings: TRACE_SETTINGS })
  stops.push(server.stop)
  const { filled, templates } = await fillAll(server, wish.sizes)
  const trace = new Trace(server.dataDir, server.superuserUrl)
  await trace.open()
  stops.push(() => trace.close())
  const ready: Ready[] = []
  for (const [index, people] of wish.sizes.entries()) {
    const log = `.test/bench-${people}.log`
    const { node, flags } = wish
    const stage = await openStage(server, templates[index] as string, { node, flags, people, log, say })
    stops.push(stage.stop)
    ready.push(await makeReady(stage, trace, pages))
  }
  const load: Load = startPart(wish.node, 'load')
  stops.push(load.stop)
  const begun = performance.now()
  const lines = await measureAll(ready, load, wish)
  const seconds = Math.round((performance.now() - begun) / 1000)
  const report = { node: versionOf(wish.node), postgres: 'embedded', seconds, filled, lines }
  printReport(report)
  if (!wish.name && !wish.quick) writeReport(report)
}
