import { LOAD_KINDS, type Model, NEVER } from '#domain/rotation/engine/model'

/** What a person's whole row costs apart from demand, or `NEVER` where it breaks a hard rule. */
export type DayCost = (person: number, rows: Int8Array, offset: number) => number

/** The cost of loads, goals and variety, which hang on a day's totals and not on single slots. */
const totalsOf = (model: Model, counts: Int32Array) => {
  const { weights, tasks, loads, references } = model
  const kinds = LOAD_KINDS.length

  const excess = (person: number, kind: number, able: Int32Array): number => {
    const limit = references[person * kinds + kind] as number
    if (limit >= NEVER) return 0
    let load = 0
    for (const task of able) load += (counts[task] as number) * (loads[kind * tasks + task] as number)
    return load > limit ? load - limit : 0
  }

  return (person: number): number => {
    const able = model.able[person] as Int32Array
    let cost = 0
    for (let kind = 0; kind < kinds; kind += 1) cost += weights.load * excess(person, kind, able)
    let missing = model.goalSlots[person] as number
    const cap = model.cap[person] as number
    for (const task of able) {
      const count = counts[task] as number
      missing -= count * (model.goals[person * tasks + task] as number)
      if (count > cap) cost += weights.variety * (count - cap)
    }
    return missing > 0 ? cost + weights.goal * missing : cost
  }
}

/** The same totals of any row by themselves. */
export function dayTotals(model: Model): DayCost {
  const counts = new Int32Array(model.tasks)
  const totals = totalsOf(model, counts)
  return (person, rows, offset) => {
    for (const task of model.able[person] as Int32Array) counts[task] = 0
    for (let slot = model.from[person] as number; slot < (model.to[person] as number); slot += 1) {
      const what = rows[offset + slot] as number
      if (what < model.tasks) counts[what] = (counts[what] as number) + 1
    }
    return totals(person)
  }
}

/** One pass over the row, made for millions of calls a second: it reuses one array of counts. */
export function dayCost(model: Model): DayCost {
  const { slots, tasks, width, pause, base, voice, minBlock, rules, weights } = model
  const { maxWork, maxVoice, freeVoice, minStint, tail, mealSlots } = rules
  const counts = new Int32Array(tasks)
  const totals = totalsOf(model, counts)

  const mealFits = (person: number, rows: Int8Array, offset: number, slot: number): boolean => {
    if (slot < (model.mealFrom[person] as number) || slot > (model.mealTo[person] as number)) return false
    if (slot + mealSlots > (model.to[person] as number)) return false
    for (let at = 1; at < mealSlots; at += 1) if (rows[offset + slot + at] !== model.meal) return false
    return true
  }

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the innermost loop of the search; as several functions it is a third slower
  return (person, rows, offset) => {
    const to = model.to[person] as number
    let slot = model.from[person] as number
    let work = 0
    let spoken = 0
    let run = 0
    let needed = 0
    let before = -1
    let cost = 0
    let eaten = (model.mealFrom[person] as number) < 0
    for (const task of model.able[person] as Int32Array) counts[task] = 0
    for (; slot < to; slot += 1) {
      const what = rows[offset + slot] as number
      cost += base[(person * slots + slot) * width + what] as number
      if (what < tasks) {
        if (what === before) run += 1
        else {
          if (run < needed) return NEVER
          run = 1
          needed = minBlock[what] as number
          before = what
          cost += weights.block
        }
        work += 1
        spoken = voice[what] ? spoken + 1 : 0
        if (work > maxWork || spoken > maxVoice) return NEVER
        if (spoken > freeVoice) cost += weights.fatigue
        counts[what] = (counts[what] as number) + 1
        continue
      }
      if (run < needed || work < minStint) return NEVER
      if (what !== pause) {
        if (eaten || !mealFits(person, rows, offset, slot)) return NEVER
        for (let at = 1; at < mealSlots; at += 1)
          cost += base[(person * slots + slot + at) * width + what] as number
        slot += mealSlots - 1
        eaten = true
      }
      work = 0
      spoken = 0
      run = 0
      needed = 0
      before = what
    }
    if (run < needed || work < tail || !eaten || cost >= NEVER) return NEVER
    return cost + totals(person)
  }
}
