import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { projects, sites, teams } from '#db/schema/people'
import { nameFrom } from '#domain/latin'
import { notFound } from '#domain/refused'

export async function lockSite(tx: Tx, siteId: string) {
  const [site] = await tx.select().from(sites).where(eq(sites.id, siteId)).for('update')
  if (!site) throw notFound()
  return { siteId, site }
}

/** A team that has not ended; whoever joins it at this moment waits. */
export async function lockTeam(tx: Tx, teamId: string) {
  const open = and(eq(teams.id, teamId), isNull(teams.endedAt))
  const [team] = await tx.select().from(teams).where(open).for('update')
  if (!team) throw notFound()
  return { teamId, siteId: team.siteId, team }
}

export async function lockProject(tx: Tx, projectId: string) {
  const open = and(eq(projects.id, projectId), isNull(projects.endedAt))
  const [project] = await tx.select().from(projects).where(open).for('update')
  if (!project) throw notFound()
  return { people: [], project }
}

/** How addresses and files call a new thing; two of one sound that come at once wait for each other. */
export async function slugFor(tx: Tx, table: 'sites' | 'projects' | 'services' | 'channels', title: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`slugs of ${table}`}, 0))`)
  const { rows } = await tx.execute<{ slug: string }>(sql`select slug from ${sql.identifier(table)}`)
  return nameFrom(
    title,
    rows.map(({ slug }) => slug),
    '-',
  )
}
