import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import type { POINTED_AT } from '#domain/recognition'
import { invalid } from '#domain/refused'
import { day } from '#domain/sheets'
import { dayOf } from '#server/recognition/day-queries'

type Given = { receiverId: string; evidence?: (typeof POINTED_AT)[number]; reference?: string; idea?: number }
type Kept = { evidenceKind: string | null; evidenceId: string | null; ideaId: string | null }

/** How long ago a shift may be that a praise points at. */
const DAYS_BACK = 90

/** A praise for a hidden idea would name its author, so only one that the receiver signed can be linked. */
const ideaOf = async (tx: Tx, number: number, receiverId: string, field: string): Promise<string> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from ideas where number = ${number} and author_mode = 'named' and author_id = ${receiverId} and not removed`)
  if (!rows[0]) throw invalid(field, 'noSuchIdea')
  return rows[0].id
}

const numberIn = (written: string): number => {
  const number = Number(written.replace(/^[№#]?\s*/, ''))
  if (!Number.isSafeInteger(number) || number < 1) throw invalid('reference', 'noSuchIdea')
  return number
}

const shiftOn = async (tx: Tx, receiverId: string, written: string, now: Date): Promise<string> => {
  const on = day.read(written)
  if (!on) throw invalid('reference', 'date')
  const { rows } = await tx.execute<{ id: string }>(sql`
    select s.id from shifts s where s.person_id = ${receiverId} and s.on_date = ${on}
      and s.on_date between ${dayOf(receiverId, now)} - ${DAYS_BACK}::int and ${dayOf(receiverId, now)}`)
  if (!rows[0]) throw invalid('reference', 'noSuchShift')
  return on
}

const trainingOf = async (tx: Tx, receiverId: string, written: string): Promise<string> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select t.id from completions c join trainings t on t.id = c.training_id
    where c.person_id = ${receiverId} and c.outcome = 'passed'
      and (t.slug = ${written} or lower(${written}) in (lower(t.title ->> 'uk'), lower(t.title ->> 'en')))
    order by c.completed_on desc limit 1`)
  if (!rows[0]) throw invalid('reference', 'noSuchTraining')
  return rows[0].id
}

/**
 * What a praise points at, proved where it can be: the receiver signed that idea, worked that shift or passed that training. A contact is
 * only named.
 */
export async function evidenceOf(
  tx: Tx,
  { receiverId, evidence, reference, idea }: Given,
  now: Date,
): Promise<Kept> {
  const linked = async (number: number, field: string): Promise<Kept> => ({
    evidenceKind: 'idea',
    evidenceId: null,
    ideaId: await ideaOf(tx, number, receiverId, field),
  })
  if (idea) return linked(idea, 'idea')
  if (!evidence) return { evidenceKind: null, evidenceId: null, ideaId: null }
  if (!reference) throw invalid('reference', 'required')
  if (evidence === 'idea') return linked(numberIn(reference), 'reference')
  const prove = {
    contact: async () => reference,
    shift: () => shiftOn(tx, receiverId, reference, now),
    training: () => trainingOf(tx, receiverId, reference),
  }
  return { evidenceKind: evidence, evidenceId: await prove[evidence](), ideaId: null }
}
