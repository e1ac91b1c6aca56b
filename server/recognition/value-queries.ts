import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { invalid } from '#domain/refused'

/** A value of the company that is offered now, by its slug or id. */
export const valueIdOf = async (tx: Tx, value: string): Promise<string> => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from company_values where (slug = ${value} or id::text = ${value}) and retired_at is null`)
  if (!rows[0]) throw invalid('value', 'wrong')
  return rows[0].id
}
