import { sql } from 'drizzle-orm'
import { makeDay } from '#db/seed/demo/rotation-day'
import { layByPlanner } from '#db/seed/demo/rotation-laid'
import { type StoredShift, seedShifts } from '#db/seed/demo/rotation-shifts'
import { seedTasks } from '#db/seed/demo/rotation-tasks'
import type { Team, World } from '#db/seed/demo/world'
import { referenceId } from '#db/seed/reference/ids'
import type { BreakRule, Piece, Stretch, Task } from '#domain/rotation/day'
import { meet } from '#domain/rotation/day'
import { erase } from '#domain/rotation/pieces'
import { checkDay, isHard } from '#domain/rotation/rules'
import { addDays, dateAt } from '#domain/site-time'
import { loadRule } from '#server/rotation/board-queries'
import { openPlan } from '#server/rotation/open-plan'
import { publishPlan } from '#server/rotation/publish'

/** Days of plans, today first, then tomorrow and backwards. */
const DAYS_PLANNED = 16
/** A plan passes its status on to its blocks, and a statement has half a minute. */
const PLANS_A_STATEMENT = 250
const BLOCKS = [
  'id',
  'plan_id',
  'plan_status',
  'person_id',
  'shift_id',
  'shift_span',
  'span',
  'what',
  'task_id',
  'created_at',
]
const PLANS = ['id', 'team_id', 'on_date', 'status', 'break_rule_id', 'created_by', 'created_at']

type Levels = Map<string, Map<string, number>>
type Made = { planId: string; team: Team; ago: number; made: Date; shifts: StoredShift[] }

const loadLevels = async (world: World): Promise<Levels> => {
  const { rows } = await world.database.execute<{ person: string; competence: string; level: number }>(
    sql`select person_id as person, competence_id as competence, level from current_levels`,
  )
  const levels: Levels = new Map()
  for (const { person, competence, level } of rows) {
    const mine = levels.get(person) ?? new Map<string, number>()
    levels.set(person, mine.set(competence, level))
  }
  return levels
}

type Learning = Map<string, Stretch[]>

const loadLearning = async (world: World): Promise<Learning> => {
  const { rows } = await world.database.execute<{ person: string; from: number; to: number }>(sql`
    select person_id as person, (extract(epoch from lower(span)) * 1000)::float8 as "from",
      (extract(epoch from upper(span)) * 1000)::float8 as "to"
    from away where training_id is not null`)
  const learning: Learning = new Map()
  for (const { person, from, to } of rows)
    learning.set(person, [...(learning.get(person) ?? []), { from, to }])
  return learning
}

const span = (from: number, to: number) => `[${new Date(from).toISOString()},${new Date(to).toISOString()})`

const blockRows = (
  world: World,
  plan: Made,
  tasks: Task[],
  fallback: Task,
  known: { levels: Levels; learning: Learning; laid: ReadonlyMap<string, Piece[]> },
  rule: BreakRule,
): unknown[][] => {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  return plan.shifts.flatMap((shift, index) => {
    const own = known.levels.get(shift.personId) ?? new Map<string, number>()
    const able = tasks.filter((task) =>
      task.needs.every((need) => (own.get(need.competenceId) ?? 0) >= need.level),
    )
    const believable = makeDay(shift, able, fallback, rule, world.random, (index % 5) - 2)
    const whole = known.laid.get(shift.id) ?? believable ?? []
    const absences = (known.learning.get(shift.personId) ?? []).filter((one) => meet(one, shift))
    const day = absences.reduce<Piece[]>(erase, whole)
    const subject = { personId: shift.personId, shift, pieces: day, absences, levels: own }
    if (checkDay(subject, byId, rule).some(isHard)) return []
    return day.map((piece) => [
      world.newId(plan.made),
      plan.planId,
      'draft',
      shift.personId,
      shift.id,
      span(shift.from, shift.to),
      span(piece.from, piece.to),
      piece.what,
      piece.taskId,
      plan.made,
    ])
  })
}

/** Yesterday's afternoon: when tomorrow is planned. */
const plannedAt = (world: World, ago: number): Date => world.day(ago + 1, 13, 20)

const makePlans = (world: World, shifts: StoredShift[]): Made[] => {
  const byTeamDay = new Map<string, StoredShift[]>()
  for (const shift of shifts) {
    const key = `${shift.teamId}/${shift.ago}`
    byTeamDay.set(key, [...(byTeamDay.get(key) ?? []), shift])
  }
  return world.teams.flatMap((team) =>
    Array.from({ length: Math.ceil(DAYS_PLANNED * world.depth) }, (_, index) =>
      index < 2 ? -index : index - 1,
    ).flatMap((ago): Made[] => {
      const mine = byTeamDay.get(`${team.id}/${ago}`) ?? []
      const made = ago < 0 ? world.now : plannedAt(world, ago)
      return mine.length ? [{ planId: world.newId(made), team, ago, made, shifts: mine }] : []
    }),
  )
}

/** The first team's plan of today is told by its supervisor, so that its people have a notice; the rest is mass. */
const publish = async (world: World, plans: readonly Made[]): Promise<void> => {
  const supervisor = world.account('supervisor')
  for (const plan of plans.filter((one) => one.team === world.teams[0] && one.ago === 0)) {
    await publishPlan(
      world.actor(supervisor),
      { planId: plan.planId },
      { now: plan.made, newId: world.newId },
    )
  }
  const ids = plans.map(({ planId }) => planId)
  await world.database.execute(sql`
    update rotation_plans set status = 'published', published_at = created_at, published_by = created_by
    where status = 'draft' and id = any(${sql.param(ids)}::uuid[])`)
}

type Filled = { plan: Made; blocks: unknown[][] }

/** Two lanes for two processors, since publishing writes every block once more. */
const writeAll = async (world: World, filled: readonly Filled[]): Promise<void> => {
  let next = 0
  const lane = async () => {
    while (next < filled.length) {
      const part = filled.slice(next, next + PLANS_A_STATEMENT)
      next += PLANS_A_STATEMENT
      await world.bulk(
        'blocks',
        BLOCKS,
        part.flatMap(({ blocks }) => blocks),
      )
      await publish(
        world,
        part.map(({ plan }) => plan),
      )
    }
  }
  await Promise.all([lane(), lane()])
}

const dateOf = (world: World, team: Team, ago: number) => addDays(dateAt(world.now, team.site.timeZone), -ago)

/** Tasks of the six projects, five weeks of shifts, two weeks of published days; tomorrow waits for the demo supervisor. */
export async function seedRotation(world: World): Promise<void> {
  const byProject = await seedTasks(world)
  const shifts = await seedShifts(world)
  const rule = await loadRule(world.database, null)
  const known = { levels: await loadLevels(world), learning: await loadLearning(world) }
  const first = world.teams[0] as Team
  const plans = makePlans(world, shifts).filter((plan) => plan.team !== first || plan.ago >= 0)
  const inside = byProject.get('inside') ?? []
  const fallback = inside.find((task) => task.id === referenceId('task', 'learning')) as Task
  await world.bulk(
    'rotation_plans',
    PLANS,
    plans.map(({ planId, team, ago, made }) => [
      planId,
      team.id,
      dateOf(world, team, ago),
      'draft',
      rule.id,
      team.supervisorId,
      made,
    ]),
  )
  const tasksOf = (team: Team) => [...(byProject.get(team.project.id) ?? []), fallback]
  const days = plans.map(({ team, shifts }) => ({ team, shifts, tasks: tasksOf(team) }))
  const laid = await layByPlanner(world, days, rule, known)
  const filled = plans.map((plan) => ({
    plan,
    blocks: blockRows(world, plan, tasksOf(plan.team), fallback, { ...known, laid }, rule),
  }))
  await writeAll(world, filled)
  const actor = world.actor(world.account('supervisor'))
  await openPlan(
    actor,
    { teamId: first.id, onDate: dateOf(world, first, -1) },
    { now: world.now, newId: world.newId },
  )
}
