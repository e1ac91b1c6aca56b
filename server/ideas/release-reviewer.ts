import { z } from 'zod'
import { ideaPanelists, ideaReleases } from '#db/schema/idea-panels'
import { ReleaseReviewer } from '#domain/idea-panel'
import { conflict } from '#domain/refused'
import { command } from '#server/command'
import { checkSeats, endRound, lockPanel } from '#server/ideas/seat-queries'

/**
 * Lets a reviewer go who has not scored in the open round, so that nobody's silence holds an idea up; somebody else may take the seat.
 * Three stay in any case, and whoever has seen scores of this round lets nobody go: both are held by Postgres.
 */
export const releaseReviewer = command({
  verb: 'ideas.releaseReviewer',
  input: ReleaseReviewer,
  output: z.object({ state: z.enum(['scoring', 'discussion', 'closed']) }),
  subject: (tx, { panelId }) => lockPanel(tx, panelId),
  audit: ({ input, subject }) => ({
    kind: 'panel',
    id: input.panelId,
    detail: {
      round: subject.round,
      reason: input.reason,
      released: input.personId,
      seated: input.replacementId ?? null,
    },
  }),
  async run({ tx, actor, input, subject, now, notify }) {
    const { panelId, personId, reason, replacementId } = input
    const { round, number, title } = subject
    if (!subject.people.includes(personId)) throw conflict('ideas.notSeated')
    const fresh = replacementId ? [replacementId] : []
    const people = [...subject.people.filter((id) => id !== personId), ...fresh]
    await checkSeats(tx, people, fresh, 'replacementId')
    if (replacementId) await tx.insert(ideaPanelists).values({ panelId, personId: replacementId })
    const release = { panelId, personId, round, reason, replacementId }
    await tx.insert(ideaReleases).values({ ...release, releasedBy: actor.personId, releasedAt: now })
    const said = { params: { number, title }, href: `/ideas/${number}` }
    notify({ to: [personId], kind: 'idea.panelReleased', ...said })
    if (replacementId) notify({ to: [replacementId], kind: 'idea.panel', ...said })
    return endRound(tx, { ...subject, people }, now, notify)
  },
})
