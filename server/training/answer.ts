import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { attemptQuestions, quizQuestions } from '#db/schema/lessons'
import { trainings } from '#db/schema/training'
import type { Answer } from '#domain/quizzes'
import { AnswerQuestion } from '#domain/quizzes'
import { conflict, invalid, notFound } from '#domain/refused'
import { command } from '#server/command'
import { lockAttempt } from '#server/training/attempt-queries'

type Given = z.output<typeof AnswerQuestion>

/** What was answered, of the options of this question alone. */
const answerOf = (kind: string, shown: readonly number[], { chosen, places, text }: Given): Answer => {
  if (kind === 'text') {
    if (!text) throw invalid('text', 'required')
    return { text }
  }
  if (kind === 'ordering') {
    const ordered = [...places].sort((a, b) => a.place - b.place)
    const taken = new Set(ordered.map(({ place }) => place))
    if (ordered.length !== shown.length || taken.size !== shown.length) throw invalid('places', 'placesOnce')
    if (!shown.every((id) => ordered.some((one) => one.id === id))) throw invalid('places', 'wrong')
    return { chosen: ordered.map(({ id }) => id) }
  }
  const all = [...new Set(chosen)]
  if (!all.length) throw invalid('chosen', 'required')
  if (!all.every((id) => shown.includes(id)) || (kind === 'single' && all.length > 1)) {
    throw invalid('chosen', 'wrong')
  }
  return { chosen: all }
}

/** Keeps an answer at once; it can be changed until the attempt is finished or its time is over. */
export const answerQuestion = command({
  verb: 'training.answer',
  input: AnswerQuestion,
  output: z.object({ slug: z.string(), next: z.number().nullable() }),
  subject: async (tx, { attemptId }) => {
    const attempt = await lockAttempt(tx, attemptId)
    return { people: [attempt.personId], attempt }
  },
  audit: ({ input }) => ({ kind: 'attempt', id: input.attemptId, detail: { position: input.position } }),
  async run({ tx, input, subject: { attempt }, now }) {
    if (attempt.finishedAt) throw conflict('attemptOver')
    if (attempt.deadlineAt && attempt.deadlineAt < now) throw conflict('timeOver')
    const mine = and(
      eq(attemptQuestions.attemptId, attempt.id),
      eq(attemptQuestions.position, input.position),
    )
    const [found] = await tx
      .select({ kind: quizQuestions.kind, shown: attemptQuestions.shown, slug: trainings.slug })
      .from(attemptQuestions)
      .innerJoin(quizQuestions, eq(quizQuestions.id, attemptQuestions.questionId))
      .innerJoin(trainings, eq(trainings.id, quizQuestions.trainingId))
      .where(mine)
    if (!found) throw notFound()
    const answer = answerOf(found.kind, found.shown, input)
    await tx.update(attemptQuestions).set({ answer, answeredAt: now }).where(mine)
    const { rows } = await tx.execute<{ next: number | null }>(sql`
      select min(q.position)::int as next from attempt_questions q
      where q.attempt_id = ${attempt.id} and q.answer is null`)
    return { slug: found.slug, next: rows[0]?.next ?? null }
  },
})
