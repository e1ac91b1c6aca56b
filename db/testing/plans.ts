import { drizzle } from 'drizzle-orm/node-postgres'
import { db, type Reader } from '#db/client'

type Node = {
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Join Filter'?: number
  Plans?: Node[]
}

const worst = (node: Node): number => {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Join Filter'] ?? 0)
  const rows = (node['Actual Rows'] + removed) * node['Actual Loops']
  return Math.max(rows, ...(node.Plans ?? []).map(worst))
}

/** The most rows that any step of a read's plans looks at, and how many statements it asks. */
export async function looksAt(
  read: (reader: Reader) => Promise<unknown>,
): Promise<{ rows: number; asked: number }> {
  const asked: { text: string; values: unknown[] }[] = []
  const logger = { logQuery: (text: string, values: unknown[]) => void asked.push({ text, values }) }
  await read(drizzle({ client: db.$client, logger }))
  const most: number[] = []
  for (const { text, values } of asked) {
    // The very statement that was caught on its way to Postgres, its values as parameters.
    const { rows } = await db.$client.query(`explain (analyze, format json) ${text}`, values)
    most.push(worst((rows[0]['QUERY PLAN'] as [{ Plan: Node }])[0].Plan))
  }
  return { rows: Math.max(...most), asked: asked.length }
}
