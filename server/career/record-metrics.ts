import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { metricValues } from '#db/schema/growth'
import { RecordMetrics } from '#domain/career'
import { invalid } from '#domain/refused'
import { command } from '#server/command'

/** Takes in monthly figures; the same person, figure and month again replaces the value. All or nothing. */
export const recordMetrics = command({
  verb: 'career.recordMetrics',
  input: RecordMetrics,
  output: z.object({ recorded: z.number() }),
  subject: async (tx, { values }) => {
    const ids = [...new Set(values.map(({ personId }) => personId))]
    const { rows } = await tx.execute<{ id: string; site_id: string | null }>(sql`
      select p.id, e.site_id from people p left join current_employments e on e.person_id = p.id
      where p.id = any(${sql.param(ids)}::uuid[])`)
    const sites = new Set(rows.map((row) => row.site_id))
    // Figures of one site can be recorded for that site; of several only by somebody whose reach is everywhere.
    return {
      siteId: sites.size === 1 ? (rows[0]?.site_id ?? null) : null,
      known: new Set(rows.map((row) => row.id)),
    }
  },
  audit: ({ input }) => ({
    kind: 'metrics',
    id: null,
    detail: { values: input.values.length, source: input.source },
  }),
  async run({ tx, input, subject, now }) {
    for (const [index, { personId }] of input.values.entries()) {
      if (!subject.known.has(personId)) throw invalid(`values.${index}.personId`, 'unknownPerson')
    }
    const rows = input.values.map((value) => ({ ...value, source: input.source, recordedAt: now }))
    const keys = new Set(rows.map(({ personId, key, month }) => `${personId}/${key}/${month}`))
    if (keys.size < rows.length) throw invalid('values', 'twiceTheSame')
    await tx
      .insert(metricValues)
      .values(rows)
      .onConflictDoUpdate({
        target: [metricValues.personId, metricValues.key, metricValues.month],
        set: {
          value: sql`excluded.value`,
          sample: sql`excluded.sample`,
          source: sql`excluded.source`,
          recordedAt: sql`excluded.recorded_at`,
        },
      })
    return { recorded: rows.length }
  },
})
