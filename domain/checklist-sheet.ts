import type { ItemLimits, KeptItem, KeptSection } from '#domain/checklist-item'
import { faultsOfItem, ITEM_METRICS, ITEM_TYPES, Item, keptItem, SEASONS } from '#domain/checklist-item'
import { INSTRUMENT_KINDS } from '#domain/instruments'
import type { Cell, Read, SheetFault } from '#domain/sheets'
import { number, oneOf, optional, readSheet, text, twice, whole, yesNo } from '#domain/sheets'

const KEY: Cell<string> = { read: (cell) => (/^[a-z][a-z0-9_]{2,60}$/.test(cell) ? cell : undefined) }
const bound = optional(number(-1e9, 1e9))
const BOUNDS = ['failLow', 'okLow', 'okHigh', 'failHigh'] as const
const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const LIMITS = SEASONS.flatMap((season) =>
  BOUNDS.map((name) => ({ season, name, column: `${season}_${columnOf(name)}` })),
)

/** A checklist as a sheet, one question a row; the columns say of a limit its season and its side. */
const COLUMNS = {
  section: KEY,
  section_uk: text(120),
  section_en: optional(text(120)),
  key: KEY,
  type: oneOf(ITEM_TYPES),
  title_uk: text(300),
  title_en: optional(text(300)),
  hint_uk: optional(text(500)),
  hint_en: optional(text(500)),
  weight: optional(number(0, 10)),
  critical: optional(yesNo),
  per_seat: optional(yesNo),
  na_allowed: optional(yesNo),
  photo_on_fail: optional(yesNo),
  unit: optional(text(30)),
  plausible_low: bound,
  plausible_high: bound,
  scale_min: optional(whole(0, 10)),
  scale_max: optional(whole(0, 10)),
  instrument_kind: optional(oneOf(INSTRUMENT_KINDS)),
  metric: optional(oneOf(ITEM_METRICS)),
  ...(Object.fromEntries(LIMITS.map(({ column }) => [column, bound])) as Record<string, typeof bound>),
  /** One answer a line: its name | what it is worth of a hundred | Ukrainian | English. */
  options: optional(text(3000)),
  norms: optional(text(500)),
}
type Row = Read<typeof COLUMNS> & { row: number }

export const CHECKLIST_HEAD = Object.keys(COLUMNS)

const limitsOf = (row: Row): ItemLimits[] =>
  SEASONS.map((season) => ({
    season,
    ...Object.fromEntries(
      LIMITS.filter((one) => one.season === season).map(({ name, column }) => [
        name,
        (row as Record<string, unknown>)[column],
      ]),
    ),
  }))

const optionsOf = (cell = '') =>
  cell.split('\n').flatMap((line) => {
    const [key, worth, uk, en] = line.split('|').map((part) => part.trim())
    return line.trim() ? [{ key: key || undefined, worth, label: { uk, en } }] : []
  })

const localizedOf = (uk?: string, en?: string) => (uk ? { uk, en } : undefined)

/** One row as the verb that writes a question takes it, or the columns that are wrong. */
function readRow(row: Row) {
  const parsed = Item.safeParse({
    key: row.key,
    type: row.type,
    title: { uk: row.title_uk, en: row.title_en },
    hint: localizedOf(row.hint_uk, row.hint_en),
    weight: row.weight,
    critical: row.critical,
    perSeat: row.per_seat,
    naAllowed: row.na_allowed,
    photoOnFail: row.photo_on_fail,
    unit: row.unit,
    plausibleLow: row.plausible_low,
    plausibleHigh: row.plausible_high,
    scaleMin: row.scale_min,
    scaleMax: row.scale_max,
    instrumentKind: row.instrument_kind,
    metric: row.metric,
    limits: limitsOf(row),
    options: optionsOf(row.options),
    norms: row.norms?.split(/[\s,;]+/).filter(Boolean),
  })
  const paths = parsed.success
    ? [...faultsOfItem(parsed.data)].map(({ path }) => path.split('.'))
    : parsed.error.issues.map(({ path }) => path.map(String))
  const columns = new Set(paths.map(columnAt))
  const faults = [...columns].map((column): SheetFault => ({ row: row.row, column, key: 'wrong' }))
  return { item: parsed.success ? keptItem(parsed.data, row.key) : undefined, faults }
}

const columnAt = ([name = '', index, side]: string[]): string => {
  if (name === 'limits') return `${SEASONS[Number(index)]}_${columnOf(side ?? 'okLow')}`
  if (name === 'title') return `title_${index ?? 'uk'}`
  return columnOf(name)
}

/** More questions than anybody answers in one round. */
const MOST_ITEMS = 500

/** The sections of a sheet in the order in which they first stand there, and every fault of it. */
export function readChecklist(rows: readonly (readonly string[])[]) {
  const { values, faults } = readSheet(rows, COLUMNS)
  if (values.length > MOST_ITEMS) faults.push({ row: MOST_ITEMS + 2, column: 'key', key: 'tooMany' })
  if (faults.length) return { sections: [], faults }
  const sections = new Map<string, KeptSection>()
  const wrong: SheetFault[] = twice(values, 'key', ({ key }) => key)
  for (const row of values) {
    const { item, faults: found } = readRow(row)
    wrong.push(...found)
    const section = sections.get(row.section) ?? {
      key: row.section,
      title: { uk: row.section_uk, en: row.section_en },
      items: [],
    }
    sections.set(row.section, section)
    if (item) section.items.push(item)
  }
  return { sections: [...sections.values()], faults: wrong }
}

const yes = (value: boolean): string => (value ? 'yes' : 'no')

const asRow = (section: KeptSection, item: KeptItem) => {
  const limits = LIMITS.map(({ season, name }) => item.limits.find((one) => one.season === season)?.[name])
  const cells: Record<string, string | number | null | undefined> = {
    section: section.key,
    section_uk: section.title.uk,
    section_en: section.title.en,
    key: item.key,
    type: item.type,
    title_uk: item.title.uk,
    title_en: item.title.en,
    hint_uk: item.hint?.uk,
    hint_en: item.hint?.en,
    weight: item.weight,
    critical: yes(item.critical),
    per_seat: yes(item.perSeat),
    na_allowed: yes(item.naAllowed),
    photo_on_fail: yes(item.photoOnFail),
    unit: item.unit,
    plausible_low: item.plausibleLow,
    plausible_high: item.plausibleHigh,
    scale_min: item.scaleMin,
    scale_max: item.scaleMax,
    instrument_kind: item.instrumentKind,
    metric: item.metric,
    ...Object.fromEntries(LIMITS.map(({ column }, index) => [column, limits[index]])),
    options: item.options
      .map(({ key, label, score }) =>
        [key, Number((score * 100).toFixed(6)), label.uk, label.en ?? ''].join(' | '),
      )
      .join('\n'),
    norms: item.norms.join(', '),
  }
  return CHECKLIST_HEAD.map((column) => cells[column] ?? null)
}

/** The rows of a checklist, as they are read again. */
export const checklistRows = (sections: readonly KeptSection[]) =>
  sections.flatMap((section) => section.items.map((item) => asRow(section, item)))
