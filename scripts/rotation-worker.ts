import { parentPort, workerData } from 'node:worker_threads'
import { planDay } from '#domain/rotation/engine/plan-day'
import type { SolverTask, SolverWord } from '#server/solver'

/** Milliseconds between two messages: a person sees it move, and the thread that listens is not busy with it. */
const PAUSE = 250
/** Milliseconds between two plans to look at. */
const BOARD_PAUSE = 1500

const { instance, kept, stop } = workerData as SolverTask
const stopped = new Int32Array(stop)
const begun = performance.now()
const say = (word: SolverWord) => parentPort?.postMessage(word)
let told = Number.NEGATIVE_INFINITY
let shown = { at: Number.NEGATIVE_INFINITY, objective: Number.POSITIVE_INFINITY, count: 0 }

const answer = planDay(instance, {
  kept,
  clock: () => (performance.now() - begun) / 1000,
  isStopped: () => Atomics.load(stopped, 0) === 1,
  onProgress: ({ objective, bound, gap, moves, share, planOf }) => {
    const now = performance.now()
    if (now - told < PAUSE) return
    told = now
    const better = objective < shown.objective && now - shown.at >= BOARD_PAUSE
    if (better) shown = { at: now, objective, count: shown.count + 1 }
    const news = { objective, bound, gap, moves, share, shown: shown.count }
    say(better ? { news, plan: planOf() } : { news })
  },
})
say({ answer })
