import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { enrolments, trainings } from '#db/schema/training'
import { conflict, invalid, notFound } from '#domain/refused'
import { CompleteTraining } from '#domain/training'
import { command } from '#server/command'
import { dayOf } from '#server/training/day-queries'
import { recordPass, recordWaiver } from '#server/training/pass-queries'

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
    select e.team_id, e.site_id, (select (lower(s.period) at time zone coalesce(z.time_zone, 'Europe/Kyiv'))::date::text
      from training_sessions s left join sites z on z.id = s.site_id
      where s.id = ${enrolment?.sessionId ?? null}::uuid) as starts_on
    from people p left join current_employments e on e.person_id = p.id where p.id = ${personId}`)
  if (!training || !rows[0]) throw notFound()
  const { team_id: teamId, site_id: siteId, starts_on: startsOn } = rows[0]
  return { people: [personId], teamId, siteId, personId, training, enrolment, startsOn }
}

const closeEnrolment = async (
  tx: Tx,
  enrolment: typeof enrolments.$inferSelect,
  startsOn: string | null,
  completedOn: string,
  now: Date,
) => {
  if (!['booked', 'attended'].includes(enrolment.state)) throw conflict('enrolmentClosed')
  if (startsOn && completedOn < startsOn) throw invalid('completedOn', 'beforeSession')
  await tx
    .update(enrolments)
    .set({ state: 'completed', settledAt: now })
    .where(eq(enrolments.id, enrolment.id))
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
    const { completedOn } = input
    if (completedOn > (await dayOf(tx, personId, now))) throw invalid('completedOn', 'dateBehind')
    if (enrolment) await closeEnrolment(tx, enrolment, startsOn, completedOn, now)
    const made = { tx, now, newId }
    const facts = { personId, training, completedOn, recordedBy: actor.personId }
    notify({ to: [personId], kind: 'training.completed', href: `/training/${training.slug}` })
    if (input.outcome === 'waived') return recordWaiver(made, { ...facts, reason: input.reason })
    return recordPass(made, { ...facts, enrolmentId: enrolment?.id ?? null, score: input.score ?? null })
  },
})
