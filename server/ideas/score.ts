import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client'
import { ideaPanels, ideaScores } from '#db/schema/idea-panels'
import type { Score } from '#domain/idea-panel'
import { isDisputed, ScoreIdea, worth, worthTo } from '#domain/idea-panel'
import { notFound } from '#domain/refused'
import { command } from '#server/command'

type Panel = {
  id: string
  round: number
  number: number
  title: string
  openedBy: string
  people: string[]
}

export const lockPanel = async (tx: Tx, panelId: string): Promise<Panel> => {
  const { rows } = await tx.execute<Panel>(sql`
    select p.id, p.round, i.number::float8 as number, i.title, p.opened_by as "openedBy",
      (select coalesce(json_agg(m.person_id), '[]') from idea_panelists m where m.panel_id = p.id) as people
    from idea_panels p join ideas i on i.id = p.idea_id where p.id = ${panelId} for update of p`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Says what an idea is worth, once a round and for ever; only then are the others' scores seen. The last one ends the round. */
export const scoreIdea = command({
  verb: 'ideas.score',
  input: ScoreIdea,
  output: z.object({ state: z.enum(['scoring', 'discussion', 'closed']) }),
  subject: (tx, { panelId }) => lockPanel(tx, panelId),
  audit: ({ input, subject }) => ({ kind: 'panel', id: input.panelId, detail: { round: subject.round } }),
  async run({ tx, actor, input, subject, now, notify }) {
    const { round, people, number, title } = subject
    await tx.insert(ideaScores).values({ ...input, personId: actor.personId, round, lockedAt: now })
    const { rows } = await tx.execute<Score>(sql`
      select impact, reach, effort from idea_scores where panel_id = ${subject.id} and round = ${round}`)
    if (rows.length < people.length) return { state: 'scoring' as const }
    const disputed = round === 1 && isDisputed(rows)
    const closed = { state: 'closed', closedAt: now, ...worth(rows.map(worthTo)) } as const
    await tx
      .update(ideaPanels)
      .set(disputed ? { state: 'discussion' } : closed)
      .where(eq(ideaPanels.id, subject.id))
    const kind = disputed ? 'idea.panelDisputed' : 'idea.panelClosed'
    notify({ to: [...people, subject.openedBy], kind, params: { number, title }, href: `/ideas/${number}` })
    return { state: disputed ? ('discussion' as const) : ('closed' as const) }
  },
})
