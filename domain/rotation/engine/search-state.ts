import { type Cover, coverOf } from '#domain/rotation/engine/cover'
import { type DayCost, dayCost } from '#domain/rotation/engine/day-cost'
import { type DayPattern, dayPattern } from '#domain/rotation/engine/day-pattern'
import type { Dice } from '#domain/rotation/engine/dice'
import { type Model, NEVER, NOTHING } from '#domain/rotation/engine/model'

/** Where the search stands. Every row of a person in `present` is legal at any moment. */
export type SearchState = {
  model: Model
  dice: Dice
  cover: Cover
  /** At `person × slots + slot`. */
  rows: Int8Array
  /** Who has a legal day. */
  present: number[]
  /** Each person's own cost. */
  own: Float64Array
  cost: DayCost
  pattern: DayPattern
  /** The objective by the prices in use. */
  total: number
  temperature: number
}

/** Metropolis: what is no worse always, what is worse by chance and temperature. */
export const accepts = (state: SearchState, change: number): boolean =>
  change <= 0 || state.dice.chance() < Math.exp(-change / state.temperature)

/** Cost of demand if the person's slots from `from` to `to` became those of `rows`. */
export function coverChange(
  state: SearchState,
  person: number,
  rows: Int8Array,
  offset: number,
  from: number,
  to: number,
): number {
  const { slots, tasks } = state.model
  const { more, fewer } = state.cover
  let change = 0
  for (let slot = from; slot < to; slot += 1) {
    const was = state.rows[person * slots + slot] as number
    const will = rows[offset + slot] as number
    if (was === will) continue
    if (was >= 0 && was < tasks) change += fewer[slot * tasks + was] as number
    if (will < tasks) change += more[slot * tasks + will] as number
  }
  return change
}

/** Makes the person's slots from `from` to `to` those of `rows`. */
export function put(
  state: SearchState,
  person: number,
  rows: Int8Array,
  offset: number,
  from: number,
  to: number,
): void {
  const { slots, tasks } = state.model
  for (let slot = from; slot < to; slot += 1) {
    const cell = person * slots + slot
    const was = state.rows[cell] as number
    const will = rows[offset + slot] as number
    if (was === will) continue
    if (was >= 0 && was < tasks) state.cover.remove(slot * tasks + was)
    if (will < tasks) state.cover.add(slot * tasks + will)
    state.rows[cell] = will
  }
}

/** Takes the person off demand, or puts them back on it. */
export function lift(state: SearchState, person: number, back: boolean): void {
  const { slots, tasks, from, to } = state.model
  for (let slot = from[person] as number; slot < (to[person] as number); slot += 1) {
    const what = state.rows[person * slots + slot] as number
    if (what < 0 || what >= tasks) continue
    if (back) state.cover.add(slot * tasks + what)
    else state.cover.remove(slot * tasks + what)
  }
}

export function retotal(state: SearchState): void {
  state.total = state.cover.priced()
  for (const person of state.present) state.total += state.own[person] as number
}

/** The objective as it is defined, whatever prices the search uses now. */
export function trueTotal(state: SearchState): number {
  let total = state.cover.truth()
  for (const person of state.present) total += state.own[person] as number
  return total
}

const placeOf = (state: SearchState, kept: Int8Array | null, person: number, none: Float64Array): boolean => {
  const { model, rows } = state
  const offset = person * model.slots
  if (kept) {
    const row = kept.slice(offset, offset + model.slots)
    const cost = row.includes(NOTHING) && !isWhole(model, row, person) ? NEVER : state.cost(person, row, 0)
    if (cost < NEVER) {
      rows.set(row, offset)
      state.own[person] = cost
      return true
    }
  }
  if (state.pattern(person, state.cover.more, none, rows, offset) >= NEVER) return false
  state.own[person] = state.cost(person, rows, offset)
  return true
}

const isWhole = (model: Model, row: Int8Array, person: number): boolean =>
  !row.subarray(model.from[person], model.to[person]).includes(NOTHING)

/**
 * The first legal plan: each person in turn, those with the fewest tasks first, gets the best day against what is covered so far.
 * Where a plan is kept (`published`, a draft), whoever's day in it is legal begins with that.
 */
export function beginSearch(model: Model, dice: Dice, kept: Int8Array | null): SearchState {
  const state: SearchState = {
    model,
    dice,
    cover: coverOf(model),
    rows: new Int8Array(model.people * model.slots).fill(NOTHING),
    present: [],
    own: new Float64Array(model.people),
    cost: dayCost(model),
    pattern: dayPattern(model),
    total: 0,
    temperature: 1,
  }
  const order = Array.from({ length: model.people }, (_, person) => person)
  const choices = (person: number) => (model.able[person] as Int32Array).length
  order.sort((a, b) => choices(a) - choices(b) || a - b)
  const none = new Float64Array(model.tasks)
  for (const person of order) {
    if (!placeOf(state, kept, person, none)) continue
    state.present.push(person)
    lift(state, person, true)
  }
  retotal(state)
  return state
}
