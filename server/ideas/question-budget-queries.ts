import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import type { Audience } from '#domain/campaigns'
import { conflict } from '#domain/refused'
import { holds } from '#server/ideas/audience-queries'

/** The lock under which Postgres itself looks for a second question to one audience. */
const ASKING = 7284653

/** An audience as a row of its own, for `holds`. */
export const asRow = ({ teamId, siteId, projectId, positionId, shift }: Audience, alias: 'n'): SQL => sql`
  (select ${teamId ?? null}::uuid as team_id, ${siteId ?? null}::uuid as site_id, ${projectId ?? null}::uuid as project_id,
    ${positionId ?? null}::uuid as position_id, ${shift ?? null}::text as shift) ${sql.identifier(alias)}`

/**
 * Counts what each person of an audience is asked within a week around a moment, questions and pulses alike. What is asked of another
 * part of the day does not count. @throws Refused where somebody would be asked more than HR allows.
 */
export async function keepBudget(tx: Tx, audience: Audience, at: Date, self: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${ASKING})`)
  const near = (column: SQL) => sql`${column} > ${at.toISOString()}::timestamptz - interval '7 days'
    and ${column} < ${at.toISOString()}::timestamptz + interval '7 days'`
  const { rows } = await tx.execute<{ most: number; budget: number }>(sql`
    with near as (
      select team_id, site_id, project_id, position_id, shift from campaigns
      where kind = 'question' and id <> ${self} and ${near(sql`opens_at`)}
      union all
      select team_id, site_id, project_id, position_id, shift from pulses where id <> ${self} and ${near(sql`opened_at`)}
    )
    select o.questions_weekly as budget, coalesce((
      select max(asked) from (
        select count(*)::int as asked from ${asRow(audience, 'n')}, near c, current_employments e left join teams t on t.id = e.team_id
        where ${holds('n')} and ${holds('c')} and (c.shift is null or n.shift is null or c.shift = n.shift)
        group by e.person_id) people), 0) as most
    from organisations o`)
  const { most, budget } = rows[0] ?? { most: 0, budget: 7 }
  if (most >= budget) throw conflict('ideas.questionBudget', { budget })
}
