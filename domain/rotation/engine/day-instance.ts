import type { Wanted } from '#domain/rotation/coverage'
import { type BreakRule, type Load, type Piece, SLOT, type Stretch, type Task } from '#domain/rotation/day'
import { type DayWeights, MINIMUM_WEIGHT, PAUSE_WEIGHT } from '#domain/rotation/day-weights'
import { type Instance, MEAL, PAUSE, type Plan } from '#domain/rotation/engine/instance'
import { roomInside } from '#domain/rotation/engine/room'
import { mealPlace, presentParts } from '#domain/rotation/meal'
import { GOAL_SLOTS, WISH_COST, type Wish } from '#domain/rotation/wishes'

export type DayPerson = {
  shiftId: string
  shift: Stretch
  absences: Stretch[]
  levels: ReadonlyMap<string, number>
  /** What people were told; a change of it has a price. */
  told: Piece[] | null
  /** What must stay as it is. */
  kept: Piece[]
  /** By task. */
  wishes?: Readonly<Record<string, Wish>>
  /** Tasks that build a competence of the person's plan. */
  building?: readonly string[]
  /** More or less of each load than the team's mean on earlier days of the week. */
  carried?: Readonly<Record<Load, number>>
}
export type DayToPlan = {
  people: DayPerson[]
  tasks: Task[]
  rule: BreakRule
  wanted: Wanted[]
  /** Blocks of other teams that are published. */
  others: (Stretch & { taskId: string })[]
  weights: DayWeights
  seed: number
  seconds: number
}

/** Nobody should spend more of a day than this on one task without need. */
const SAME_TASK_SHARE = 0.45
/** What a slot of a retired task costs whoever has begun it: it stays where it was, and nothing is gained by more of it. */
const RETIRED_COST = 20
const slotsOf = (minutes: number): number => Math.ceil((minutes * 60_000) / SLOT)
const wholeSlots = (minutes: number): number => Math.floor((minutes * 60_000) / SLOT)

const levelFor = (task: Task, { levels, kept }: DayPerson): number | undefined => {
  if (task.isRetired) return kept.some(({ taskId }) => taskId === task.id) ? 1 : undefined
  const spare = task.needs.map((need) => (levels.get(need.competenceId) ?? 0) - need.level)
  if (spare.some((over) => over < 0)) return undefined
  return Math.min(4, 1 + Math.min(3, ...spare))
}

const whatOf = (piece: Piece): string => piece.taskId ?? piece.what

const cellsOf = (pieces: readonly Piece[], origin: number, part: Stretch): [number, string][] =>
  pieces.flatMap((piece) => {
    const cells: [number, string][] = []
    for (let at = Math.max(piece.from, part.from); at < Math.min(piece.to, part.to); at += SLOT)
      cells.push([(at - origin) / SLOT, whatOf(piece)])
    return cells
  })

/** What a person would rather not do has a price; what they like, or learn by, is an aim for an hour of the day. */
const wishesOf = (
  { wishes = {}, building = [] }: DayPerson,
  able: readonly string[],
  retired: ReadonlySet<string>,
  slots: number,
) => {
  const cost = able.flatMap((id) => {
    if (retired.has(id)) return [[id, RETIRED_COST] as const]
    const wish = wishes[id]
    return wish && WISH_COST[wish] > 0 ? [[id, WISH_COST[wish]] as const] : []
  })
  const unwanted = new Set(cost.map(([id]) => id))
  const goals = able.filter((id) => !unwanted.has(id) && (wishes[id] === 'like' || building.includes(id)))
  const goalSlots = goals.length ? Math.min(GOAL_SLOTS, Math.floor(slots / 4)) : 0
  return { cost: Object.fromEntries(cost), goals, goalSlots }
}

/** A task of high load of any kind counts among those that may not be done too long in a row: stricter than the rule, never looser. */
const isHigh = (task: Task, rule: BreakRule): boolean =>
  Math.max(task.loads.voice, task.loads.eyes, task.loads.mind) >= rule.highLoad

const demandOf = (day: DayToPlan, origin: number, slots: number): Instance['demand'] => {
  const ids = new Set(day.tasks.filter((task) => !task.isRetired).map((task) => task.id))
  const found = new Map<string, Instance['demand'][number]>()
  for (const want of day.wanted) {
    if (!ids.has(want.taskId)) continue
    const first = Math.max(0, Math.floor((want.from - origin) / SLOT))
    for (let slot = first; slot < slots && origin + slot * SLOT < want.to; slot += 1) {
      const at = origin + slot * SLOT
      const covered = day.others.filter(
        (block) => block.taskId === want.taskId && block.from <= at && block.to > at,
      ).length
      found.set(`${slot} ${want.taskId}`, {
        slot,
        task: want.taskId,
        min: Math.max(0, want.minimum - covered),
        target: Math.max(0, want.target - covered),
      })
    }
  }
  return [...found.values()]
}

/** The load that each slot of work would carry if everybody carried the same; what is above it is uneven. */
const fairLoads = (day: DayToPlan, demand: Instance['demand'], workSlots: number) => {
  const shareOf = (load: (task: Task) => number) => {
    const byId = new Map(day.tasks.map((task) => [task.id, load(task)]))
    const all = demand.reduce((total, cell) => total + cell.target * (byId.get(cell.task) ?? 0), 0)
    return workSlots > 0 ? all / workSlots : 0
  }
  return {
    voice: shareOf((task) => task.loads.voice),
    eyes: shareOf((task) => task.loads.eyes),
    mind: shareOf((task) => task.loads.mind),
  }
}

/** A team's day in the engine's words: slots from the first shift's start, a person a part of a shift. */
export function dayInstance(day: DayToPlan): { instance: Instance; origin: number } {
  const origin = Math.min(...day.people.map(({ shift }) => shift.from))
  const slots = Math.ceil((Math.max(...day.people.map(({ shift }) => shift.to)) - origin) / SLOT)
  const wanted = demandOf(day, origin, slots)
  const { rule, tasks, weights } = day
  const parts = day.people.map(({ shift, absences }) => presentParts(shift, absences))
  const demand = [...wanted, ...roomInside(tasks, wanted, { from: origin, parts, slots }, rule)]
  const work = parts.flat().reduce((total, part) => total + (part.to - part.from) / SLOT, 0)
  const fair = fairLoads(day, demand, work)
  const retired = new Set(tasks.filter((task) => task.isRetired).map(({ id }) => id))
  const people = day.people.flatMap((person, at) => {
    const mine = parts[at] ?? []
    const meal = mealPlace(person.shift, person.absences, rule)
    const able = tasks.flatMap((task) => {
      const level = levelFor(task, person)
      return level === undefined ? [] : [[task.id, level] as const]
    })
    return mine.map((part): Instance['people'][number] => {
      const length = (part.to - part.from) / SLOT
      const reference = (load: Load) =>
        Math.max(0, Math.ceil(fair[load] * length) - (person.carried?.[load] ?? 0))
      const told = person.told && new Map(cellsOf(person.told, origin, part))
      const window = meal?.part.from === part.from ? meal.window : undefined
      return {
        id: person.shiftId,
        from: (part.from - origin) / SLOT,
        to: (part.to - origin) / SLOT,
        levels: Object.fromEntries(able),
        ...wishesOf(
          person,
          able.map(([id]) => id),
          retired,
          length,
        ),
        meal: window
          ? { earliest: (window.from - origin) / SLOT, latest: (window.to - origin) / SLOT }
          : null,
        voiceReference: reference('voice'),
        references: { eyes: reference('eyes'), mind: reference('mind') },
        sameTaskCap: Math.ceil(length * SAME_TASK_SHARE),
        published: told ? Array.from({ length: slots }, (_, slot) => told.get(slot) ?? null) : null,
        locked: cellsOf(person.kept, origin, part),
      }
    })
  })
  const maxVoice = wholeSlots(rule.maxHighMinutes)
  const instance: Instance = {
    slotMinutes: SLOT / 60_000,
    slots,
    tasks: tasks.map((task) => ({
      id: task.id,
      voice: isHigh(task, rule),
      voiceLoad: task.loads.voice,
      minBlock: Math.max(1, slotsOf(task.minBlockMinutes)),
      loads: { eyes: task.loads.eyes, mind: task.loads.mind },
    })),
    people,
    demand,
    rules: {
      maxWork: wholeSlots(rule.maxWorkMinutes),
      maxVoice,
      freeVoice: Math.max(1, maxVoice - 2),
      minStint: slotsOf(rule.minStintMinutes),
      tail: slotsOf(rule.tailMinutes),
      mealSlots: Math.max(1, slotsOf(rule.mealMinutes)),
    },
    weights: { ...weights, min: MINIMUM_WEIGHT, pause: PAUSE_WEIGHT },
    seed: day.seed,
    seconds: day.seconds,
  }
  return { instance, origin }
}

/** A row of a plan as pieces of a day. */
export function piecesOf(row: Plan[string], origin: number): Piece[] {
  const pieces: Piece[] = []
  for (const [slot, what] of row.entries()) {
    if (what === null) continue
    const from = origin + slot * SLOT
    const last = pieces.at(-1)
    if (last && whatOf(last) === what && last.to === from) {
      last.to = from + SLOT
      continue
    }
    const rest = what === PAUSE || what === MEAL
    pieces.push({ id: null, what: rest ? what : 'task', taskId: rest ? null : what, from, to: from + SLOT })
  }
  return pieces
}
