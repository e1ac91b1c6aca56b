import { crc32 } from 'node:zlib'
import { escapeIdentifier, Pool } from 'pg'
import { v7 } from 'uuid'
import { db } from '#db/client'
import { environment } from '#db/environment'
import { type Bulk, bulkInto } from '#db/seed/bulk'
import { seedCareer } from '#db/seed/demo/career'
import { seedCelebrations } from '#db/seed/demo/celebrations'
import { seedIdeas } from '#db/seed/demo/ideas'
import { seedPeople, storeAccounts } from '#db/seed/demo/people'
import { seedRecognition } from '#db/seed/demo/recognition'
import { seedRotation } from '#db/seed/demo/rotation'
import { seedThanks } from '#db/seed/demo/thanks'
import { seedWorkplace } from '#db/seed/demo/workplace'
import type { Person, World } from '#db/seed/demo/world'
import { openPast } from '#db/seed/past'
import { referenceId } from '#db/seed/reference/ids'
import type { Actor } from '#domain/access'
import type { Random } from '#domain/random'
import { seededRandom } from '#domain/random'

type Wish = { people?: number; seed?: number; now?: Date; log?: (line: string) => void }
type Story = [name: string, tell: (world: World) => Promise<void>]

/** Told one after another where stories stand on each other; the chains of one line are told side by side, for two processors. */
const STORIES: Story[][][] = [
  [[['career', seedCareer]], [['workplace', seedWorkplace]]],
  [
    [['rotation', seedRotation]],
    [
      ['ideas', seedIdeas],
      ['recognition', seedRecognition],
      ['thanks', seedThanks],
      ['celebrations', seedCelebrations],
    ],
  ],
]

const DAY = 86_400_000

const idMaker = (random: Random) => (now: Date) => {
  const bytes = Uint8Array.from({ length: 16 }, () => random.between(0, 255))
  return v7({ msecs: now.getTime(), random: bytes })
}

const actorOf = (person: Person, people: readonly Person[]): Actor => ({
  kind: 'person',
  personId: person.id,
  teamId: person.team?.id ?? null,
  siteId: person.site.id,
  positionId: referenceId('position', person.position),
  grants: person.roles,
  menteeIds: people.filter((other) => other.mentorId === person.id).map((other) => other.id),
  access: 'write',
  via: 'job',
  locale: 'uk',
})

const WHOLE_HISTORY = 2000
/** Longer than the telling of any centre takes. */
const HOURS_TO_TELL = 12

/** Each room draws numbers of its own, so that neither its neighbours nor their speed change its story. */
const worldOf = (room: string, world: World, seed: number): World => {
  const random = seededRandom(crc32(room, seed))
  return { ...world, random, newId: idMaker(random) }
}

/** Only the owner of tables may have them measured; small ones Postgres would never measure by itself. */
const analyze = (owner: Pool, table?: string) =>
  owner.query(table ? `analyze ${escapeIdentifier(table)}` : 'analyze')

const makeWorld = (random: Random, now: Date, count: number, bulk: Bulk): World => {
  const people: Person[] = []
  return {
    database: db,
    random,
    now,
    day: (ago, hour = 9, minute = 0) => {
      const midnight = Math.floor(now.getTime() / DAY) * DAY
      return new Date(midnight - ago * DAY + (hour * 60 + minute) * 60_000)
    },
    newId: idMaker(random),
    depth: Math.min(1, WHOLE_HISTORY / count),
    sites: [],
    projects: [],
    teams: [],
    people,
    account: (name) => {
      const found = people.find((person) => person.email === `${name}@sviato.test`)
      if (!found) throw new Error(`no demo account ${name}`)
      return found
    },
    actor: (person) => actorOf(person, people),
    bulk,
  }
}

/** Every room tells its story; the rooms of one line side by side. */
async function tellRooms(world: World, seed: number, log: (line: string) => void): Promise<void> {
  const tellAll = async (stories: Story[]) => {
    for (const [name, tell] of stories) {
      log(name)
      await tell(worldOf(name, world, seed))
    }
  }
  const closePast = await openPast(environment().databaseOwnerUrl, HOURS_TO_TELL)
  try {
    for (const chains of STORIES) {
      const ends = await Promise.allSettled(chains.map(tellAll))
      const broken = ends.find((end) => end.status === 'rejected')
      if (broken) throw broken.reason
    }
  } finally {
    await closePast()
  }
}

/**
 * Tells half a year of a contact centre into the empty database of this process. The same seed and day give the same centre; dates
 * count back from `now`.
 */
export async function seedDemo({
  people = 240,
  seed = 1,
  now = new Date(),
  log = () => undefined,
}: Wish = {}): Promise<void> {
  const owner = new Pool({ connectionString: environment().databaseOwnerUrl, max: 2 })
  try {
    const bulk = bulkInto(db, async (table) => void (await analyze(owner, table)))
    const world = makeWorld(seededRandom(seed), now, people, bulk)
    log(`people: ${people}`)
    await seedPeople(world, people)
    await tellRooms(world, seed, log)
    await storeAccounts(world)
    await analyze(owner)
  } finally {
    await owner.end()
  }
}
