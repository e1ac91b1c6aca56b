import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Person, World } from '#db/seed/demo/world'
import { referenceId } from '#db/seed/reference/ids'
import { codeOf } from '#domain/certificates'
import type { Text } from '#domain/text'
import { validUntil } from '#domain/training'
import content from '../reference/content/career.json'

const trainingId = (slug: string) => referenceId('training', slug)

/** Days before today (negative: ahead) of the sessions of each training; each stays off the weekend. */
const CALENDAR = [110, 62, 24, -8, -38] as const
const PAST_GROUP = 6
/** A group that a demo operator was in and did not pass. */
const FAILED = trainingId('diagnostics')
/** Fewer points are no pass. */
const PASS = 75
const months = new Map(content.trainings.map(({ slug, validMonths }) => [trainingId(slug), validMonths]))
const HOUR = 3_600_000
const DAY = 24 * HOUR

const periodOf = ({ from, to }: { from: Date; to: Date }) => `[${from.toISOString()},${to.toISOString()})`

type Slot = { id: string; trainingId: string; from: Date; to: Date; seats: number; held: boolean }

const shifted = (date: Date): Date => {
  const weekday = date.getUTCDay()
  const forward = { 6: 2, 0: 1 }[weekday] ?? 0
  return new Date(date.getTime() + forward * DAY)
}

/** Long trainings take several days of eight hours. */
const endOf = (from: Date, hours: number): Date => {
  const days = Math.ceil(hours / 8)
  return new Date(from.getTime() + (days - 1) * DAY + Math.min(hours, 8) * HOUR)
}

type Busy = Map<string, { from: Date; to: Date }[]>
type Hours = { from: Date; to: Date }

const isFree = (busy: Busy, personId: string, slot: Hours): boolean =>
  !busy.get(personId)?.some(({ from, to }) => from < slot.to && slot.from < to)

/** The first day on which one of the trainers is nowhere else, the wanted one if possible. */
const ledFrom = (
  busy: Busy,
  trainers: readonly Person[],
  wanted: Person,
  from: Date,
  hours: number,
): Hours & { trainer: Person } => {
  const slot = { from, to: endOf(from, hours) }
  const trainer = [wanted, ...trainers].find(({ id }) => isFree(busy, id, slot))
  if (!trainer) return ledFrom(busy, trainers, wanted, shifted(new Date(from.getTime() + DAY)), hours)
  busy.set(trainer.id, [...(busy.get(trainer.id) ?? []), slot])
  return { ...slot, trainer }
}

const planSlots = (world: World): { slots: Slot[]; rows: unknown[][]; leading: Busy } => {
  const slots: Slot[] = []
  const rows: unknown[][] = []
  const leading: Busy = new Map()
  const trainers = world.people.filter((person) => person.roles.some(({ role }) => role === 'trainer'))
  for (const [order, training] of content.trainings.entries()) {
    if (training.format === 'self-paced') continue
    for (const [turn, ago] of CALENDAR.entries()) {
      const wished = shifted(world.day(ago - (order % 9), order % 2 ? 7 : 11))
      const site = world.sites[(order + turn) % world.sites.length]
      const wanted = world.random.pick(trainers)
      const { from, to, trainer } = ledFrom(leading, trainers, wanted, wished, training.hours)
      const held = to <= world.now
      const seats = training.format === 'mentoring' ? 3 : world.random.between(8, 12)
      const plannedAt = new Date(from.getTime() - 45 * DAY)
      const id = world.newId(plannedAt)
      const room = world.random.between(1, 4)
      const place = { uk: `Навчальна кімната ${room}`, en: `Training room ${room}` }
      slots.push({ id, trainingId: trainingId(training.slug), from, to, seats, held })
      rows.push([
        id,
        trainingId(training.slug),
        periodOf({ from, to }),
        seats,
        site?.id,
        place,
        trainer.id,
        held ? 'held' : 'planned',
        plannedAt,
      ])
    }
  }
  return { slots, rows, leading }
}

type Enrolling = {
  busy: Busy
  taken: Set<string>
  staff: Person[]
  rows: unknown[][]
  completions: unknown[][]
  ratings: unknown[][]
}

const ADVANCED = trainingId('advanced-dialogue')

/** The next session of the most wanted training is full, with three people waiting. */
const isFull = (world: World, slot: Slot) =>
  slot.trainingId === ADVANCED && !slot.held && slot.from.getTime() < world.now.getTime() + 20 * DAY

const groupSize = (world: World, slot: Slot): number => {
  if (isFull(world, slot)) return slot.seats + 3
  return Math.min(slot.seats, slot.held ? PAST_GROUP : world.random.between(1, Math.max(1, slot.seats - 4)))
}

const attendeesOf = (world: World, slot: Slot, { busy, taken, staff }: Enrolling): Person[] => {
  const size = groupSize(world, slot)
  const chosen: Person[] = []
  const start = world.random.between(0, staff.length - 1)
  for (let step = 0; step < staff.length && chosen.length < size; step++) {
    // A stride that shares no factor with most lengths spreads the group over teams.
    const person = staff[(start + step * 7) % staff.length] as Person
    const isNew = !taken.has(`${person.id}/${slot.trainingId}`)
    if (isNew && isFree(busy, person.id, slot) && person.hiredOn < slot.from.toISOString()) {
      taken.add(`${person.id}/${slot.trainingId}`)
      chosen.push(person)
    }
  }
  return chosen
}

type Outcome = { state: string; line: number | null; score: number }

const outcomeOf = (world: World, slot: Slot, place: number): Outcome => {
  if (place >= slot.seats) return { state: 'waitlisted', line: place - slot.seats + 1, score: 0 }
  if (!slot.held) return { state: 'booked', line: null, score: 0 }
  if (!world.random.chance(0.92)) return { state: 'no-show', line: null, score: 0 }
  const score = world.random.between(72, 100)
  return { state: score < PASS ? 'failed' : 'completed', line: null, score }
}

const enrol = (
  world: World,
  slot: Slot,
  person: Person,
  place: number,
  outcome: Outcome,
  into: Enrolling,
) => {
  const { state, line, score } = outcome
  into.busy.set(person.id, [...(into.busy.get(person.id) ?? []), slot])
  const asked = new Date(Math.min(slot.from.getTime() - 20 * DAY, world.now.getTime() - DAY) + place * HOUR)
  const id = world.newId(asked)
  const settled = slot.held ? slot.to : null
  const period = periodOf(slot)
  into.rows.push([
    id,
    person.id,
    slot.trainingId,
    slot.id,
    period,
    'rung',
    state,
    line,
    person.id,
    asked,
    settled,
  ])
  if (state !== 'completed') return
  const on = slot.to.toISOString().slice(0, 10)
  const until = validUntil(on, months.get(slot.trainingId) ?? null)
  const completion = world.newId(slot.to)
  into.completions.push([completion, person.id, slot.trainingId, id, 'passed', score, on, until, slot.to])
}

/** Fills sessions with people who may want them, nobody twice in one training and never in two places. */
const enrolPeople = (world: World, slots: Slot[], busy: Busy): Enrolling => {
  // The demo operators' own way stays free for whoever tries the portal.
  const staff = world.people.filter(({ email }) => !/^(operator|content)@/.test(email))
  const enrolling: Enrolling = { busy, taken: new Set(), staff, rows: [], completions: [], ratings: [] }
  for (const slot of slots) {
    for (const [place, person] of attendeesOf(world, slot, enrolling).entries()) {
      const outcome = outcomeOf(world, slot, place)
      enrol(world, slot, person, place, outcome, enrolling)
      if (outcome.score > 0 && world.random.chance(0.6))
        enrolling.ratings.push([person.id, slot.trainingId, world.random.pick([3, 4, 4, 5, 5]), slot.to])
    }
  }
  const content = world.account('content')
  const group = slots.findLast(
    (slot) => slot.trainingId === FAILED && slot.held && isFree(busy, content.id, slot),
  )
  if (group) enrol(world, group, content, PAST_GROUP, { state: 'failed', line: null, score: 0 }, enrolling)
  return enrolling
}

/**
 * Sessions of half a year back and three months ahead, with free seats for every step of the ladder.
 * @returns who has passed what in them, as `person/training`.
 */
export async function seedSessions(world: World): Promise<Set<string>> {
  const { slots, rows, leading } = planSlots(world)
  const session = 'id training_id period seats site_id place trainer_id state created_at'.split(' ')
  await world.bulk('training_sessions', session, rows)
  const enrolment =
    'id person_id training_id session_id period why state line asked_by asked_at settled_at'.split(' ')
  const enrolled = enrolPeople(world, slots, leading)
  await world.bulk('enrolments', enrolment, enrolled.rows)
  const completion =
    'id person_id training_id enrolment_id outcome score completed_on valid_until created_at'.split(' ')
  await world.bulk('completions', completion, enrolled.completions)
  await world.bulk(
    'training_ratings',
    ['person_id', 'training_id', 'usefulness', 'rated_at'],
    enrolled.ratings,
  )
  return new Set(enrolled.completions.map(([, personId, training]) => `${personId}/${training}`))
}

/** Every pass of the story gets its certificate, under a number that is the same in each telling. */
export async function seedCertificates(world: World): Promise<void> {
  const { rows } = await world.database.execute<{ id: string; title: Text; hours: number; at: Date }>(sql`
    select c.id, t.title, t.hours::float8 as hours, c.created_at as at from completions c join trainings t on t.id = c.training_id
    where c.outcome = 'passed' and not exists (select from certificates x where x.completion_id = c.id)`)
  const columns = ['id', 'completion_id', 'code', 'title', 'hours', 'issued_at']
  const numbered = rows.map(({ id, title, hours, at }) => {
    const issued = new Date(at)
    const code = codeOf(createHash('sha256').update(id).digest())
    return [world.newId(issued), id, code, title, hours, issued]
  })
  await world.bulk('certificates', columns, numbered)
}
