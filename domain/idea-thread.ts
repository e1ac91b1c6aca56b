/** One thing said under an idea, on a day of the site. An anonymous author's has no moment, only its turn. */
export type Said = { on: string; at: string | null; turn: number | null }

/**
 * The conversation in its order: by moment, and what the anonymous author said at the end of its day. Others read that from the next
 * day on, so nobody can have answered it before; and a place between two moments would tell the hour.
 */
export const inOrder = <Entry extends Said>(entries: readonly Entry[]): Entry[] =>
  entries.toSorted(
    (a, b) =>
      a.on.localeCompare(b.on) ||
      Number(a.at === null) - Number(b.at === null) ||
      (a.at ?? '').localeCompare(b.at ?? '') ||
      (a.turn ?? 0) - (b.turn ?? 0),
  )
