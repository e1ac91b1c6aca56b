import { z } from 'zod'
import { Answer, StartRound } from '#domain/workplace'

const Begun = StartRound.omit({ id: true }).required({ versionId: true, startedAt: true })

/** Everything that a phone has of one round and the server may not have yet; sent again it changes nothing. */
export const SyncRound = z.object({
  inspectionId: z.uuid(),
  /** Who filled it in: what one person answered is never sent in the name of another who uses the same phone. */
  personId: z.uuid(),
  /** Where the round was begun without a connection. */
  begun: Begun.optional(),
  answers: z
    .array(Answer.required({ mutation: true, revision: true }))
    .max(300)
    .default([]),
  photos: z
    .array(z.object({ itemId: z.uuid(), fileId: z.uuid() }))
    .max(100)
    .default([]),
  submit: z.boolean().default(false),
  /** How often the round had been given back when the person wanted it submitted: what came back since they have not read. */
  returns: z.number().int().min(0).optional(),
})

export type Theirs = {
  itemId: string
  revision: number
  state: string
  yes: boolean | null
  number: number | null
  choice: string | null
  words: string | null
  by: string
}
export type Synced = {
  kept: { itemId: string; mutation: string; revision: number; band: string | null }[]
  /** Answered otherwise by somebody else meanwhile: theirs stands until a person chooses. */
  conflicts: Theirs[]
  /** What cannot be taken, with a key under `refusals`. */
  refused: { itemId: string; key: string }[]
  photos: { fileId: string; itemId: string; key: string | null }[]
  /** Questions whose failed answer still lacks its photo: the round is submitted when they have one. */
  photosMissing: string[]
  /** The round takes no more answers. */
  closed: boolean
  /** Given back by whoever reviewed it, after it was submitted: the person reads why before it is handed in again. */
  returned: boolean
  /** It is submitted when the alarm is over. */
  paused: boolean
}
