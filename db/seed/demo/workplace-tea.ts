import type { Hall } from '#db/seed/demo/workplace-seats'
import type { World } from '#db/seed/demo/world'
import { addDays, dateAt, momentAt } from '#domain/site-time'

const TIMES = [10.5, 15.5, 20.5]
const DRINKS = ['tea', 'tea', 'herbal', 'coffee', 'water']
const SERVED_DAYS = 10
const MINUTE = 60_000
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const ROUNDS = ['id', 'plan_id', 'room_id', 'on_date', 'planned_at', 'served_at', 'served_by', 'created_at']
const ORDERS = ['round_id', 'room_id', 'workplace_id', 'person_id', 'drink', 'sugar', 'ordered_at']

type Plan = { id: string; hall: Hall; hour: number }
type Round = { id: string; hall: Hall; planned: Date; ago: number; row: unknown[] }

const serverOf = (world: World, hall: Hall) =>
  world.people.find(
    (person) => person.site === hall.site && person.roles.some((role) => role.role === 'welfare'),
  )

const roundsOf = (world: World, { id: planId, hall, hour }: Plan): Round[] => {
  const zone = hall.site.timeZone
  const today = dateAt(world.now, zone)
  const server = serverOf(world, hall)?.id ?? null
  const past = Math.ceil(SERVED_DAYS * world.depth)
  const days = Array.from({ length: past + 2 }, (_, index) => past - index)
  return days.map((ago) => {
    const date = addDays(today, -ago)
    const planned = momentAt(date, hour * 60, zone)
    const made = world.day(ago + 1, 6)
    const id = world.newId(made)
    const over = server !== null && planned.getTime() + 20 * MINUTE < world.now.getTime()
    const served = over ? new Date(planned.getTime() + 12 * MINUTE) : null
    const row = [id, planId, hall.id, date, planned, served, over ? server : null, made]
    return { id, hall, planned, ago, row }
  })
}

const ordersOf = (world: World, { id, hall, planned, ago }: Round): unknown[][] =>
  hall.seats.flatMap((seat) => {
    const ordered = new Date(planned.getTime() - world.random.between(5, 90) * MINUTE)
    if (ago < 0 || !world.random.chance(0.3) || ordered > world.now) return []
    const drink = world.random.pick(DRINKS)
    return [[id, hall.id, seat.id, seat.personId, drink, world.random.between(0, 2), ordered]]
  })

/** Tea three times a day in every hall; a third of the seats order, the others are not disturbed. */
export async function seedTea(world: World, halls: Hall[]): Promise<void> {
  const at = world.day(60, 7)
  const plans = halls.flatMap((hall) => TIMES.map((hour) => ({ id: world.newId(at), hall, hour })))
  await world.bulk(
    'tea_plans',
    ['id', 'room_id', 'minute', 'weekdays', 'created_at'],
    plans.map(({ id, hall, hour }) => [id, hall.id, hour * 60, EVERY_DAY, at]),
  )
  const rounds = plans.flatMap((plan) => roundsOf(world, plan))
  await world.bulk(
    'tea_rounds',
    ROUNDS,
    rounds.map(({ row }) => row),
  )
  await world.bulk(
    'tea_orders',
    ORDERS,
    rounds.flatMap((round) => ordersOf(world, round)),
  )
}
