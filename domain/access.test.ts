import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, Permission } from '#domain/access'
import { can, covers, ROLES, reach, systemActor } from '#domain/access'
import { accessMatrix } from '#domain/access-matrix'
import { policy } from '#domain/policy'

const somebody = (grants: Actor['grants'] = []): Actor => ({
  ...systemActor(),
  kind: 'person',
  personId: 'p1',
  teamId: 't1',
  siteId: 's1',
  grants,
})

describe('reach', () => {
  test('everybody employed reaches their own and nobody else’s', () => {
    expect(can(somebody(), 'people.record', { people: ['p1'] })).toBe(true)
    expect(can(somebody(), 'people.record', { people: ['p2'], teamId: 't1', siteId: 's1' })).toBe(false)
  })

  test('a supervisor reaches the team of the grant, not the team they sit in', () => {
    const supervisor = somebody([{ role: 'supervisor', teamId: 't2', siteId: null }])
    expect(can(supervisor, 'people.record', { people: ['x'], teamId: 't2', siteId: 's9' })).toBe(true)
    expect(can(supervisor, 'people.record', { people: ['x'], teamId: 't1', siteId: 's1' })).toBe(false)
  })

  test('a head of one site does not reach another; a head of everything reaches all', () => {
    expect(
      can(somebody([{ role: 'head', teamId: null, siteId: 's2' }]), 'people.record', { siteId: 's1' }),
    ).toBe(false)
    expect(
      can(somebody([{ role: 'head', teamId: null, siteId: null }]), 'people.record', { siteId: 's1' }),
    ).toBe(true)
  })

  test('HR of one site is HR of that site only', () => {
    const hr = somebody([{ role: 'hr', teamId: null, siteId: 's2' }])
    expect(can(hr, 'people.end', { siteId: 's2' })).toBe(true)
    expect(can(hr, 'people.end', { siteId: 's1' })).toBe(false)
  })

  test('an administrator alone sees nobody’s record', () => {
    expect(
      can(somebody([{ role: 'admin', teamId: null, siteId: null }]), 'people.record', {
        people: ['p2'],
        siteId: 's1',
      }),
    ).toBe(false)
  })

  test('a mentor has no reach over a person without being their mentor now', () => {
    for (const permission of Object.keys(policy) as Permission[]) {
      const row: Record<string, string> = policy[permission]
      if (row.mentor !== 'mentees' || row.everyone === 'all') continue
      expect(
        can(somebody([{ role: 'mentor', teamId: null, siteId: null }]), permission, { people: ['p2'] }),
      ).toBe(false)
    }
  })

  test('more roles never reach less', () => {
    const ids = fc.constantFrom('t1', 't2', null)
    const grant = fc.record({
      role: fc.constantFrom(...ROLES),
      teamId: ids,
      siteId: fc.constantFrom('s1', 's2', null),
    })
    const subject = fc.record({
      people: fc.array(fc.constantFrom('p1', 'p2')),
      teamId: ids,
      siteId: fc.constantFrom('s1', 's2', null),
    })
    const permission = fc.constantFrom(...(Object.keys(policy) as Permission[]))
    fc.assert(
      fc.property(fc.array(grant), grant, subject, permission, (few, more, about, verb) => {
        const before = covers(reach(somebody(few), verb), about)
        expect(!before || covers(reach(somebody([...few, more]), verb), about)).toBe(true)
      }),
    )
  })
})

test('docs/access.md is the table in the code', () => {
  expect(readFileSync('docs/access.md', 'utf8')).toBe(accessMatrix())
})
