import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { ideaPanelists, ideaPanels } from '#db/schema/idea-panels'
import { ConvenePanel, mostOfATeam } from '#domain/idea-panel'
import { conflict, invalid } from '#domain/refused'
import { command } from '#server/command'
import { lockIdea } from '#server/ideas/lock-queries'

/** Everybody works here, and no team has more than its share of the panel. */
const check = async (tx: Tx, people: string[]): Promise<void> => {
  const { rows } = await tx.execute<{ teamId: string | null }>(sql`
    select e.team_id as "teamId" from current_employments e where e.person_id = any(${sql.param(people)}::uuid[])`)
  if (rows.length < people.length) throw invalid('people', 'notEmployed')
  const teams = rows.map(({ teamId }) => teamId).filter((id) => id !== null)
  const crowded = teams.some((team) => teams.filter((id) => id === team).length > mostOfATeam(people.length))
  if (crowded) throw invalid('people', 'ideas.teamCrowd', { most: mostOfATeam(people.length) })
}

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
    await check(tx, input.people)
    const panelId = newId()
    const panel = { id: panelId, ideaId: subject.id, openedBy: actor.personId, openedAt: now }
    await tx.insert(ideaPanels).values(panel)
    await tx.insert(ideaPanelists).values(input.people.map((personId) => ({ panelId, personId })))
    const { number, title } = subject
    notify({ to: input.people, kind: 'idea.panel', params: { number, title }, href: `/ideas/${number}` })
    return { panelId }
  },
})
