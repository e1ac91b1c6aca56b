import { ORGANISATION, PROJECTS, SITES } from '#db/seed/demo/content/centre'
import { FAMILIES, MEN, TEAM_NAMES, WOMEN } from '#db/seed/demo/content/names'
import { hirePeople } from '#db/seed/demo/staff'
import type { Person, Project, Site, Team, World } from '#db/seed/demo/world'
import { referenceId } from '#db/seed/reference/ids'
import { hashPassword } from '#server/passwords'

const PER_TEAM = 12
const PASSWORD = 'sviato-demo'

export const ACCOUNTS = [
  'operator',
  'content',
  'mentor',
  'supervisor',
  'other-supervisor',
  'head',
  'hr',
  'admin',
] as const

/** Full names that do not repeat until all are used; then a number of the family line tells them apart. */
function* names(world: World): Generator<string> {
  const given = [...WOMEN, ...WOMEN, ...MEN]
  const families = world.random.shuffle(FAMILIES)
  for (let turn = 0; ; turn++) {
    const first = given[(turn * 7 + Math.floor(turn / families.length) * 13) % given.length] as string
    const family = families[turn % families.length] as string
    const round = Math.floor(turn / (families.length * given.length))
    yield round ? `${first} ${family} ${'I'.repeat(Math.min(round, 3))}${round}` : `${first} ${family}`
  }
}

const siteCount = (people: number) => Math.max(SITES.length, Math.ceil(people / 2000))

const makeSites = (world: World, people: number): Site[] =>
  Array.from({ length: siteCount(people) }, (_, index) => {
    const base = SITES[index % SITES.length] as (typeof SITES)[number]
    const round = Math.floor(index / SITES.length)
    const suffix = round ? ` ${round + 1}` : ''
    const name = { uk: `${base.name.uk}${suffix}`, en: `${base.name.en}${suffix}` }
    return {
      id: world.newId(world.day(900)),
      slug: `${base.slug}${round || ''}`,
      name,
      timeZone: base.timeZone,
    }
  })

const makeTeams = (world: World, people: number): Team[] =>
  Array.from({ length: Math.max(3, Math.floor((people - 24) / PER_TEAM)) }, (_, index) => {
    const word = TEAM_NAMES[index % TEAM_NAMES.length] as string
    const round = Math.floor(index / TEAM_NAMES.length)
    const site = world.sites[index % world.sites.length] as Site
    const project = world.projects[Math.floor(index / 3) % world.projects.length] as Project
    const name = { uk: `«${word}»${round ? ` ${round + 1}` : ''}` }
    return { id: world.newId(world.day(800)), name, site, project, supervisorId: '', memberIds: [] }
  })

const storePlaces = async (world: World): Promise<void> => {
  const at = world.day(900)
  await world.bulk('organisations', ['id', 'name', 'created_at'], [[1, ORGANISATION, at]])
  const cities = world.sites.map((_, index) => (SITES[index % SITES.length] as (typeof SITES)[number]).city)
  await world.bulk(
    'sites',
    ['id', 'slug', 'name', 'city', 'time_zone', 'created_at'],
    world.sites.map((site, index) => [site.id, site.slug, site.name, cities[index], site.timeZone, at]),
  )
  await world.bulk(
    'projects',
    ['id', 'slug', 'name', 'market', 'created_at'],
    world.projects.map((project, index) => [
      project.id,
      project.slug,
      PROJECTS[index]?.name,
      project.market,
      at,
    ]),
  )
  const pairs = (kind: 'services' | 'channels', word: string) =>
    world.projects.flatMap((project) => project[kind].map((slug) => [project.id, referenceId(word, slug)]))
  await world.bulk('project_services', ['project_id', 'service_id'], pairs('services', 'service'))
  await world.bulk('project_channels', ['project_id', 'channel_id'], pairs('channels', 'channel'))
  await world.bulk(
    'teams',
    ['id', 'site_id', 'project_id', 'name', 'created_at'],
    world.teams.map((team) => [team.id, team.site.id, team.project.id, team.name, at]),
  )
}

/** The eight who can sign in; told last, as the sign that the whole story is there. */
export const storeAccounts = async (world: World): Promise<void> => {
  const rows = []
  for (const name of ACCOUNTS)
    rows.push([world.account(name).id, await hashPassword(PASSWORD), world.day(170)])
  await world.bulk('accounts', ['person_id', 'password_hash', 'created_at'], rows)
}

/** The places and the people of the centre, with roles, mentors and a history of work. */
export async function seedPeople(world: World, count: number): Promise<void> {
  world.sites.push(...makeSites(world, count))
  world.projects.push(
    ...PROJECTS.map(({ slug, market, services, channels }) => ({
      id: world.newId(world.day(850)),
      slug,
      market,
      services,
      channels,
    })),
  )
  world.teams.push(...makeTeams(world, count))
  await storePlaces(world)
  const source = names(world)
  const staff: Person[] = await hirePeople(world, count, () => source.next().value as string)
  world.people.push(...staff)
}
