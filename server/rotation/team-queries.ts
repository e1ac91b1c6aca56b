import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { TeamDay } from '#domain/rotation'
import { leftBeside, shortages } from '#domain/rotation/coverage'
import { byTime } from '#domain/rotation/day'
import { BROKEN_KINDS, checkDay, checkRetired } from '#domain/rotation/rules'
import { query } from '#server/query'
import { type BoardDay, type BoardPlace, loadBoardDay, loadPlace } from '#server/rotation/team-day-queries'
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
  locked: z.boolean().optional(),
  touched: z.boolean().optional(),
})
const Shift = z.object({
  shiftId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  ...Stretch,
  pieces: z.array(Piece),
  /** What people were told of this day, beside a draft of it. */
  told: z.array(Piece).nullable(),
  absences: z.array(z.object({ ...Stretch, learning: z.boolean().optional() })),
  /** By competence, of those that a task here asks for. */
  levels: z.record(z.string(), z.number()),
  broken: z.array(Broken),
  /** Tasks that the person has every level for. */
  able: z.array(z.uuid()),
})
const Task = z.object({
  id: z.uuid(),
  title: Text,
  shortTitle: Text,
  hue: z.number(),
  loads: z.object({ voice: z.number(), eyes: z.number(), mind: z.number() }),
  minBlockMinutes: z.number(),
  /** Still there because blocks stand on it; nobody is put on it any more. */
  isRetired: z.boolean(),
  needs: z.array(z.object({ competenceId: z.uuid(), level: z.number(), title: Text })),
})
const Team = z.object({ id: z.uuid(), name: Text })
const Rule = z.object({
  maxWorkMinutes: z.number(),
  pauseMinutes: z.number(),
  minStintMinutes: z.number(),
  tailMinutes: z.number(),
  mealMinutes: z.number(),
  mealFromMinutes: z.number(),
  mealEarliest: z.number(),
  mealLatest: z.number(),
  highLoad: z.number(),
  maxHighMinutes: z.number(),
})
const Left = z.object({
  ...Stretch,
  taskId: z.uuid(),
  minimum: z.number(),
  target: z.number(),
  others: z.number(),
})
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
  plan: z
    .object({
      id: z.uuid(),
      status: z.enum(['draft', 'published']),
      /** What people work by was changed since this draft was begun or searched: it is planned anew before it is published. */
      behind: z.boolean(),
    })
    .nullable(),
  /** A published plan that stands while the draft is being made. */
  published: z.boolean(),
  shifts: z.array(Shift),
  tasks: z.array(Task),
  rule: Rule,
  /** What is wanted, beside what other teams do of it. */
  left: z.array(Left),
  /** Where fewer people than the target are on a task, other teams' published blocks counted. */
  short: z.array(Short),
})
export type TeamBoard = z.infer<typeof Board>

const judged = (day: BoardDay, { tasks, rule, plan, publishedId }: BoardPlace, now: number) => {
  const isDraft = plan?.status === 'draft'
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const asked = new Set(tasks.flatMap((task) => task.needs.map((need) => need.competenceId)))
  return day.shifts.map(({ told, ...shift }) => {
    const held = Object.entries(shift.levels).filter(([id]) => asked.has(id))
    const levels = new Map(held)
    const able = tasks.filter(
      (task) =>
        !task.isRetired && task.needs.every((need) => (levels.get(need.competenceId) ?? 0) >= need.level),
    )
    const { personId, pieces, absences } = shift
    return {
      ...shift,
      levels: Object.fromEntries(held),
      told: isDraft && publishedId !== null ? told : null,
      able: able.map((task) => task.id),
      broken: [
        ...checkDay({ personId, shift, pieces, absences, levels }, byId, rule),
        ...(isDraft ? checkRetired(pieces, byId, now) : []),
      ].sort(byTime),
    }
  })
}

/** A team's day as its planner sees it: shifts and blocks, what they break and where, what demand is not met. */
export const teamDay = query({
  verb: 'rotation.teamDay',
  input: TeamDay,
  output: Board,
  async run({ db, input, reach, now }) {
    const seen = visible(reach, { teamId: sql`t.id`, siteId: sql`t.site_id` })
    const place = await loadPlace(db, seen, input, now)
    if (!place) throw notFound()
    const { plan, teams, tasks, rule, today, date, timeZone } = place
    const told = place.publishedId
    const day = await loadBoardDay(db, place, plan?.id ?? null, told)
    const mine = day.shifts.flatMap((shift) =>
      shift.pieces.flatMap(({ taskId, from, to }) => (taskId ? [{ taskId, from, to }] : [])),
    )
    return {
      now: now.getTime(),
      today,
      date,
      timeZone,
      team: { id: place.teamId, name: place.name, siteId: place.siteId },
      teams,
      plan,
      published: told !== null,
      shifts: judged(day, place, now.getTime()),
      tasks,
      rule,
      left: leftBeside(day.wanted, day.others),
      short: shortages(day.wanted, [...mine, ...day.others]),
    }
  },
})
