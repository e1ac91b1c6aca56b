import type { Database } from '#db/client'
import type { Bulk } from '#db/seed/bulk'
import type { Actor, Duty, Role } from '#domain/access'
import type { Random } from '#domain/random'
import type { Text } from '#domain/text'

export type Site = { id: string; slug: string; name: Text; timeZone: string }
export type Project = {
  id: string
  slug: string
  market: 'b2c' | 'b2b'
  services: string[]
  channels: string[]
}
export type Team = {
  id: string
  name: Text
  site: Site
  project: Project
  supervisorId: string
  memberIds: string[]
}
export type Person = {
  id: string
  name: string
  email: string
  position: string
  site: Site
  team: Team | null
  hiredOn: string
  roles: { role: Role | Duty; teamId: string | null; siteId: string | null }[]
  mentorId: string | null
}

/** What every room's story is told about. Days count back from `today`, so the centre is always half a year old today. */
export type World = {
  database: Database
  random: Random
  /** The moment the story ends: the start of the demo. */
  now: Date
  /** A moment so many days ago (negative: ahead), at an hour of the day in UTC. */
  day: (ago: number, hour?: number, minute?: number) => Date
  newId: (now: Date) => string
  /** How much of the mass history is told: all of it (1) up to 2,000 people; a bigger centre would take hours. */
  depth: number
  sites: Site[]
  projects: Project[]
  teams: Team[]
  people: Person[]
  /** The eight demo accounts by their first word: `operator`, `content`, `mentor`, `supervisor`, `other-supervisor`, `head`, `hr`, `admin`. */
  account: (name: string) => Person
  actor: (person: Person) => Actor
  /** Inserts plain rows in bulk, in the order of the columns, under the same constraints. */
  bulk: Bulk
}
