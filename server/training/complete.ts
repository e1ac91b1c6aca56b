import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { assessments } from '#db/schema/growth'
import { completions, enrolments, trainingCompetences, trainings } from '#db/schema/training'
import { conflict, invalid, notFound } from '#domain/refused'
import { CompleteTraining, validUntil } from '#domain/training'
import { command } from '#server/command'

type Wanted = z.output<typeof CompleteTraining>

const enrolmentOf = async (tx: Tx, wanted: Wanted) => {
  if (wanted.outcome === 'waived') return null
  const [enrolment] = await tx
    .select()
    .from(enrolments)
    .where(eq(enrolments.id, wanted.enrolmentId))
    .for('update')
  if (!enrolment) throw notFound()
  return enrolment
}

const loadConcerned = async (tx: Tx, wanted: Wanted) => {
  const enrolment = await enrolmentOf(tx, wanted)
  const personId = wanted.outcome === 'waived' ? wanted.personId : enrolment?.personId
  const trainingId = wanted.outcome === 'waived' ? wanted.trainingId : enrolment?.trainingId
  if (!personId || !trainingId) throw notFound()
  const [training] = await tx.select().from(trainings).where(eq(trainings.id, trainingId))
  const { rows } = await tx.execute<{
    team_id: string | null
    site_id: string | null
    starts_on: string | null
  }>(sql`
    select e.team_id, e.site_id, (select lower(s.period)::date::text from training_sessions s
      where s.id = ${enrolment?.sessionId ?? null}::uuid) as starts_on
    from people p left join current_employments e on e.person_id = p.id where p.id = ${personId}`)
  if (!training || !rows[0]) throw notFound()
  const { team_id: teamId, site_id: siteId, starts_on: startsOn } = rows[0]
  return { people: [personId], teamId, siteId, personId, training, enrolment, startsOn }
}

/** The levels that the training gives and the person does not hold yet: proposed, or confirmed where its exam is enough. */
const proposeLevels = async (
  tx: Tx,
  {
    personId,
    trainingId,
    assessorId,
    confirmed,
  }: Record<'personId' | 'trainingId' | 'assessorId', string> & { confirmed: boolean },
  now: Date,
  newId: () => string,
): Promise<number> => {
  const gained = await tx
    .select({ competenceId: trainingCompetences.competenceId, level: trainingCompetences.toLevel })
    .from(trainingCompetences)
    .where(
      and(
        eq(trainingCompetences.trainingId, trainingId),
        sql`not exists (select 1 from current_levels l where l.person_id = ${personId}
          and l.competence_id = ${trainingCompetences.competenceId} and l.level >= ${trainingCompetences.toLevel})`,
      ),
    )
  if (gained.length) {
    const state = confirmed ? 'confirmed' : 'proposed'
    await tx.insert(assessments).values(
      gained.map((level) => ({
        ...level,
        id: newId(),
        personId,
        source: 'exam',
        assessorId,
        state,
        at: now,
      })),
    )
  }
  return gained.length
}

/** A trainer or HR marks a training as passed, or waives it for what somebody knows already. Nobody does so for themselves. */
export const completeTraining = command({
  verb: 'training.complete',
  input: CompleteTraining,
  output: z.object({ completionId: z.uuid(), levels: z.number() }),
  subject: (tx, input) => loadConcerned(tx, input),
  readable: 'training.enrolments',
  audit: ({ input, subject, result }) => ({
    kind: 'completion',
    id: result.completionId,
    detail: { personId: subject.personId, trainingId: subject.training.id, outcome: input.outcome },
  }),
  async run({ tx, actor, input, subject: { personId, training, enrolment, startsOn }, now, newId, notify }) {
    if (personId === actor.personId) throw conflict('notYourself')
    const today = now.toISOString().slice(0, 10)
    if (input.completedOn > today) throw invalid('completedOn', 'dateBehind')
    if (enrolment) {
      if (!['booked', 'attended'].includes(enrolment.state)) throw conflict('enrolmentClosed')
      if (startsOn && input.completedOn < startsOn) throw invalid('completedOn', 'beforeSession')
      await tx
        .update(enrolments)
        .set({ state: 'completed', settledAt: now })
        .where(eq(enrolments.id, enrolment.id))
    }
    const completionId = newId()
    await tx.insert(completions).values({
      id: completionId,
      personId,
      trainingId: training.id,
      enrolmentId: enrolment?.id ?? null,
      outcome: input.outcome,
      score: input.outcome === 'passed' ? (input.score ?? null) : null,
      completedOn: input.completedOn,
      validUntil: validUntil(input.completedOn, training.validMonths),
      recordedBy: actor.kind === 'person' ? actor.personId : null,
      reason: input.outcome === 'waived' ? input.reason : null,
      createdAt: now,
    })
    const confirmed = training.examConfirms && input.outcome === 'passed'
    const who = { personId, trainingId: training.id, assessorId: actor.personId, confirmed }
    const levels = actor.kind === 'person' ? await proposeLevels(tx, who, now, newId) : 0
    notify({ to: [personId], kind: 'training.completed', href: `/training/${training.slug}` })
    return { completionId, levels }
  },
})
