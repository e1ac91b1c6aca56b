import { noticeWords } from '#app/_next/notice-words'
import { streamsOf } from '#app/_next/streams'
import { FESTIVE_NOTICES } from '#domain/notifications'
import { findSession, type Session } from '#server/accounts/actor-queries'
import type { Grown } from '#server/channels/live'
import { onMoved, onNotice, onWall } from '#server/channels/live'
import { liveNotices } from '#server/notifications/queries'
import { teamsOf } from '#server/recognition/visibility-queries'

/** Proxies close what is silent for long; a sign-out or an ended employment shows at the next beat at the latest. */
const BEAT = 25_000
/** Browsers open six connections to a host; more streams of one person are forgotten tabs. */
const STREAMS = 6
/** So long what moves is gathered before it is told, in ms. */
const GATHERED = 1000

const admit = streamsOf(STREAMS)

/** Whether a reader may hear of it: whoever gave it knows, and a team's praise is for the team. */
export const isForWall = (actor: Session['actor'], { giverId, teamId }: Grown): boolean =>
  giverId !== actor.personId && (teamId === null || teamsOf(actor).includes(teamId))

/** Server-sent events of one session: the unread count now and after each new notice, with its sentence; that the wall grew and that a room moved. */
export function streamNotices(
  session: Session,
  signal: AbortSignal,
  pause = BEAT,
): ReadableStream<Uint8Array> {
  const { actor, sessionId, locale } = session
  const words = noticeWords(locale)
  const encoder = new TextEncoder()
  let stop = (): unknown => undefined

  const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    let ended = false
    let told: { unread: number; id?: string } | undefined
    let turn = Promise.resolve()
    const release = (): boolean => {
      if (ended) return false
      ended = true
      clearInterval(beat)
      clearTimeout(soon)
      for (const hush of silence) hush()
      leave()
      signal.removeEventListener('abort', end)
      return true
    }
    const end = () => {
      if (release()) controller.close()
    }
    const send = (text: string) => {
      if (!ended) controller.enqueue(encoder.encode(text))
    }
    const tell = async () => {
      const { unread, latest } = await liveNotices(actor, {})
      const fresh = told !== undefined && latest && latest.id !== told.id ? latest : undefined
      const news = told === undefined || fresh || unread !== told.unread
      told = { unread, id: latest?.id }
      if (!news) return
      const festive = fresh && FESTIVE_NOTICES.includes(fresh.kind)
      const notice = fresh && { id: fresh.id, text: words(fresh), href: fresh.href, festive }
      send(`event: notice\ndata: ${JSON.stringify({ unread, notice })}\n\n`)
    }
    let soon: NodeJS.Timeout | undefined
    const tellMoved = () => {
      // Many at once are one: whoever hears asks for the list as it then is.
      soon ??= setTimeout(() => {
        soon = undefined
        send('event: moved\ndata: ideas\n\n')
      }, GATHERED)
    }
    const check = async () => {
      if (!sessionId || !(await findSession(sessionId))) return end()
      send(': still here\n\n')
    }
    // One after another, so that an old answer never follows a newer one; after a failure the browser comes back by itself.
    const inTurn = (work: () => Promise<void>) => {
      turn = turn.then(work).catch(end)
    }
    const silence = [
      onNotice(actor.personId, () => inTurn(tell)),
      onMoved('ideas', tellMoved),
      onWall((grown) => {
        if (isForWall(actor, grown)) send('event: wall\ndata: 1\n\n')
      }),
    ]
    const leave = admit(actor.personId, end)
    const beat = setInterval(() => inTurn(check), pause)
    signal.addEventListener('abort', end)
    // A browser that left has closed its side already.
    stop = release
    send('retry: 3000\n\n')
    inTurn(tell)
  }

  return new ReadableStream({ start, cancel: () => void stop() })
}
