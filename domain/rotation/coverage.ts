import type { Stretch } from '#domain/rotation/day'

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
