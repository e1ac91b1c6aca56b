import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { db } from '#db/client'
import type { Actor } from '#domain/access'
import { faultsOf } from '#domain/faults'
import { Refused } from '#domain/refused'
import type { Synced } from '#domain/round-sync'
import { SyncRound } from '#domain/round-sync'
import type { Options } from '#server/command'
import { addPhoto } from '#server/workplace/add-photo'
import { answerItems } from '#server/workplace/answer-items'
import { itemsWithoutPhoto } from '#server/workplace/photo-queries'
import { startRound } from '#server/workplace/start-round'
import { submitRound } from '#server/workplace/submit-round'

type Sent = z.output<typeof SyncRound>
type Answers = Sent['answers']

const keyOf = (refused: Refused): string =>
  refused.fault?.key ?? Object.values(refused.fields)[0]?.key ?? `reason.${refused.reason}`

/** A resend after the answer to the first was lost: whatever the round's history has is kept, the rest came too late. */
const sortLate = async (answers: Answers): Promise<Pick<Synced, 'kept' | 'refused'>> => {
  const mutations = answers.map((answer) => answer.mutation)
  const { rows } = await db.execute<{ mutation: string }>(
    sql`select mutation from answer_events where mutation = any(${sql.param(mutations)}::uuid[])`,
  )
  const known = new Set(rows.map((row) => row.mutation))
  const late = answers.filter((answer) => !known.has(answer.mutation))
  return {
    kept: answers
      .filter((answer) => known.has(answer.mutation))
      .map(({ itemId, mutation, revision }) => ({ itemId, mutation, revision: revision + 1, band: null })),
    refused: late.map(({ itemId }) => ({ itemId, key: 'constraint.answers_closed' })),
  }
}

const nothing = (): Synced => ({
  kept: [],
  conflicts: [],
  refused: [],
  photos: [],
  photosMissing: [],
  closed: false,
  returned: false,
  paused: false,
})

const keepSome = async (actor: Actor, inspectionId: string, answers: Answers, options: Options) => {
  const result = await answerItems(actor, { inspectionId, answers }, options)
  const mutationOf = new Map(answers.map(({ itemId, mutation }) => [itemId, mutation]))
  const kept = result.kept.map((one) => ({ ...one, mutation: mutationOf.get(one.itemId) ?? '' }))
  return { kept, conflicts: result.conflicts }
}

/** All at once; where one cannot be taken, one by one, so that it holds up no other. */
const keepAll = async (actor: Actor, { inspectionId, answers }: Sent, options: Options): Promise<Synced> => {
  const synced = nothing()
  if (!answers.length) return synced
  try {
    return { ...synced, ...(await keepSome(actor, inspectionId, answers, options)) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (keyOf(error) === 'constraint.answers_closed')
      return { ...synced, ...(await sortLate(answers)), closed: true }
    if (error.reason !== 'invalid') throw error
    if (answers.length === 1)
      return { ...synced, refused: answers.map(({ itemId }) => ({ itemId, key: keyOf(error) })) }
  }
  for (const answer of answers) {
    const one = await keepAll(actor, { inspectionId, answers: [answer] } as Sent, options)
    synced.kept.push(...one.kept)
    synced.conflicts.push(...one.conflicts)
    synced.refused.push(...one.refused)
  }
  return synced
}

const addAll = async (actor: Actor, { inspectionId, photos }: Sent, options: Options) => {
  const outcomes: Synced['photos'] = []
  for (const { itemId, fileId } of photos) {
    try {
      await addPhoto(actor, { inspectionId, itemId, fileId }, options)
      outcomes.push({ fileId, itemId, key: null })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      outcomes.push({ fileId, itemId, key: keyOf(error) })
    }
  }
  return outcomes
}

const timesReturned = async (inspectionId: string): Promise<number> => {
  const { rows } = await db.execute<{ times: number }>(sql`
    select count(*)::int as times from inspection_reviews where inspection_id = ${inspectionId} and outcome = 'returned'`)
  return rows[0]?.times ?? 0
}

const isSubmitted = async (inspectionId: string): Promise<boolean> => {
  const { rows } = await db.execute<{ status: string }>(
    sql`select status from inspections where id = ${inspectionId}`,
  )
  return rows[0]?.status === 'submitted' || rows[0]?.status === 'approved'
}

type Submitted = Partial<Pick<Synced, 'closed' | 'paused' | 'photosMissing'>>

/** What stands in the way for now is told, so that the phone goes on wanting it. */
const submit = async (actor: Actor, inspectionId: string, options: Options): Promise<Submitted> => {
  try {
    await submitRound(actor, { inspectionId }, options)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.fault?.key === 'workplace.alarmOn') return { paused: true }
    if (error.fault?.key === 'workplace.photosMissing')
      return { photosMissing: await itemsWithoutPhoto(db, inspectionId) }
    // The answer to the first submission was lost on its way.
    if (!(await isSubmitted(inspectionId))) throw error
  }
  return { closed: true }
}

/**
 * Takes over what a phone has of one round: begins it, keeps the answers, hangs up the photos, submits. Each step is a command of its
 * own that does nothing the second time, so a connection that breaks anywhere costs nothing. @throws Refused where the round is not
 * the actor's to fill in.
 */
export async function syncRound(actor: Actor, raw: unknown, options: Options = {}): Promise<Synced> {
  const parsed = SyncRound.safeParse(raw, { reportInput: true })
  if (!parsed.success) throw new Refused('invalid', faultsOf(parsed.error))
  const sent = parsed.data
  if (sent.personId !== actor.personId) throw new Refused('forbidden')
  if (sent.begun) await startRound(actor, { ...sent.begun, id: sent.inspectionId }, options)
  const synced = await keepAll(actor, sent, options)
  synced.photos = await addAll(actor, sent, options)
  const whole = !synced.conflicts.length && !synced.refused.length && synced.photos.every(({ key }) => !key)
  if (!sent.submit || !whole || synced.closed) return synced
  if (sent.returns !== undefined && (await timesReturned(sent.inspectionId)) > sent.returns)
    return { ...synced, returned: true }
  return { ...synced, ...(await submit(actor, sent.inspectionId, options)) }
}
