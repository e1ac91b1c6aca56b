import { jitterOf, type Measure, median, percentile } from '#domain/measures'

export type Numbers = Partial<Record<Measure, number>>
type Tell = (share: number) => void

const CARDS = 20
const WARM = 3
const FRAMES = 120
const BATCHES = 15

/** After the frame is on the screen: an animation frame comes before the painting, a message after it. */
const painted = (): Promise<number> =>
  new Promise((done) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done(performance.now())
      port2.postMessage(0)
    })
  })

const draw = (stage: HTMLElement, lines: { number: number; topic: string; text: string }[]) => {
  const table = document.createElement('table')
  for (const line of lines) {
    const row = table.insertRow()
    for (const value of [line.number, line.topic, line.text]) row.insertCell().textContent = String(value)
  }
  stage.replaceChildren(table)
}

const serverTime = (response: Response): number =>
  Number(/dur=([\d.]+)/.exec(response.headers.get('server-timing') ?? '')?.[1] ?? 0)

const openCard = async (stage: HTMLElement) => {
  const begun = performance.now()
  const response = await fetch('/api/measure/card', { cache: 'no-store' })
  const { history } = await response.json()
  const arrived = performance.now()
  draw(stage, history)
  const seen = await painted()
  const server = serverTime(response)
  return {
    total: seen - begun,
    server,
    network: Math.max(0, arrived - begun - server),
    render: seen - arrived,
  }
}

/** Seconds until a card as heavy as a real one is on the screen, twenty times, and where the time goes. */
export async function probeCard(stage: HTMLElement, tell: Tell): Promise<Numbers> {
  const runs: Awaited<ReturnType<typeof openCard>>[] = []
  for (let run = -WARM; run < CARDS; run++) {
    const one = await openCard(stage)
    if (run >= 0) runs.push(one)
    tell((run + WARM + 1) / (CARDS + WARM))
  }
  stage.replaceChildren()
  const total = runs.map((one) => one.total / 1000)
  return {
    pop_p50_s: percentile(total, 50),
    pop_p95_s: percentile(total, 95),
    pop_server_ms: median(runs.map((one) => one.server)),
    pop_network_ms: median(runs.map((one) => one.network)),
    pop_render_ms: median(runs.map((one) => one.render)),
  }
}

const JOB = `onmessage = ({ data }) => {
  for (let batch = 0; batch < data; batch++) {
    const begun = performance.now()
    let seed = 42
    const list = Array.from({ length: 40000 }, () => (seed = (seed * 1103515245 + 12345) % 2147483648))
    list.sort((a, b) => a - b)
    JSON.parse(JSON.stringify(list.map((value) => ({ value, text: 'n' + value }))))
    postMessage(performance.now() - begun)
  }
}`

/** The fastest of fifteen rounds of a fixed job, in ms: what else the computer does only makes it slower. */
export async function probeSpeed(tell: Tell): Promise<Numbers> {
  const address = URL.createObjectURL(new Blob([JOB], { type: 'text/javascript' }))
  const worker = new Worker(address)
  try {
    const times = await new Promise<number[]>((done, fail) => {
      const all: number[] = []
      worker.onerror = () => fail(new Error('the fixed job did not run'))
      worker.onmessage = ({ data }) => {
        all.push(data)
        tell(all.length / BATCHES)
        if (all.length === BATCHES) done(all)
      }
      worker.postMessage(BATCHES)
    })
    return { cpu_job_ms: Math.min(...times) }
  } finally {
    worker.terminate()
    URL.revokeObjectURL(address)
  }
}

/** There and back twenty times on a warm connection; the path to the portal, not that of the voice. */
export async function probeConnection(tell: Tell): Promise<Numbers> {
  const times: number[] = []
  for (let run = -WARM; run < CARDS; run++) {
    const begun = performance.now()
    await (await fetch('/api/measure/echo', { cache: 'no-store' })).text()
    if (run >= 0) times.push(performance.now() - begun)
    tell((run + WARM + 1) / (CARDS + WARM))
  }
  return { rtt_ms: median(times), rtt_jitter_ms: jitterOf(times) }
}

/** The size in device pixels and how often the picture changes. */
export async function probeScreen(tell: Tell): Promise<Numbers> {
  const at: number[] = []
  for (let frame = 0; frame <= FRAMES; frame++) {
    at.push(await new Promise<number>((done) => requestAnimationFrame(done)))
    tell(frame / FRAMES)
  }
  const step = median(at.slice(1).map((time, index) => time - (at[index] ?? 0)))
  const scale = devicePixelRatio
  return {
    screen_width: Math.round(screen.width * scale),
    screen_height: Math.round(screen.height * scale),
    screen_hz: Math.min(500, Math.max(10, 1000 / step)),
  }
}
