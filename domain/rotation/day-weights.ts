/** What a planner may weigh for one plan; the rest of the engine's prices are fixed. In the order of the sliders. */
export const AIMS = ['target', 'over', 'load', 'variety', 'goal', 'fatigue', 'block', 'stability'] as const
export type Aim = (typeof AIMS)[number]

export type DayWeights = Record<Aim, number>

/** HR's defaults: what one person too few for a slot costs, against a block more, a slot of fatigue, a change of what was published. */
export const DEFAULT_WEIGHTS: DayWeights = {
  target: 10,
  over: 2,
  load: 1,
  variety: 1,
  goal: 4,
  fatigue: 1,
  block: 1,
  stability: 3,
}

/** A minimum that is missed weighs ten targets, whatever the sliders say. */
export const MINIMUM_WEIGHT = 100
export const PAUSE_WEIGHT = 2
