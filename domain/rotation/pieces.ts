import { byTime, isRest, meet, type Piece, type Stretch } from '#domain/rotation/day'

/** What remains of the pieces outside a stretch; a piece that is cut loses its id, so that the cut is a new block. */
export const erase = (pieces: readonly Piece[], stretch: Stretch): Piece[] =>
  pieces.flatMap((piece) => {
    if (!meet(piece, stretch)) return [piece]
    const parts: Piece[] = []
    if (piece.from < stretch.from) parts.push({ ...piece, id: null, to: stretch.from })
    if (piece.to > stretch.to) parts.push({ ...piece, id: null, from: stretch.to })
    return parts
  })

/** Neighbours that are the same become one; the earlier keeps its id only while it keeps its length. What a hand touched does not draw in what it did not. */
const join = (pieces: readonly Piece[]): Piece[] => {
  const joined: Piece[] = []
  for (const piece of [...pieces].sort(byTime)) {
    const last = joined.at(-1)
    const same =
      last?.what === 'task' &&
      piece.what === 'task' &&
      last.taskId === piece.taskId &&
      last.to === piece.from &&
      Boolean(last.locked) === Boolean(piece.locked) &&
      Boolean(last.touched) === Boolean(piece.touched)
    if (last && same) joined[joined.length - 1] = { ...last, id: null, to: piece.to }
    else joined.push(piece)
  }
  return joined
}

/** Puts a piece over what is there, as a brush does: what lies under it gives way. */
export const paint = (pieces: readonly Piece[], piece: Piece): Piece[] =>
  join([...erase(pieces, piece), piece])

/** Takes the old rests out, lets the task beside each fill its place, and lays the new ones over it. */
export function replaceRests(pieces: readonly Piece[], rests: readonly Piece[]): Piece[] {
  const sorted = [...pieces].sort(byTime)
  let day: Piece[] = sorted.filter((piece) => !isRest(piece))
  for (const old of sorted.filter(isRest)) {
    const beside = day.find((piece) => piece.to === old.from) ?? day.find((piece) => piece.from === old.to)
    if (beside) day = paint(day, { ...beside, id: null, from: old.from, to: old.to })
  }
  return rests.reduce(paint, day)
}

/** What to take away and what to add so that one day becomes the other; a block that stays is in neither. */
export function difference(before: readonly Piece[], after: readonly Piece[]) {
  const kept = new Set(after.map((piece) => piece.id).filter((id) => id !== null))
  return {
    removed: before.filter((piece) => piece.id === null || !kept.has(piece.id)),
    added: after.filter((piece) => piece.id === null),
  }
}

/** Lays back what must stay over what was put there. */
export const withKept = (pieces: readonly Piece[], kept: readonly Piece[]): Piece[] =>
  [...kept.reduce<Piece[]>((rest, piece) => erase(rest, piece), [...pieces]), ...kept].sort(byTime)

/** Where two days have the same likeness, they are the same day. */
export const likenessOf = (pieces: readonly Piece[]): string =>
  [...pieces]
    .sort(byTime)
    .map(({ what, taskId, from, to, locked }) => `${taskId ?? what}/${from}/${to}${locked ? '/locked' : ''}`)
    .join(' ')

const same = (a: Piece, b: Piece): boolean => likenessOf([a]) === likenessOf([b])

/** A block that stays as it was keeps its id, so that only what changed is written. */
export const withIds = (pieces: readonly Piece[], before: readonly Piece[]): Piece[] =>
  pieces.map((piece) => before.find((old) => same(old, piece)) ?? { ...piece, id: null })
