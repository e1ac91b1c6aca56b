import { expect, test } from 'vitest'
import { z } from 'zod'
import { serveRest } from '#app/_next/rest/door'
import { makeFloor, makeShift } from '#db/testing/floor'
import { makePerson, makeSite } from '#db/testing/people'
import { makeToken } from '#server/accounts/make-token'
import { query } from '#server/query'
import { setDemand } from '#server/rotation/set-demand'
import { teamDay } from '#server/rotation/team-queries'

const read = async (secret: string, path: string) => {
  const headers = { authorization: `Bearer ${secret}` }
  const answer = await serveRest(new Request(`http://localhost/api/v1${path}`, { headers }))
  return { status: answer.status, json: await answer.json() }
}

test('a program is told what the document says and no more of a row', async () => {
  const floor = await makeFloor()
  await makeShift(floor.operator, '2031-05-04T07:00:00Z', '2031-05-04T16:00:00Z')
  const at = (hour: string) => `2031-05-04T${hour}:00:00Z`
  const want = {
    siteId: floor.siteId,
    taskId: floor.mail,
    from: at('08'),
    to: at('12'),
    minimum: 1,
    target: 2,
  }
  await setDemand(floor.supervisor, want, { now: new Date('2031-05-03T12:00:00Z') })
  const asked = { date: '2031-05-04', teamId: floor.teamId }
  const { tasks } = await teamDay(floor.supervisor, asked)
  expect(tasks[0]).toHaveProperty('isRetired')
  const { secret } = await makeToken(floor.supervisor, { name: 'x', scope: 'read', days: 1 })
  const { status, json } = await read(secret, `/rotation-plans/board?${new URLSearchParams(asked)}`)
  expect([status, json.tasks.length]).toEqual([200, tasks.length])
  expect(json.tasks[0]).not.toHaveProperty('isRetired')
  const documented = Object.keys(teamDay.output.parse(await teamDay(floor.supervisor, asked)).tasks[0] ?? {})
  expect(Object.keys(json.tasks[0]).toSorted()).toEqual(documented.toSorted())
})

test('a verb that answers something else than it documents is found by any test that calls it', async () => {
  const broken = query({
    verb: 'people.list',
    input: z.object({}),
    output: z.object({ name: z.string() }),
    run: async () => ({ name: 7 }) as never,
  })
  const actor = await makePerson({ siteId: await makeSite() })
  await expect(broken(actor, {})).rejects.toThrow(/people\.list answers what its output does not document/)
})

test.each(['/people', '/audit', '/ideas', '/praises', '/actions', '/trainings', '/openings', '/notices'])(
  'a garbled cursor of %s is 400 and names its field',
  async (path) => {
    const actor = await makePerson({ siteId: await makeSite(), roles: [{ role: 'hr' }] })
    const { secret } = await makeToken(actor, { name: 'x', scope: 'read', days: 1 })
    const garbled = [`cursor=garbled`, `cursor=${Buffer.from('[true]').toString('base64url')}`]
    for (const part of garbled)
      expect(await read(secret, `${path}?${part}`)).toMatchObject({
        status: 400,
        json: { code: 'invalid', fields: { cursor: 'wrong' } },
      })
  },
)
