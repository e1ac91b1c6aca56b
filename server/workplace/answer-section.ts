import { z } from 'zod'
import { conflict } from '#domain/refused'
import { AnswerSection, readSection } from '#domain/workplace'
import { command } from '#server/command'
import { keepAnswers } from '#server/workplace/keep-answers'
import { lockRound } from '#server/workplace/round-queries'

/** The same for a form of one section: what was left blank is not an answer. */
export const answerSection = command({
  verb: 'workplace.answerItems',
  input: AnswerSection,
  output: z.object({ kept: z.number() }),
  subject: (tx, { inspectionId }, actor) => lockRound(tx, inspectionId, actor, 'share'),
  audit: ({ input, result }) => ({
    kind: 'inspection',
    id: input.inspectionId,
    detail: { answers: result.kept },
  }),
  async run({ tx, actor, input, subject: round, now, newId }) {
    if (round.status !== 'in-progress' && round.status !== 'returned')
      throw conflict('constraint.answers_closed')
    const { kept, conflicts } = await keepAnswers(
      { tx, now, newId, personId: actor.personId, round },
      readSection(input),
    )
    if (conflicts.length) throw conflict('workplace.answeredMeanwhile', { count: conflicts.length })
    return { kept: kept.length }
  },
})
