import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '#db/client'
import { notFound } from '#domain/refused'
import { TeamDay } from '#domain/rotation'
import { shortages } from '#domain/rotation/coverage'
import { BROKEN_KINDS, checkDay } from '#domain/rotation/rules'
import { dateAt } from '#domain/site-time'
import { Text } from '#domain/text'
import { query } from '#server/query'
import { loadRule, loadShifts, loadTasks } from '#server/rotation/board-queries'
import { loadDemand } from '#server/rotation/day-to-plan-queries'
import { visible } from '#server/visible'

const Stretch = { from: z.number(), to: z.number() }
const Broken = z.object({
  ...Stretch,
  kind: z.enum(BROKEN_KINDS),
  pieceId: z.uuid().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
const Piece = z.object({
  id: z.uuid().nullable(),
  what: z.enum(['task', 'pause', 'meal']),
  taskId: z.uuid().nullable(),
  ...Stretch,
})
const Shift = z.object({
  shiftId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  ...Stretch,
  pieces: z.array(Piece),
  absences: z.array(z.object(Stretch)),
  broken: z.array(Broken),
  /** Tasks that the person has every level for. */
  able: z.array(z.uuid()),
})
const Task = z.object({
  id: z.uuid(),
  title: Text,
  shortTitle: Text,
  hue: z.number(),
  needs: z.array(z.object({ competenceId: z.uuid(), level: z.number(), title: Text })),
})
const Team = z.object({ id: z.uuid(), name: Text })
const Short = z.object({
  ...Stretch,
  taskId: z.uuid(),
  covered: z.number(),
  minimum: z.number(),
  target: z.number(),
})

const Board = z.object({
  now: z.number(),
  today: z.string(),
  date: z.string(),
  timeZone: z.string(),
  team: Team.extend({ siteId: z.uuid() }),
  teams: z.array(Team),
  plan: z.object({ id: z.uuid(), status: z.enum(['draft', 'published']) }).nullable(),
  /** A published plan that stands while the draft is being made. */
  published: z.boolean(),
  shifts: z.array(Shift),
  tasks: z.array(Task),
  /** Where fewer people than the target are on a task, other teams' published blocks counted. */
  short: z.array(Short),
})
export type TeamBoard = z.infer<typeof Board>

type TeamRow = { id: string; name: Text; siteId: string; timeZone: string }

const loadTeams = async (db: Reader, where: SQL): Promise<TeamRow[]> => {
  const { rows } = await db.execute<TeamRow>(sql`
    select t.id, t.name, t.site_id as "siteId", s.time_zone as "timeZone"
    from teams t join sites s on s.id = t.site_id where t.ended_at is null and ${where} order by t.name ->> 'uk', t.id`)
  return rows
}

type PlanRow = { id: string; status: 'draft' | 'published'; breakRuleId: string }

const loadPlans = async (db: Reader, teamId: string, date: string): Promise<PlanRow[]> => {
  const { rows } = await db.execute<PlanRow>(sql`
    select id, status, break_rule_id as "breakRuleId" from rotation_plans
    where team_id = ${teamId} and on_date = ${date} and status <> 'replaced'`)
  return rows
}

const loadBoard = async (db: Reader, team: TeamRow, date: string, view: 'draft' | 'published') => {
  const plans = await loadPlans(db, team.id, date)
  const told = plans.find((plan) => plan.status === 'published')
  const plan = (view === 'draft' && plans.find((one) => one.status === 'draft')) || told
  const [shifts, tasks, rule] = await Promise.all([
    loadShifts(db, team.id, date, plan?.id ?? null),
    loadTasks(db, team.id),
    loadRule(db, plan?.breakRuleId ?? null),
  ])
  const { wanted, others } = await loadDemand(
    db,
    { teamId: team.id, siteId: team.siteId },
    shifts,
    tasks.map((task) => task.id),
  )
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const judged = shifts.map((shift) => {
    const levels = new Map(Object.entries(shift.levels))
    const able = tasks.filter((task) =>
      task.needs.every((need) => (levels.get(need.competenceId) ?? 0) >= need.level),
    )
    const { personId, pieces, absences } = shift
    return {
      ...shift,
      able: able.map((task) => task.id),
      broken: checkDay({ personId, shift, pieces, absences, levels }, byId, rule),
    }
  })
  const mine = shifts.flatMap((shift) =>
    shift.pieces.flatMap(({ taskId, from, to }) => (taskId ? [{ taskId, from, to }] : [])),
  )
  return {
    plan: plan ? { id: plan.id, status: plan.status } : null,
    published: Boolean(told),
    shifts: judged,
    tasks,
    short: shortages(wanted, [...mine, ...others]),
  }
}

/** A team's day as its planner sees it: shifts and blocks, what they break and where, what demand is not met. */
export const teamDay = query({
  verb: 'rotation.teamDay',
  input: TeamDay,
  output: Board,
  async run({ db, input, reach, now }) {
    const teams = await loadTeams(db, visible(reach, { teamId: sql`t.id`, siteId: sql`t.site_id` }))
    const team = input.teamId ? teams.find((one) => one.id === input.teamId) : teams[0]
    if (!team) throw notFound()
    const today = dateAt(now, team.timeZone)
    const date = input.date ?? today
    const board = await loadBoard(db, team, date, input.view)
    return {
      now: now.getTime(),
      today,
      date,
      timeZone: team.timeZone,
      team: { id: team.id, name: team.name, siteId: team.siteId },
      teams: teams.map(({ id, name }) => ({ id, name })),
      ...board,
    }
  },
})
