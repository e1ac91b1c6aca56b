import { z } from 'zod'
import { ideaPanelists, ideaPanels } from '#db/schema/idea-panels'
import { ConvenePanel } from '#domain/idea-panel'
import { conflict } from '#domain/refused'
import { command } from '#server/command'
import { lockIdea } from '#server/ideas/lock-queries'
import { checkSeats } from '#server/ideas/seat-queries'

/** Asks three people or more what an idea is worth. Its author is refused by Postgres; of an anonymous one nobody knows. */
export const convenePanel = command({
  verb: 'ideas.convene',
  input: ConvenePanel,
  output: z.object({ panelId: z.uuid() }),
  subject: (tx, { number }, actor, now) => lockIdea(tx, number, actor, now),
  readable: 'ideas.show',
  audit: ({ input, result }) => ({
    kind: 'idea',
    id: String(input.number),
    detail: { panelId: result.panelId, reviewers: input.people.length },
  }),
  async run({ tx, actor, input, subject, now, newId, notify }) {
    if (subject.state === 'merged') throw conflict('ideas.mergedAlready')
    await checkSeats(tx, input.people, input.people, 'people')
    const panelId = newId()
    const panel = { id: panelId, ideaId: subject.id, openedBy: actor.personId, openedAt: now }
    await tx.insert(ideaPanels).values(panel)
    await tx.insert(ideaPanelists).values(input.people.map((personId) => ({ panelId, personId })))
    const { number, title } = subject
    notify({ to: input.people, kind: 'idea.panel', params: { number, title }, href: `/ideas/${number}` })
    return { panelId }
  },
})
