import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import type { BreakRule, Piece } from '#domain/rotation/day'
import type { Text } from '#domain/text'
import {
  type BoardShift,
  type BoardTask,
  piecesIn,
  RULE,
  SHIFT,
  tasksOf,
} from '#server/rotation/board-queries'
import { type Demand, demandIn } from '#server/rotation/day-to-plan-queries'
import { behindTold } from '#server/rotation/plan-queries'

type Asked = { teamId?: string; date?: string; view: 'draft' | 'published' }
export type BoardPlace = {
  teams: { id: string; name: Text }[]
  teamId: string
  name: Text
  siteId: string
  timeZone: string
  today: string
  date: string
  plan: { id: string; status: 'draft' | 'published'; behind: boolean } | null
  publishedId: string | null
  tasks: BoardTask[]
  rule: BreakRule
}
export type BoardDay = Demand & { shifts: (BoardShift & { told: Piece[] | null })[] }

/** Which team and day, its plan, what can be done there and by which rule: all that a board stands on, in one statement. */
export async function loadPlace(
  db: Reader,
  seen: SQL,
  { teamId, date, view }: Asked,
  now: Date,
): Promise<BoardPlace | undefined> {
  const one = teamId ? sql`where id = ${teamId}` : sql``
  const which = view === 'draft' ? sql`` : sql`and p.status = 'published'`
  const { rows } = await db.execute<BoardPlace>(sql`
    with seen as (
      select t.id, t.name, t.site_id, s.time_zone, (${now.toISOString()}::timestamptz at time zone s.time_zone)::date as today
      from teams t join sites s on s.id = t.site_id where t.ended_at is null and ${seen}),
    chosen as (
      select *, coalesce(${date ?? null}::date, today) as on_date from seen ${one} order by name ->> 'uk', id limit 1),
    plans as (
      select p.id, p.status, p.break_rule_id from rotation_plans p join chosen c on p.team_id = c.id and p.on_date = c.on_date
      where p.status <> 'replaced'),
    plan as (select p.* from plans p where true ${which} order by p.status limit 1)
    select (select json_agg(json_build_object('id', id, 'name', name) order by name ->> 'uk', id) from seen) as teams,
      c.id as "teamId", c.name, c.site_id as "siteId", c.time_zone as "timeZone", c.today::text, c.on_date::text as date,
      (select json_build_object('id', id, 'status', status, 'behind', ${behindTold(sql`plan.id`)}) from plan) as plan,
      (select id from plans where status = 'published') as "publishedId",
      (select coalesce(json_agg(k), '[]') from (${tasksOf(sql`(select id from chosen)`, sql`array(select id from plans)`)}) k) as tasks,
      (select to_json(r) from (${RULE} where r.id = (select break_rule_id from plan) or r.retired_at is null
        order by r.id = (select break_rule_id from plan) desc nulls last limit 1) r) as rule
    from chosen c`)
  return rows[0]
}

/** The shifts of a board's day with what the plan puts into them and what was told, and the demand over them, in one statement. */
export async function loadBoardDay(
  db: Reader,
  place: Pick<BoardPlace, 'teamId' | 'siteId' | 'date' | 'tasks'>,
  planId: string | null,
  toldId: string | null,
): Promise<BoardDay> {
  const here = sql`s.team_id = ${place.teamId} and s.on_date = ${place.date}`
  const told = toldId && toldId !== planId ? piecesIn(sql`${toldId}::uuid`) : sql`null::json`
  const ids = place.tasks.map((task) => task.id)
  const { rows } = await db.execute<BoardDay>(sql`
    with during as materialized (
      select tstzrange(min(lower(s.span)), max(upper(s.span))) as span from shifts s where ${here})
    select (select coalesce(json_agg(m), '[]') from (
        ${SHIFT}, ${piecesIn(sql`${planId}::uuid`)} as pieces, ${told} as told
        from shifts s join people p on p.id = s.person_id where ${here} order by lower(s.span), p.name, s.id) m) as shifts,
      ${demandIn(place, ids, sql`(select span from during)`)}`)
  return rows[0] ?? { shifts: [], wanted: [], others: [] }
}
