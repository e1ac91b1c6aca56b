import type { Person, World } from '#db/seed/demo/world'
import { referenceId } from '#db/seed/reference/ids'
import { addDays, addMonths, firstOfMonth } from '#domain/months'
import content from '../reference/content/career.json'

type Position = (typeof content.positions)[number]
type Rows = Record<'completions' | 'assessments' | 'metrics' | 'evidence', unknown[][]> & {
  passed: Set<string>
}

const COLUMNS = {
  completions: [
    'id',
    'person_id',
    'training_id',
    'outcome',
    'score',
    'completed_on',
    'valid_until',
    'recorded_by',
    'created_at',
  ],
  assessments: ['id', 'person_id', 'competence_id', 'level', 'source', 'assessor_id', 'state', 'at'],
  metrics: ['person_id', 'key', 'month', 'value', 'sample', 'source', 'recorded_at'],
  evidence: ['id', 'person_id', 'key', 'happened_on', 'verified_by', 'created_at'],
} as const
const TABLES = {
  completions: 'completions',
  assessments: 'assessments',
  metrics: 'metric_values',
  evidence: 'evidence',
}

/** Rows held in memory before they are written, so that a centre of any size fits. */
const BATCH_OF_PEOPLE = 4000

const positionOf = new Map<string, Position>(content.positions.map((position) => [position.slug, position]))
const trainingOf = new Map(content.trainings.map((training) => [training.slug, training]))

/** The rungs that lie under a position: what somebody who stands there has proved before. */
const behind = (slug: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(slug)) return seen
  seen.add(slug)
  const [first] = content.moves.filter(({ to }) => to === slug)
  return first ? behind(first.from, seen) : seen
}

/** What the demo operator has done towards the next rung: one training of three, so that the page has something to say. */
const OWN_STORY: Record<string, { trainings: string[]; levels: Record<string, number>; quality: number }> = {
  'operator@sviato.test': { trainings: ['self-care'], levels: { resilience: 3 }, quality: 88 },
  'content@sviato.test': { trainings: [], levels: { resilience: 3 }, quality: 93 },
}

const proveLevels = (
  world: World,
  rows: Rows,
  person: Person,
  position: Position,
  assessorId: string,
  share: number,
) => {
  const extra = OWN_STORY[person.email]?.levels ?? {}
  const wanted = new Map(position.levels.map(({ competence, level }) => [competence, level]))
  for (const [competence, level] of Object.entries(extra)) wanted.set(competence, level)
  for (const [competence, level] of wanted) {
    const at = world.day(world.random.between(20, 160), 12)
    const reached = world.random.chance(share) ? level : Math.max(1, level - 1)
    const id = world.newId(at)
    rows.assessments.push([
      id,
      person.id,
      referenceId('competence', competence),
      reached,
      'supervisor',
      assessorId,
      'confirmed',
      at,
    ])
  }
}

const proveTrainings = (
  world: World,
  rows: Rows,
  person: Person,
  slugs: readonly string[],
  recordedBy: string,
  share: number,
) => {
  const today = world.now.toISOString().slice(0, 10)
  for (const slug of [...slugs, ...(OWN_STORY[person.email]?.trainings ?? [])]) {
    const training = trainingOf.get(slug)
    const known = `${person.id}/${referenceId('training', slug)}`
    if (!training || rows.passed.has(known) || !world.random.chance(share)) continue
    // What expires has been renewed within the year; some of it ends soon.
    const ago = training.validMonths ? world.random.between(10, 345) : world.random.between(30, 700)
    const earliest = addDays(person.hiredOn, 3)
    const wanted = addDays(today, -ago)
    const on = wanted < earliest ? earliest : wanted
    if (on > today) continue
    const at = new Date(`${on}T14:00:00Z`)
    const until = training.validMonths ? addMonths(on, training.validMonths) : null
    const score = world.random.between(72, 100)
    rows.completions.push([
      world.newId(at),
      person.id,
      referenceId('training', slug),
      'passed',
      score,
      on,
      until,
      recordedBy,
      at,
    ])
  }
}

const LEADING = ['supervisor', 'group-head', 'head-of-centre']

const metricsOf = (slug: string): string[] => [
  'quality-score',
  ...(slug === 'sales-manager' ? ['sales-plan'] : []),
  ...(LEADING.includes(slug) ? ['team-quality-score'] : []),
]

const measure = (world: World, rows: Rows, person: Person, position: Position) => {
  const month = firstOfMonth(world.now.toISOString().slice(0, 10))
  const asked = position.asks.find(({ key }) => key === 'quality-score')?.threshold ?? 82
  const talent = OWN_STORY[person.email]?.quality ?? asked + world.random.between(-3, 9)
  for (const key of metricsOf(position.slug)) {
    const [level, most] = key === 'sales-plan' ? [100 + world.random.between(-6, 14), 130] : [talent, 100]
    for (let ago = Math.ceil(6 * world.depth); ago >= 0; ago--) {
      const at = addMonths(month, -ago)
      if (at < firstOfMonth(person.hiredOn)) continue
      const value = Math.min(most, level + world.random.between(-3, 3))
      rows.metrics.push([person.id, key, at, value, world.random.between(4, 12), 'quality', world.now])
    }
  }
}

const prove = (world: World, rows: Rows, person: Person, position: Position, verifierId: string) => {
  for (const { kind, key, threshold = 1 } of position.asks) {
    if (kind !== 'evidence' || !key) continue
    const count = world.random.chance(0.9)
      ? threshold + world.random.between(0, 2)
      : Math.floor(threshold / 2)
    for (let index = 0; index < count; index++) {
      const at = world.day(world.random.between(5, 170), 15)
      rows.evidence.push([world.newId(at), person.id, key, at.toISOString().slice(0, 10), verifierId, at])
    }
  }
}

const flush = async (world: World, rows: Rows): Promise<void> => {
  for (const name of ['completions', 'assessments', 'metrics', 'evidence'] as const) {
    await world.bulk(TABLES[name], COLUMNS[name], rows[name])
    rows[name] = []
  }
}

/** Who vouches for a person: the team's supervisor, else somebody from the office, never the person. */
const witnessOf = (person: Person, office: readonly Person[]): string => {
  const leader = person.team?.supervisorId
  if (leader && leader !== person.id) return leader
  return office.find(({ id }) => id !== person.id)?.id ?? ''
}

/** How much of what their rung asks they have: all for the two demo operators, half for who came lately. */
const shareOf = (world: World, person: Person): number => {
  if (/^(operator|content)@/.test(person.email)) return 1
  return person.hiredOn > world.day(75).toISOString().slice(0, 10) ? 0.5 : 0.985
}

/** A few are ready for the rung above before there is a seat for them; the demo accounts are not. */
const READY_SHARE = 0.07

const rungAbove = (world: World, person: Person): Position | undefined => {
  if (/@sviato\.test$/.test(person.email) && !/^person/.test(person.email)) return undefined
  if (!world.random.chance(READY_SHARE)) return undefined
  return positionOf.get(
    content.moves.find(({ from, kind }) => from === person.position && kind === 'vertical')?.to ?? '',
  )
}

const proveAll = (world: World, rows: Rows, person: Person, own: Position, witness: string) => {
  const above = rungAbove(world, person)
  const shown = above ?? own
  const share = above ? 1 : shareOf(world, person)
  const trainings = [...behind(shown.slug)].flatMap((slug) => positionOf.get(slug)?.trainings ?? [])
  proveLevels(world, rows, person, shown, witness, share)
  proveTrainings(world, rows, person, trainings, witness, share)
  measure(world, rows, person, shown)
  prove(world, rows, person, shown, witness)
}

/** What everybody has learned, shown and scored. Most meet the rung they hold; newcomers are still on the way. */
export async function seedProofs(world: World, passed: Set<string>): Promise<void> {
  const rows: Rows = { passed, completions: [], assessments: [], metrics: [], evidence: [] }
  const office = [
    ...world.people.filter((person) => person.position === 'head-of-centre'),
    ...world.people.slice(0, 2),
  ]
  for (const [index, person] of world.people.entries()) {
    const position = positionOf.get(person.position)
    if (position) proveAll(world, rows, person, position, witnessOf(person, office))
    if (index % BATCH_OF_PEOPLE === BATCH_OF_PEOPLE - 1) await flush(world, rows)
  }
  await flush(world, rows)
}
