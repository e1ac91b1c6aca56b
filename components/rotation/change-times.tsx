export type Change = { at: string; title: string }

const SOON = 2 * 60_000 // ms before a change at which it is announced
const SHOWN = 60_000 // ms after it during which it is still said
const LOOK = 5_000 // ms before it is announced: an alarm that began meanwhile stops the clock, and the page has to hear it first

type Watch = {
  changes: readonly Change[]
  /** Changes that were heard: a page that is drawn afresh does not sound them again. */
  heard: Set<string>
  show: (change: Change | undefined) => void
  sound: () => void
  refresh: () => void
}

/** Says each change shortly before it comes and asks for the page afresh when it has; gives how to stop. */
export function watchChanges({ changes, heard, show, sound, refresh }: Watch): () => void {
  const timers: ReturnType<typeof setTimeout>[] = []
  const ahead = (left: number, act: () => void) => {
    // What has come is on the page: asked for again and again, each fresh page would ask for the next.
    if (left > 0) timers.push(setTimeout(act, left))
  }
  for (const change of changes) {
    const left = Date.parse(change.at) - Date.now()
    if (left <= -SHOWN) continue
    const announce = () => {
      show(change)
      if (left <= 0 || heard.has(change.at)) return
      heard.add(change.at)
      sound()
    }
    ahead(left - SOON - LOOK, refresh)
    timers.push(setTimeout(announce, Math.max(0, left - SOON)))
    ahead(left, refresh)
    ahead(left + SHOWN, () => show(undefined))
  }
  return () => timers.forEach(clearTimeout)
}
