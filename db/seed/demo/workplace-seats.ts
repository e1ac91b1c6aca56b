import type { Person, Site, World } from '#db/seed/demo/world'
import type { Text } from '#domain/text'

export type Seat = { id: string; code: string; personId: string }
export type Hall = { id: string; site: Site; seats: Seat[] }

const PER_HALL = 40
/** Free ones at the end of each hall, for whoever comes next. */
const SPARE = 2
const COLUMNS = 8
const STEP = 2100
const MARGIN = 1500

const TITLES: Text[] = [
  { uk: 'Велика зала', en: 'Large hall' },
  { uk: 'Тиха зала', en: 'Quiet hall' },
  { uk: 'Зала з вікнами в сад', en: 'Garden hall' },
]

const titleOf = (index: number): Text => {
  const base = TITLES[index % TITLES.length] as Text
  const round = Math.floor(index / TITLES.length)
  return round ? { uk: `${base.uk} ${round + 1}`, en: `${base.en} ${round + 1}` } : base
}

/** Rows of desks face each other in pairs; in millimetres from the corner. */
const placeOf = (index: number) => {
  const [row, column] = [Math.floor(index / COLUMNS), index % COLUMNS]
  return {
    x: MARGIN + column * STEP,
    y: MARGIN + row * STEP + (row % 2 ? -300 : 300),
    turn: row % 2 ? 180 : 0,
  }
}

const seatsOf = (world: World, hall: number, people: Person[], hallId: string, site: Site, at: Date) =>
  people.map((person, index) => {
    const { x, y, turn } = placeOf(index)
    const id = world.newId(at)
    const code = `${hall + 1}-${String(index + 1).padStart(2, '0')}`
    return { seat: { id, code, personId: person.id }, row: [id, hallId, site.id, code, x, y, turn, at] }
  })

const spareOf = (
  world: World,
  hall: number,
  from: number,
  { id, site, at }: { id: string; site: Site; at: Date },
): unknown[][] =>
  Array.from({ length: SPARE }, (_, index) => {
    const { x, y, turn } = placeOf(from + index)
    const code = `${hall + 1}-${String(from + index + 1).padStart(2, '0')}`
    return [world.newId(at), id, site.id, code, x, y, turn, at]
  })

/** A hall for every forty people of a site, a seat for each; whoever came later has it since then. */
export async function seedSeats(world: World): Promise<Hall[]> {
  const at = world.day(400)
  const halls: Hall[] = []
  const rows = { rooms: [] as unknown[][], seats: [] as unknown[][], assignments: [] as unknown[][] }
  for (const site of world.sites) {
    const people = world.people.filter((person) => person.site === site)
    for (let hall = 0; hall * PER_HALL < people.length; hall++) {
      const id = world.newId(at)
      const here = people.slice(hall * PER_HALL, (hall + 1) * PER_HALL)
      const deep = Math.ceil((here.length + SPARE) / COLUMNS)
      const size = [2 * MARGIN + (COLUMNS - 1) * STEP, 2 * MARGIN + Math.max(1, deep - 1) * STEP]
      rows.rooms.push([id, site.id, `H${hall + 1}`, titleOf(hall), ...size, at])
      const seats = seatsOf(world, hall, here, id, site, at)
      rows.seats.push(...seats.map(({ row }) => row))
      for (const [index, { seat }] of seats.entries()) {
        const hired = here[index]?.hiredOn ?? ''
        const since = [hired, at.toISOString().slice(0, 10)].sort().at(-1)
        rows.assignments.push([world.newId(at), seat.id, seat.personId, `[${since},)`, at])
      }
      rows.seats.push(...spareOf(world, hall, here.length, { id, site, at }))
      halls.push({ id, site, seats: seats.map(({ seat }) => seat) })
    }
  }
  await world.bulk(
    'rooms',
    ['id', 'site_id', 'code', 'title', 'width_mm', 'depth_mm', 'created_at'],
    rows.rooms,
  )
  await world.bulk(
    'workplaces',
    ['id', 'room_id', 'site_id', 'code', 'x_mm', 'y_mm', 'turn', 'created_at'],
    rows.seats,
  )
  await world.bulk(
    'seat_assignments',
    ['id', 'workplace_id', 'person_id', 'valid', 'created_at'],
    rows.assignments,
  )
  return halls
}
