import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { quizQuestions } from '#db/schema/lessons'
import { RetireQuestion } from '#domain/course-desk'
import { notFound } from '#domain/refused'
import { command } from '#server/command'

/** Takes a question out of its pool; attempts that hold it are answered and read as before. */
export const retireQuestion = command({
  verb: 'training.retireQuestion',
  input: RetireQuestion,
  output: z.object({}),
  subject: async (tx, { questionId }) => {
    const [question] = await tx
      .select()
      .from(quizQuestions)
      .where(and(eq(quizQuestions.id, questionId), isNull(quizQuestions.retiredAt)))
      .for('update')
    if (!question) throw notFound()
    return { people: [], question }
  },
  audit: ({ input }) => ({ kind: 'question', id: input.questionId }),
  async run({ tx, input, now }) {
    await tx.update(quizQuestions).set({ retiredAt: now }).where(eq(quizQuestions.id, input.questionId))
    return {}
  },
})
