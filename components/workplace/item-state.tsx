import type { Question } from '#components/workplace/round-question'
import type { QueuedAnswer, QueuedPhoto } from '#components/workplace/round-store'
import type { Known, Queue } from '#components/workplace/use-round'
import { bandOf, lacksPhoto } from '#domain/round-answers'
import type { Season } from '#domain/scoring'

export type ItemState = {
  queued: QueuedAnswer | undefined
  band: 'ok' | 'warn' | 'fail' | null
  photos: readonly QueuedPhoto[]
  hung: readonly string[]
  asksPhoto: boolean
}

/** How one question stands on this device: what waits, how it is rated (here, until the server has said), and whether it asks for a photo. */
export function itemState(item: Question, queue: Queue, known: Known, season: Season): ItemState {
  const queued = queue.answers.get(item.id)
  const told = known.has(item.id) ? known.get(item.id)?.band : item.answer?.band
  const band = queued ? bandOf(item, queued.given, season) : ((told ?? null) as ItemState['band'])
  const photos = queue.photos.filter(({ itemId }) => itemId === item.id)
  const hung = queue.hung.filter(({ itemId }) => itemId === item.id).map(({ fileId }) => fileId)
  const shown = item.photos.length + hung.length + photos.filter(({ refused }) => !refused).length
  const asksPhoto =
    lacksPhoto(item, band, shown) || (!queued && !shown && queue.photosMissing.includes(item.id))
  return { queued, band, photos, hung, asksPhoto }
}
