import { type Duals, extraOf } from '#domain/rotation/engine/duals'
import { NEVER } from '#domain/rotation/engine/model'
import { redrawOf } from '#domain/rotation/engine/redraw'
import { accepts, coverChange, lift, put, type SearchState } from '#domain/rotation/engine/search-state'

/** Tries of one kind; each changes the state or leaves it as it was. */
export type Moves = {
  /** One person's whole day by chance and price; the best one in large teams, and where no day can be drawn. */
  wholeDay: () => void
  /** Two people change places for a while: demand is covered as before. */
  exchange: () => void
  /** A stretch of somebody's day gets another task. */
  repaint: () => void
  /** A pause or the meal moves by up to three slots. */
  shiftRest: () => void
}

const LONGEST_EXCHANGE = 8
const LONGEST_REPAINT = 6
const LONGEST_SHIFT = 3
/** In larger teams a person's turn comes too seldom for chance. */
const MOST_DRAWN = 100
/** How often a stretch begins with a block, and how often it is the whole block. */
const [AT_BLOCK, WHOLE_BLOCK] = [0.75, 0.35]

const startOfRun = (rows: Int8Array, offset: number, slot: number, first: number): number => {
  let start = slot
  while (start > first && rows[offset + start - 1] === rows[offset + slot]) start -= 1
  return start
}
const endOfRun = (rows: Int8Array, offset: number, slot: number, last: number): number => {
  let end = slot + 1
  while (end < last && rows[offset + end] === rows[offset + slot]) end += 1
  return end
}

export function movesOf(state: SearchState, duals: Duals): Moves {
  const { model, dice, rows } = state
  const { slots, tasks, width, base, rules } = model
  const candidate = new Int8Array(slots)
  const held = new Int8Array(slots)
  const extra = new Float64Array(tasks)
  const redraw = redrawOf(state, duals)
  const draws = state.present.length <= MOST_DRAWN

  const anybody = (): number => state.present[dice.below(state.present.length)] as number
  const allowed = (person: number, slot: number, what: number): boolean =>
    (base[(person * slots + slot) * width + what] as number) < NEVER
  const begin = (offset: number, first: number, last: number): number => {
    const slot = first + dice.below(last - first)
    return dice.chance() < AT_BLOCK ? startOfRun(rows, offset, slot, first) : slot
  }
  const end = (offset: number, from: number, last: number, longest: number): number =>
    dice.chance() < WHOLE_BLOCK
      ? endOfRun(rows, offset, from, last)
      : Math.min(last, from + 1 + dice.below(longest))

  /** Takes `candidate` between two slots if the rules and the dice let it. */
  const offer = (person: number, from: number, to: number): void => {
    const offset = person * slots
    for (let slot = from; slot < to; slot += 1) if (!allowed(person, slot, candidate[slot] as number)) return
    const demand = coverChange(state, person, candidate, 0, from, to)
    held.set(rows.subarray(offset + from, offset + to), from)
    rows.set(candidate.subarray(from, to), offset + from)
    const cost = state.cost(person, rows, offset)
    rows.set(held.subarray(from, to), offset + from)
    const change = demand + cost - (state.own[person] as number)
    if (cost >= NEVER || !accepts(state, change)) return
    put(state, person, candidate, 0, from, to)
    state.own[person] = cost
    state.total += change
  }

  /** The work that a rest passes over changes sides with it, or the block it leaves grows. */
  const later = (person: number, from: number, length: number, far: number): void => {
    const offset = person * slots
    candidate.set(rows.subarray(offset + from + length, offset + from + length + far), from)
    if (dice.chance() < 0.5) candidate.fill(rows[offset + from - 1] as number, from, from + far)
    candidate.fill(rows[offset + from] as number, from + far, from + far + length)
    offer(person, from, from + far + length)
  }
  const earlier = (person: number, from: number, length: number, far: number): void => {
    const offset = person * slots
    const start = from - far
    const isLast = from + length === model.to[person]
    candidate.set(rows.subarray(offset + start, offset + from), start + length)
    if (!isLast && dice.chance() < 0.5)
      candidate.fill(rows[offset + from + length] as number, start + length, from + length)
    candidate.fill(rows[offset + from] as number, start, start + length)
    offer(person, start, from + length)
  }

  const swap = (one: number, other: number, from: number, to: number): void => {
    for (let slot = from; slot < to; slot += 1) {
      const what = rows[one + slot] as number
      rows[one + slot] = rows[other + slot] as number
      rows[other + slot] = what
    }
  }

  const mayExchange = (one: number, other: number, from: number, to: number): boolean => {
    let differs = false
    for (let slot = from; slot < to; slot += 1) {
      const [mine, theirs] = [rows[one * slots + slot] as number, rows[other * slots + slot] as number]
      if (mine === theirs) continue
      if (!allowed(one, slot, theirs) || !allowed(other, slot, mine)) return false
      differs = true
    }
    return differs
  }

  /** The best whole day against everybody else's, by the bound's prices for the day's totals. */
  const bestDay = (person: number): void => {
    const [from, to] = [model.from[person] as number, model.to[person] as number]
    extraOf(model, duals, person, extra)
    lift(state, person, false)
    state.pattern(person, state.cover.more, extra, candidate, 0)
    lift(state, person, true)
    const cost = state.cost(person, candidate, 0)
    const change = cost - (state.own[person] as number) + coverChange(state, person, candidate, 0, from, to)
    if (!accepts(state, change)) return
    put(state, person, candidate, 0, from, to)
    state.own[person] = cost
    state.total += change
  }

  return {
    wholeDay() {
      const person = anybody()
      if (!draws || !redraw(person)) bestDay(person)
    },
    exchange() {
      const [one, other] = [anybody(), anybody()]
      const first = Math.max(model.from[one] as number, model.from[other] as number)
      const last = Math.min(model.to[one] as number, model.to[other] as number)
      if (one === other || last - first < 2) return
      const from = begin(one * slots, first, last)
      const to = end(one * slots, from, last, LONGEST_EXCHANGE)
      if (!mayExchange(one, other, from, to)) return
      swap(one * slots, other * slots, from, to)
      const mine = state.cost(one, rows, one * slots)
      const theirs = mine < NEVER ? state.cost(other, rows, other * slots) : NEVER
      const change = mine + theirs - (state.own[one] as number) - (state.own[other] as number)
      if (theirs >= NEVER || !accepts(state, change)) {
        swap(one * slots, other * slots, from, to)
        return
      }
      state.own[one] = mine
      state.own[other] = theirs
      state.total += change
    },
    repaint() {
      const person = anybody()
      const offset = person * slots
      const able = model.able[person] as Int32Array
      const last = model.to[person] as number
      const from = begin(offset, model.from[person] as number, last)
      const stop = end(offset, from, last, LONGEST_REPAINT)
      const task = able[dice.below(able.length)] as number
      if ((rows[offset + from] as number) >= tasks || rows[offset + from] === task) return
      let to = from
      while (to < stop && (rows[offset + to] as number) < tasks) candidate[to++] = task
      offer(person, from, to)
    },
    shiftRest() {
      const person = anybody()
      const offset = person * slots
      const [first, last] = [model.from[person] as number, model.to[person] as number]
      let from = first + dice.below(last - first)
      while (from < last && (rows[offset + from] as number) < tasks) from += 1
      if (from >= last) return
      from = startOfRun(rows, offset, from, first)
      const length = rows[offset + from] === model.meal ? rules.mealSlots : 1
      const far = 1 + dice.below(LONGEST_SHIFT)
      if (dice.chance() < 0.5) {
        if (from + length + far < last) later(person, from, length, far)
      } else if (from - far > first) earlier(person, from, length, far)
    },
  }
}
