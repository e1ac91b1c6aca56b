import type { KeptRound } from '#components/workplace/round-store'
import {
  dropPhoto,
  forgetRound,
  keepRound,
  queueAnswer,
  queuedAnswers,
  queuedPhotos,
  queuePhoto,
  settleAnswer,
} from '#components/workplace/round-store'
import type { Synced } from '#domain/round-sync'

/** How a try to send ended; `signedOut` and `another` need a person, `offline` needs time. */
export type Sending =
  | { state: 'sent'; synced: Synced }
  | { state: 'offline' | 'signedOut' | 'another' | 'failed' | 'gone' }

const AT_MOST = 200

const failure = (status: number): Sending['state'] => {
  if (status === 401) return 'signedOut'
  if (status === 403) return 'another'
  return status === 404 ? 'gone' : 'failed'
}

const uploadPhotos = async (round: KeptRound): Promise<Sending['state'] | undefined> => {
  for (const photo of await queuedPhotos(round.id)) {
    // Kept by an older version, which let through what the browser could not draw, with its place and time.
    if (photo.blob.type !== 'image/jpeg') {
      await dropPhoto(photo.id)
      continue
    }
    if (photo.uploaded || photo.refused) continue
    const form = new FormData()
    form.set('id', photo.id)
    form.set('room', 'workplace')
    form.set('file', photo.blob, 'picture')
    const response = await fetch('/api/files', { method: 'POST', body: form })
    if (response.ok) await queuePhoto({ ...photo, uploaded: true })
    else if (response.status === 422) await queuePhoto({ ...photo, refused: 'notAPicture' })
    else return failure(response.status)
  }
  return undefined
}

/** Begun it is on the server now; given back, it waits for the person to read why. */
const keepState = async (round: KeptRound, { returned }: Synced): Promise<void> => {
  if (!round.begun && !returned) return
  await keepRound({ ...round, begun: undefined, submitWanted: round.submitWanted && !returned })
}

const apply = async (round: KeptRound, synced: Synced): Promise<void> => {
  for (const { itemId, mutation } of synced.kept) await settleAnswer(round.id, itemId, mutation)
  const queued = new Map((await queuedAnswers(round.id)).map((answer) => [answer.itemId, answer]))
  for (const theirs of synced.conflicts) {
    const answer = queued.get(theirs.itemId)
    if (answer) await queueAnswer({ ...answer, theirs })
  }
  for (const { itemId, key } of synced.refused) {
    const answer = queued.get(itemId)
    if (answer) await queueAnswer({ ...answer, refused: key })
  }
  const photos = new Map((await queuedPhotos(round.id)).map((photo) => [photo.id, photo]))
  for (const { fileId, key } of synced.photos) {
    const photo = photos.get(fileId)
    if (!key) await dropPhoto(fileId)
    else if (photo) await queuePhoto({ ...photo, refused: key })
  }
  await keepState(round, synced)
  if (synced.closed && !synced.refused.length) await forgetRound(round.id)
}

const bodyOf = async (round: KeptRound) => {
  const answers = (await queuedAnswers(round.id)).filter(({ refused, theirs }) => !refused && !theirs)
  const photos = (await queuedPhotos(round.id)).filter(({ uploaded, refused }) => uploaded && !refused)
  const sent = answers.slice(0, AT_MOST)
  return {
    inspectionId: round.id,
    personId: round.personId,
    begun: round.begun,
    answers: sent.map(({ itemId, given, mutation, revision, at }) => ({
      ...given,
      itemId,
      mutation,
      revision,
      measuredAt: given.number === undefined ? undefined : at,
    })),
    photos: photos.map(({ id, itemId }) => ({ fileId: id, itemId })),
    submit: Boolean(round.submitWanted) && sent.length === answers.length,
    returns: round.returns ?? 0,
  }
}

const send = async (round: KeptRound): Promise<Sending> => {
  const stopped = await uploadPhotos(round)
  if (stopped) return { state: stopped } as Sending
  const response = await fetch('/api/rounds', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(await bodyOf(round)),
  })
  if (!response.ok) return { state: failure(response.status) } as Sending
  const synced = (await response.json()) as Synced
  await apply(round, synced)
  return { state: 'sent', synced }
}

/**
 * Sends what a round has waiting: photos one by one, then everything else at once. What the server took leaves the queue.
 * A round open in two tabs, or sent by a list just left, is sent by one of them at a time.
 */
export async function sendRound(round: KeptRound): Promise<Sending> {
  if (!navigator.onLine) return { state: 'offline' }
  try {
    return await navigator.locks.request(`round-${round.id}`, () => send(round))
  } catch {
    return { state: 'offline' }
  }
}
