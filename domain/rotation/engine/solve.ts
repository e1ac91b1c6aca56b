import { type Bound, boundOf } from '#domain/rotation/engine/bound'
import { diceOf } from '#domain/rotation/engine/dice'
import type { Model } from '#domain/rotation/engine/model'
import { type Moves, movesOf } from '#domain/rotation/engine/moves'
import { beginSearch, lift, retotal, type SearchState, trueTotal } from '#domain/rotation/engine/search-state'

export type Progress = {
  objective: number
  /** A proven lower bound, 0 while none is known. */
  bound: number
  moves: number
  /** Done of the time or moves given, 0 to 1. */
  share: number
  /** The best plan so far, at `person × slots + slot`. */
  rows: Int8Array
}

export type Budget = {
  seed: number
  /** With moves the same seed gives the same plan; seconds are a guard then. */
  moves?: number
  seconds: number
  /** Seconds since the search began, by the clock of whoever waits for it. */
  clock: () => number
  /** A plan to begin with, of which the search keeps what is legal. */
  kept?: Int8Array | null
  isStopped?: () => boolean
  /** Told now and then, first as soon as a legal plan exists. */
  onProgress?: (progress: Progress) => void
}

export type Solved = {
  objective: number
  bound: number
  rows: Int8Array
  present: number[]
  moves: number
  seconds: number
  /** The bound's price of one more person, at `slot × tasks + task`. */
  prices: Float64Array
}

/** What one whole day costs in small moves, so that moves measure time alike in small and large teams. */
const WHOLE_DAY = 50
/** Moves of a round: whole days, exchanges, repaintings, shifted rests. */
const [DAYS, EXCHANGES, REPAINTS, SHIFTS] = [3, 40, 30, 15]
const ROUND = DAYS * WHOLE_DAY + EXCHANGES + REPAINTS + SHIFTS
/** The share of the budget that the bound gets first, and how much of that is rough. */
const [BOUND_SHARE, ROUGH_SHARE] = [0.15, 0.7]
const BESIDE = 0.05
/** Rounds between two looks at the clock and the true objective. */
const SLICE = 32
const MOVES_A_SECOND = 2_000_000

/** Temperatures, and slopes of the price around the target, from the first to the last; the last moments know the true prices only and cools off. */
const [HOT, COLD] = [0.6, 0.2]
const scheduleOf = (people: number) => ({
  cold: Math.min(HOT, Math.max(COLD, 16 / people)),
  gentle: Math.min(1.5, Math.max(0.1, 30 / people)),
  steep: Math.min(12, Math.max(5, 1200 / people)),
})
const TRUE_FROM = 0.97
/** A small team is done soon: it begins anew from the best plan, some four thousand whole days a person each time. */
const DAYS_A_CYCLE = 4000
const MOST_CYCLES = 6
/** Where in the schedule such a cycle begins: what the best plan has in common with the next best outlives it. */
const REHEATED = 0.33

const between = (first: number, last: number, share: number): number => first * (last / first) ** share

class Solving {
  readonly state: SearchState
  readonly bound: Bound
  private readonly tries: Moves
  private readonly unit: number
  private readonly best: Int8Array
  private bestTotal: number
  private moves = 0
  private beside = 0

  constructor(
    private readonly model: Model,
    private readonly budget: Budget,
  ) {
    this.state = beginSearch(model, diceOf(budget.seed), budget.kept ?? null)
    this.bound = boundOf(model, this.state.present, this.state.pattern)
    this.tries = movesOf(this.state, this.bound.duals)
    this.unit = Math.max(model.weights.target + model.weights.over, 1) / 12
    this.best = this.state.rows.slice()
    this.bestTotal = trueTotal(this.state)
    this.tell()
  }

  private share(): number {
    const { moves, seconds, clock } = this.budget
    const byClock = clock() / seconds
    return moves === undefined ? byClock : Math.max(this.moves / moves, byClock >= 1 ? 1 : 0)
  }

  private isOver(share: number): boolean {
    return share >= 1 || Boolean(this.budget.isStopped?.())
  }

  private tell(): void {
    this.budget.onProgress?.({
      objective: this.bestTotal,
      bound: this.provenBound(),
      moves: this.moves,
      share: Math.min(1, this.share()),
      rows: this.best,
    })
  }

  /** The objective is a whole number, so its bound may be rounded up. */
  private provenBound(): number {
    return Math.min(this.bestTotal, Math.max(0, Math.ceil(this.bound.best - 1e-6)))
  }

  private remember(): void {
    const total = trueTotal(this.state)
    if (total >= this.bestTotal) return
    this.bestTotal = total
    this.best.set(this.state.rows)
  }

  private raiseBound(): void {
    const cost = WHOLE_DAY * Math.max(1, this.state.present.length)
    for (let share = this.share(); share < BOUND_SHARE && !this.isOver(share); share = this.share()) {
      const rough = share / (BOUND_SHARE * ROUGH_SHARE)
      if (rough < 1) this.bound.roughSweep(rough)
      else this.bound.fineSweep(this.bestTotal)
      this.moves += cost
      this.tell()
    }
    if (this.bound.best === Number.NEGATIVE_INFINITY) this.bound.fineSweep(this.bestTotal)
  }

  /** A twentieth of the search goes on proving. */
  private raiseBoundBeside(): void {
    const cost = WHOLE_DAY * this.state.present.length
    if (this.moves * BESIDE < this.beside + cost) return
    this.beside += cost
    this.moves += cost
    this.bound.fineSweep(this.bestTotal)
  }

  private round(): void {
    const { wholeDay, exchange, repaint, shiftRest } = this.tries
    for (let turn = 0; turn < DAYS; turn += 1) wholeDay()
    for (let turn = 0; turn < EXCHANGES; turn += 1) exchange()
    for (let turn = 0; turn < REPAINTS; turn += 1) repaint()
    for (let turn = 0; turn < SHIFTS; turn += 1) shiftRest()
    this.moves += ROUND
  }

  private set(share: number): void {
    const { cold, gentle, steep } = scheduleOf(this.state.present.length)
    const isTrue = share >= TRUE_FROM
    const [sloped, cooled] = [share / TRUE_FROM, (share - TRUE_FROM) / (1 - TRUE_FROM)]
    this.state.temperature = this.unit * (isTrue ? between(cold, COLD, cooled) : between(HOT, cold, sloped))
    const slope = isTrue ? Number.POSITIVE_INFINITY : this.unit * between(gentle, steep, sloped)
    this.state.cover.setSlope(slope, this.bound.duals.demand)
    retotal(this.state)
  }

  private returnToBest(): void {
    const { state, model } = this
    for (const person of state.present) {
      const offset = person * model.slots
      lift(state, person, false)
      state.rows.set(this.best.subarray(offset, offset + model.slots), offset)
      lift(state, person, true)
      state.own[person] = state.cost(person, state.rows, offset)
    }
  }

  private anneal(): void {
    const { moves, seconds } = this.budget
    const allowed =
      (moves ?? seconds * MOVES_A_SECOND) / (ROUND / DAYS) / Math.max(1, this.state.present.length)
    const cycles = Math.max(1, Math.min(MOST_CYCLES, Math.round(allowed / DAYS_A_CYCLE)))
    let cycle = 0
    for (let share = this.share(); !this.isOver(share); share = this.share()) {
      const done = Math.max(0, (share - BOUND_SHARE) / (1 - BOUND_SHARE)) * cycles
      if (Math.floor(done) > cycle) {
        cycle = Math.floor(done)
        this.returnToBest()
      }
      this.set(cycle ? REHEATED + (1 - REHEATED) * (done - cycle) : done)
      for (let turn = 0; turn < SLICE; turn += 1) this.round()
      this.raiseBoundBeside()
      this.remember()
      this.tell()
    }
  }

  run(): Solved {
    if (this.state.present.length) {
      this.raiseBound()
      this.anneal()
    }
    return {
      objective: this.bestTotal,
      bound: this.provenBound(),
      rows: this.best,
      present: [...this.state.present].sort((a, b) => a - b),
      moves: this.moves,
      seconds: this.budget.clock(),
      prices: this.bound.duals.demand,
    }
  }
}

/**
 * Plans a day: a legal plan at once, then a proven bound with its prices, then annealing towards it. Stopped at any moment it gives
 * the best legal plan so far.
 */
export const solveDay = (model: Model, budget: Budget): Solved => new Solving(model, budget).run()
