import Papa from 'papaparse'
import readExcel from 'read-excel-file/node'
import writeExcel from 'write-excel-file/node'
import { invalid } from '#domain/refused'

export const SHEET_FORMATS = ['csv', 'xlsx', 'json'] as const
export type SheetFormat = (typeof SHEET_FORMATS)[number]

const asText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (!(cell instanceof Date)) return String(cell)
  // An hour alone is a share of Excel's day nought, a millisecond short of the minute at times.
  const moment = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString()
  return moment < '1900-01-01' ? moment.slice(11, 16) : moment.slice(0, 10)
}

const rowsOfObjects = (content: unknown): string[][] => {
  if (!Array.isArray(content) || !content.every((one) => typeof one === 'object' && one !== null))
    throw invalid('file', 'sheet.unreadable')
  const names = [...new Set(content.flatMap((one) => Object.keys(one as object)))]
  return [names, ...content.map((one) => names.map((name) => asText((one as Record<string, unknown>)[name])))]
}

/** The rows of a file that a person gives, told by its name: Excel, JSON (a list of objects), else text with any usual separator. */
export async function parseSheet(name: string, bytes: Uint8Array): Promise<string[][]> {
  try {
    if (/\.xlsx$/i.test(name)) {
      const [sheet] = await readExcel(Buffer.from(bytes))
      return (sheet?.data ?? []).map((row) => row.map(asText))
    }
    const content = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\ufeff/, '')
    if (/\.json$/i.test(name)) return rowsOfObjects(JSON.parse(content))
    return Papa.parse<string[]>(content, { skipEmptyLines: 'greedy' }).data
  } catch {
    throw invalid('file', 'sheet.unreadable')
  }
}

type Content = { head: readonly string[]; rows: readonly (readonly (string | number | boolean | null)[])[] }

/** A file of these rows. A text that a spreadsheet would take for a formula is made harmless. */
export async function writeSheet(format: SheetFormat, { head, rows }: Content): Promise<Buffer> {
  if (format === 'json') {
    const objects = rows.map((row) =>
      Object.fromEntries(head.map((name, index) => [name, row[index] ?? null])),
    )
    return Buffer.from(JSON.stringify(objects, null, 2))
  }
  if (format === 'csv') {
    const text = Papa.unparse(
      { fields: [...head], data: rows.map((row) => [...row]) },
      { escapeFormulae: true },
    )
    // Without the mark Excel takes Ukrainian letters for another alphabet.
    return Buffer.from(`\ufeff${text}`)
  }
  const cells = rows.map((row) => row.map((value) => (value === null ? null : { value })))
  const named = head.map((value) => ({ value, fontWeight: 'bold' as const }))
  return await writeExcel([named, ...cells]).toBuffer()
}
