import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import type { Wanted } from '#domain/rotation/coverage'
import { type Load, type Piece, SLOT, type Stretch } from '#domain/rotation/day'
import type { DayWeights } from '#domain/rotation/day-weights'
import type { DayToPlan } from '#domain/rotation/engine/day-instance'
import { withKept } from '#domain/rotation/pieces'
import { type Carried, surplusOf } from '#domain/rotation/week'
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

export const loadDemand = async (
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

/** What the team's people carried on the earlier days of the plan's week: as told, or as drafted where nothing was told. */
const loadCarried = async (reader: Reader, plan: Plan) => {
  const load = (name: Load) =>
    sql`sum(x.slots * coalesce(k.${sql.identifier(name)}, 0))::float8 as ${sql.identifier(name)}`
  const { rows } = await reader.execute<Carried>(sql`
    select x.person_id as "personId", sum(x.slots)::float8 as slots, ${load('voice')}, ${load('eyes')}, ${load('mind')}
    from (
      select b.person_id, b.task_id, extract(epoch from upper(b.span) - lower(b.span)) / ${SLOT / 1000} as slots
      from rotation_plans p join blocks b on b.plan_id = p.id and b.withdrawn_in is null and b.what = 'task'
      where p.team_id = ${plan.teamId} and p.on_date >= date_trunc('week', ${plan.onDate}::date)::date and p.on_date < ${plan.onDate}
        and (p.status = 'published' or p.status = 'draft' and not exists (
          select 1 from rotation_plans o where o.team_id = p.team_id and o.on_date = p.on_date and o.status = 'published'))) x
    join tasks k on k.id = x.task_id group by x.person_id`)
  return surplusOf(rows)
}

/** Everything the engine needs of a draft's day: who works, what they can, what is wanted, what they were told before. */
export async function loadDayToPlan(reader: Reader, plan: Plan, wish: Wish, now: Date): Promise<DayToPlan> {
  const [shifts, tasks, rule, told, aims, carried] = await Promise.all([
    loadShifts(reader, plan.teamId, plan.onDate, plan.id),
    loadTasks(reader, plan.teamId, plan.id),
    loadRule(reader, plan.breakRuleId),
    loadTold(reader, plan),
    loadAims(reader, plan),
    loadCarried(reader, plan),
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
      carried: carried.get(shift.personId),
      kept: withKept(begun(before, now.getTime()), putOf(shift.pieces, wish.keeps)),
    }
  })
  return { people, tasks, rule, ...demand, ...wish }
}
