import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { ideaPanels } from '#db/schema/idea-panels'
import type { Score } from '#domain/idea-panel'
import { isDisputed, mostOfATeam, worth, worthTo } from '#domain/idea-panel'
import { invalid, notFound } from '#domain/refused'
import type { Notice } from '#server/notices'

export type Panel = {
  id: string
  round: number
  state: PanelState
  number: number
  title: string
  openedBy: string
  /** Who sits on it now. */
  people: string[]
}
type PanelState = 'scoring' | 'discussion' | 'closed'

export const lockPanel = async (tx: Tx, panelId: string): Promise<Panel> => {
  const { rows } = await tx.execute<Panel>(sql`
    select p.id, p.round, p.state, i.number::float8 as number, i.title, p.opened_by as "openedBy",
      (select coalesce(json_agg(m.person_id), '[]') from idea_panelists m where m.panel_id = p.id
        and not exists (select from idea_releases x where x.panel_id = m.panel_id and x.person_id = m.person_id)) as people
    from idea_panels p join ideas i on i.id = p.idea_id where p.id = ${panelId} for update of p`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Whoever is new works here, and no team has more than its share of the panel. @throws Refused `invalid`, at that field */
export async function checkSeats(tx: Tx, people: string[], fresh: string[], field: string): Promise<void> {
  const { rows } = await tx.execute<{ id: string; teamId: string | null }>(sql`
    select e.person_id as id, e.team_id as "teamId" from current_employments e
    where e.person_id = any(${sql.param(people)}::uuid[])`)
  if (!fresh.every((one) => rows.some(({ id }) => id === one))) throw invalid(field, 'notEmployed')
  const teams = rows.map(({ teamId }) => teamId).filter((id) => id !== null)
  const crowded = teams.some((team) => teams.filter((id) => id === team).length > mostOfATeam(people.length))
  if (crowded) throw invalid(field, 'ideas.teamCrowd', { most: mostOfATeam(people.length) })
}

/** Ends the open round when everybody who sits on the panel has scored in it, and says so to them and to whoever convened it. */
export async function endRound(tx: Tx, panel: Panel, now: Date, notify: (notice: Notice) => void) {
  const { id, round, people, number, title } = panel
  const { rows } = await tx.execute<Score>(sql`
    select impact, reach, effort from idea_scores where panel_id = ${id} and round = ${round}`)
  if (rows.length < people.length) return { state: 'scoring' as const }
  const disputed = round === 1 && isDisputed(rows)
  const closed = { state: 'closed', closedAt: now, ...worth(rows.map(worthTo)) } as const
  await tx
    .update(ideaPanels)
    .set(disputed ? { state: 'discussion' } : closed)
    .where(eq(ideaPanels.id, id))
  const kind = disputed ? 'idea.panelDisputed' : 'idea.panelClosed'
  notify({ to: [...people, panel.openedBy], kind, params: { number, title }, href: `/ideas/${number}` })
  return { state: disputed ? ('discussion' as const) : ('closed' as const) }
}
