'use client'

import { useCallback, useEffect, useState } from 'react'
import type { LiveNotice } from '#components/ui/toast'

/** One message of the stream: the count now, and what has just arrived, already in the reader's words. */
export type LiveMessage = { unread: number; notice?: LiveNotice }

/** The page's own event: somebody was praised where the reader may see it. */
export const WALL_GREW = 'sviato:wall'

const shownFor = 12_000 // ms

/** Said to the whole page when something moved that a list on it may show. */
export const MOVED = 'room:moved'

/** Listens while the tab is seen: browsers allow six connections to a host, and people keep ten tabs open. */
export function useLiveNotices(initial: number, source = '/api/notices/live') {
  const [unread, setUnread] = useState(initial)
  const [notices, setNotices] = useState<LiveNotice[]>([])
  const dismiss = useCallback((id: string) => setNotices((all) => all.filter((one) => one.id !== id)), [])

  useEffect(() => setUnread(initial), [initial])

  useEffect(() => {
    let stream: EventSource | undefined
    let before = false
    const tellPage = () => dispatchEvent(new Event(MOVED))
    const timers = new Set<ReturnType<typeof setTimeout>>()
    function receive(event: MessageEvent<string>) {
      const message = JSON.parse(event.data) as LiveMessage
      setUnread(message.unread)
      const { notice } = message
      if (!notice) return
      setNotices((all) => [...all.filter((one) => one.id !== notice.id), notice].slice(-3))
      timers.add(setTimeout(() => dismiss(notice.id), shownFor))
    }
    function follow() {
      if (document.visibilityState === 'hidden') {
        stream?.close()
        stream = undefined
      } else if (!stream) {
        stream = new EventSource(source)
        stream.addEventListener('notice', receive)
        stream.addEventListener('wall', () => window.dispatchEvent(new Event(WALL_GREW)))
        stream.addEventListener('moved', tellPage)
        // What moved while nobody listened is told by nobody.
        if (before) stream.addEventListener('open', tellPage, { once: true })
        before = true
      }
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      stream?.close()
      for (const timer of timers) clearTimeout(timer)
    }
  }, [source, dismiss])

  return { unread, notices, dismiss }
}
