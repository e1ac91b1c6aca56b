import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { answerEvents, answers as answerRows } from '#db/schema/inspections'
import { people } from '#db/schema/people'
import { Refused } from '#domain/refused'
import type { Theirs } from '#domain/round-sync'
import { rateAnswer } from '#domain/scoring'
import type { Answer } from '#domain/workplace'
import type { Context } from '#server/command'
import { type Item, loadItems, type Round } from '#server/workplace/round-queries'

type Row = typeof answerRows.$inferSelect
type Acting = Pick<Context, 'tx' | 'now' | 'newId'> & { personId: string; round: Round }
export type Kept = { itemId: string; revision: number; band: string | null }

const rowOf = ({ now, personId, round }: Acting, item: Item, answer: Answer) => {
  const value = { yes: answer.yes ?? null, number: answer.number ?? null, choice: answer.choice ?? null }
  const rated =
    answer.state === 'answered' ? rateAnswer(item, value, round.season) : { score: null, band: null }
  return {
    inspectionId: round.id,
    versionId: round.versionId,
    itemId: item.id,
    state: answer.state,
    ...value,
    words: answer.words || null,
    comment: answer.comment || null,
    reason: answer.reason || null,
    instrumentId: answer.instrumentId ?? null,
    measuredAt: answer.measuredAt ? new Date(answer.measuredAt) : null,
    answeredBy: personId,
    answeredAt: now,
    ...rated,
  }
}

const said = (row: Omit<Row, 'revision' | 'calibratedUntil'>) => {
  const { state, yes, number, choice, words, comment, reason, instrumentId } = row
  return { state, yes, number, choice, words, comment, reason, instrumentId }
}

const conflictOf = ({ itemId, revision, state, yes, number, choice, words }: Row, by: string): Theirs => ({
  itemId,
  revision,
  state,
  yes,
  number,
  choice,
  words,
  by,
})

const namesOf = async (tx: Tx, rows: Row[]): Promise<Map<string, string>> => {
  const ids = [...new Set(rows.map((row) => row.answeredBy))]
  if (!ids.length) return new Map()
  const found = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids))
  return new Map(found.map(({ id, name }) => [id, name]))
}

/** The stored row comes back where it is another than the sender saw: nothing is overwritten. */
const keepOne = async (
  context: Acting,
  item: Item,
  answer: Answer,
  before: Row | undefined,
): Promise<Kept | Row> => {
  const { tx, now, newId, personId } = context
  const row = rowOf(context, item, answer)
  if (before && JSON.stringify(said(before)) === JSON.stringify(said(row)))
    return { itemId: item.id, revision: before.revision, band: before.band }
  if (before && (answer.revision ?? 0) !== before.revision) return before
  const revision = (before?.revision ?? 0) + 1
  const same = and(eq(answerRows.inspectionId, row.inspectionId), eq(answerRows.itemId, item.id))
  if (before) {
    await tx
      .update(answerRows)
      .set({ ...row, revision })
      .where(same)
  } else {
    const made = await tx
      .insert(answerRows)
      .values({ ...row, revision })
      .onConflictDoNothing()
      .returning()
    // Somebody else answered it first, a moment ago.
    if (!made.length) {
      const [first] = await tx.select().from(answerRows).where(same).for('update')
      return keepOne(context, item, answer, first)
    }
  }
  const event = { id: newId(), inspectionId: row.inspectionId, itemId: item.id, at: now, byId: personId }
  await tx.insert(answerEvents).values({
    ...event,
    mutation: answer.mutation ?? newId(),
    before: before ? said(before) : null,
    after: said(row),
  })
  return { itemId: item.id, revision, band: row.band }
}

/**
 * Stores answers one by one: a change that was sent before is known by its mutation and changes nothing, an answer that somebody
 * else changed meanwhile comes back as a conflict with their value.
 */
export async function keepAnswers(
  context: Acting,
  answers: readonly Answer[],
): Promise<{ kept: Kept[]; conflicts: Theirs[] }> {
  const { tx, round } = context
  const items = new Map((await loadItems(tx, round)).map((item) => [item.id, item]))
  const ids = answers.map((answer) => answer.itemId)
  const mine = and(eq(answerRows.inspectionId, round.id), inArray(answerRows.itemId, ids))
  const known = new Map(
    (await tx.select().from(answerRows).where(mine).for('update')).map((row) => [row.itemId, row]),
  )
  const mutations = answers.map((answer) => answer.mutation).filter((id) => id !== undefined)
  const sent = mutations.length
    ? await tx
        .select({ id: answerEvents.mutation })
        .from(answerEvents)
        .where(inArray(answerEvents.mutation, mutations))
    : []
  const kept: Kept[] = []
  const theirs: Row[] = []
  for (const [index, answer] of answers.entries()) {
    const item = items.get(answer.itemId)
    if (!item) throw new Refused('invalid', { [`answers.${index}.itemId`]: { key: 'wrong' } })
    const before = known.get(item.id)
    if (before && sent.some(({ id }) => id === answer.mutation)) {
      kept.push({ itemId: item.id, revision: before.revision, band: before.band })
      continue
    }
    const outcome = await keepOne(context, item, answer, before)
    if ('answeredBy' in outcome) theirs.push(outcome)
    else kept.push(outcome)
  }
  const names = await namesOf(tx, theirs)
  return { kept, conflicts: theirs.map((row) => conflictOf(row, names.get(row.answeredBy) ?? '')) }
}
