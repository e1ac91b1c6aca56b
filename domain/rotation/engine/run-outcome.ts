import type { RunOutcome } from '#domain/rotation'
import { meet, SLOT, type Stretch } from '#domain/rotation/day'
import type { DayPerson, DayToPlan } from '#domain/rotation/engine/day-instance'
import type { Instance } from '#domain/rotation/engine/instance'
import { HOUR_PARTS, type HourPart, PARTS } from '#domain/rotation/engine/parts'
import type { PlannedDay } from '#domain/rotation/engine/plan-day'
import {
  chargeDemand,
  chargeRow,
  laidRow,
  type Parts,
  scorePerson,
  type Unmet,
} from '#domain/rotation/engine/score-plan'
import { presentParts } from '#domain/rotation/meal'

/** Neighbouring slots that lack the same are one stretch. */
const stretches = (unmet: readonly Unmet[], origin: number): RunOutcome['unmet'] => {
  const joined: RunOutcome['unmet'] = []
  const sorted = [...unmet].sort((a, b) => a.task.localeCompare(b.task) || a.slot - b.slot)
  for (const { task, slot, missing, below } of sorted) {
    const from = origin + slot * SLOT
    const last = joined.at(-1)
    if (last?.taskId === task && last.to === from && last.missing === missing && last.below === below)
      last.to = from + SLOT
    else joined.push({ taskId: task, from, to: from + SLOT, missing, below })
  }
  return joined.sort((a, b) => a.below.localeCompare(b.below) || a.from - b.from)
}

type Task = DayToPlan['tasks'][number]

/** The one competence in which a person is one level short of a task, if that is all. */
const nearMiss = (task: Task, { levels }: DayPerson): string | undefined => {
  const short = task.needs.filter((need) => (levels.get(need.competenceId) ?? 0) < need.level)
  const [only] = short
  if (!only || short.length > 1) return undefined
  return (levels.get(only.competenceId) ?? 0) + 1 === only.level ? only.competenceId : undefined
}

const present = ({ shift, absences }: DayPerson, stretch: Stretch): boolean =>
  presentParts(shift, absences).some((part) => meet(part, stretch))

const mostOf = (missed: readonly string[]): string | null => {
  const times = (id: string) => missed.filter((one) => one === id).length
  return missed.reduce<string | null>((most, id) => (most && times(most) >= times(id) ? most : id), null)
}

const causesOf = (day: DayToPlan, unmet: RunOutcome['unmet']): RunOutcome['causes'] =>
  [...new Set(unmet.map(({ taskId }) => taskId))].flatMap((taskId) => {
    const task = day.tasks.find(({ id }) => id === taskId)
    if (!task) return []
    const when = unmet.filter((one) => one.taskId === taskId)
    const there = day.people.filter((person) => when.some((stretch) => present(person, stretch)))
    const missed = there.flatMap((person) => nearMiss(task, person) ?? [])
    const can = (person: DayPerson) =>
      task.needs.every((need) => (person.levels.get(need.competenceId) ?? 0) >= need.level)
    return [{ taskId, able: there.filter(can).length, nearly: missed.length, competenceId: mostOf(missed) }]
  })

/** Somebody with hours away has a part of a day before and after them: what they cost is one sum. */
const peopleOf = (instance: Instance, { plan }: PlannedDay): RunOutcome['people'] => {
  const found = new Map<string, Parts>()
  for (const person of instance.people) {
    const row = laidRow(person, plan)
    if (!row) continue
    const parts = scorePerson(instance, person, row)
    const before = found.get(person.id)
    if (before) for (const part of PARTS) parts[part] += before[part]
    found.set(person.id, parts)
  }
  return [...found].map(([shiftId, parts]) => ({
    shiftId,
    cost: PARTS.reduce((total, part) => total + parts[part], 0),
    parts,
  }))
}

/** What is too short for a block beside hours away is a gap of the board, no day that was left out. */
const excludedOf = ({ excluded, plan }: PlannedDay): RunOutcome['excluded'] => {
  const told = excluded.filter(({ id, reason }) => reason !== 'too-short' || !plan[id])
  return [...new Map(told.map(({ id, reason }) => [id, { shiftId: id, reason }])).values()]
}

const HOUR = 4 * SLOT

/** By hours of the clock; every time zone that a site may have lies whole slots from it, and half hours only move the first row. */
const hoursOf = (
  instance: Instance,
  { plan }: PlannedDay,
  origin: number,
): NonNullable<RunOutcome['hours']> => {
  const hours = new Map<number, Record<HourPart, number>>()
  const nothing = () => Object.fromEntries(HOUR_PARTS.map((part) => [part, 0])) as Record<HourPart, number>
  const charge = (slot: number, part: HourPart, cost: number) => {
    const from = Math.floor((origin + slot * SLOT) / HOUR) * HOUR
    const parts = hours.get(from) ?? nothing()
    parts[part] += cost
    hours.set(from, parts)
  }
  chargeDemand(instance, plan, charge)
  for (const person of instance.people) {
    const row = laidRow(person, plan)
    if (row) chargeRow(instance, person, row, charge)
  }
  return [...hours].sort(([a], [b]) => a - b).map(([from, parts]) => ({ from, parts }))
}

/** What a search is told to people by: numbers and stretches, no sentences. */
export function runOutcome(
  day: DayToPlan,
  instance: Instance,
  origin: number,
  answer: PlannedDay,
): RunOutcome {
  // Room for learning that was not used is no shortage, and nobody is trained for it.
  const asked = new Set(day.wanted.map(({ taskId }) => taskId))
  const unmet = stretches(
    answer.unmet.filter(({ task }) => asked.has(task)),
    origin,
  )
  const { objective, bound, gap, moves, seconds, engine, parts } = answer
  return {
    ...{ objective, bound, gap, moves, seconds, engine, parts, unmet },
    causes: causesOf(day, unmet),
    excluded: excludedOf(answer),
    people: peopleOf(instance, answer),
    hours: hoursOf(instance, answer, origin),
    worth: answer.shadow
      .filter(({ task }) => asked.has(task))
      .map(({ task, value }) => ({ taskId: task, value })),
  }
}
