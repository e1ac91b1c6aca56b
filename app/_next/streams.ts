/** What a stream of server-sent events is sent with; nothing between may gather it. */
export const eventStream = (body: ReadableStream<Uint8Array>): Response =>
  new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  })

/** Counts the open streams of a person: the oldest beyond `most` ends, since it belongs to a forgotten tab. @returns what forgets one */
export function streamsOf(most: number) {
  const open = new Map<string, Set<() => void>>()
  return (personId: string, end: () => void): (() => void) => {
    const mine = open.get(personId) ?? new Set()
    open.set(personId, mine.add(end))
    const [oldest] = mine
    if (mine.size > most) oldest?.()
    return () => {
      mine.delete(end)
      if (!mine.size && open.get(personId) === mine) open.delete(personId)
    }
  }
}
