import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { certificates } from '#db/schema/certificates'
import { assessments } from '#db/schema/growth'
import { completions, trainingCompetences, trainings } from '#db/schema/training'
import { codeOf } from '#domain/certificates'
import type { Text } from '#domain/text'
import { validUntil } from '#domain/training'
import { dayOf } from '#server/training/day-queries'

type Training = { id: string; title: Text; hours: number; validMonths: number | null; examConfirms: boolean }
export type Pass = {
  personId: string
  training: Training
  enrolmentId: string | null
  completedOn: string
  /** Per cent. */
  score: number | null
  /** Who says so; null: an exam that the portal marked itself. */
  recordedBy: string | null
}
type Waiver = Omit<Pass, 'enrolmentId' | 'score'> & { recordedBy: string; reason: string }
type Made = { tx: Tx; now: Date; newId: () => string }

/** The levels that the training gives and the person does not hold yet: proposed, or confirmed where its exam is enough. */
const proposeLevels = async (
  { tx, now, newId }: Made,
  { personId, training, recordedBy }: Pick<Pass, 'personId' | 'training' | 'recordedBy'>,
  state: 'proposed' | 'confirmed',
): Promise<number> => {
  const gained = await tx
    .select({ competenceId: trainingCompetences.competenceId, level: trainingCompetences.toLevel })
    .from(trainingCompetences)
    .where(
      and(
        eq(trainingCompetences.trainingId, training.id),
        sql`not exists (select 1 from current_levels l where l.person_id = ${personId}
          and l.competence_id = ${trainingCompetences.competenceId} and l.level >= ${trainingCompetences.toLevel})`,
      ),
    )
  if (gained.length) {
    const said = { personId, source: 'exam', assessorId: recordedBy, state, at: now }
    await tx.insert(assessments).values(gained.map((level) => ({ ...level, ...said, id: newId() })))
  }
  return gained.length
}

const rowOf = ({ training, completedOn, personId, recordedBy }: Omit<Pass, 'enrolmentId' | 'score'>) => ({
  personId,
  trainingId: training.id,
  completedOn,
  validUntil: validUntil(completedOn, training.validMonths),
  recordedBy,
})

type Kept = { completionId: string; levels: number }

/** Keeps a pass with its certificate and proposes the levels. The code comes from an id kept nowhere: nothing leads back to it. */
export async function recordPass(made: Made, pass: Pass): Promise<Kept> {
  const { tx, now, newId } = made
  const completionId = newId()
  const { enrolmentId, score, training } = pass
  const row = { ...rowOf(pass), id: completionId, outcome: 'passed', enrolmentId, score, createdAt: now }
  await tx.insert(completions).values(row)
  const code = codeOf(createHash('sha256').update(newId()).digest())
  const { title, hours } = training
  await tx.insert(certificates).values({ id: newId(), completionId, code, title, hours, issuedAt: now })
  await renewOthers(made, pass)
  // What ended long ago shows nothing about today.
  if (row.validUntil && row.validUntil < (await dayOf(tx, pass.personId, now)))
    return { completionId, levels: 0 }
  const levels = await proposeLevels(made, pass, training.examConfirms ? 'confirmed' : 'proposed')
  return { completionId, levels }
}

/** Passes that this shorter training renews: those that hold, or ended within ninety days. */
const renewOthers = async (made: Made, pass: Pass): Promise<void> => {
  const { personId, completedOn } = pass
  const { rows } = await made.tx.execute<{ id: string }>(sql`
    select t.id from trainings t join held_trainings h on h.training_id = t.id and h.person_id = ${personId}
    where t.renewed_by_id = ${pass.training.id} and t.retired_at is null and h.valid_until >= ${completedOn}::date - 90
      and h.valid_until < 'infinity' and not exists (select from completions c
        where c.person_id = h.person_id and c.training_id = t.id and c.completed_on = ${completedOn}::date)
    order by t.id`)
  for (const { id } of rows) {
    const [training] = await made.tx.select().from(trainings).where(eq(trainings.id, id))
    if (training) await recordPass(made, { ...pass, training, enrolmentId: null, score: null })
  }
}

/** Keeps that somebody knows it already, by the word of another person. */
export async function recordWaiver(made: Made, waiver: Waiver): Promise<Kept> {
  const { tx, now, newId } = made
  const completionId = newId()
  const row = { ...rowOf(waiver), id: completionId, outcome: 'waived', reason: waiver.reason, createdAt: now }
  await tx.insert(completions).values(row)
  return { completionId, levels: await proposeLevels(made, waiver, 'proposed') }
}
