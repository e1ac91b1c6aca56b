import type { Hall } from '#db/seed/demo/workplace-seats'
import type { World } from '#db/seed/demo/world'
import { addDays, dateAt, momentAt } from '#domain/site-time'

const TIMES = [10.5, 15.5, 20.5]
const DRINKS = ['tea', 'tea', 'herbal', 'coffee', 'water']
const SERVED_DAYS = 10

/** Tea three times a day in every hall; a third of the seats order, the others are not disturbed. */
export async function seedTea(world: World, halls: Hall[]): Promise<void> {
  const rounds: unknown[][] = []
  const orders: unknown[][] = []
  for (const hall of halls) {
    const today = dateAt(world.now, hall.site.timeZone)
    const server = world.people.find(
      (person) => person.site === hall.site && person.roles.some((role) => role.role === 'welfare'),
    )
    for (let ago = Math.ceil(SERVED_DAYS * world.depth); ago >= -1; ago--) {
      const date = addDays(today, -ago)
      for (const hour of TIMES) {
        const planned = momentAt(date, hour * 60, hall.site.timeZone)
        const made = world.day(ago + 1, 6)
        const id = world.newId(made)
        const past = planned.getTime() + 20 * 60_000 < world.now.getTime() && server !== undefined
        const served = past ? new Date(planned.getTime() + 12 * 60_000) : null
        rounds.push([id, hall.id, date, planned, served, past ? server.id : null, made])
        if (ago < 0) continue
        for (const seat of hall.seats) {
          if (!world.random.chance(0.3)) continue
          const ordered = new Date(planned.getTime() - world.random.between(5, 90) * 60_000)
          if (ordered > world.now) continue
          orders.push([
            id,
            hall.id,
            seat.id,
            seat.personId,
            world.random.pick(DRINKS),
            world.random.between(0, 2),
            ordered,
          ])
        }
      }
    }
  }
  await world.bulk(
    'tea_rounds',
    ['id', 'room_id', 'on_date', 'planned_at', 'served_at', 'served_by', 'created_at'],
    rounds,
  )
  await world.bulk(
    'tea_orders',
    ['round_id', 'room_id', 'workplace_id', 'person_id', 'drink', 'sugar', 'ordered_at'],
    orders,
  )
}
