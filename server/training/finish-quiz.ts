import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { trainings } from '#db/schema/training'
import { FinishQuiz } from '#domain/quizzes'
import { command } from '#server/command'
import { closeAttempt, lockAttempt } from '#server/training/attempt-queries'

/** Ends an attempt: what is unanswered counts as wrong. Finishing again answers as before. */
export const finishQuiz = command({
  verb: 'training.finishQuiz',
  input: FinishQuiz,
  output: z.object({ slug: z.string(), score: z.number(), passed: z.boolean() }),
  subject: async (tx, { attemptId }) => {
    const attempt = await lockAttempt(tx, attemptId)
    const [training] = await tx
      .select({ slug: trainings.slug })
      .from(trainings)
      .where(eq(trainings.id, attempt.trainingId))
    return { people: [attempt.personId], attempt, slug: training?.slug ?? '' }
  },
  audit: ({ input, result }) => ({ kind: 'attempt', id: input.attemptId, detail: { passed: result.passed } }),
  async run({ tx, subject: { attempt, slug }, now, newId }) {
    const { score, passed, finishedAt } = attempt
    if (finishedAt && score !== null && passed !== null) return { slug, score, passed }
    const outcome = await closeAttempt({ tx, now, newId }, attempt)
    return { slug, score: outcome.score, passed: outcome.passed }
  },
})
