/** One thing said under an idea. An anonymous author's has no moment, only what stood last when it was said, and its turn. */
export type Said = { id: string; at: string | null; afterId: string | null; turn: number | null }

/** The conversation in its order: by moment, and the anonymous author's words after what they answered. */
export function inOrder<Entry extends Said>(entries: readonly Entry[]): Entry[] {
  const timed = entries
    .filter(({ at }) => at !== null)
    .sort((a, b) => (a.at as string).localeCompare(b.at as string))
  const untimed = entries.filter(({ at }) => at === null).sort((a, b) => (a.turn ?? 0) - (b.turn ?? 0))
  const ordered: Entry[] = [...timed]
  for (const entry of untimed) {
    const after = ordered.findIndex(({ id }) => id === entry.afterId)
    let place = after + 1
    // Two in a row of theirs after the same answer stay in their order.
    while (ordered[place] && ordered[place]?.at === null) place++
    ordered.splice(place, 0, entry)
  }
  return ordered
}
