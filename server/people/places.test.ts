import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { makePerson, makeSite, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { isTimeZone, timeZones } from '#domain/time-zones'
import { findActor } from '#server/accounts/actor-queries'
import { listAudit } from '#server/audit/queries'
import { addPerson } from '#server/people/add'
import { addChannel } from '#server/people/add-channel'
import { addProject } from '#server/people/add-project'
import { addService } from '#server/people/add-service'
import { addSite } from '#server/people/add-site'
import { addTeam } from '#server/people/add-team'
import { changeProject } from '#server/people/change-project'
import { changeSite } from '#server/people/change-site'
import { changeTeam } from '#server/people/change-team'
import { endProject } from '#server/people/end-project'
import { endTeam } from '#server/people/end-team'
import { grantRole } from '#server/people/grant'
import { movePerson } from '#server/people/move'
import { listProjects, listServices, listSites, listTeams } from '#server/people/place-queries'
import { listPlaces } from '#server/people/queries'

const THIRTY = Array.from({ length: 30 })
const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Kyiv' })
const field = (name: string, key: string) => ({ fields: { [name]: { key } } })

let hr: Actor
let siteId: string
let turn = 0
const named = (word: string) => ({ uk: `${word} ${turn++}` })
const client = () => ({ name: named('Клієнт'), market: 'b2b' as const, serviceIds: [], channelIds: [] })
const newcomer = (teamId: string, startsOn = today()) =>
  addPerson(hr, {
    name: 'Юстина Ліс',
    email: `places${turn++}@example.com`,
    positionId: hr.positionId as string,
    siteId,
    teamId,
    startsOn,
  })
const insertEmployment = (teamId: string, personId: string, valid: string) =>
  db.execute(sql`
    insert into employments (id, person_id, position_id, site_id, team_id, kind, valid, created_at)
    values (${newId(new Date())}, ${personId}, ${hr.positionId}, ${siteId}, ${teamId}, 'acting', ${valid}::daterange, now())`)

beforeAll(async () => {
  siteId = await makeSite()
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
})

describe('a site', () => {
  test('has an address in Latin letters, a clock and a name of its own', async () => {
    const facts = { name: { uk: 'Чернівці, Центр' }, city: { uk: 'Чернівці' }, timeZone: 'Europe/Kyiv' }
    const { id } = await addSite(hr, facts)
    await addSite(hr, { ...facts, name: { uk: 'Чернівці центр' } })
    const { items } = await listSites(hr, {})
    const slugs = items.map(({ slug }) => slug).filter((slug) => slug.startsWith('chernivtsi'))
    expect(slugs.sort()).toEqual(['chernivtsi-tsentr', 'chernivtsi-tsentr-2'])
    await expect(addSite(hr, { ...facts, name: { uk: 'ЧЕРНІВЦІ, центр' } })).rejects.toMatchObject(
      field('name.uk', 'constraint.sites_name'),
    )
    await changeSite(hr, { ...facts, siteId: id, timeZone: 'Europe/Warsaw' })
    expect((await listSites(hr, {})).items.find((site) => site.id === id)?.timeZone).toBe('Europe/Warsaw')
  })

  test('knows no clock but those of the world: the form says so, and Postgres refuses the rest', async () => {
    const facts = { name: named('Місто'), city: { uk: 'Місто' } }
    for (const timeZone of ['Europe/Atlantis', 'Foo/Bar', 'UTC+3', 'EST5EDT', '+02', 'Київ', ''])
      await expect(addSite(hr, { ...facts, timeZone })).rejects.toHaveProperty('fields.timeZone')
    for (const zone of ['Europe/Atlantis', 'Foo/3', 'UTC+3', 'EST5EDT', '+02', ''])
      await expect(
        db.execute(sql`update sites set time_zone = ${zone} where id = ${siteId}`),
      ).rejects.toHaveProperty('cause.constraint', 'sites_time_zone')
  })

  test('is offered only clocks that Postgres knows too', async () => {
    const { rows } = await db.execute<{ zone: string }>(sql`
      select zone from unnest(${sql.param(timeZones())}::text[]) zone where not is_time_zone(zone)`)
    expect(rows).toEqual([])
    expect(timeZones().filter((zone) => !isTimeZone(zone))).toEqual([])
    expect(timeZones()).toContain('Europe/Kyiv')
  })

  test('keeps its clock once somebody has a shift by it', async () => {
    const id = await makeSite()
    const person = await makePerson({ siteId: id })
    await db.execute(sql`
      insert into shifts (id, person_id, site_id, team_id, on_date, span, created_at)
      values (${newId(new Date())}, ${person.personId}, ${id}, ${await makeTeam(id)}, '2026-03-02', '[2026-03-02T07:00Z,2026-03-02T15:00Z)', now())`)
    const facts = { siteId: id, name: named('Одеса'), city: { uk: 'Одеса' } }
    await changeSite(hr, { ...facts, timeZone: 'Europe/Kyiv' })
    await expect(changeSite(hr, { ...facts, timeZone: 'Europe/Warsaw' })).rejects.toMatchObject(
      field('timeZone', 'constraint.sites_zone_planned'),
    )
  })

  test('added thirty times at once stands once', async () => {
    const facts = { name: named('Разом'), city: { uk: 'Разом' }, timeZone: 'Europe/Kyiv' }
    const all = await Promise.allSettled(THIRTY.map(() => addSite(hr, facts)))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('a team', () => {
  test('stands at its site under one name; HR of another site has no say in it', async () => {
    const name = named('Світанок')
    const { id } = await addTeam(hr, { siteId, name })
    await expect(addTeam(hr, { siteId, name })).rejects.toMatchObject(
      field('name.uk', 'constraint.teams_name'),
    )
    const elsewhere = await makeSite()
    await addTeam(hr, { siteId: elsewhere, name })
    const neighbour = await makePerson({ siteId: elsewhere, roles: [{ role: 'hr', siteId: elsewhere }] })
    await expect(changeTeam(neighbour, { teamId: id, name })).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(addTeam(neighbour, { siteId, name: named('Чужа') })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    await expect(
      movePerson(hr, {
        personId: (await makePerson({ siteId: elsewhere })).personId,
        kind: 'transfer',
        positionId: hr.positionId as string,
        siteId: elsewhere,
        teamId: id,
        startsOn: today(),
      }),
    ).rejects.toMatchObject(field('teamId', 'teamElsewhere'))
  })

  test('with people in it or on their way does not end; without them it does, and so do the roles in it', async () => {
    const teamId = await makeTeam(siteId)
    const leader = await makePerson({ siteId })
    const { grantId } = await grantRole(hr, { personId: leader.personId, role: 'supervisor', teamId })
    const { id: personId } = await newcomer(teamId)
    await newcomer(teamId, '2099-01-01')
    await expect(endTeam(hr, { teamId })).rejects.toMatchObject({
      fault: { key: 'teamBusy', params: { count: 2 } },
    })
    await expect(
      db.execute(sql`update teams set ended_at = now() where id = ${teamId}`),
    ).rejects.toHaveProperty('cause.constraint', 'teams_busy')

    await db.execute(sql`delete from employments where team_id = ${teamId}`)
    await endTeam(hr, { teamId })
    expect((await findActor(leader.personId))?.grants).toEqual([])
    const { rows } = await db.execute<{ by: string }>(
      sql`select withdrawn_by as by from grants where id = ${grantId}`,
    )
    expect(rows).toEqual([{ by: hr.personId }])
    expect((await listPlaces(hr, { siteId })).teams.map(({ id }) => id)).not.toContain(teamId)
    expect((await listAudit(hr, { verb: 'people.endTeam' })).items).toHaveLength(1)

    await expect(newcomer(teamId)).rejects.toMatchObject(field('teamId', 'constraint.employments_team_open'))
    await expect(
      grantRole(hr, { personId: leader.personId, role: 'supervisor', teamId }),
    ).rejects.toMatchObject(field('teamId', 'constraint.grants_team_open'))
    await expect(changeTeam(hr, { teamId, name: named('Знову') })).rejects.toMatchObject({
      reason: 'not-found',
    })
    await insertEmployment(teamId, personId, '[2026-01-05,2026-02-01)')
    await expect(
      db.execute(sql`update employments set valid = '[2026-01-05,)' where team_id = ${teamId}`),
    ).rejects.toHaveProperty('cause.constraint', 'employments_team_open')
  })

  test('ends or takes thirty newcomers, whichever came first, and never both', async () => {
    for (const _ of [1, 2, 3]) {
      const teamId = await makeTeam(siteId)
      const newcomers = THIRTY.map(() => newcomer(teamId))
      const [ended, ...came] = await Promise.allSettled([endTeam(hr, { teamId }), ...newcomers])
      const joined = came.filter(({ status }) => status === 'fulfilled').length
      expect(joined).toBe(ended.status === 'fulfilled' ? 0 : THIRTY.length)
    }
  })
})

describe('a client project', () => {
  test('keeps what is done apart from the instruments, and changes both', async () => {
    const service = await addService(hr, { title: named('Запис на прийом') })
    const channel = await addChannel(hr, { title: named('Відеодзвінки') })
    const facts = client()
    const { id } = await addProject(hr, { ...facts, serviceIds: [service.id, service.id], channelIds: [] })
    const found = async () => (await listProjects(hr, { limit: 100 })).items.find((one) => one.id === id)
    expect(await found()).toMatchObject({ services: [{ id: service.id }], channels: [], teams: 0 })
    const changed = {
      ...facts,
      projectId: id,
      market: 'b2c' as const,
      serviceIds: [],
      channelIds: [channel.id],
    }
    await changeProject(hr, changed)
    expect(await found()).toMatchObject({ market: 'b2c', services: [], channels: [{ id: channel.id }] })
    await expect(changeProject(hr, { ...changed, channelIds: [service.id] })).rejects.toMatchObject({
      reason: 'invalid',
    })
    const { services, channels } = await listServices(hr, {})
    expect(services.map((one) => one.id)).not.toContain(channel.id)
    expect(channels.map((one) => one.id)).toContain(channel.id)
  })

  test('ends when no team serves it, takes its tasks along, and no team begins to serve it', async () => {
    const { id: projectId } = await addProject(hr, client())
    const { id: teamId } = await addTeam(hr, { siteId, name: named('Для клієнта'), projectId })
    const { services, channels } = await listServices(hr, {})
    await db.execute(sql`
      insert into tasks (id, service_id, channel_id, project_id, title, short_title, hue, voice, eyes, mind, min_block_minutes, created_at)
      values (${newId(new Date())}, ${services[0]?.id}, ${channels[0]?.id}, ${projectId}, '{"uk":"Завдання"}', '{"uk":"Зав"}', 1, 1, 1, 1, 30, now())`)
    await expect(endProject(hr, { projectId })).rejects.toMatchObject({
      fault: { key: 'projectBusy', params: { count: 1 } },
    })
    await expect(
      db.execute(sql`update projects set ended_at = now() where id = ${projectId}`),
    ).rejects.toHaveProperty('cause.constraint', 'projects_busy')
    const team = { teamId, name: named('Вільна') }
    await changeTeam(hr, team)
    await endProject(hr, { projectId })
    const { rows } = await db.execute(
      sql`select from tasks where project_id = ${projectId} and retired_at is null`,
    )
    expect(rows).toEqual([])
    await expect(changeTeam(hr, { ...team, projectId })).rejects.toMatchObject(
      field('projectId', 'constraint.teams_project_open'),
    )
  })

  test('ends or gets a team, never both', async () => {
    for (const _ of [1, 2, 3]) {
      const { id: projectId } = await addProject(hr, client())
      const teams = THIRTY.map(() => addTeam(hr, { siteId, name: named('Нова'), projectId }))
      const [ended, ...made] = await Promise.allSettled([endProject(hr, { projectId }), ...teams])
      const serving = made.filter(({ status }) => status === 'fulfilled').length
      expect(serving).toBe(ended.status === 'fulfilled' ? 0 : THIRTY.length)
    }
  })
})

test('who may: HR builds, an administrator sets sites, a head names services, nobody else', async () => {
  const teamId = await makeTeam(siteId)
  const admin = await makePerson({ siteId, roles: [{ role: 'admin' }] })
  const head = await makePerson({ siteId, roles: [{ role: 'head', siteId }] })
  const supervisor = await makePerson({ siteId, teamId, roles: [{ role: 'supervisor', teamId }] })
  await addSite(admin, { name: named('Дніпро'), city: { uk: 'Дніпро' }, timeZone: 'Europe/Kyiv' })
  await addService(head, { title: named('Нова послуга') })
  for (const actor of [admin, head, supervisor]) {
    await expect(addTeam(actor, { siteId, name: named('Ні') })).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(addProject(actor, client())).rejects.toMatchObject({ reason: 'forbidden' })
    expect((await listTeams(actor, { siteId })).items.length).toBeGreaterThan(0)
  }
  await expect(addService(supervisor, { title: named('Ні') })).rejects.toMatchObject({ reason: 'forbidden' })
})
