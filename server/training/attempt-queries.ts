import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { attemptQuestions, quizAttempts, quizQuestions, quizzes } from '#db/schema/lessons'
import { enrolments, trainings } from '#db/schema/training'
import type { QuestionKind } from '#domain/quizzes'
import { isRight, scoreOf } from '#domain/quizzes'
import { notFound } from '#domain/refused'
import { dayOf } from '#server/training/day-queries'
import { recordPass } from '#server/training/pass-queries'

export type Attempt = typeof quizAttempts.$inferSelect

/** An attempt, locked: whoever answers, finishes or begins another waits here in turn. */
export async function lockAttempt(tx: Tx, attemptId: string): Promise<Attempt> {
  const [attempt] = await tx.select().from(quizAttempts).where(eq(quizAttempts.id, attemptId)).for('update')
  if (!attempt) throw notFound()
  return attempt
}

type Closing = { tx: Tx; now: Date; newId: () => string }
export type Outcome = { score: number; passed: boolean; last: boolean }

/**
 * Marks an open attempt by what was answered. A pass completes the training by the portal's own word; the last failed attempt
 * ends the enrolment.
 */
export async function closeAttempt({ tx, now, newId }: Closing, attempt: Attempt): Promise<Outcome> {
  const asked = await tx
    .select({ position: attemptQuestions.position, answer: attemptQuestions.answer, question: quizQuestions })
    .from(attemptQuestions)
    .innerJoin(quizQuestions, eq(quizQuestions.id, attemptQuestions.questionId))
    .where(eq(attemptQuestions.attemptId, attempt.id))
    .orderBy(asc(attemptQuestions.position))
  const right = asked.filter(({ question, answer }) =>
    isRight(question.kind as QuestionKind, question.options, answer),
  )
  const positions = right.map(({ position }) => position)
  await tx.execute(sql`
    update attempt_questions set correct = position = any(${sql.param(positions)}::smallint[]) where attempt_id = ${attempt.id}`)
  const [rules] = await tx.select().from(quizzes).where(eq(quizzes.trainingId, attempt.trainingId))
  const score = scoreOf(right.length, asked.length)
  const passed = score >= attempt.passMark
  const finishedAt = attempt.deadlineAt && attempt.deadlineAt < now ? attempt.deadlineAt : now
  await tx.update(quizAttempts).set({ finishedAt, score, passed }).where(eq(quizAttempts.id, attempt.id))
  const last = attempt.number >= (rules?.attempts ?? 1)
  if (passed) await pass({ tx, now, newId }, { ...attempt, finishedAt }, score)
  else if (last) await settle(tx, attempt, 'failed', now)
  return { score, passed, last }
}

/** Ends the enrolment of an attempt; false where it has ended otherwise meanwhile, as by the word of an outside system. */
const settle = async (tx: Tx, { enrolmentId }: Attempt, state: 'completed' | 'failed', now: Date) => {
  const ended = await tx
    .update(enrolments)
    .set({ state, settledAt: now })
    .where(and(eq(enrolments.id, enrolmentId), inArray(enrolments.state, ['booked', 'attended'])))
    .returning({ id: enrolments.id })
  return ended.length > 0
}

type Finished = Attempt & { finishedAt: Date }

const pass = async ({ tx, now, newId }: Closing, attempt: Finished, score: number): Promise<void> => {
  const { personId, trainingId, enrolmentId, finishedAt } = attempt
  const [training] = await tx.select().from(trainings).where(eq(trainings.id, trainingId))
  if (!training) throw notFound()
  const completedOn = await dayOf(tx, personId, finishedAt)
  if (!(await settle(tx, attempt, 'completed', now))) return
  await recordPass(
    { tx, now, newId },
    { personId, training, enrolmentId, completedOn, score, recordedBy: null },
  )
}

/** The attempt of a person at a training that is not finished, if there is one. */
export async function openAttempt(
  tx: Tx,
  personId: string,
  trainingId: string,
): Promise<Attempt | undefined> {
  const [attempt] = await tx
    .select()
    .from(quizAttempts)
    .where(
      and(
        eq(quizAttempts.personId, personId),
        eq(quizAttempts.trainingId, trainingId),
        sql`${quizAttempts.finishedAt} is null`,
      ),
    )
    .for('update')
  return attempt
}
