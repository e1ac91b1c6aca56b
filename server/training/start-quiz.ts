import { crc32 } from 'node:zlib'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { attemptQuestions, quizAttempts, quizPools, quizQuestions, quizzes } from '#db/schema/lessons'
import { enrolments, trainings } from '#db/schema/training'
import type { QuestionKind } from '#domain/quizzes'
import { drawQuestions, StartQuiz, shorter } from '#domain/quizzes'
import { seededRandom } from '#domain/random'
import { conflict, notFound } from '#domain/refused'
import { byActor, command } from '#server/command'
import { closeAttempt, openAttempt } from '#server/training/attempt-queries'

const ownEnrolment = async (tx: Tx, personId: string, trainingId: string) => {
  const [enrolment] = await tx
    .select()
    .from(enrolments)
    .where(
      and(
        eq(enrolments.personId, personId),
        eq(enrolments.trainingId, trainingId),
        inArray(enrolments.state, ['booked', 'attended']),
      ),
    )
    .for('update')
  return enrolment
}

const refuseUnread = async (tx: Tx, personId: string, trainingId: string): Promise<void> => {
  const { rows } = await tx.execute(sql`
    select from lessons l where l.training_id = ${trainingId} and l.retired_at is null
      and not exists (select from lesson_reads r where r.lesson_id = l.id and r.person_id = ${personId}) limit 1`)
  if (rows.length) throw conflict('lessonsFirst')
}

/** Begins an attempt at a quiz, or goes on with the one that is open: on another machine, after a crash, at any time. */
export const startQuiz = command({
  verb: 'training.startQuiz',
  input: StartQuiz,
  output: z.object({ attemptId: z.uuid(), slug: z.string() }),
  subject: async (tx, input, actor) => {
    const [found] = await tx
      .select({ training: trainings, rules: quizzes })
      .from(quizzes)
      .innerJoin(trainings, eq(trainings.id, quizzes.trainingId))
      .where(eq(quizzes.trainingId, input.trainingId))
    if (!found) throw notFound()
    return { ...byActor(tx, input, actor), ...found }
  },
  audit: ({ input, result }) => ({
    kind: 'training',
    id: input.trainingId,
    detail: { attemptId: result.attemptId },
  }),
  async run({ tx, actor, input: { trainingId }, subject: { training, rules }, now, newId }) {
    const { personId } = actor
    const enrolment = await ownEnrolment(tx, personId, trainingId)
    if (!enrolment) throw conflict('beginFirst')
    const open = await openAttempt(tx, personId, trainingId)
    const { slug } = training
    if (open && (!open.deadlineAt || open.deadlineAt > now)) return { attemptId: open.id, slug }
    if (open) {
      const { passed, last } = await closeAttempt({ tx, now, newId }, open)
      if (passed || last || rules.pauseHours > 0) return { attemptId: open.id, slug }
    }
    if (enrolment.why !== 'renewal') await refuseUnread(tx, personId, trainingId)
    const [{ tried } = { tried: 0 }] = await tx
      .select({ tried: sql<number>`count(*)::int` })
      .from(quizAttempts)
      .where(eq(quizAttempts.enrolmentId, enrolment.id))
    const pools = await tx.select().from(quizPools).where(eq(quizPools.trainingId, trainingId))
    const questions = await tx
      .select()
      .from(quizQuestions)
      .where(and(eq(quizQuestions.trainingId, trainingId), isNull(quizQuestions.retiredAt)))
      .orderBy(quizQuestions.id)
    if (!questions.length) throw conflict('noQuestions')
    const attemptId = newId()
    const deadlineAt = rules.minutes ? new Date(now.getTime() + rules.minutes * 60_000) : null
    await tx.insert(quizAttempts).values({
      ...{ id: attemptId, enrolmentId: enrolment.id, personId, trainingId },
      number: tried + 1,
      startedAt: now,
      deadlineAt,
    })
    const asked = enrolment.why === 'renewal' ? shorter(pools) : pools
    const known = questions.map((question) => ({ ...question, kind: question.kind as QuestionKind }))
    const drawn = drawQuestions(known, asked, seededRandom(crc32(newId())))
    await tx
      .insert(attemptQuestions)
      .values(drawn.map((question, at) => ({ ...question, attemptId, position: at + 1 })))
    return { attemptId, slug }
  },
})
