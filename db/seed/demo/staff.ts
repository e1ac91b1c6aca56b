import type { Person, Site, Team, World } from '#db/seed/demo/world'
import { referenceId } from '#db/seed/reference/ids'

type Role = Person['roles'][number]
type Post = { position: string; site: Site; team: Team | null; roles: Role[]; account?: string }

const everywhere = (role: Role['role']): Role => ({ role, teamId: null, siteId: null })
const atSite = (role: Role['role'], site: Site): Role => ({ role, teamId: null, siteId: site.id })

/** A team is a supervisor, a mentor, a senior operator and operators; the first two teams hold the demo accounts. */
const teamPosts = (team: Team, index: number, size: number): Post[] => {
  const post = (position: string, roles: Role[], account?: string): Post => ({
    position,
    site: team.site,
    team,
    roles,
    account,
  })
  const leader = ['supervisor', 'other-supervisor'][index]
  const operators = Array.from({ length: size - 3 }, (_, place) =>
    post('operator', [everywhere('operator')], index ? undefined : ['operator', 'content'][place]),
  )
  return [
    post('supervisor', [{ role: 'supervisor', teamId: team.id, siteId: null }], leader),
    post('mentor', [everywhere('operator'), everywhere('mentor')], index ? undefined : 'mentor'),
    post('senior-operator', [everywhere('operator')]),
    ...operators,
  ]
}

const officePosts = (world: World): Post[] => {
  const [first] = world.sites as [Site]
  const post = (position: string, roles: Role[], site: Site = first, account?: string): Post => ({
    position,
    site,
    team: null,
    roles,
    account,
  })
  const heads = world.sites.map((site, index) =>
    post('group-head', [atSite('head', site)], site, index ? undefined : 'head'),
  )
  return [
    post('head-of-centre', [everywhere('head')]),
    ...heads,
    post('analyst', [everywhere('hr')], first, 'hr'),
    post('analyst', [everywhere('hr')]),
    post('tech-specialist', [everywhere('admin')], first, 'admin'),
    ...world.sites.flatMap((site) => [
      post('consultant', [atSite('trainer', site)], site),
      post('analyst', [atSite('quality', site)], site),
      post('tech-specialist', [atSite('safety', site)], site),
      post('consultant', [atSite('welfare', site)], site),
    ]),
  ]
}

const BEYOND = ['tech-support', 'sales-manager', 'consultant', 'tech-support', 'second-project']

/** Everybody's post, exactly `count` of them: teams first, then the office, the rest in sideways positions. */
const posts = (world: World, count: number): Post[] => {
  const office = officePosts(world)
  const free = count - office.length
  const size = Math.min(12, Math.floor(free / world.teams.length))
  const teams = world.teams.flatMap((team, index) => teamPosts(team, index, size))
  const rest = Array.from({ length: Math.max(0, free - teams.length) }, (_, index): Post => {
    const team = world.teams[index % world.teams.length] as Team
    return {
      position: BEYOND[index % BEYOND.length] as string,
      site: team.site,
      team,
      roles: [everywhere('operator')],
    }
  })
  return [...teams, ...office, ...rest]
}

const MONTHS: Record<string, [number, number]> = {
  operator: [0, 34],
  mentor: [14, 48],
  'senior-operator': [20, 60],
  supervisor: [30, 80],
  'group-head': [48, 110],
  'head-of-centre': [60, 130],
}
const BEFORE: Record<string, string[]> = {
  mentor: ['operator'],
  'senior-operator': ['operator', 'mentor'],
  supervisor: ['operator', 'mentor', 'senior-operator'],
  'group-head': ['operator', 'senior-operator', 'supervisor'],
  'head-of-centre': ['supervisor', 'group-head'],
  'tech-support': ['operator'],
  'sales-manager': ['operator'],
  consultant: ['operator'],
  'second-project': ['operator'],
}
const KIND: Record<string, string> = {
  'sales-manager': 'out',
  consultant: 'out',
  'tech-support': 'across',
  'second-project': 'across',
}

const iso = (date: Date) => date.toISOString().slice(0, 10)

/** Days before today on which each of the person's positions began, the present one last. */
const careerOf = (world: World, post: Post): { position: string; ago: number }[] => {
  const [low, high] = MONTHS[post.position] ?? [8, 50]
  const steps = [...(BEFORE[post.position] ?? []), post.position]
  const span = Math.round(world.random.between(low, high) * 30.4) + (post.account ? 400 : 20)
  return steps.map((position, index) => ({
    position,
    ago: Math.max(2, Math.round((span * (steps.length - index)) / steps.length)),
  }))
}

const emailOf = (index: number, account: string | undefined) =>
  account ? `${account}@sviato.test` : `person${index + 1}@sviato.test`

const praiseWish = (chance: number) => {
  if (chance < 0.74) return 'public'
  return chance < 0.93 ? 'team' : 'private'
}

type Rows = Record<'people' | 'employments' | 'grants' | 'mentorships', unknown[][]>

const hire = (world: World, post: Post, index: number, name: string, rows: Rows): Person => {
  const career = careerOf(world, post)
  const hired = world.day(career[0]?.ago ?? 100, 7)
  const id = world.newId(hired)
  const email = emailOf(index, post.account)
  rows.people.push([id, name, email, 'uk', 'system', praiseWish(world.random.next()), hired])
  for (const [step, { position, ago }] of career.entries()) {
    const until = career[step + 1]?.ago
    const valid = `[${iso(world.day(ago))},${until === undefined ? '' : iso(world.day(until))})`
    const kind = step ? (KIND[position] ?? 'up') : 'hire'
    const at = world.day(ago, 8)
    const place = [referenceId('position', position), post.site.id, post.team?.id ?? null]
    rows.employments.push([world.newId(at), id, ...place, kind, valid, at])
  }
  const since = world.day(career.at(-1)?.ago ?? 100, 9)
  for (const { role, teamId, siteId } of post.roles) {
    rows.grants.push([world.newId(since), id, role, teamId, siteId, `[${since.toISOString()},)`, since])
  }
  if (post.team && post.position === 'supervisor') post.team.supervisorId = id
  post.team?.memberIds.push(id)
  const { position, site, team, roles } = post
  return { id, name, email, position, site, team, hiredOn: iso(hired), roles, mentorId: null }
}

/** Whoever came within eight months, and the demo operator, has the mentor of the team. */
const giveMentors = (world: World, staff: readonly Person[], rows: Rows): void => {
  const mentors = new Map(
    staff.filter((one) => one.position === 'mentor').map((one) => [one.team?.id, one.id]),
  )
  for (const person of staff) {
    const mentorId = mentors.get(person.team?.id)
    const isNew = person.hiredOn > iso(world.day(240)) || person.email === 'operator@sviato.test'
    if (!mentorId || person.position !== 'operator' || !isNew) continue
    person.mentorId = mentorId
    const from = [person.hiredOn, iso(world.day(120))].sort().at(-1)
    rows.mentorships.push([world.newId(world.day(100)), mentorId, person.id, `[${from},)`, world.day(100)])
  }
}

/** Hires everybody at once: people, employments, roles and mentors. */
export async function hirePeople(world: World, count: number, nextName: () => string): Promise<Person[]> {
  const rows: Rows = { people: [], employments: [], grants: [], mentorships: [] }
  const staff = posts(world, count).map((post, index) => hire(world, post, index, nextName(), rows))
  giveMentors(world, staff, rows)
  const { bulk } = world
  const scope = ['id', 'person_id', 'role', 'team_id', 'site_id', 'valid', 'created_at']
  const job = ['id', 'person_id', 'position_id', 'site_id', 'team_id', 'kind', 'valid', 'created_at']
  await bulk(
    'people',
    ['id', 'name', 'email', 'locale', 'theme', 'praise_visibility', 'created_at'],
    rows.people,
  )
  await bulk('employments', job, rows.employments)
  await bulk('grants', scope, rows.grants)
  await bulk('mentorships', ['id', 'mentor_id', 'mentee_id', 'valid', 'created_at'], rows.mentorships)
  return staff
}
