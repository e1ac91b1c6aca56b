import { dayPattern } from '#domain/rotation/engine/day-pattern'
import type { Instance, InstancePerson } from '#domain/rotation/engine/instance'
import { modelOf, NEVER } from '#domain/rotation/engine/model'

export const EXCLUDED_REASONS = ['no-level', 'locked', 'meal', 'too-short', 'rules'] as const
export type ExcludedReason = (typeof EXCLUDED_REASONS)[number]

/** Whether there is any legal day for a person. */
export const hasDay = (instance: Instance, person: InstancePerson): boolean => {
  const model = modelOf({ ...instance, people: [person] })
  const prices = new Float64Array(model.slots * model.tasks)
  return dayPattern(model)(0, prices, new Float64Array(model.tasks), null, 0) < NEVER
}

/** Why a person has no legal day: the first thing without which there would be one. */
export function excludedReason(instance: Instance, person: InstancePerson): ExcludedReason {
  const able = instance.tasks.filter((task) => person.levels[task.id] !== undefined)
  if (!able.length) return 'no-level'
  const free = { ...person, locked: undefined }
  if (person.locked && hasDay(instance, free)) return 'locked'
  if (person.meal && hasDay(instance, { ...free, meal: null })) return 'meal'
  const shortest = Math.min(...able.map((task) => task.minBlock))
  return person.to - person.from < Math.max(shortest, instance.rules.tail) ? 'too-short' : 'rules'
}
