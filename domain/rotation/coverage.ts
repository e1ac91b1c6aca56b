import { meet, SLOT, type Stretch } from '#domain/rotation/day'

export type Wanted = Stretch & { taskId: string; minimum: number; target: number }
export type OnTask = Stretch & { taskId: string }
export type Short = Stretch & { taskId: string; covered: number; minimum: number; target: number }

/** The stretches in which a wanted task has fewer people than its target, each as long as the count stays the same. */
export function shortages(wanted: readonly Wanted[], blocks: readonly OnTask[]): Short[] {
  return wanted.flatMap((want) => {
    const on = blocks.filter((block) => block.taskId === want.taskId)
    const edges = on.flatMap((block) => [block.from, block.to]).filter((at) => at > want.from && at < want.to)
    const points = [...new Set([want.from, ...edges, want.to])].sort((a, b) => a - b)
    const found: Short[] = []
    for (const [index, from] of points.slice(0, -1).entries()) {
      const to = points[index + 1] as number
      const covered = on.filter((block) => block.from <= from && block.to >= to).length
      const last = found.at(-1)
      if (covered >= want.target) continue
      if (last && last.to === from && last.covered === covered) last.to = to
      else found.push({ taskId: want.taskId, from, to, covered, minimum: want.minimum, target: want.target })
    }
    return found
  })
}

/** A wanted stretch beside what others do of it; `others` people are already told. */
export type Left = Wanted & { others: number }

/** What a team is left to do of what is wanted, in stretches over which the others' number stays the same. */
export function leftBeside(wanted: readonly Wanted[], others: readonly OnTask[]): Left[] {
  return wanted.flatMap((want) => {
    const on = others.filter((block) => block.taskId === want.taskId && meet(block, want))
    const edges = on.flatMap(({ from, to }) => [from, to]).filter((at) => at > want.from && at < want.to)
    const points = [...new Set([want.from, ...edges, want.to])].sort((a, b) => a - b)
    return points.slice(0, -1).map((from, index) => {
      const to = points[index + 1] as number
      return { ...want, from, to, others: on.filter((one) => one.from <= from && one.to >= to).length }
    })
  })
}

/** People on a task against those wanted, slot by slot; `lacking` is to the target. */
export type SlotCover = { at: number; on: number; minimum: number; target: number }

export function coverBySlot(left: readonly Left[], blocks: readonly OnTask[], taskId: string): SlotCover[] {
  const slots = new Map<number, SlotCover>()
  for (const want of left) {
    if (want.taskId !== taskId) continue
    for (let at = want.from; at < want.to; at += SLOT)
      slots.set(at, { at, on: want.others, minimum: want.minimum, target: want.target })
  }
  for (const block of blocks) {
    if (block.taskId !== taskId) continue
    for (let at = block.from; at < block.to; at += SLOT) {
      const slot = slots.get(at)
      if (slot) slot.on += 1
    }
  }
  return [...slots.values()].sort((a, b) => a.at - b.at)
}
