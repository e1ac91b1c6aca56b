import { SetRequirement } from '#domain/career'
import type { Requirement } from '#domain/readiness'
import { REQUIREMENT_KINDS } from '#domain/readiness'
import type { SheetFault } from '#domain/sheets'
import { number, oneOf, optional, type Read, text, whole, yesNo } from '#domain/sheets'

/** Requirements as a sheet: positions, competences and trainings by their short names. */
export const REQUIREMENT_COLUMNS = {
  position: text(100),
  kind: oneOf(REQUIREMENT_KINDS),
  thing: optional(text(100)),
  level: optional(whole(1, 4)),
  threshold: optional(number(0, 1000)),
  months: optional(whole(1, 120)),
  hard: yesNo,
  weight: optional(whole(1, 10)),
}
type Row = Read<typeof REQUIREMENT_COLUMNS> & { row: number }

/** Short names to ids and back, of everything that a ladder speaks of. */
export type SheetNames = Record<'positions' | 'competences' | 'trainings', ReadonlyMap<string, string>>

const COLUMN_OF: Record<string, string> = {
  positionId: 'position',
  competenceId: 'thing',
  trainingId: 'thing',
  key: 'thing',
  windowMonths: 'months',
}

/** One row as the verb that sets a requirement takes it, or what is wrong with it. */
export function asRequirement(versionId: string, row: Row, names: SheetNames) {
  const thing = row.thing ?? ''
  const wanted = {
    versionId,
    kind: row.kind,
    positionId: names.positions.get(row.position),
    competenceId: names.competences.get(thing),
    trainingId: names.trainings.get(thing),
    key: thing,
    level: row.level,
    threshold: row.threshold,
    windowMonths: row.months,
    hard: row.hard,
    weight: row.weight,
  }
  const parsed = SetRequirement.safeParse(wanted)
  if (parsed.success) return { value: parsed.data, faults: [] }
  const columns = new Set(
    parsed.error.issues.map(({ path }) => COLUMN_OF[String(path[0])] ?? String(path[0])),
  )
  const faults = [...columns].map((column): SheetFault => ({ row: row.row, column, key: 'unknown' }))
  return { value: undefined, faults }
}

export const REQUIREMENT_HEAD = Object.keys(REQUIREMENT_COLUMNS)

/** The rows of a version as they would be read again; `names` goes from ids to short names here. */
export const asRows = (requirements: readonly Requirement[], names: SheetNames) =>
  requirements.map((r) => [
    names.positions.get(r.positionId) ?? '',
    r.kind,
    names.competences.get(r.competenceId ?? '') ?? names.trainings.get(r.trainingId ?? '') ?? r.key ?? '',
    r.level,
    r.threshold,
    r.windowMonths,
    r.hard ? 'yes' : 'no',
    r.weight,
  ])
