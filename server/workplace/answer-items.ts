import { z } from 'zod'
import { conflict } from '#domain/refused'
import { AnswerItems } from '#domain/workplace'
import { command } from '#server/command'
import { keepAnswers } from '#server/workplace/keep-answers'
import { lockRound } from '#server/workplace/round-queries'

const Conflict = z.object({
  itemId: z.uuid(),
  revision: z.number(),
  state: z.string(),
  yes: z.boolean().nullable(),
  number: z.number().nullable(),
  choice: z.string().nullable(),
  words: z.string().nullable(),
  by: z.string(),
})

/** Answers of a round, as many as there are: each kept, or given back where somebody else answered meanwhile. */
export const answerItems = command({
  verb: 'workplace.answerItems',
  input: AnswerItems,
  output: z.object({
    kept: z.array(z.object({ itemId: z.uuid(), revision: z.number(), band: z.string().nullable() })),
    conflicts: z.array(Conflict),
  }),
  subject: (tx, { inspectionId }, actor) => lockRound(tx, inspectionId, actor, 'share'),
  audit: ({ input, result }) => ({
    kind: 'inspection',
    id: input.inspectionId,
    detail: { answers: result.kept.length },
  }),
  async run({ tx, actor, input, subject: round, now, newId }) {
    if (round.status !== 'in-progress' && round.status !== 'returned')
      throw conflict('constraint.answers_closed')
    return keepAnswers({ tx, now, newId, personId: actor.personId, round }, input.answers)
  },
})
