import { z } from 'zod'
import { acknowledgements } from '#db/schema/ladders'
import { recallAnswers } from '#db/schema/publications'
import { AnswerRecall } from '#domain/recall'
import { conflict } from '#domain/refused'
import { askRecall } from '#server/career/recall-queries'
import { byActor, command } from '#server/command'

/** Answers the one question, once a day; a right answer is what "informed" means, so it is an acknowledgement too. */
export const answerRecall = command({
  verb: 'career.answerRecall',
  input: AnswerRecall,
  output: z.object({ correct: z.boolean() }),
  subject: byActor,
  audit: ({ input, result }) => ({
    kind: 'ladder',
    id: input.versionId,
    detail: { correct: result.correct },
  }),
  async run({ tx, actor, input, now, newId }) {
    const asked = await askRecall(tx, actor, now)
    if (!asked || asked.ladder.id !== input.versionId) throw conflict('ladderMovedOn')
    const { position, missing, versionId } = input
    const correct = position === asked.right.position && missing === asked.right.missing
    await tx.insert(recallAnswers).values({
      id: newId(),
      personId: actor.personId,
      versionId,
      onDate: asked.today,
      correct,
      at: now,
    })
    if (correct) {
      await tx
        .insert(acknowledgements)
        .values({ personId: actor.personId, versionId, at: now })
        .onConflictDoNothing()
    }
    return { correct }
  },
})
