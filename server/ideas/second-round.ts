import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { ideaPanels } from '#db/schema/idea-panels'
import { SecondRound } from '#domain/idea-panel'
import { conflict } from '#domain/refused'
import { command } from '#server/command'
import { lockPanel } from '#server/ideas/seat-queries'

/** After the talk everybody scores once more, blind again; the first round stays as it was. */
export const secondRound = command({
  verb: 'ideas.secondRound',
  input: SecondRound,
  output: z.object({}),
  subject: (tx, { panelId }) => lockPanel(tx, panelId),
  audit: ({ input }) => ({ kind: 'panel', id: input.panelId }),
  async run({ tx, subject, now, notify }) {
    const disputed = and(eq(ideaPanels.id, subject.id), eq(ideaPanels.state, 'discussion'))
    const again = { state: 'scoring', round: 2, secondAt: now } as const
    const opened = await tx.update(ideaPanels).set(again).where(disputed).returning()
    if (!opened.length) throw conflict('ideas.noDispute')
    const { number, title, people } = subject
    notify({ to: people, kind: 'idea.panel', params: { number, title }, href: `/ideas/${number}` })
    return {}
  },
})
