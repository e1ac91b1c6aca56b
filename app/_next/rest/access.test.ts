import { expect, test } from 'vitest'
import type { Operation } from '#app/_next/operations'
import { serveRest } from '#app/_next/rest/door'
import { operations } from '#app/_next/rest/registry'
import { makePerson, makeSite, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { DUTIES, isEmpty, ROLES, reach } from '#domain/access'
import { makeToken } from '#server/accounts/make-token'

const NOBODY = '01890000-0000-7000-8000-00000000abcd'
const call = async ({ method, path }: Operation, token?: string) => {
  // An id that is nobody's, so that no answer depends on a row: what is tested is who may ask at all.
  const address = path.replace(/\{number\}/g, '987654').replace(/\{\w+\}/g, NOBODY)
  const headers = { ...(token && { authorization: `Bearer ${token}` }), 'content-type': 'application/json' }
  const body = method === 'GET' || method === 'DELETE' ? undefined : '{}'
  return (await serveRest(new Request(`http://localhost/api/v1${address}`, { method, headers, body }))).status
}

type Holder = { actor: Actor; token: string }

/** Everybody anew for so many operations: one person may not write more than 120 times a minute. */
const AT_A_TIME = 100
const crowds = new Map<number, Promise<Map<string, Holder>>>()

const makeCrowd = async (): Promise<Map<string, Holder>> => {
  const siteId = await makeSite()
  const teamId = await makeTeam(siteId)
  const scopeOf = (role: string) => {
    if (role === 'supervisor') return { teamId }
    return role === 'head' || DUTIES.includes(role as never) ? { siteId } : {}
  }
  const crowd = new Map<string, Holder>()
  for (const role of [...ROLES, ...DUTIES]) {
    const actor = await makePerson({ siteId, teamId, roles: [{ role, ...scopeOf(role) }] })
    const { secret } = await makeToken(actor, { name: role, scope: 'write', days: 1 })
    crowd.set(role, { actor, token: secret })
  }
  return crowd
}
const crowdFor = (index: number): Promise<Map<string, Holder>> => {
  const number = Math.floor(index / AT_A_TIME)
  const made = crowds.get(number) ?? makeCrowd()
  crowds.set(number, made)
  return made
}

test.each(
  operations.map((operation, index) => [`${operation.method} ${operation.path}`, operation, index] as const),
)('%s is open to those whom the policy table names, and to nobody else', async (_, operation, index) => {
  expect(await call(operation)).toBe(401)
  for (const [role, { actor, token }] of await crowdFor(index)) {
    const status = await call(operation, token)
    const closed = isEmpty(reach(actor, operation.run.verb))
    expect({ role, status: status === 403 ? 403 : 'answered' }).toEqual({
      role,
      status: closed ? 403 : 'answered',
    })
    expect(status).toBeLessThan(500)
  }
})
