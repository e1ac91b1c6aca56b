import { type BreakRule, minutesOf, SLOT, SLOT_MINUTES, type Stretch, type Task } from '#domain/rotation/day'
import type { Instance } from '#domain/rotation/engine/instance'

type Cell = Instance['demand'][number]
type Present = { from: number; parts: Stretch[][]; slots: number }

/** Share of a shift that goes to rests. */
const restShare = (rule: BreakRule, shift: number): number =>
  rule.pauseMinutes / (rule.maxWorkMinutes + rule.pauseMinutes) +
  (shift >= rule.mealFromMinutes ? rule.mealMinutes / shift : 0)

/** In each slot the people who are there, less those who rest then by the rule. */
const atWork = ({ from, parts, slots }: Present, rule: BreakRule): number[] => {
  const people = new Array<number>(slots).fill(0)
  for (const mine of parts) {
    const share =
      1 -
      restShare(
        rule,
        mine.reduce((sum, part) => sum + minutesOf(part), 0),
      )
    for (const part of mine)
      for (let slot = (part.from - from) / SLOT; slot < (part.to - from) / SLOT; slot += 1)
        people[slot] = (people[slot] ?? 0) + share
  }
  return people
}

/** What of a room lasts at least `length` slots: a peak that is shorter holds nothing. */
export function lasting(room: readonly number[], length: number): number[] {
  const held = new Array<number>(room.length).fill(0)
  for (let start = 0; start + length <= room.length; start += 1) {
    const least = Math.min(...room.slice(start, start + length))
    for (let slot = start; slot < start + length; slot += 1) held[slot] = Math.max(held[slot] ?? 0, least)
  }
  return held
}

/**
 * People whom service does not need in a slot may learn or teach then: that many are wished for on the tasks inside the centre, in
 * turn, and never a minimum of them. Without any demand nothing is known of the room, so there is none.
 */
export function roomInside(
  tasks: readonly Task[],
  demand: readonly Cell[],
  present: Present,
  rule: BreakRule,
): Cell[] {
  const asked = new Set(demand.map(({ task }) => task))
  const inside = tasks.filter(({ id, isInside }) => isInside && !asked.has(id))
  if (!inside.length || !demand.some(({ target }) => target > 0)) return []
  const free = atWork(present, rule)
  for (const { slot, target } of demand) free[slot] = (free[slot] ?? 0) - target
  const length = Math.max(...inside.map(({ minBlockMinutes }) => Math.ceil(minBlockMinutes / SLOT_MINUTES)))
  const room = lasting(
    free.map((people) => Math.max(0, Math.floor(people + 1e-9))),
    length,
  )
  return room.flatMap((people, slot) =>
    inside.flatMap(({ id }, at) => {
      const target = Math.floor((people + inside.length - 1 - at) / inside.length)
      return target > 0 ? [{ slot, task: id, min: 0, target }] : []
    }),
  )
}
