import { expect, test } from 'vitest'
import type { Actor, Permission } from '#domain/access'
import { DUTIES, isEmpty, ROLES, reach, systemActor } from '#domain/access'
import { policy } from '#domain/policy'
import type { Command } from '#server/command'
import type { Query } from '#server/query'

type Verb = Command | Query
const modules = import.meta.glob<Record<string, unknown>>(['./*/*.ts', '!./**/*.test.ts'], {
  eager: true,
  import: '*',
})

const isVerb = (value: unknown): value is Verb =>
  typeof value === 'function' && 'kind' in value && (value.kind === 'command' || value.kind === 'query')

const verbs = Object.entries(modules)
  .filter(([file]) => !file.endsWith('.test.ts'))
  .flatMap(([file, module]) =>
    Object.values(module)
      .filter(isVerb)
      .map((verb) => ({ file, verb })),
  )

const somebody = (role: (typeof ROLES)[number] | (typeof DUTIES)[number]): Actor => ({
  ...systemActor(),
  kind: 'person',
  personId: '01890000-0000-7000-8000-000000000001',
  teamId: '01890000-0000-7000-8000-000000000002',
  siteId: '01890000-0000-7000-8000-000000000003',
  grants: [{ role, teamId: null, siteId: null }],
})

// What a verb may do more of for some: asked inside it, never a door of its own.
const SHADES: Permission[] = ['ideas.authors', 'recognition.giveAsLeader']

test('every permission is a verb that exists, or a shade of one', () => {
  const asked = new Set<Permission>([...verbs.map(({ verb }) => verb.verb), ...SHADES])
  expect((Object.keys(policy) as Permission[]).filter((permission) => !asked.has(permission))).toEqual([])
})

test.each(verbs.map(({ file, verb }) => [`${verb.verb} (${file})`, verb] as const))(
  '%s is closed before anything is read, for whoever the table gives nothing',
  async (_, verb) => {
    for (const role of [...ROLES, ...DUTIES]) {
      if (!isEmpty(reach(somebody(role), verb.verb))) continue
      await expect(verb(somebody(role), { anything: 'at all' })).rejects.toMatchObject({
        reason: 'forbidden',
      })
    }
  },
)
