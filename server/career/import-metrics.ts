import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { METRIC_KEYS } from '#domain/career'
import type { SheetFault } from '#domain/sheets'
import { month, number, oneOf, readSheet, refuseSheet, Sheet, text, twice, whole } from '#domain/sheets'
import { recordMetrics } from '#server/career/record-metrics'
import { command } from '#server/command'

const COLUMNS = {
  email: text(254),
  key: oneOf(METRIC_KEYS),
  month,
  value: number(0, 1000),
  sample: whole(0, 1_000_000),
}
const AT_ONCE = 500

/** Takes monthly figures from a sheet, people by their address: the whole sheet or nothing. */
export const importMetrics = command({
  verb: 'career.importMetrics',
  input: Sheet.extend({ source: z.string().trim().min(1).max(100) }),
  output: z.object({ rows: z.number(), changed: z.boolean() }),
  // Whose figures they are is asked again, batch by batch, by the verb that records them.
  subject: (_tx, _input, actor) => ({ siteId: actor.siteId, teamId: null }),
  audit: ({ input, result }) => ({
    kind: 'metrics',
    id: null,
    detail: { values: result.rows, source: input.source, dryRun: input.dryRun },
  }),
  async run({ tx, actor, input: { rows, dryRun, source }, now, newId }) {
    const { values, faults } = readSheet(rows, COLUMNS)
    const emails = [...new Set(values.map(({ email }) => email.toLowerCase()))]
    const { rows: found } = await tx.execute<{ id: string; email: string }>(
      sql`select id, email from people where email = any(${sql.param(emails)}::text[]) and erased_at is null`,
    )
    const idOf = new Map(found.map(({ id, email }) => [email, id]))
    const unknown = values.flatMap(({ row, email }): SheetFault[] =>
      idOf.has(email.toLowerCase()) ? [] : [{ row, column: 'email', key: 'unknown' }],
    )
    refuseSheet([
      ...faults,
      ...unknown,
      ...twice(values, 'month', (v) => [v.email.toLowerCase(), v.key, v.month].join('/')),
    ])
    if (dryRun) return { rows: values.length, changed: false }
    for (let start = 0; start < values.length; start += AT_ONCE) {
      const part = values.slice(start, start + AT_ONCE).map(({ row: _, email, ...value }) => ({
        ...value,
        personId: idOf.get(email.toLowerCase()) ?? '',
      }))
      await recordMetrics(actor, { values: part, source }, { tx, now, newId })
    }
    return { rows: values.length, changed: true }
  },
})
