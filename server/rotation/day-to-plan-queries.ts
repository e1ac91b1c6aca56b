import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import type { Wanted } from '#domain/rotation/coverage'
import { type Piece, SLOT, type Stretch } from '#domain/rotation/day'
import type { DayWeights } from '#domain/rotation/day-weights'
import type { DayToPlan } from '#domain/rotation/engine/day-instance'
import { withKept } from '#domain/rotation/pieces'
import type { Wish as TaskWish } from '#domain/rotation/wishes'
import { epochOf } from '#server/moments'
import { type BoardShift, loadRule, loadShifts, loadTasks } from '#server/rotation/board-queries'
import type { Plan } from '#server/rotation/plan-queries'

export type Demand = { wanted: Wanted[]; others: (Stretch & { taskId: string })[] }
type Wish = { keeps: 'nothing' | 'touched' | 'blocks'; weights: DayWeights; seed: number; seconds: number }
type Place = { teamId: string; siteId: string }

/** Two columns: what is wanted of these tasks in a stretch of time, and who of other teams is already told to do it. */
export const demandIn = (place: Place, taskIds: string[], during: SQL): SQL => {
  const ids = sql`${sql.param(taskIds)}::uuid[]`
  return sql`
      (select coalesce(json_agg(json_build_object('taskId', d.task_id, 'minimum', d.minimum, 'target', d.target,
          'from', ${epochOf(sql`lower(d.span * ${during})`)}, 'to', ${epochOf(sql`upper(d.span * ${during})`)}) order by lower(d.span)), '[]')
        from demand d where d.site_id = ${place.siteId} and d.task_id = any(${ids}) and d.span && ${during}) as wanted,
      (select coalesce(json_agg(json_build_object('taskId', b.task_id, 'from', ${epochOf(sql`lower(b.span)`)}, 'to', ${epochOf(sql`upper(b.span)`)})), '[]')
        from blocks b join shifts s on s.id = b.shift_id
        where s.site_id = ${place.siteId} and s.team_id <> ${place.teamId} and b.plan_status = 'published' and b.withdrawn_in is null
          and b.task_id = any(${ids}) and b.span && ${during}) as others`
}

const loadDemand = async (
  db: Reader,
  place: Place,
  shifts: readonly Stretch[],
  taskIds: string[],
): Promise<Demand> => {
  if (!shifts.length) return { wanted: [], others: [] }
  const from = new Date(Math.min(...shifts.map((shift) => shift.from))).toISOString()
  const to = new Date(Math.max(...shifts.map((shift) => shift.to))).toISOString()
  const during = sql`tstzrange(${from}::timestamptz, ${to}::timestamptz)`
  const { rows } = await db.execute<Demand>(sql`select ${demandIn(place, taskIds, during)}`)
  return rows[0] ?? { wanted: [], others: [] }
}

/** What has begun is done or being done: on a day that runs, only what comes later is planned. */
const begun = (pieces: readonly Piece[] | null, now: number): Piece[] =>
  (pieces ?? []).flatMap((piece) => {
    const to = Math.min(piece.to, Math.ceil(now / SLOT) * SLOT)
    return to > piece.from ? [{ ...piece, to }] : []
  })

/** What the planner put wins over what was told; locked blocks stay in any case. */
const putOf = (pieces: readonly Piece[], keeps: Wish['keeps']): Piece[] =>
  pieces.filter(({ locked, touched }) => locked || keeps === 'blocks' || (keeps === 'touched' && touched))

const toldOf = (told: readonly BoardShift[], shiftId: string) => {
  const pieces = told.find((shift) => shift.shiftId === shiftId)?.pieces
  return pieces?.length ? pieces : null
}

/** The shifts of a plan's day with what people were told of it, if anything was published. */
export async function loadTold(reader: Reader, plan: Plan): Promise<BoardShift[]> {
  const { rows } = await reader.execute<{ id: string }>(sql`
    select id from rotation_plans where team_id = ${plan.teamId} and on_date = ${plan.onDate} and status = 'published'`)
  return rows[0] ? loadShifts(reader, plan.teamId, plan.onDate, rows[0].id) : []
}

type Aims = { wishes: Record<string, TaskWish>; building: string[] }

/** What people of the day wish, and which tasks would build what their agreed plans ask; private plans stay private. */
const loadAims = async (reader: Reader, plan: Plan): Promise<ReadonlyMap<string, Aims>> => {
  const { rows } = await reader.execute<Aims & { shiftId: string }>(sql`
    select s.id as "shiftId",
      (select coalesce(json_object_agg(w.task_id, w.wish), '{}') from (
        select distinct on (task_id) task_id, wish from task_wishes
        where person_id = s.person_id and (on_date is null or on_date = s.on_date) order by task_id, on_date nulls last) w) as wishes,
      (select coalesce(json_agg(distinct n.task_id), '[]') from plans p
        cross join lateral jsonb_to_recordset(p.frozen) as q("competenceId" uuid, level int)
        join task_needs n on n.competence_id = q."competenceId"
        left join current_levels l on l.person_id = s.person_id and l.competence_id = q."competenceId"
        where p.person_id = s.person_id and p.state = 'agreed' and coalesce(l.level, 0) < q.level) as building
    from shifts s where s.team_id = ${plan.teamId} and s.on_date = ${plan.onDate}`)
  return new Map(rows.map(({ shiftId, ...aims }) => [shiftId, aims]))
}

/** Everything the engine needs of a draft's day: who works, what they can, what is wanted, what they were told before. */
export async function loadDayToPlan(reader: Reader, plan: Plan, wish: Wish, now: Date): Promise<DayToPlan> {
  const [shifts, tasks, rule, told, aims] = await Promise.all([
    loadShifts(reader, plan.teamId, plan.onDate, plan.id),
    loadTasks(reader, plan.teamId),
    loadRule(reader, plan.breakRuleId),
    loadTold(reader, plan),
    loadAims(reader, plan),
  ])
  const ids = tasks.map((task) => task.id)
  const demand = await loadDemand(reader, plan, shifts, ids)
  const people = shifts.map((shift) => {
    const before = toldOf(told, shift.shiftId)
    return {
      shiftId: shift.shiftId,
      shift: { from: shift.from, to: shift.to },
      absences: shift.absences,
      levels: new Map(Object.entries(shift.levels)),
      told: before,
      ...aims.get(shift.shiftId),
      kept: withKept(begun(before, now.getTime()), putOf(shift.pieces, wish.keeps)),
    }
  })
  return { people, tasks, rule, ...demand, ...wish }
}
