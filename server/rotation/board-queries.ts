import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import type { Away, BreakRule, Load, Piece } from '#domain/rotation/day'
import type { Text } from '#domain/text'
import { epochOf } from '#server/moments'

export type BoardTask = {
  id: string
  title: Text
  shortTitle: Text
  hue: number
  loads: Record<Load, number>
  minBlockMinutes: number
  isInside: boolean
  /** Still there because blocks of the plan stand on it; nobody is put on it any more. */
  isRetired: boolean
  needs: { competenceId: string; level: number; title: Text }[]
}
export type BoardShift = {
  shiftId: string
  personId: string
  name: string
  from: number
  to: number
  pieces: Piece[]
  absences: Away[]
  levels: Record<string, number>
}

export const piecesIn = (plan: SQL) => sql`(
  select coalesce(json_agg(json_build_object('id', b.id, 'what', b.what, 'taskId', b.task_id, 'locked', b.locked, 'touched', b.touched,
      'from', ${epochOf(sql`lower(b.span)`)}, 'to', ${epochOf(sql`upper(b.span)`)}) order by lower(b.span)), '[]')
  from blocks b where b.shift_id = s.id and b.plan_id = ${plan} and b.withdrawn_in is null)`

export const SHIFT = sql`
  select s.id as "shiftId", s.person_id as "personId", p.name, ${epochOf(sql`lower(s.span)`)} as "from",
    ${epochOf(sql`upper(s.span)`)} as "to",
    (select coalesce(json_agg(json_build_object('from', ${epochOf(sql`lower(a.span)`)}, 'to', ${epochOf(sql`upper(a.span)`)},
        'learning', a.training_id is not null)), '[]')
      from away a where a.person_id = s.person_id and a.span && s.span) as absences,
    (select coalesce(json_object_agg(l.competence_id, l.level), '{}') from current_levels l where l.person_id = s.person_id) as levels`

/** The shifts of a team's day with what a plan puts into them; without a plan they are empty. */
export async function loadShifts(reader: Reader, teamId: string, onDate: string, planId: string | null) {
  const { rows } = await reader.execute<BoardShift>(sql`
    ${SHIFT}, ${piecesIn(sql`${planId}::uuid`)} as pieces
    from shifts s join people p on p.id = s.person_id
    where s.team_id = ${teamId} and s.on_date = ${onDate} order by lower(s.span), p.name, s.id`)
  return rows
}

/** What a team can be put on: the tasks of its project, and the work inside the centre; with plans, also what their blocks stand on. */
export const tasksOf = (teamId: SQL, planIds: SQL = sql`null::uuid[]`) => sql`
    select t.id, t.title, t.short_title as "shortTitle", t.hue, t.min_block_minutes as "minBlockMinutes", t.project_id is null as "isInside",
      t.retired_at is not null as "isRetired",
      json_build_object('voice', t.voice, 'eyes', t.eyes, 'mind', t.mind) as loads,
      (select coalesce(json_agg(json_build_object('competenceId', n.competence_id, 'level', n.level, 'title', c.title)), '[]')
        from task_needs n join competences c on c.id = n.competence_id where n.task_id = t.id) as needs
    from tasks t, teams m
    where m.id = ${teamId} and (
      t.retired_at is null and (t.project_id is null or t.project_id = m.project_id or m.project_id is null)
      or t.id in (select b.task_id from blocks b where b.plan_id = any(${planIds}) and b.withdrawn_in is null))
    order by t.project_id is null, t.hue, t.id`

/** With a plan, also what the blocks of its day stand on, in the draft and as people were told. */
export async function loadTasks(
  reader: Reader,
  teamId: string,
  planId: string | null = null,
): Promise<BoardTask[]> {
  const ofDay = sql`array(
    select o.id from rotation_plans p join rotation_plans o on o.team_id = p.team_id and o.on_date = p.on_date and o.status <> 'replaced'
    where p.id = ${planId}::uuid)`
  const { rows } = await reader.execute<BoardTask>(tasksOf(sql`${teamId}::uuid`, ofDay))
  return rows
}

export const RULE = sql`
  select r.id, r.max_work_minutes as "maxWorkMinutes", r.pause_minutes as "pauseMinutes", r.min_stint_minutes as "minStintMinutes",
    r.tail_minutes as "tailMinutes", r.meal_minutes as "mealMinutes", r.meal_from_minutes as "mealFromMinutes",
    r.meal_earliest as "mealEarliest", r.meal_latest as "mealLatest", r.high_load as "highLoad", r.max_high_minutes as "maxHighMinutes"
  from break_rules r`

/** The rule that a plan was made by, or the one that holds now. */
export async function loadRule(reader: Reader, ruleId: string | null): Promise<BreakRule & { id: string }> {
  const which = ruleId ? sql`r.id = ${ruleId}` : sql`r.retired_at is null`
  const { rows } = await reader.execute<BreakRule & { id: string }>(sql`${RULE} where ${which}`)
  if (!rows[0]) throw new Error('no break rule: the shipped content is missing')
  return rows[0]
}
