import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import type { BudgetKind } from '#domain/recognition'
import { PRAISE_CAPS } from '#domain/recognition'

/** How many praises of each kind a month has. */
export async function capsOf(reader: Reader, month: string): Promise<Record<BudgetKind, number>> {
  const { rows } = await reader.execute<{ kind: BudgetKind; cap: number }>(sql`
    select distinct on (kind) kind, cap from praise_caps where from_month <= ${month} order by kind, from_month desc`)
  return { ...PRAISE_CAPS, ...Object.fromEntries(rows.map(({ kind, cap }) => [kind, cap])) }
}
