import { isNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { trainings } from '#db/schema/training'
import type { SheetFault } from '#domain/sheets'
import { refuseSheet } from '#domain/sheets'
import { MOST_ROWS } from '#domain/training-sheet'

type Training = typeof trainings.$inferSelect

/** Trainings in use by their short name and by their code. */
export async function trainingsByName(tx: Tx): Promise<Map<string, Training>> {
  const rows = await tx.select().from(trainings).where(isNull(trainings.retiredAt))
  return new Map(
    rows.flatMap((row) => [row.slug, row.code.toLowerCase()].map((name) => [name, row] as const)),
  )
}

type Found = {
  id: string
  email: string
  teamId: string | null
  siteId: string | null
  timeZone: string | null
}

/** People by their address. */
export async function peopleByEmail(tx: Tx, emails: readonly string[]): Promise<Map<string, Found>> {
  const { rows } = await tx.execute<Found>(sql`
    select p.id, lower(p.email) as email, e.team_id as "teamId", e.site_id as "siteId", s.time_zone as "timeZone"
    from people p left join current_employments e on e.person_id = p.id left join sites s on s.id = e.site_id
    where lower(p.email) = any(${sql.param(emails)}::text[])`)
  return new Map(rows.map((row) => [row.email, row]))
}

/** @throws Refused where one transaction would hold too much */
export const refuseTooMany = (rows: readonly { row: number }[]): void => {
  const over = rows[MOST_ROWS]
  refuseSheet(over ? [{ row: over.row, column: '', key: 'tooMany' }] : [])
}

/** The rows whose thing nobody knows, or that lies outside one's reach: the two are told alike. */
export const unknown = <Row extends { row: number }>(
  rows: readonly Row[],
  column: string,
  isKnown: (row: Row) => boolean,
): SheetFault[] => rows.filter((row) => !isKnown(row)).map(({ row }) => ({ row, column, key: 'unknown' }))
