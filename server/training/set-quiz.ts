import { z } from 'zod'
import { quizPools, quizzes } from '#db/schema/lessons'
import { SetQuiz } from '#domain/course-desk'
import { command } from '#server/command'
import { selfPaced } from '#server/training/course-desk-queries'

/** Sets the rules of a course's quiz; attempts that are open go on by the questions and the time they began with. */
export const setQuiz = command({
  verb: 'training.setQuiz',
  input: SetQuiz,
  output: z.object({}),
  subject: async (tx, { trainingId }) => ({ people: [], training: await selfPaced(tx, trainingId) }),
  audit: ({ input }) => ({ kind: 'training', id: input.trainingId }),
  async run({ tx, input: { trainingId, draw, minutes = null, ...rest } }) {
    const rules = { ...rest, minutes }
    await tx
      .insert(quizzes)
      .values({ trainingId, ...rules })
      .onConflictDoUpdate({ target: quizzes.trainingId, set: rules })
    await tx
      .insert(quizPools)
      .values({ trainingId, name: 'main', draw })
      .onConflictDoUpdate({ target: [quizPools.trainingId, quizPools.name], set: { draw } })
    return {}
  },
})
