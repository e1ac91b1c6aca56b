import { LOAD_KINDS, type Model } from '#domain/rotation/engine/model'

/** The prices of the Lagrangian: of one more person on a task in a slot, and of each person's totals of the day. */
export type Duals = {
  /** At `slot × tasks + task`. */
  demand: Float64Array
  /** At `person × kinds + kind`. */
  load: Float64Array
  goal: Float64Array
  /** At `person × tasks + task`. */
  variety: Float64Array
}

export const newDuals = (model: Model): Duals => ({
  demand: new Float64Array(model.slots * model.tasks),
  load: new Float64Array(model.people * LOAD_KINDS.length),
  goal: new Float64Array(model.people),
  variety: new Float64Array(model.people * model.tasks),
})

export const copyDuals = (to: Duals, from: Duals): void => {
  to.demand.set(from.demand)
  to.load.set(from.load)
  to.goal.set(from.goal)
  to.variety.set(from.variety)
}

/** What a person's totals add to each of their tasks; written into `extra`, by task. */
export function extraOf(model: Model, duals: Duals, person: number, extra: Float64Array): void {
  const { tasks, loads, goals } = model
  for (const task of model.able[person] as Int32Array) {
    let price = duals.variety[person * tasks + task] as number
    if (goals[person * tasks + task]) price -= duals.goal[person] as number
    for (let kind = 0; kind < LOAD_KINDS.length; kind += 1)
      price +=
        (duals.load[person * LOAD_KINDS.length + kind] as number) * (loads[kind * tasks + task] as number)
    extra[task] = price
  }
}

/** The part of the Lagrangian that hangs on a person's prices alone. */
export function constantOf(model: Model, duals: Duals, person: number): number {
  const { tasks } = model
  let constant = (duals.goal[person] as number) * (model.goalSlots[person] as number)
  for (let kind = 0; kind < LOAD_KINDS.length; kind += 1) {
    const price = duals.load[person * LOAD_KINDS.length + kind] as number
    if (price > 0) constant -= price * (model.references[person * LOAD_KINDS.length + kind] as number)
  }
  for (const task of model.able[person] as Int32Array)
    constant -= (duals.variety[person * tasks + task] as number) * (model.cap[person] as number)
  return constant
}
