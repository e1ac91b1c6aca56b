import { z } from 'zod'
import { DUTIES, ROLES } from '#domain/access'
import { Email, PersonName } from '#domain/accounts'
import { LOCALES } from '#domain/text'

export const MOVE_KINDS = ['up', 'across', 'out', 'back', 'acting', 'transfer'] as const
export const PRAISE_VISIBILITIES = ['public', 'team', 'private'] as const
export const THEMES = ['system', 'light', 'dark'] as const

const Day = z.iso.date()

export const AddPerson = z.object({
  name: PersonName,
  email: Email,
  externalId: z.string().trim().min(1).max(60).optional(),
  positionId: z.uuid(),
  siteId: z.uuid(),
  teamId: z.uuid().optional(),
  startsOn: Day,
  locale: z.enum(LOCALES).default('uk'),
})

export const RenamePerson = z.object({ personId: z.uuid(), name: PersonName, email: Email })

export const MovePerson = z.object({
  personId: z.uuid(),
  kind: z.enum(MOVE_KINDS),
  positionId: z.uuid(),
  siteId: z.uuid(),
  teamId: z.uuid().optional(),
  startsOn: Day,
  reason: z.string().trim().max(500).optional(),
})

export const EndEmployment = z.object({
  personId: z.uuid(),
  /** The last day of work; access ends at its midnight at the site, at once where that is over. */
  lastDay: Day,
  reason: z.string().trim().max(500).optional(),
})

export const GrantRole = z.object({
  personId: z.uuid(),
  role: z.enum([...ROLES, ...DUTIES]),
  teamId: z.uuid().optional(),
  siteId: z.uuid().optional(),
  /** The first day, at the site that the role is for; without it the role holds at once. */
  from: Day.optional(),
  /** The last day of a deputy there; a role without one is the regular one. */
  until: Day.optional(),
})

/** What of a role's days cannot be: a past one, or a last day before the first. */
export function faultOfDays({ from, until }: { from?: string; until?: string }, today: string) {
  if (from && from < today) return { field: 'from', key: 'pastDay' }
  if (until && until < today) return { field: 'until', key: 'pastDay' }
  return from && until && until < from ? { field: 'until', key: 'untilBefore' } : undefined
}

export const WithdrawRole = z.object({ grantId: z.uuid() })

export const AssignMentor = z.object({ menteeId: z.uuid(), mentorId: z.uuid(), startsOn: Day })

export const ListPeople = z.object({
  search: z.string().trim().max(200).optional(),
  email: z.string().trim().toLowerCase().max(254).optional(),
  siteId: z.uuid().optional(),
  teamId: z.uuid().optional(),
  ended: z.stringbool().or(z.boolean()).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

type Scope = { teamId?: string; siteId?: string }

/** Which scope a role is held for: a supervisor a team, a head or a duty a site or all, an administrator everywhere. */
export function scopeFits(role: z.infer<typeof GrantRole>['role'], scope: Scope): boolean {
  if (role === 'supervisor') return Boolean(scope.teamId) && !scope.siteId
  if (scope.teamId) return false
  if (role === 'admin' || role === 'operator' || role === 'mentor') return !scope.siteId
  return true
}

export const Preferences = z.object({
  locale: z.enum(LOCALES).optional(),
  theme: z.enum(THEMES).optional(),
  praiseVisibility: z.enum(PRAISE_VISIBILITIES).optional(),
})
