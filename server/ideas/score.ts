import { z } from 'zod'
import { ideaScores } from '#db/schema/idea-panels'
import { ScoreIdea } from '#domain/idea-panel'
import { command } from '#server/command'
import { endRound, lockPanel } from '#server/ideas/seat-queries'

/** Says what an idea is worth, once a round and for ever; only then are the others' scores seen. The last one ends the round. */
export const scoreIdea = command({
  verb: 'ideas.score',
  input: ScoreIdea,
  output: z.object({ state: z.enum(['scoring', 'discussion', 'closed']) }),
  subject: (tx, { panelId }) => lockPanel(tx, panelId),
  audit: ({ input, subject }) => ({ kind: 'panel', id: input.panelId, detail: { round: subject.round } }),
  async run({ tx, actor, input, subject, now, notify }) {
    const { round } = subject
    await tx.insert(ideaScores).values({ ...input, personId: actor.personId, round, lockedAt: now })
    return endRound(tx, subject, now, notify)
  },
})
