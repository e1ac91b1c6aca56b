'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { KeptRound, QueuedAnswer, QueuedPhoto } from '#components/workplace/round-store'
import {
  dropPhoto,
  keepRound,
  keptRound,
  queueAnswer,
  queuedAnswers,
  queuedPhotos,
  queuePhoto,
  settleAnswer,
} from '#components/workplace/round-store'
import type { Sending } from '#components/workplace/send-round'
import { sendRound } from '#components/workplace/send-round'
import type { Given } from '#domain/round-answers'

const AGAIN_AFTER = 15_000
const PAUSE = 800

export type Queue = {
  answers: ReadonlyMap<string, QueuedAnswer>
  photos: readonly QueuedPhoto[]
  /** `idle`: nothing was tried yet. */
  state: 'idle' | 'sending' | Sending['state']
  closed: boolean
  /** Given back since this device read it. */
  returned: boolean
  /** Begun here, and the server has not heard of it yet. */
  begun: boolean
  /** An alarm is on: it is submitted afterwards. */
  paused: boolean
  /** Questions whose failed answer lacks its photo, as the server says. */
  photosMissing: readonly string[]
  /** Photos that were sent while the page is open, by question. */
  hung: readonly { fileId: string; itemId: string }[]
}
/** The bands that the server gave, and the revisions it has now, by question. */
export type Known = ReadonlyMap<string, { revision: number; band: string | null }>

const EMPTY: Queue = {
  answers: new Map(),
  photos: [],
  state: 'idle',
  closed: false,
  returned: false,
  begun: false,
  paused: false,
  photosMissing: [],
  hung: [],
}

/**
 * Keeps a round on this device first and sends it when it can: at once, when the connection comes back, when the page is looked at
 * again, and every 15 seconds while something waits. `ready` tells that what was kept before
 * has been read, `restored` which answers that were.
 */
export function useRound(round: KeptRound) {
  const [queue, setQueue] = useState(EMPTY)
  const [known, setKnown] = useState<Known>(new Map())
  const [ready, setReady] = useState(false)
  const [restored, setRestored] = useState<ReadonlyMap<string, QueuedAnswer>>(new Map())
  const busy = useRef(false)
  const closed = useRef(false)
  const kept = useRef(round)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { id } = round

  const read = useCallback(async () => {
    const [answers, photos] = [await queuedAnswers(id), await queuedPhotos(id)]
    const byItem = new Map(answers.map((answer) => [answer.itemId, answer]))
    setQueue((before) => ({ ...before, answers: byItem, photos }))
    const stuck = answers.some(({ refused, theirs }) => refused || theirs)
    const wanted = Boolean(kept.current.submitWanted) && !closed.current && !stuck
    return (
      wanted ||
      answers.some(({ refused, theirs }) => !refused && !theirs) ||
      photos.some(({ refused }) => !refused)
    )
  }, [id])

  const send = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    setQueue((before) => ({ ...before, state: 'sending' }))
    let sending: Sending
    let more: boolean
    do {
      sending = await sendRound(kept.current)
      if (sending.state === 'sent') {
        const { synced } = sending
        // Wanted once, it stays wanted until the round is closed: what was in the way is mended or sent first.
        kept.current = { ...kept.current, begun: undefined }
        if (synced.returned) kept.current.submitWanted = false
        setKnown((before) => new Map([...before, ...synced.kept.map((one) => [one.itemId, one] as const)]))
        const { paused, returned, photosMissing } = synced
        const hung = synced.photos.filter(({ key }) => !key)
        setQueue((before) => ({
          ...before,
          closed: before.closed || synced.closed,
          paused,
          returned,
          begun: false,
          photosMissing,
          hung: [...before.hung, ...hung],
        }))
        closed.current ||= synced.closed
      }
      more = (await read()) && sending.state === 'sent' && sending.synced.kept.length > 0
    } while (more)
    busy.current = false
    setQueue((before) => ({ ...before, state: sending.state }))
  }, [read])

  const soon = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), PAUSE)
  }, [send])

  useEffect(() => {
    const begin = async () => {
      const before = await keptRound(id)
      // What was given back since then is not handed in again as it was.
      const unread = (before?.returns ?? 0) < (kept.current.returns ?? 0)
      const submitWanted = before?.submitWanted && !unread
      kept.current = { ...kept.current, begun: before?.begun, submitWanted }
      await keepRound(kept.current)
      const begun = Boolean(kept.current.begun)
      setQueue((shown) => ({ ...shown, begun }))
      const waits = await read()
      setRestored(new Map((await queuedAnswers(id)).map((one) => [one.itemId, one])))
      setReady(true)
      if (waits || kept.current.begun || kept.current.submitWanted) void send()
    }
    void begin()
  }, [id, read, send])

  useEffect(() => {
    const again = () => {
      if (document.visibilityState === 'visible') void read().then((waits) => (waits ? send() : undefined))
    }
    const ticking = setInterval(again, AGAIN_AFTER)
    addEventListener('online', again)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(ticking)
      removeEventListener('online', again)
      document.removeEventListener('visibilitychange', again)
    }
  }, [read, send])

  const answer = useCallback(
    async (itemId: string, given: Given, revision: number) => {
      const queued = { roundId: id, itemId, given, mutation: crypto.randomUUID(), revision }
      await queueAnswer({ ...queued, at: new Date().toISOString() })
      await read()
      soon()
    },
    [id, read, soon],
  )
  const photograph = useCallback(
    async (itemId: string, blob: Blob) => {
      const photo = { id: crypto.randomUUID(), roundId: id, itemId, blob, uploaded: false }
      await queuePhoto({ ...photo, at: new Date().toISOString() })
      await read()
      soon()
    },
    [id, read, soon],
  )
  const unphotograph = useCallback(
    async (photoId: string) => {
      await dropPhoto(photoId)
      await read()
    },
    [read],
  )
  /** Takes back what was said here; somebody else's answer stands. */
  const drop = useCallback(
    async (itemId: string, mutation: string) => {
      await settleAnswer(id, itemId, mutation)
      await read()
    },
    [id, read],
  )
  const submit = useCallback(async () => {
    kept.current = { ...kept.current, submitWanted: true }
    await keepRound(kept.current)
    await send()
  }, [send])

  return { queue, known, ready, restored, send, drop, answer, photograph, unphotograph, submit }
}
