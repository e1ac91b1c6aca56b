import { z } from 'zod'
import { quizPools } from '#db/schema/lessons'
import { SetPool } from '#domain/course-desk'
import { conflict } from '#domain/refused'
import { searchShape } from '#domain/search'
import { command } from '#server/command'
import { selfPaced } from '#server/training/course-desk-queries'
import { rulesOf } from '#server/training/pool-queries'

/** Adds a pool of questions to a quiz, or changes how many an attempt draws of it. */
export const setPool = command({
  verb: 'training.setPool',
  input: SetPool,
  output: z.object({ name: z.string() }),
  subject: async (tx, { trainingId }) => ({ people: [], training: await selfPaced(tx, trainingId) }),
  audit: ({ input, result }) => ({ kind: 'training', id: input.trainingId, detail: { pool: result.name } }),
  async run({ tx, input }) {
    const { trainingId, title, draw } = input
    if (!(await rulesOf(tx, trainingId))) throw conflict('rulesFirst')
    const name = input.name || searchShape(title).replaceAll(' ', '-').slice(0, 60) || 'pool'
    await tx
      .insert(quizPools)
      .values({ trainingId, name, title, draw })
      .onConflictDoUpdate({ target: [quizPools.trainingId, quizPools.name], set: { title, draw } })
    return { name }
  },
})
