import { z } from 'zod'
import { CLUSTERS } from '#domain/competences'
import { MOVE_KINDS } from '#domain/ladder-diff'
import { localized } from '#domain/localized'
import { REQUIREMENT_KINDS } from '#domain/readiness'
import { Refused } from '#domain/refused'

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(100)
const months = z.number().int().min(1).max(120)

const Position = z.object({
  slug,
  title: localized(100, 2),
  purpose: localized(1000, 10),
  family: z.enum(MOVE_KINDS),
  rung: z.number().int().min(1).max(60).nullable(),
  seats: z.number().int().min(0).max(100_000),
})
const MoveLine = z.object({ from: slug, to: slug, kind: z.enum(MOVE_KINDS) })
const Asked = z.object({
  position: slug,
  kind: z.enum(REQUIREMENT_KINDS),
  /** The short name of a competence or a training, or the key of a figure, a proof or an approval. */
  thing: z.string().max(100).nullish(),
  level: z.number().int().min(1).max(4).nullish(),
  threshold: z.number().positive().max(1000).nullish(),
  months: months.nullish(),
  hard: z.boolean(),
  weight: z.number().int().min(1).max(10).default(1),
})
const CompetenceWords = z.object({
  slug,
  title: localized(100, 3),
  cluster: z.enum(CLUSTERS),
  levels: z.array(z.object({ level: z.number().int().min(1).max(4), behaviour: localized(600, 10) })).max(4),
})

/** A whole ladder as a file: its positions in words, the moves between them, what each asks, and the competences it speaks of. */
export const LadderDocument = z.object({
  format: z.literal('sviato-ladder-1'),
  title: localized(100, 3),
  positions: z.array(Position).min(1).max(200),
  moves: z.array(MoveLine).max(2000),
  requirements: z.array(Asked).max(5000),
  competences: z.array(CompetenceWords).max(500),
})
export type LadderDocument = z.output<typeof LadderDocument>

/** Where in the file: the list, which one of it counted from 1, and its field. */
export type DocumentFault = { list: string; at: number; field: string; key: 'wrong' | 'unknown' | 'twice' }

const placeOf = (path: PropertyKey[]): Pick<DocumentFault, 'list' | 'at' | 'field'> => {
  const [list = 'file', at, ...field] = path
  return {
    list: String(list),
    at: typeof at === 'number' ? at + 1 : 1,
    field: field.map(String).join('.') || String(at ?? ''),
  }
}

/** Reads a file as a ladder, with everything that is wrong in its form. */
export function readDocument(content: unknown): { document?: LadderDocument; faults: DocumentFault[] } {
  const parsed = LadderDocument.safeParse(content)
  if (parsed.success) return { document: parsed.data, faults: faultsWithin(parsed.data) }
  return { faults: parsed.error.issues.map(({ path }) => ({ ...placeOf(path), key: 'wrong' })) }
}

const repeated = (list: string, field: string, keys: readonly (string | null)[]): DocumentFault[] =>
  keys.flatMap((key, index) =>
    key !== null && keys.indexOf(key) < index ? [{ list, at: index + 1, field, key: 'twice' as const }] : [],
  )

const nowhere = (list: string, field: string, keys: readonly string[], known: ReadonlySet<string>) =>
  keys.flatMap((key, index): DocumentFault[] =>
    known.has(key) ? [] : [{ list, at: index + 1, field, key: 'unknown' }],
  )

/** What contradicts itself: a name twice, two positions on one rung, a move to what is not in the file. */
function faultsWithin({ positions, moves, requirements, competences }: LadderDocument): DocumentFault[] {
  const known = new Set(positions.map((one) => one.slug))
  return [
    ...repeated(
      'positions',
      'slug',
      positions.map((one) => one.slug),
    ),
    ...repeated(
      'positions',
      'rung',
      positions.map(({ rung }) => (rung === null ? null : String(rung))),
    ),
    ...repeated(
      'competences',
      'slug',
      competences.map((one) => one.slug),
    ),
    ...nowhere(
      'moves',
      'from',
      moves.map(({ from }) => from),
      known,
    ),
    ...nowhere(
      'moves',
      'to',
      moves.map(({ to }) => to),
      known,
    ),
    ...repeated(
      'moves',
      'to',
      moves.map(({ from, to }) => `${from}/${to}`),
    ),
    ...moves.flatMap(({ from, to }, index): DocumentFault[] =>
      from === to ? [{ list: 'moves', at: index + 1, field: 'to', key: 'wrong' }] : [],
    ),
    ...nowhere(
      'requirements',
      'position',
      requirements.map(({ position }) => position),
      known,
    ),
    ...repeated(
      'requirements',
      'thing',
      requirements.map(({ position, kind, thing }) => [position, kind, thing ?? ''].join('/')),
    ),
  ]
}

const MOST_FAULTS = 50

/** Refuses the whole file and names each wrong place. @throws Refused `invalid` */
export function refuseDocument(faults: readonly DocumentFault[]): void {
  if (!faults.length) return
  const named = faults.slice(0, MOST_FAULTS).map(({ list, at, field, key }) => {
    const fault = {
      key: `sheet.${key}`,
      params: { row: at, column: [list, field].filter(Boolean).join('.') },
    }
    return [`${list}.${at}.${field}`, fault] as const
  })
  throw new Refused('invalid', Object.fromEntries(named), {
    key: 'sheet.refused',
    params: { count: faults.length },
  })
}
