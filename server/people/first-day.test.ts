import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '#db/client'
import type { Actor } from '#domain/access'
import { can, systemActor } from '#domain/access'
import { findActor } from '#server/accounts/actor-queries'
import { resetPassword } from '#server/accounts/reset-password'
import { prepareSetUp, setUp } from '#server/accounts/set-up'
import { signIn } from '#server/accounts/sign-in'
import { addPerson } from '#server/people/add'
import { addProject } from '#server/people/add-project'
import { addTeam } from '#server/people/add-team'
import { grantRole } from '#server/people/grant'
import { listServices, listSites, listTeams } from '#server/people/place-queries'
import { listPlaces } from '#server/people/queries'

// Late in the evening in Kyiv it is tomorrow already: whoever sets the portal up works from that day on.
const EVENING = new Date('2026-01-04T22:30:00Z')

test('from an empty database to a supervisor with a team, by what the pages send', async () => {
  const token = (await prepareSetUp(EVENING, 'a shared secret')) as string
  const first = {
    token,
    organisation: 'Центр «Перший дзвінок»',
    site: 'Одеса, Приморський',
    timeZone: 'Europe/Kyiv',
    name: 'Соломія Гайдамака',
    email: 'first@example.com',
    password: 'дуже довга фраза',
  }
  await expect(setUp(systemActor(), { ...first, timeZone: 'Europe/Atlantis' })).rejects.toMatchObject({
    fields: { timeZone: { key: 'timeZone' } },
  })
  const { personId } = await setUp(systemActor(), first, { now: EVENING })
  const hr = (await findActor(personId)) as Actor

  const [site] = (await listSites(hr, {})).items
  expect(site).toMatchObject({ slug: 'odesa-prymorskyi', timeZone: 'Europe/Kyiv', teams: 0, planned: false })
  const siteId = site?.id as string
  const ways = await listServices(hr, {})
  const project = await addProject(hr, {
    name: { uk: 'Пекарня «Паляниця»' },
    market: 'b2c',
    serviceIds: ways.services.slice(0, 2).map(({ id }) => id),
    channelIds: [ways.channels[0]?.id as string],
  })
  const team = await addTeam(hr, { siteId, name: { uk: 'Перша зміна' }, projectId: project.id })
  const operator = (await listPlaces(hr, {})).positions.find(({ name }) => name.uk === 'Оператор')
  const email = 'leader@example.com'
  const person = await addPerson(hr, {
    name: 'Тарас Вишня',
    email,
    positionId: operator?.id as string,
    siteId,
    teamId: team.id,
    startsOn: '2026-01-05',
  })
  await grantRole(hr, { personId: person.id, role: 'supervisor', teamId: team.id })
  const { password } = await resetPassword(hr, { personId: person.id })

  const opened = await signIn({ email, password, address: '10.0.0.1' }, new Date())
  expect(opened).toMatchObject({ status: 'open' })
  const supervisor = (await findActor(person.id)) as Actor
  expect(can(supervisor, 'rotation.putShift', { teamId: team.id, siteId })).toBe(true)
  const { items } = await listTeams(supervisor, {})
  expect(items).toMatchObject([
    {
      name: { uk: 'Перша зміна' },
      project: { uk: 'Пекарня «Паляниця»' },
      supervisor: { name: 'Тарас Вишня' },
      people: 1,
    },
  ])
  const { rows } = await db.execute<{ since: string }>(
    sql`select lower(valid)::text as since from employments where person_id = ${personId}`,
  )
  expect(rows).toEqual([{ since: '2026-01-05' }])
})
