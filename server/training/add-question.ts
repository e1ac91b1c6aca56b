import { z } from 'zod'
import { quizQuestions } from '#db/schema/lessons'
import { AddQuestion } from '#domain/course-desk'
import { readOptions } from '#domain/quizzes'
import { conflict, invalid } from '#domain/refused'
import { command } from '#server/command'
import { selfPaced } from '#server/training/course-desk-queries'
import { poolOf, rulesOf } from '#server/training/pool-queries'

/** Adds a question to the pool of a course; one that nobody can answer rightly is refused by Postgres. */
export const addQuestion = command({
  verb: 'training.addQuestion',
  input: AddQuestion,
  output: z.object({ questionId: z.uuid() }),
  subject: async (tx, { trainingId }) => ({ people: [], training: await selfPaced(tx, trainingId) }),
  audit: ({ input, result }) => ({
    kind: 'training',
    id: input.trainingId,
    detail: { questionId: result.questionId },
  }),
  async run({ tx, input, now, newId }) {
    const options = readOptions(input.options.uk, input.options.en)
    if (!options) throw invalid('options.en', 'linesDiffer')
    const { trainingId, kind, prompt, explanation } = input
    if (!(await rulesOf(tx, trainingId))) throw conflict('rulesFirst')
    const pool = await poolOf(tx, trainingId, input.pool)
    if (!pool) throw invalid('pool', 'wrong')
    const questionId = newId()
    const row = { id: questionId, trainingId, pool: pool.name, kind, prompt, options, explanation }
    await tx.insert(quizQuestions).values({ ...row, createdAt: now })
    return { questionId }
  },
})
