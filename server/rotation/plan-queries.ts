import { type SQL, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client'
import { conflict, notFound } from '#domain/refused'
import type { Piece } from '#domain/rotation/day'
import { epochOf } from '#server/moments'

export type Plan = {
  id: string
  teamId: string
  siteId: string
  onDate: string
  status: 'draft' | 'published' | 'replaced'
  breakRuleId: string
  timeZone: string
}

const PLAN = sql`
  select p.id, p.team_id as "teamId", t.site_id as "siteId", p.on_date::text as "onDate", p.status,
    p.break_rule_id as "breakRuleId", s.time_zone as "timeZone"
  from rotation_plans p join teams t on t.id = p.team_id join sites s on s.id = t.site_id`

/** A plan, locked until the transaction ends: two planners of one team take turns. */
export async function lockPlan(tx: Tx, planId: string): Promise<Plan> {
  const { rows } = await tx.execute<Plan>(sql`${PLAN} where p.id = ${planId} for update of p`)
  if (!rows[0] || rows[0].status === 'replaced') throw notFound()
  return rows[0]
}

/** A plan as it is now, for reading. */
export async function findPlan(reader: Reader, planId: string, seen: SQL): Promise<Plan | undefined> {
  const { rows } = await reader.execute<Plan>(sql`${PLAN} where p.id = ${planId} and ${seen}`)
  return rows[0]
}

/** Whether the plan that people work by was changed since a draft of its day was begun, or last searched anew. */
export const behindTold = (draft: SQL): SQL => sql`exists (
  select 1 from rotation_plans d
  join rotation_plans o on o.team_id = d.team_id and o.on_date = d.on_date and o.status = 'published'
  join plan_changes c on c.plan_id = o.id
  where d.id = ${draft} and d.status = 'draft' and c.made_at > greatest(d.created_at,
    (select max(r.asked_at) from plan_runs r where r.plan_id = d.id and r.status = 'done')))`

/** What a search stores would wipe out what a hand did meanwhile. */
export async function refuseWhileSearching(tx: Tx, planId: string): Promise<void> {
  const { rows } = await tx.execute(
    sql`select 1 from plan_runs where plan_id = ${planId} and status in ('waiting', 'running')`,
  )
  if (rows.length) throw conflict('rotation.searching')
}

export type Placed = Plan & { block: Piece & { id: string; personId: string; shiftId: string } }

/** The plan of a block with the block. */
export async function lockBlock(tx: Tx, blockId: string): Promise<Placed> {
  const { rows } = await tx.execute<{ planId: string }>(
    sql`select plan_id as "planId" from blocks where id = ${blockId}`,
  )
  if (!rows[0]) throw notFound()
  const plan = await lockPlan(tx, rows[0].planId)
  const found = await tx.execute<Placed['block']>(sql`
    select id, person_id as "personId", shift_id as "shiftId", what, task_id as "taskId",
      ${epochOf(sql`lower(span)`)} as "from", ${epochOf(sql`upper(span)`)} as "to"
    from blocks where id = ${blockId} and withdrawn_in is null`)
  if (!found.rows[0]) throw notFound()
  return { ...plan, block: found.rows[0] }
}

/** A plan is dated; its notices name the day at noon, so that no time zone moves it. */
export const noonOf = (date: string): number => Date.parse(`${date}T12:00:00Z`)
