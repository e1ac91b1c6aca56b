import { type Piece, SLOT, type Stretch } from '#domain/rotation/day'

export type DayChange = Stretch & {
  was: Pick<Piece, 'what' | 'taskId'> | null
  will: Pick<Piece, 'what' | 'taskId'> | null
}

const at = (pieces: readonly Piece[], moment: number): Pick<Piece, 'what' | 'taskId'> | null => {
  const piece = pieces.find((one) => one.from <= moment && one.to > moment)
  return piece ? { what: piece.what, taskId: piece.taskId } : null
}

const same = (a: DayChange['was'], b: DayChange['was']): boolean =>
  a?.what === b?.what && a?.taskId === b?.taskId

/** The stretches in which a day differs from another, each as long as both sides stay the same. */
export function dayChanges(before: readonly Piece[], after: readonly Piece[]): DayChange[] {
  const moments = [...before, ...after].flatMap(({ from, to }) => [from, to])
  const found: DayChange[] = []
  for (let from = Math.min(...moments); from < Math.max(...moments); from += SLOT) {
    const [was, will] = [at(before, from), at(after, from)]
    if (same(was, will)) continue
    const last = found.at(-1)
    if (last?.to === from && same(last.was, was) && same(last.will, will)) last.to = from + SLOT
    else found.push({ from, to: from + SLOT, was, will })
  }
  return found
}
