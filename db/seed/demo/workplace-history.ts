import { sql } from 'drizzle-orm'
import { answerFor } from '#db/seed/demo/workplace-answers'
import type { Hall, Seat } from '#db/seed/demo/workplace-seats'
import type { Person, Site, World } from '#db/seed/demo/world'
import { referenceId } from '#db/seed/reference/ids'
import { SCORING_RULE, type ScoringRule, scoreInspection, seasonOf } from '#domain/scoring'
import { severityOf } from '#domain/workplace'
import { type Item, loadItems } from '#server/workplace/round-queries'

const DAY = 86_400_000
const VERSION = referenceId('checklist-version', 'workplace-inspection/1')
const PUBLISHED = { versionId: VERSION, kind: 'inspection' as const }

type Visit = { hall: Hall; seat: Seat | null; at: Date; by: string }
type Rows = { inspections: unknown[][]; answers: unknown[][]; results: unknown[]; actions: unknown[][] }

const found = new WeakMap<Site, Person | undefined>()

const safetyOf = (world: World, { site }: Hall): Person | undefined => {
  if (!found.has(site)) {
    const isSafety = (person: Person) => person.roles.some(({ role }) => role === 'safety')
    found.set(
      site,
      world.people.find((person) => person.site === site && isSafety(person)),
    )
  }
  return found.get(site)
}

const mendedRow = (
  world: World,
  visit: Visit,
  item: Item,
  id: string,
  band: 'warn' | 'fail',
  mender: string,
): unknown[] => {
  const done = new Date(visit.at.getTime() + world.random.between(1, 9) * DAY)
  const verified = new Date(done.getTime() + world.random.between(1, 3) * DAY)
  const due = new Date(visit.at.getTime() + 20 * DAY)
  const place = [visit.hall.id, visit.seat?.id ?? null, item.key, id, item.id, severityOf(band, item)]
  return [
    world.newId(visit.at),
    ...place,
    mender,
    visit.at,
    visit.by,
    due,
    'verified',
    done,
    mender,
    'Полагоджено',
    verified,
    visit.by,
  ]
}

const visitRows = (world: World, visit: Visit, items: Item[], scoring: ScoringRule, rows: Rows): void => {
  const id = world.newId(visit.at)
  const season = seasonOf(visit.at.getUTCMonth() + 1)
  const submitted = new Date(visit.at.getTime() + (visit.seat ? 12 : 45) * 60_000)
  rows.inspections.push([
    id,
    VERSION,
    visit.hall.id,
    visit.seat?.id ?? null,
    'in-progress',
    season,
    visit.at,
    visit.by,
    visit.at,
    SCORING_RULE,
  ])
  const mender = safetyOf(world, visit.hall)?.id
  const given = items.map((item) => ({ item, answer: answerFor(item, season, 0.07, world.random) }))
  for (const { item, answer } of given) {
    const { yes, number, choice, score, band } = answer
    rows.answers.push([
      id,
      VERSION,
      item.id,
      'answered',
      yes,
      number,
      choice,
      visit.by,
      submitted,
      score,
      band,
    ])
    if (band && band !== 'ok' && mender && mender !== visit.by)
      rows.actions.push(mendedRow(world, visit, item, id, band, mender))
  }
  const answers = given.map(({ item, answer }) => ({
    itemId: item.id,
    state: 'answered' as const,
    score: answer.score,
  }))
  const { score, completeness, verdict } = scoreInspection(items, answers, scoring)
  rows.results.push({ id, submitted, by: visit.by, score, completeness, verdict })
}

const INSPECTIONS = [
  'id',
  'version_id',
  'room_id',
  'workplace_id',
  'status',
  'season',
  'started_at',
  'started_by',
  'received_at',
  'scoring_rule',
]
const ANSWERS = [
  'inspection_id',
  'version_id',
  'item_id',
  'state',
  'yes',
  'number',
  'choice',
  'answered_by',
  'answered_at',
  'score',
  'band',
]
const ACTIONS = [
  'id',
  'room_id',
  'workplace_id',
  'item_key',
  'inspection_id',
  'item_id',
  'severity',
  'assignee_id',
  'opened_at',
  'opened_by',
  'due_at',
  'status',
  'done_at',
  'done_by',
  'done_note',
  'verified_at',
  'verified_by',
]

const store = async (world: World, rows: Rows): Promise<void> => {
  await world.bulk('inspections', INSPECTIONS, rows.inspections)
  await world.bulk('answers', ANSWERS, rows.answers)
  for (let start = 0; start < rows.results.length; start += 2000) {
    await world.database.execute(sql`
      update inspections i set status = 'submitted', submitted_at = x.submitted, submitted_by = x.by, score = x.score,
        completeness = x.completeness, verdict = x.verdict
      from json_to_recordset(${JSON.stringify(rows.results.slice(start, start + 2000))}::json)
        as x(id uuid, submitted timestamptz, by uuid, score float8, completeness float8, verdict text)
      where i.id = x.id`)
  }
  await world.bulk('actions', ACTIONS, rows.actions)
}

/** Two rounds of every seat and one a month of every hall, older than three weeks; what was found is long mended. */
/** Chance is asked only where it decides, so that a smaller centre stays as it is. */
const isTold = ({ depth, random }: World) => depth === 1 || random.chance(depth)

const visitsOf = (world: World, hall: Hall, leader: ReadonlyMap<string, string>): Visit[] => {
  const inspector = safetyOf(world, hall)?.id
  const seats = hall.seats.flatMap((seat) => {
    const by = leader.get(seat.personId) ?? inspector
    if (!by || world.random.chance(0.04) || !isTold(world)) return []
    const [first, second] = [world.random.between(95, 170), world.random.between(24, 85)]
    return [first, second].map((ago) => ({ hall, seat, at: world.day(ago, world.random.between(6, 14)), by }))
  })
  const halls = inspector
    ? [178, 149, 118, 57, 28].map((ago) => ({ hall, seat: null, at: world.day(ago, 8), by: inspector }))
    : []
  return [...seats, ...halls]
}

const READINGS = ['id', 'room_id', 'workplace_id', 'metric', 'value', 'unit', 'source', 'taken_at']

const readingRows = (world: World, hall: Hall): unknown[][] =>
  hall.seats.flatMap((seat) =>
    Array.from({ length: Math.ceil(6 * world.depth) }, (_, week) => {
      const at = world.day(week * 14 + world.random.between(1, 6), 7, world.random.between(0, 50))
      return [
        world.newId(at),
        hall.id,
        seat.id,
        'pop_p95_s',
        hundredths(0.4 + world.random.next() * 0.9),
        'с (p95)',
        'browser',
        at,
      ]
    }),
  )
const hundredths = (value: number) => Math.round(value * 100) / 100

/** Half a year of rounds in mass, under the same guards as one at a time. */
export async function seedRoundsHistory(world: World, halls: Hall[]): Promise<void> {
  const place = { people: [], teamId: null, siteId: '', timeZone: '', code: '', roomId: '' }
  const perSeat = await loadItems(world.database, { ...PUBLISHED, place: { ...place, workplaceId: 'seat' } })
  const perRoom = await loadItems(world.database, { ...PUBLISHED, place: { ...place, workplaceId: null } })
  const { rows: versions } = await world.database.execute<{ scoring: ScoringRule }>(
    sql`select scoring from checklist_versions where id = ${VERSION}`,
  )
  const scoring = versions[0]?.scoring
  if (!scoring) throw new Error('the shipped checklist is missing')
  const rows: Rows = { inspections: [], answers: [], results: [], actions: [] }
  const leader = new Map(
    world.teams.flatMap((team) => team.memberIds.map((id) => [id, team.supervisorId] as const)),
  )
  for (const visit of halls.flatMap((hall) => visitsOf(world, hall, leader))) {
    visitRows(world, visit, visit.seat ? perSeat : perRoom, scoring, rows)
  }
  await store(world, rows)
  await world.bulk(
    'readings',
    READINGS,
    halls.flatMap((hall) => readingRows(world, hall)),
  )
  await world.bulk(
    'round_schedules',
    ['id', 'checklist_id', 'room_id', 'workplace_id', 'every_days', 'starts_on', 'assignee_id', 'created_at'],
    // Every hall once a month, and one seat of it by itself.
    halls
      .flatMap((hall) => [null, ...hall.seats.slice(0, 1)].map((seat) => [hall, seat] as const))
      .map(([hall, seat]) => [
        world.newId(world.day(180)),
        referenceId('checklist', 'workplace-inspection'),
        hall.id,
        seat?.id ?? null,
        30,
        world.day(180).toISOString().slice(0, 10),
        safetyOf(world, hall)?.id ?? null,
        world.day(180),
      ]),
  )
}
