import type { Team, World } from '#db/seed/demo/world'
import { referenceId } from '#db/seed/reference/ids'
import { addDays, dateAt, momentAt } from '#domain/site-time'

export type StoredShift = {
  id: string
  personId: string
  teamId: string
  ago: number
  from: number
  to: number
}

const PAST = 21
const AHEAD = 14
const DAY_MINUTES = 1440

/** Start and length in hours; the night one ends on the next day. */
const PATTERNS: [start: number, hours: number][] = [
  [9, 9],
  [8, 9],
  [11, 9],
  [14, 8],
  [9, 8],
  [20, 11],
]

const patternOf = (world: World, team: Team): [number, number] => {
  const index = world.teams.indexOf(team)
  if (index === 0) return [9, 9]
  return PATTERNS[index % PATTERNS.length] as [number, number]
}

/** Five days of seven, turning from person to person; the first team is at work today and tomorrow, whatever the weekday. */
const works = (turn: number, ago: number): boolean => (((turn - ago) % 7) + 7) % 7 < 5

const SHIFTS = ['id', 'person_id', 'site_id', 'team_id', 'on_date', 'span', 'created_at']

/** One shift of the team's pattern; the night one ends on the next day. */
const shiftOn = (team: Team, [start, hours]: [number, number], date: string) => {
  const end = (start + hours) * 60
  const zone = team.site.timeZone
  const until = momentAt(addDays(date, end >= DAY_MINUTES ? 1 : 0), end % DAY_MINUTES, zone)
  return { from: momentAt(date, start * 60, zone), to: until }
}

const personShifts = (world: World, team: Team, personId: string, turn: number, at: Date) => {
  const today = dateAt(world.now, team.site.timeZone)
  const pattern = patternOf(world, team)
  const [past, ahead] = [PAST, AHEAD].map((days) => Math.ceil(days * world.depth)) as [number, number]
  const days = Array.from({ length: past + ahead + 1 }, (_, index) => past - index)
  return days
    .filter((ago) => works(turn, ago))
    .map((ago) => {
      const date = addDays(today, -ago)
      const { from, to } = shiftOn(team, pattern, date)
      const id = world.newId(at)
      const span = `[${from.toISOString()},${to.toISOString()})`
      return {
        shift: { id, personId, teamId: team.id, ago, from: from.getTime(), to: to.getTime() },
        row: [id, personId, team.site.id, team.id, date, span, at],
      }
    })
}

/** Shifts of everybody in a team but its supervisor, and some days off. */
export async function seedShifts(world: World): Promise<StoredShift[]> {
  const at = world.day(PAST + 7, 10)
  const made = world.teams.flatMap((team) =>
    team.memberIds
      .filter((id) => id !== team.supervisorId)
      .flatMap((personId, index) => {
        const turn = team === world.teams[0] ? index % 4 : world.random.between(0, 6)
        return personShifts(world, team, personId, turn, at)
      }),
  )
  await world.bulk(
    'shifts',
    SHIFTS,
    made.map(({ row }) => row),
  )
  await seedDemand(world, at)
  return made.map(({ shift }) => shift)
}

const PARTS: [from: number, to: number, share: number][] = [
  [9, 12, 0.9],
  [12, 15, 1],
  [15, 18, 0.8],
  [18, 21, 0.4],
]

const HANDLING = 280 // seconds of a call
const BUSY = 0.72 // share of their time that people talk

/** What each project needs at a site where one of its teams works, by part of the day, yesterday to in a week, and what calls make it so. */
const demandRows = (world: World, team: Team, service: string, busy: number, at: Date) => {
  const zone = team.site.timeZone
  const today = dateAt(world.now, zone)
  const taskId = referenceId('demo-task', `${team.project.slug}/${service}/voice`)
  return Array.from({ length: 9 }, (_, index) => addDays(today, index - 1)).flatMap((date) =>
    PARTS.map(([from, to, share]) => {
      const target = Math.max(1, Math.round(busy * share))
      const [start, end] = [from, to].map((hour) => momentAt(date, hour * 60, zone).toISOString())
      const place = [team.site.id, taskId, `[${start},${end})`]
      const calls = Math.round((target * BUSY * (to - from) * 3600) / HANDLING)
      return {
        demand: [world.newId(at), ...place, Math.max(0, target - 1), target, at],
        forecast: [world.newId(at), ...place, calls, HANDLING, 70, 30, 120, 1, at],
      }
    }),
  )
}

const seedDemand = async (world: World, at: Date): Promise<void> => {
  const served = new Map(world.teams.map((team) => [`${team.site.id}/${team.project.id}`, team]))
  const rows = [...served.values()].flatMap((team) =>
    team.project.services.flatMap((service, place) =>
      demandRows(world, team, service, place ? 1.4 : 2.4, at),
    ),
  )
  const place = ['id', 'site_id', 'task_id', 'span']
  const demand = rows.map((row) => row.demand)
  await world.bulk('demand', [...place, 'minimum', 'target', 'created_at'], demand)
  const promised = ['handling_seconds', 'service_level', 'within_seconds', 'patience_seconds', 'concurrency']
  await world.bulk(
    'forecasts',
    [...place, 'contacts', ...promised, 'created_at'],
    rows.map((row) => row.forecast),
  )
}
