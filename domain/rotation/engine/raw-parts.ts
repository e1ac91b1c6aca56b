import type { Piece } from '#domain/rotation/day'
import { SLOT } from '#domain/rotation/day'
import type { Instance, Plan } from '#domain/rotation/engine/instance'
import { PARTS } from '#domain/rotation/engine/parts'
import { type Parts, scorePlan } from '#domain/rotation/engine/score-plan'

/** A day's blocks as a row of the engine's plan. */
export function rowOf(pieces: readonly Piece[], origin: number, slots: number): Plan[string] {
  const row: Plan[string] = new Array(slots).fill(null)
  for (const piece of pieces)
    for (let at = piece.from; at < piece.to; at += SLOT) {
      const slot = Math.round((at - origin) / SLOT)
      if (slot >= 0 && slot < slots) row[slot] = piece.taskId ?? piece.what
    }
  return row
}

/** How much of everything a plan has, before anything is weighed: people missing, switches, slots too many on one task. */
export function rawParts(instance: Instance, plan: Plan): Parts {
  const ones = Object.fromEntries(Object.keys(instance.weights).map((name) => [name, 1]))
  const { parts } = scorePlan({ ...instance, weights: ones as Instance['weights'] }, plan)
  return Object.fromEntries(PARTS.map((part) => [part, parts[part]])) as Parts
}
