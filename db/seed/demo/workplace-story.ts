import { sql } from 'drizzle-orm'
import { answerFor } from '#db/seed/demo/workplace-answers'
import type { Hall, Seat } from '#db/seed/demo/workplace-seats'
import type { Person, World } from '#db/seed/demo/world'
import { referenceId } from '#db/seed/reference/ids'
import type { FaultKind } from '#domain/workplace'
import { answerItems } from '#server/workplace/answer-items'
import { closeAction } from '#server/workplace/close-action'
import { reportFault } from '#server/workplace/report-fault'
import { loadItems } from '#server/workplace/round-queries'
import { startRound } from '#server/workplace/start-round'
import { submitRound } from '#server/workplace/submit-round'
import { verifyAction } from '#server/workplace/verify-action'

const CHECKLIST = referenceId('checklist', 'workplace-inspection')
const VERSION = referenceId('checklist-version', 'workplace-inspection/1')

type Report = { days: number; kind: FaultKind; note: string; mended?: string; verified?: boolean }

/** What people of the first team said about their seats in the last weeks, and how far it has come. */
const REPORTS: Report[] = [
  {
    days: 19,
    kind: 'headset',
    note: 'Лівий навушник тріщить, клієнта чути погано',
    mended: 'Видано нову гарнітуру',
    verified: true,
  },
  {
    days: 15,
    kind: 'chair',
    note: 'Спинка не тримає нахилу',
    mended: 'Замінено механізм крісла',
    verified: true,
  },
  { days: 12, kind: 'screen', note: 'Мерехтить край екрана', mended: 'Замінено кабель і монітор' },
  { days: 8, kind: 'air', note: 'Після обіду душно, кондиціонер дме лише в прохід' },
  {
    days: 5,
    kind: 'computer',
    note: 'Картка клієнта відкривається по пʼять секунд',
    mended: 'Додано памʼяті, замінено диск',
  },
  { days: 2, kind: 'headset', note: 'Мікрофон замовкає посеред розмови' },
  { days: 1, kind: 'light', note: 'Лампа над місцем блимає' },
]

const inspect = async (world: World, by: Person, seat: Seat, ago: number, trouble: number): Promise<void> => {
  const at = world.day(ago, 10, world.random.between(0, 45))
  const options = { now: at, newId: world.newId }
  const { inspectionId } = await startRound(
    world.actor(by),
    { checklistId: CHECKLIST, workplaceId: seat.id },
    options,
  )
  const place = {
    workplaceId: seat.id,
    roomId: '',
    siteId: '',
    timeZone: '',
    code: '',
    people: [],
    teamId: null,
  }
  const items = await loadItems(world.database, { versionId: VERSION, kind: 'inspection', place })
  const season = await world.database.execute<{ season: 'warm' | 'cold' }>(
    sql`select season from inspections where id = ${inspectionId}`,
  )
  const answers = items.map((item) => {
    const { yes, number, choice } = answerFor(item, season.rows[0]?.season ?? 'cold', trouble, world.random)
    return {
      itemId: item.id,
      state: 'answered' as const,
      yes: yes ?? undefined,
      number: number ?? undefined,
      choice: choice ?? undefined,
    }
  })
  await answerItems(world.actor(by), { inspectionId, answers }, options)
  const done = new Date(at.getTime() + 11 * 60_000)
  await submitRound(world.actor(by), { inspectionId }, { now: done, newId: world.newId })
}

const report = async (
  world: World,
  person: Person,
  mender: Person,
  leader: Person,
  told: Report,
): Promise<void> => {
  const { days, kind, note, mended, verified } = told
  const at = world.day(days, 9, 15)
  const { actionId } = await reportFault(world.actor(person), { kind, note }, { now: at, newId: world.newId })
  if (!mended) return
  const options = (later: number) => ({ now: world.day(days - later, 14), newId: world.newId })
  await closeAction(world.actor(mender), { actionId, note: mended }, options(1))
  if (verified) await verifyAction(world.actor(leader), { actionId, outcome: 'verified' }, options(2))
}

const membersOf = (leader: Person) => (leader.team?.memberIds ?? []).filter((id) => id !== leader.id)

const tellInspections = async (world: World, leader: Person, halls: Hall[]): Promise<void> => {
  const seats = new Map(halls.flatMap((hall) => hall.seats.map((seat) => [seat.personId, seat] as const)))
  for (const [index, id] of membersOf(leader).slice(1, 8).entries()) {
    const seat = seats.get(id)
    if (seat) await inspect(world, leader, seat, 20 - index * 2, index % 3 === 1 ? 0.3 : 0.05)
  }
}

/** The last three weeks: rounds by the demo supervisors, faults by their people, mended by the technician of the site. */
export async function tellRounds(world: World, halls: Hall[]): Promise<void> {
  for (const name of ['supervisor', 'other-supervisor'])
    await tellInspections(world, world.account(name), halls)
  const leader = world.account('supervisor')
  const mender = world.people.find(
    (person) => person.site === leader.site && person.roles.some((role) => role.role === 'safety'),
  )
  const members = membersOf(leader).flatMap((id) => world.people.find((person) => person.id === id) ?? [])
  for (const [index, told] of REPORTS.entries()) {
    const person = members[index % members.length]
    if (person && mender) await report(world, person, mender, leader, told)
  }
}
