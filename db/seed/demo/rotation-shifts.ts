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

/** Shifts of everybody in a team but its supervisor, and some days off. */
export async function seedShifts(world: World): Promise<StoredShift[]> {
  const made: StoredShift[] = []
  const rows: unknown[][] = []
  const [past, ahead] = [PAST, AHEAD].map((days) => Math.ceil(days * world.depth)) as [number, number]
  const at = world.day(PAST + 7, 10)
  for (const team of world.teams) {
    const [start, hours] = patternOf(world, team)
    const today = dateAt(world.now, team.site.timeZone)
    const people = team.memberIds.filter((id) => id !== team.supervisorId)
    for (const [index, personId] of people.entries()) {
      const turn = team === world.teams[0] ? index % 4 : world.random.between(0, 6)
      for (let ago = past; ago >= -ahead; ago--) {
        if (!works(turn, ago)) continue
        const date = addDays(today, -ago)
        const from = momentAt(date, start * 60, team.site.timeZone)
        const end = start * 60 + hours * 60
        const to = momentAt(addDays(date, end >= DAY_MINUTES ? 1 : 0), end % DAY_MINUTES, team.site.timeZone)
        const id = world.newId(at)
        made.push({ id, personId, teamId: team.id, ago, from: from.getTime(), to: to.getTime() })
        rows.push([
          id,
          personId,
          team.site.id,
          team.id,
          date,
          `[${from.toISOString()},${to.toISOString()})`,
          at,
        ])
      }
    }
  }
  await world.bulk('shifts', SHIFTS, rows)
  await seedDemand(world, at)
  return made
}

const PARTS: [from: number, to: number, share: number][] = [
  [9, 12, 0.9],
  [12, 15, 1],
  [15, 18, 0.8],
  [18, 21, 0.4],
]

/** What each project needs at a site where one of its teams works, by part of the day, yesterday to in a week. */
const seedDemand = async (world: World, at: Date): Promise<void> => {
  const rows: unknown[][] = []
  const seen = new Set<string>()
  for (const team of world.teams) {
    const key = `${team.site.id}/${team.project.id}`
    if (seen.has(key)) continue
    seen.add(key)
    const today = dateAt(world.now, team.site.timeZone)
    for (const [place, service] of team.project.services.entries()) {
      const taskId = referenceId('demo-task', `${team.project.slug}/${service}/voice`)
      for (let ago = 1; ago >= -7; ago--) {
        for (const [from, to, share] of PARTS) {
          const target = Math.max(1, Math.round((place ? 1.4 : 2.4) * share))
          const span = [from, to].map((hour) =>
            momentAt(addDays(today, -ago), hour * 60, team.site.timeZone).toISOString(),
          )
          rows.push([
            world.newId(at),
            team.site.id,
            taskId,
            `[${span[0]},${span[1]})`,
            Math.max(0, target - 1),
            target,
            at,
          ])
        }
      }
    }
  }
  await world.bulk('demand', ['id', 'site_id', 'task_id', 'span', 'minimum', 'target', 'created_at'], rows)
}
