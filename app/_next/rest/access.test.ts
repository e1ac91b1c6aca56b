import { beforeAll, expect, test } from 'vitest'
import type { Operation } from '#app/_next/operations'
import { serveRest } from '#app/_next/rest/door'
import { operations } from '#app/_next/rest/registry'
import { makePerson, makeSite, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { DUTIES, isEmpty, ROLES, reach } from '#domain/access'
import { makeToken } from '#server/accounts/make-token'

const NOBODY = '01890000-0000-7000-8000-00000000abcd'
const holders = new Map<string, { actor: Actor; token: string }>()

const call = async ({ method, path }: Operation, token?: string) => {
  // An id that is nobody's, so that no answer depends on a row: what is tested is who may ask at all.
  const address = path.replace(/\{number\}/g, '987654').replace(/\{\w+\}/g, NOBODY)
  const headers = { ...(token && { authorization: `Bearer ${token}` }), 'content-type': 'application/json' }
  const body = method === 'GET' || method === 'DELETE' ? undefined : '{}'
  return (await serveRest(new Request(`http://localhost/api/v1${address}`, { method, headers, body }))).status
}

beforeAll(async () => {
  const siteId = await makeSite()
  const teamId = await makeTeam(siteId)
  const scopeOf = (role: string) => {
    if (role === 'supervisor') return { teamId }
    return role === 'head' || DUTIES.includes(role as never) ? { siteId } : {}
  }
  for (const role of [...ROLES, ...DUTIES]) {
    const actor = await makePerson({ siteId, teamId, roles: [{ role, ...scopeOf(role) }] })
    const { secret } = await makeToken(actor, { name: role, scope: 'write', days: 1 })
    holders.set(role, { actor, token: secret })
  }
})

test.each(operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
  '%s is open to those whom the policy table names, and to nobody else',
  async (_, operation) => {
    expect(await call(operation)).toBe(401)
    for (const [role, { actor, token }] of holders) {
      const status = await call(operation, token)
      const closed = isEmpty(reach(actor, operation.run.verb))
      expect({ role, status: status === 403 ? 403 : 'answered' }).toEqual({
        role,
        status: closed ? 403 : 'answered',
      })
      expect(status).toBeLessThan(500)
    }
  },
)
