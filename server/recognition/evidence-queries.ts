import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import type { EVIDENCE } from '#domain/recognition'
import { invalid } from '#domain/refused'
import { day } from '#domain/sheets'
import { dayOf } from '#server/recognition/day-queries'

type Given = { receiverId: string; evidence?: (typeof EVIDENCE)[number]; reference?: string }
type Kept = { evidenceKind: string; evidenceId: string } | { evidenceKind: null; evidenceId: null }

/** How long ago a shift may be that a praise points at. */
const DAYS_BACK = 90

const shiftOn = async (tx: Tx, receiverId: string, written: string, now: Date): Promise<string> => {
  const on = day.read(written)
  if (!on) throw invalid('reference', 'date')
  const { rows } = await tx.execute<{ id: string }>(sql`
    select s.id from shifts s where s.person_id = ${receiverId} and s.on_date = ${on}
      and s.on_date between ${dayOf(receiverId, now)} - ${DAYS_BACK} and ${dayOf(receiverId, now)}`)
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

/** What a praise points at, proved where it can be: the receiver worked that shift, or passed that training. A contact is only named. */
export async function evidenceOf(
  tx: Tx,
  { receiverId, evidence, reference }: Given,
  now: Date,
): Promise<Kept> {
  if (!evidence) return { evidenceKind: null, evidenceId: null }
  if (!reference) throw invalid('reference', 'required')
  const prove = {
    contact: async () => reference,
    shift: () => shiftOn(tx, receiverId, reference, now),
    training: () => trainingOf(tx, receiverId, reference),
  }
  return { evidenceKind: evidence, evidenceId: await prove[evidence]() }
}
