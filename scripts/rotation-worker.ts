import { parentPort, workerData } from 'node:worker_threads'
import { planDay } from '#domain/rotation/engine/plan-day'
import type { SolverTask, SolverWord } from '#server/solver'

/** Milliseconds between two messages: a person sees it move, and the thread that listens is not busy with it. */
const PAUSE = 250

const { instance, kept, stop } = workerData as SolverTask
const stopped = new Int32Array(stop)
const begun = performance.now()
const say = (word: SolverWord) => parentPort?.postMessage(word)
let told = Number.NEGATIVE_INFINITY

const answer = planDay(instance, {
  kept,
  clock: () => (performance.now() - begun) / 1000,
  isStopped: () => Atomics.load(stopped, 0) === 1,
  onProgress: ({ objective, bound, gap, moves, share }) => {
    if (performance.now() - told < PAUSE) return
    told = performance.now()
    say({ news: { objective, bound, gap, moves, share } })
  },
})
say({ answer })
