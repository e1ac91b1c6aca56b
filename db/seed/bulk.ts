import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Database } from '#db/client'

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const escapeText = (text: string) => text.replace(/[\\\n\r\t]/g, (found) => ESCAPES[found] as string)

const arrayText = (items: readonly unknown[]) =>
  `{${items.map((item) => `"${String(item).replace(/[\\"]/g, '\\$&')}"`).join(',')}}`

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return '\\N'
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  if (Array.isArray(value)) return escapeText(arrayText(value))
  return escapeText(typeof value === 'object' ? JSON.stringify(value) : String(value))
}

function* lines(rows: readonly (readonly unknown[])[]): Generator<string> {
  const CHUNK = 500
  for (let start = 0; start < rows.length; start += CHUNK) {
    yield rows
      .slice(start, start + CHUNK)
      .map((row) => `${row.map(cell).join('\t')}\n`)
      .join('')
  }
}

// A statement that runs for longer than half a minute is cut off, here too.
const ROWS_A_STATEMENT = 20_000

/** Tables with row-level security, into which Postgres takes no COPY. */
const PROTECTED = new Set(['intents', 'plans', 'plan_steps', 'check_in_notes'])

async function insertRows(
  database: Database,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const names = columns.map(escapeIdentifier).join(', ')
  const asJson = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])))
  const source = `jsonb_populate_recordset(null::${escapeIdentifier(table)}, $1)`
  await database.$client.query(
    `insert into ${escapeIdentifier(table)} (${names})
     select ${columns.map((column) => `r.${escapeIdentifier(column)}`).join(', ')}
     from (select set_config('sviato.reader', 'everyone', true) offset 0) reader cross join lateral (select * from ${source}) r`,
    [JSON.stringify(asJson)],
  )
}

async function copyRows(
  database: Database,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const target = `${escapeIdentifier(table)} (${columns.map(escapeIdentifier).join(', ')})`
  const client = await database.$client.connect()
  try {
    await pipeline(Readable.from(lines(rows)), client.query(copyFrom(`copy ${target} from stdin`)))
  } finally {
    client.release()
  }
}

/** Inserts rows in the order of the columns. */
export type Bulk = (
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
) => Promise<void>

// Up to here every plan is a good one.
const ROWS_UNMEASURED = 1000

/**
 * Writes rows by COPY: tens of thousands a second, under every constraint and trigger of the table. A table is measured each time it
 * has doubled: what a trigger asks is planned once a connection, and a plan made over an empty table reads it from end to end for
 * every row, while an installation that grows by and by is measured by Postgres itself.
 */
export function bulkInto(database: Database, measure: (table: string) => Promise<void>): Bulk {
  const written = new Map<string, number>()
  const measured = new Map<string, number>()
  return async (table, columns, rows) => {
    const insert = PROTECTED.has(table) ? insertRows : copyRows
    for (let start = 0; start < rows.length; ) {
      const before = written.get(table) ?? 0
      const part = rows.slice(start, start + Math.min(ROWS_A_STATEMENT, Math.max(ROWS_UNMEASURED, before)))
      await insert(database, table, columns, part)
      start += part.length
      const now = (written.get(table) ?? 0) + part.length
      written.set(table, now)
      if (now < 2 * Math.max(ROWS_UNMEASURED / 2, measured.get(table) ?? 0)) continue
      measured.set(table, now)
      await measure(table)
    }
  }
}
