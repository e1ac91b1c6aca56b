import type { KeptRound } from '#components/workplace/round-store'
import { queuedAnswers, queuedPhotos } from '#components/workplace/round-store'

const asText = (blob: Blob): Promise<string> =>
  new Promise((done, fail) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.onerror = () => fail(reader.error)
    reader.readAsDataURL(blob)
  })

/** Saves what was not sent as a file: answers as the REST door takes them, photos as data addresses. The last way out. */
export async function exportRound(round: KeptRound): Promise<void> {
  const { id, personId, begun, checklist, version, seat, room, site } = round
  const [answers, photos] = [await queuedAnswers(id), await queuedPhotos(id)]
  const told = {
    format: 'sviato-round',
    version: 1,
    inspectionId: id,
    personId,
    place: { seat, room, site },
    checklist: { title: checklist, version },
    begun,
    answers: answers.map(({ itemId, given, mutation, revision, at }) => ({
      ...given,
      itemId,
      mutation,
      revision,
      measuredAt: at,
    })),
    photos: await Promise.all(
      photos.map(async ({ id: fileId, itemId, blob, at }) => ({
        fileId,
        itemId,
        at,
        data: await asText(blob),
      })),
    ),
  }
  const file = new Blob([JSON.stringify(told, null, 2)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `round-${id}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
