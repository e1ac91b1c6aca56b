import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refused } from '#domain/refused'
import type { Instance, Plan } from '#domain/rotation/engine/instance'
import type { PlannedDay } from '#domain/rotation/engine/plan-day'

export type SolverNews = {
  objective: number
  bound: number
  gap: number
  moves: number
  share: number
  /** Plans to look at that were told so far. */
  shown: number
}
/** What goes to the worker, and what comes back. */
export type SolverTask = { instance: Instance; kept?: Plan; stop: SharedArrayBuffer }
export type SolverWord = { news: SolverNews; plan?: Plan } | { answer: PlannedDay }
type Wishes = { kept?: Plan; onNews?: (news: SolverNews, plan?: Plan) => void; signal?: AbortSignal }

/** A file of its own, compiled with every other script; Next must not bundle it into a page. */
const WORKER = join('.build', 'rotation-worker.js')
/** Each search holds a core; whoever comes when so many wait is asked to come later. */
const MOST_WAITING = 4
const MOST_MEMORY = 300

let line: Promise<unknown> = Promise.resolve()
let waiting = 0

const solveNow = ({ kept, onNews, signal }: Wishes, instance: Instance): Promise<PlannedDay> =>
  new Promise((answer, fail) => {
    const stop = new SharedArrayBuffer(4)
    const task: SolverTask = { instance, kept, stop }
    const worker = new Worker(join(process.cwd(), WORKER), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    })
    const halt = () => void Atomics.store(new Int32Array(stop), 0, 1)
    if (signal?.aborted) halt()
    signal?.addEventListener('abort', halt)
    worker.on('message', (word: SolverWord) => {
      if ('news' in word) onNews?.(word.news, word.plan)
      else answer(word.answer)
    })
    worker.once('error', fail)
    worker.once('exit', () => {
      signal?.removeEventListener('abort', halt)
      fail(new Error('the solver ended without an answer'))
    })
  })

/** Plans an instance beside the web, one after another; `signal` asks for the best plan found so far. */
export async function solveInstance(instance: Instance, wishes: Wishes = {}): Promise<PlannedDay> {
  if (waiting >= MOST_WAITING) throw new Refused('too-many', {}, { key: 'rotation.solverBusy' })
  waiting += 1
  const turn = line.then(() => solveNow(wishes, instance))
  line = turn.catch(() => undefined)
  try {
    return await turn
  } finally {
    waiting -= 1
  }
}
