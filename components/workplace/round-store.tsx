import type { DBSchema, IDBPDatabase } from 'idb'
import { openDB } from 'idb'
import type { RoundInstrument } from '#components/workplace/instrument-select'
import type { RoundSection } from '#components/workplace/round-question'
import type { Given } from '#domain/round-answers'
import type { Theirs } from '#domain/round-sync'
import type { Season } from '#domain/scoring'
import type { Text } from '#domain/text'

/** A round as this device keeps it: what it asks, where, and whose it is. No name of a person stands in it. */
export type KeptRound = {
  id: string
  personId: string
  checklist: Text
  version: number
  seat: string | null
  room: Text
  site: Text
  sections: RoundSection[]
  instruments: RoundInstrument[]
  /** Absent in what an older version kept. */
  season?: Season
  /** Where it was begun here, without a connection. */
  begun?: { checklistId: string; versionId: string; startedAt: string; workplaceId?: string; roomId?: string }
  submitWanted?: boolean
  /** How often it had been given back when this device read it. */
  returns?: number
  keptAt: string
}

/** `revision` is the one that the person saw; `theirs` is what somebody else answered meanwhile. */
export type QueuedAnswer = {
  roundId: string
  itemId: string
  given: Given
  mutation: string
  revision: number
  at: string
  refused?: string
  theirs?: Theirs
}
/** `uploaded`: the server has the picture, and not yet where it hangs. */
export type QueuedPhoto = {
  id: string
  roundId: string
  itemId: string
  blob: Blob
  at: string
  uploaded: boolean
  refused?: string
}
/** What a round can be begun with while there is no connection. */
export type Kit = {
  personId: string
  checklists: KitChecklist[]
  places: { id: string; code: string | null; room: Text; site: Text; siteId: string; isRoom: boolean }[]
  instruments: (RoundInstrument & { siteId: string | null })[]
  keptAt: string
}
type KitItem = Omit<RoundSection['items'][number], 'photos' | 'answer'> & { perSeat: boolean }
export type KitChecklist = {
  checklistId: string
  versionId: string
  title: Text
  version: number
  sections: (Omit<RoundSection, 'items'> & { items: KitItem[] })[]
}

interface Schema extends DBSchema {
  rounds: { key: string; value: KeptRound }
  answers: { key: [string, string]; value: QueuedAnswer }
  photos: { key: string; value: QueuedPhoto; indexes: { round: string } }
  kits: { key: string; value: Kit }
}

let opening: Promise<IDBPDatabase<Schema>> | undefined

const open = () => {
  opening ??= openDB<Schema>('sviato-rounds', 1, {
    upgrade(store) {
      store.createObjectStore('rounds', { keyPath: 'id' })
      store.createObjectStore('answers', { keyPath: ['roundId', 'itemId'] })
      store.createObjectStore('photos', { keyPath: 'id' }).createIndex('round', 'roundId')
      store.createObjectStore('kits', { keyPath: 'personId' })
    },
  })
  return opening
}

const ofRound = (roundId: string) => IDBKeyRange.bound([roundId, ''], [roundId, '￿'])

export const keepRound = async (round: KeptRound) => (await open()).put('rounds', round)
export const keptRound = async (id: string) => (await open()).get('rounds', id)
export const keptRounds = async () => (await open()).getAll('rounds')
export const keepKit = async (kit: Kit) => (await open()).put('kits', kit)
export const keptKits = async () => (await open()).getAll('kits')

export const queueAnswer = async (answer: QueuedAnswer) => (await open()).put('answers', answer)
export const queuedAnswers = async (roundId: string) => (await open()).getAll('answers', ofRound(roundId))
export const queuePhoto = async (photo: QueuedPhoto) => (await open()).put('photos', photo)
export const queuedPhotos = async (roundId: string) =>
  (await open()).getAllFromIndex('photos', 'round', roundId)
export const dropPhoto = async (id: string) => (await open()).delete('photos', id)

/** Takes an answer off the queue unless it was changed again while it was on its way. */
export async function settleAnswer(roundId: string, itemId: string, mutation: string): Promise<void> {
  const work = (await open()).transaction('answers', 'readwrite')
  const now = await work.store.get([roundId, itemId])
  if (now?.mutation === mutation) await work.store.delete([roundId, itemId])
  await work.done
}

/** Nothing of a round stays on a device that needs none of it. */
export async function forgetRound(id: string): Promise<void> {
  const work = (await open()).transaction(['rounds', 'answers', 'photos'], 'readwrite')
  const photos = await work.objectStore('photos').index('round').getAllKeys(id)
  await Promise.all([
    work.objectStore('rounds').delete(id),
    work.objectStore('answers').delete(ofRound(id)),
    ...photos.map((key) => work.objectStore('photos').delete(key)),
    work.done,
  ])
}
