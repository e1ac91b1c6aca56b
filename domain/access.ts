import { policy } from '#domain/policy'
import type { Locale } from '#domain/text'

export const ROLES = ['operator', 'mentor', 'supervisor', 'head', 'hr', 'admin'] as const
export const DUTIES = ['trainer', 'quality', 'safety', 'welfare'] as const
export type Role = (typeof ROLES)[number]
export type Duty = (typeof DUTIES)[number]

/** How far a permission goes. `mentees` are the people somebody mentors now. */
export type Reach = 'none' | 'own' | 'mentees' | 'team' | 'site' | 'all'
export type Permission = keyof typeof policy

/** Everybody employed has the row `everyone`; roles and duties add to it. */
export type PolicyRow = Partial<Record<'everyone' | Role | Duty, Reach>>

/** A role held now, for a team, a site or everywhere. */
export type Grant = { role: Role | Duty; teamId: string | null; siteId: string | null }

/** Who acts. `system` is the application itself (jobs, first set-up); it is never a person. */
export type Actor = {
  kind: 'person' | 'system'
  personId: string
  teamId: string | null
  siteId: string | null
  positionId: string | null
  grants: Grant[]
  menteeIds: string[]
  /** What a REST token was made for; a page may always write. */
  access: 'read' | 'write'
  via: 'web' | 'api' | 'job'
  locale: Locale
  requestId?: string
}

/** Whose and where a thing is; the policy looks at nothing else. */
export type Subject = { people?: readonly (string | null)[]; teamId?: string | null; siteId?: string | null }

/** A reach worked out for one actor: what it covers. Its SQL twin is `server/visible.ts`. */
export type Coverage = { all: boolean; people: string[]; teams: string[]; sites: string[] }

const NOTHING: Coverage = { all: false, people: [], teams: [], sites: [] }
const EVERYTHING: Coverage = { all: true, people: [], teams: [], sites: [] }
const WIDTH = { none: 0, own: 1, mentees: 2, team: 3, site: 4, all: 5 } as const satisfies Record<
  Reach,
  number
>

const merge = (a: Coverage, b: Coverage): Coverage => ({
  all: a.all || b.all,
  people: [...new Set([...a.people, ...b.people])],
  teams: [...new Set([...a.teams, ...b.teams])],
  sites: [...new Set([...a.sites, ...b.sites])],
})

/** `own` and `mentees` name people; wider than that, the grant itself says for which team, site or everywhere. */
const throughGrant = (limit: Reach, grant: Grant, actor: Actor): Coverage => {
  if (limit === 'none') return NOTHING
  if (limit === 'own') return { ...NOTHING, people: [actor.personId] }
  if (limit === 'mentees') return { ...NOTHING, people: actor.menteeIds }
  if (grant.teamId) return { ...NOTHING, teams: [grant.teamId] }
  if (grant.siteId) return { ...NOTHING, sites: [grant.siteId] }
  return EVERYTHING
}

/** What the actor may reach with a permission: union over everything they hold. */
export function reach(actor: Actor, permission: Permission): Coverage {
  if (actor.kind === 'system') return EVERYTHING
  const row: PolicyRow = policy[permission]
  const base = row.everyone ?? 'none'
  let covered = NOTHING
  if (base === 'all') return EVERYTHING
  if (base === 'own') covered = { ...NOTHING, people: [actor.personId] }
  if (base === 'team' && actor.teamId) covered = { ...NOTHING, teams: [actor.teamId] }
  if (base === 'site' && actor.siteId) covered = { ...NOTHING, sites: [actor.siteId] }
  for (const grant of actor.grants)
    covered = merge(covered, throughGrant(row[grant.role] ?? 'none', grant, actor))
  return covered
}

/** True where the subject lies inside what is covered. */
export function covers(coverage: Coverage, subject: Subject): boolean {
  if (coverage.all) return true
  if (subject.people?.some((person) => person !== null && coverage.people.includes(person))) return true
  if (subject.teamId && coverage.teams.includes(subject.teamId)) return true
  return Boolean(subject.siteId && coverage.sites.includes(subject.siteId))
}

export const isEmpty = (coverage: Coverage): boolean =>
  !coverage.all && coverage.people.length + coverage.teams.length + coverage.sites.length === 0

export const can = (actor: Actor, permission: Permission, subject: Subject): boolean =>
  covers(reach(actor, permission), subject)

/** Whether to show a door at all; the command behind it asks again with the subject. */
export const mayEver = (actor: Actor, permission: Permission): boolean => !isEmpty(reach(actor, permission))

/** The widest reach that a role or duty has by the table alone (for the printed matrix). */
export const tableReach = (permission: Permission, role: Role | Duty): Reach => {
  const row: PolicyRow = policy[permission]
  const [own, base] = [row[role] ?? 'none', row.everyone ?? 'none']
  return WIDTH[own] > WIDTH[base] ? own : base
}

export const holds = (actor: Actor, role: Role | Duty): boolean =>
  actor.grants.some((grant) => grant.role === role)

/**
 * Whether the actor reaches as far as a role, held so, does: nobody gives, takes back or takes over more than they have.
 * `siteId` is also the site of the team. An administrator is touched by administrators alone.
 */
export function spans(actor: Actor, permission: Permission, held: Grant): boolean {
  if (held.role === 'admin') return actor.kind === 'system' || holds(actor, 'admin')
  // What these two reach comes with the people they are given, not with the role.
  if (held.role === 'operator' || held.role === 'mentor') return true
  return can(actor, permission, { teamId: held.teamId, siteId: held.siteId })
}

/** The application acting for itself, e.g. a job that escalates. */
export const systemActor = (): Actor => ({
  kind: 'system',
  personId: '00000000-0000-0000-0000-000000000000',
  teamId: null,
  siteId: null,
  positionId: null,
  grants: [],
  menteeIds: [],
  access: 'write',
  via: 'job',
  locale: 'uk',
})
