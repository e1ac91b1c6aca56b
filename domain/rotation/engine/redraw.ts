import { dayTotals } from '#domain/rotation/engine/day-cost'
import { dayDraw } from '#domain/rotation/engine/day-draw'
import { type Duals, extraOf } from '#domain/rotation/engine/duals'
import { accepts, coverChange, lift, put, type SearchState } from '#domain/rotation/engine/search-state'

/**
 * One person's whole day drawn anew by Boltzmann's law against everybody else's, so that no barrier within a day holds the search up.
 * The law knows the day's totals by the bound's prices only; what they cost beyond that is left to the dice (Metropolis, Hastings).
 * False where a day cannot be drawn.
 */
export function redrawOf(state: SearchState, duals: Duals): (person: number) => boolean {
  const { model, dice, rows } = state
  const { slots, tasks, width, base } = model
  const draw = dayDraw(model, dice)
  const totals = dayTotals(model)
  const candidate = new Int8Array(slots)
  const extra = new Float64Array(tasks)
  const zero = new Float64Array(slots)
  const prices = { demand: state.cover.more, extra, zero }

  const pricedTotals = (person: number, row: Int8Array, offset: number): number => {
    let sum = 0
    for (let slot = model.from[person] as number; slot < (model.to[person] as number); slot += 1) {
      const what = row[offset + slot] as number
      if (what < tasks) sum += extra[what] as number
    }
    return sum
  }
  const beyondPrices = (person: number, row: Int8Array, offset: number): number =>
    totals(person, row, offset) - pricedTotals(person, row, offset)

  /** The day as it is weighs 1 then, whatever demand pays for it. */
  const setZero = (person: number): void => {
    for (let slot = model.from[person] as number; slot < (model.to[person] as number); slot += 1) {
      const cell = person * slots + slot
      const what = rows[cell] as number
      const own = base[cell * width + what] as number
      zero[slot] =
        what < tasks ? own + (prices.demand[slot * tasks + what] as number) + (extra[what] as number) : own
    }
  }

  return (person) => {
    const [from, to] = [model.from[person] as number, model.to[person] as number]
    extraOf(model, duals, person, extra)
    lift(state, person, false)
    setZero(person)
    const drawn = draw(person, prices, state.temperature, candidate, 0)
    lift(state, person, true)
    if (!drawn) return false
    const change = beyondPrices(person, candidate, 0) - beyondPrices(person, rows, person * slots)
    if (!accepts(state, change)) return true
    const cost = state.cost(person, candidate, 0)
    state.total += cost - (state.own[person] as number) + coverChange(state, person, candidate, 0, from, to)
    put(state, person, candidate, 0, from, to)
    state.own[person] = cost
    return true
  }
}
