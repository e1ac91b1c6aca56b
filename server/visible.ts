import type { AnyColumn, SQL } from 'drizzle-orm'
import { or, sql } from 'drizzle-orm'
import type { Coverage } from '#domain/access'

type Place = AnyColumn | SQL
/** The columns that say whose and where a row is, as `Subject` does for one thing. */
export type SubjectColumns = { people?: readonly Place[]; teamId?: Place; siteId?: Place }

const oneOf = (place: Place, ids: string[]): SQL => sql`${place} = any(${sql.param(ids)}::uuid[])`

/** The SQL twin of `covers()`: true for the rows that the coverage reaches. A parity test keeps the twins equal. */
export function visible(coverage: Coverage, columns: SubjectColumns): SQL {
  if (coverage.all) return sql`true`
  const parts: SQL[] = []
  if (coverage.people.length)
    for (const place of columns.people ?? []) parts.push(oneOf(place, coverage.people))
  if (coverage.teams.length && columns.teamId) parts.push(oneOf(columns.teamId, coverage.teams))
  if (coverage.sites.length && columns.siteId) parts.push(oneOf(columns.siteId, coverage.sites))
  // Negating a three-valued truth would otherwise let a null column through.
  return parts.length ? sql`coalesce(${or(...parts)}, false)` : sql`false`
}
