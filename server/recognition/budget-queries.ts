import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Actor } from '#domain/access'
import { mayEver } from '#domain/access'
import type { BudgetKind } from '#domain/recognition'
import { PRAISE_CAPS } from '#domain/recognition'
import { query } from '#server/query'
import { monthOf } from '#server/recognition/day-queries'

export const Budget = z.object({
  kind: z.enum(['supervisor', 'peer']),
  cap: z.number(),
  left: z.number(),
  month: z.string(),
})

/** What the actor has of each budget in the month of their site, as a list in JSON: a month that they have not begun has the cap of everybody. */
export const budgetsOf = (actor: Actor, now: Date): SQL => {
  const kinds: BudgetKind[] = mayEver(actor, 'recognition.giveAsLeader') ? ['supervisor', 'peer'] : ['peer']
  const usual = kinds.map((kind) => PRAISE_CAPS[kind])
  return sql`
    (select json_agg(json_build_object('kind', k.kind, 'month', k.month::text, 'cap', k.cap, 'left', k.cap - k.spent) order by k.at) from (
      select w.kind, w.at, m.month, coalesce(b.spent, 0) as spent, coalesce(b.cap,
        (select c.cap from praise_caps c where c.kind = w.kind and c.from_month <= m.month order by c.from_month desc limit 1), w.usual) as cap
      from (select ${monthOf(actor.personId, now)} as month) m
      cross join unnest(${sql.param(kinds)}::text[], ${sql.param(usual)}::int[]) with ordinality as w(kind, usual, at)
      left join praise_budgets b on b.giver_id = ${actor.personId} and b.kind = w.kind and b.month = m.month) k)`
}

/** How many praises the actor has left this month: as a leader where they lead anybody, and as a colleague. */
export const myBudget = query({
  verb: 'recognition.budget',
  input: z.object({}),
  output: z.array(Budget),
  async run({ db, actor, now }) {
    const { rows } = await db.execute<{ budgets: z.infer<typeof Budget>[] }>(
      sql`select ${budgetsOf(actor, now)} as budgets`,
    )
    return rows[0]?.budgets ?? []
  },
})
