import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { enrolments, trainings } from '#db/schema/training'
import { trainingChecks } from '#db/schema/training-checks'
import { conflict, notFound } from '#domain/refused'
import { BeginTraining } from '#domain/training'
import { byActor, command } from '#server/command'
import { todayFor } from '#server/training/day-queries'

/** At one's own pace, or by a check-list that a mentor signs off. */
const begins = async (tx: Tx, { id, format }: { id: string; format: string }): Promise<boolean> => {
  if (format === 'self-paced') return true
  if (!['on-the-job', 'mentoring'].includes(format)) return false
  const [check] = await tx
    .select({ id: trainingChecks.id })
    .from(trainingChecks)
    .where(and(eq(trainingChecks.trainingId, id), isNull(trainingChecks.retiredAt)))
    .limit(1)
  return check !== undefined
}

/** Whose move it is: the mentor's, or the supervisor's where somebody has none. */
const signersOf = async (tx: Tx, personId: string, now: Date): Promise<string[]> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select coalesce(
      (select m.mentor_id from mentorships m where m.mentee_id = ${personId} and m.valid @> ${todayFor(personId, now)} limit 1),
      (select g.person_id from current_employments e join current_grants g on g.team_id = e.team_id and g.role = 'supervisor'
        where e.person_id = ${personId} and g.person_id <> ${personId} limit 1)) as id`)
  return rows.flatMap(({ id }) => id ?? [])
}

/** Begins a training that needs no seat and no date. Whoever has passed it before renews it. */
export const beginTraining = command({
  verb: 'training.begin',
  input: BeginTraining,
  output: z.object({ enrolmentId: z.uuid(), slug: z.string() }),
  subject: async (tx, input, actor) => {
    const [training] = await tx.select().from(trainings).where(eq(trainings.id, input.trainingId))
    if (!training) throw notFound()
    return { ...byActor(tx, input, actor), training }
  },
  audit: ({ input, result }) => ({
    kind: 'training',
    id: input.trainingId,
    detail: { enrolmentId: result.enrolmentId },
  }),
  async run({ tx, actor, input, subject: { training }, now, newId, notify }) {
    if (training.retiredAt) throw conflict('trainingRetired')
    if (!(await begins(tx, training))) throw conflict('trainingNeedsSession')
    const { rows: held } = await tx.execute(sql`
      select from held_trainings h where h.person_id = ${actor.personId} and h.training_id = ${training.id}`)
    const enrolmentId = newId()
    await tx.insert(enrolments).values({
      id: enrolmentId,
      personId: actor.personId,
      trainingId: training.id,
      why: held.length ? 'renewal' : input.why,
      state: 'booked',
      askedBy: actor.personId,
      askedAt: now,
    })
    if (training.format !== 'self-paced') {
      const to = await signersOf(tx, actor.personId, now)
      notify({ to, kind: 'training.toSign', href: `/training/people/${actor.personId}` })
    }
    return { enrolmentId, slug: training.slug }
  },
})
