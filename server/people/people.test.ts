import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { makePerson, makePosition, makeSite, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { systemActor } from '#domain/access'
import { findActor, findSession } from '#server/accounts/actor-queries'
import { openSession } from '#server/accounts/sign-in'
import { endEmployment } from '#server/people/end'
import { grantRole } from '#server/people/grant'
import { movePerson } from '#server/people/move'
import { listPeople, personRecord, showPerson } from '#server/people/queries'
import { withdrawRole } from '#server/people/withdraw'

let hr: Actor
let siteId: string
let otherSite: string
let teamId: string
let senior: string
let person: Actor

const today = () => new Date().toISOString().slice(0, 10)
const yesterday = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  siteId = await makeSite()
  otherSite = await makeSite()
  teamId = await makeTeam(siteId)
  senior = await makePosition()
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
})
beforeEach(async () => {
  person = await makePerson({ siteId, teamId })
})

const move = (changes: object = {}) =>
  movePerson(hr, {
    personId: person.personId,
    kind: 'up',
    positionId: senior,
    siteId,
    teamId,
    startsOn: today(),
    ...changes,
  })
const sessionOf = async (actor: Actor) =>
  (await openSession(systemActor(), { personId: actor.personId })).sessionId

describe('moving', () => {
  test('closes one employment and opens the next; both stay in the history', async () => {
    await move()
    const { employments } = await personRecord(hr, { personId: person.personId })
    expect(employments.map(({ kind, to }) => [kind, to === null])).toEqual([
      ['up', true],
      ['hire', false],
    ])
  })

  test('twice on one day leaves one employment of that day', async () => {
    await move()
    await move({ kind: 'across' })
    const { employments } = await personRecord(hr, { personId: person.personId })
    expect(employments.map(({ kind }) => kind)).toEqual(['across', 'hire'])
  })

  test('acting stands beside the position', async () => {
    await move({ kind: 'acting' })
    expect((await findActor(person.personId))?.positionId).toBe(person.positionId)
  })

  test('whoever left and comes back is hired anew: the days between were not worked', async () => {
    const { personId } = person
    await endEmployment(hr, { personId, lastDay: '2026-03-10' })
    await expect(move({ kind: 'acting', startsOn: '2026-09-01' })).rejects.toMatchObject({
      reason: 'invalid',
    })
    expect((await move({ startsOn: '2026-09-01' })).kind).toBe('hire')
    const { employments } = await personRecord(hr, { personId })
    expect(employments.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['hire', '2026-09-01', null],
      ['hire', '2026-01-05', '2026-03-10'],
    ])
  })

  test('a move inside an employment that ends keeps its end', async () => {
    const { personId } = person
    await endEmployment(hr, { personId, lastDay: '2026-03-10' })
    expect((await move({ startsOn: '2026-02-01' })).kind).toBe('up')
    const { employments } = await personRecord(hr, { personId })
    expect(employments.map(({ from, to }) => [from, to])).toEqual([
      ['2026-02-01', '2026-03-10'],
      ['2026-01-05', '2026-01-31'],
    ])
  })

  test('nobody acts in two positions on a day, however it is written', async () => {
    await move({ kind: 'acting' })
    await expect(move({ kind: 'acting' })).rejects.toMatchObject({
      fault: { key: 'constraint.employments_one_acting' },
    })
  })

  test('ten moves at once leave one position', async () => {
    await Promise.allSettled(Array.from({ length: 10 }, () => move()))
    const { rows } = await db.execute(
      sql`select 1 from current_employments where person_id = ${person.personId}`,
    )
    expect(rows).toHaveLength(1)
  })

  test('to a team of another site is refused in words', async () => {
    await expect(move({ siteId: otherSite })).rejects.toMatchObject({
      fields: { teamId: { key: 'teamElsewhere' } },
    })
  })

  test('nobody decides about themselves', async () => {
    const self = { personId: hr.personId, kind: 'up' as const, positionId: senior, siteId, startsOn: today() }
    await expect(movePerson(hr, self)).rejects.toMatchObject({ reason: 'conflict' })
  })
})

describe('what takes effect with the next request', () => {
  test('an ended employment closes the session', async () => {
    const sessionId = await sessionOf(person)
    expect(await findSession(sessionId)).toBeDefined()
    await endEmployment(hr, { personId: person.personId, lastDay: yesterday() })
    expect(await findSession(sessionId)).toBeUndefined()
  })

  test('a role given and taken back', async () => {
    const sessionId = await sessionOf(person)
    const { grantId } = await grantRole(hr, { personId: person.personId, role: 'trainer', siteId })
    expect((await findSession(sessionId))?.actor.grants).toContainEqual({
      role: 'trainer',
      teamId: null,
      siteId,
    })
    await withdrawRole(hr, { grantId })
    expect((await findSession(sessionId))?.actor.grants).toEqual([])
  })
})

describe('roles', () => {
  test('a team has one supervisor at a time; a deputy stands beside', async () => {
    const free = await makeTeam(siteId)
    await grantRole(hr, { personId: person.personId, role: 'supervisor', teamId: free })
    const second = await makePerson({ siteId, teamId })
    const again = { personId: second.personId, role: 'supervisor' as const, teamId: free }
    await expect(grantRole(hr, again)).rejects.toMatchObject({
      fault: { key: 'constraint.grants_one_supervisor' },
    })
    await expect(grantRole(hr, { ...again, until: '2099-01-01' })).resolves.toHaveProperty('grantId')
  })

  test('a deputy has a role from a day to a day, by the clock of the site', async () => {
    const now = new Date('2096-11-22T22:30:00Z') // Already the 23rd in Kyiv.
    const give = (days: object) =>
      grantRole(hr, { personId: person.personId, role: 'supervisor', teamId, ...days }, { now })
    const { grantId } = await give({ from: '2096-12-01', until: '2096-12-14' })
    const { rows } = await db.execute(sql`
      select lower(valid) = '2096-11-30T22:00:00Z' as begins, upper(valid) = '2096-12-14T22:00:00Z' as ends, deputy
      from grants where id = ${grantId}`)
    expect(rows).toEqual([{ begins: true, ends: true, deputy: true }])
    expect((await findActor(person.personId))?.grants).toEqual([])
    const { grants } = await personRecord(hr, { personId: person.personId })
    expect(grants).toMatchObject([{ id: grantId, from: '2096-12-01', until: '2096-12-14' }])
    for (const [days, field, key] of [
      [{ until: '2096-11-22' }, 'until', 'pastDay'],
      [{ from: '2096-11-22' }, 'from', 'pastDay'],
      [{ from: '2096-12-02', until: '2096-12-01' }, 'until', 'untilBefore'],
    ] as const)
      await expect(give(days)).rejects.toMatchObject({ reason: 'invalid', fields: { [field]: { key } } })
    await withdrawRole(hr, { grantId })
    expect((await personRecord(hr, { personId: person.personId })).grants).toEqual([])
    await expect(give({ from: '2096-11-23', until: '2096-11-23' })).resolves.toHaveProperty('grantId')
  })

  test('one that has ended stays in the history as it was', async () => {
    const { grantId } = await grantRole(hr, { personId: person.personId, role: 'trainer', siteId })
    await withdrawRole(hr, { grantId })
    const kept = () => db.execute(sql`select valid, withdrawn_by from grants where id = ${grantId}`)
    const before = (await kept()).rows
    await expect(withdrawRole(hr, { grantId })).rejects.toMatchObject({ fault: { key: 'roleEnded' } })
    expect((await kept()).rows).toEqual(before)
  })

  test('HR gives nobody administration, and nothing to themselves', async () => {
    await expect(grantRole(hr, { personId: person.personId, role: 'admin' })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    await expect(grantRole(hr, { personId: hr.personId, role: 'head' })).rejects.toMatchObject({
      reason: 'forbidden',
    })
  })
})

describe('finding', () => {
  test('somebody who has left is shown to HR alone', async () => {
    await endEmployment(hr, { personId: person.personId, lastDay: yesterday() })
    const colleague = await makePerson({ siteId, teamId })
    expect(await showPerson(hr, { personId: person.personId })).toMatchObject({ since: null })
    await expect(showPerson(colleague, { personId: person.personId })).rejects.toMatchObject({
      reason: 'not-found',
    })
  })

  test('sorts as Ukrainian does: ґ after г, є after е, і before ї', async () => {
    const place = await makeSite()
    for (const name of ['Їжак', 'Ірина', 'Ґудзь', 'Гора', 'Єва', 'Ежен', 'Йосип'])
      await makePerson({ siteId: place, name })
    const { items } = await listPeople(hr, { siteId: place })
    expect(items.map(({ name }) => name)).toEqual(['Гора', 'Ґудзь', 'Ежен', 'Єва', 'Ірина', 'Їжак', 'Йосип'])
  })

  test('pages without losing or repeating anybody', async () => {
    const place = await makeSite()
    for (let i = 0; i < 7; i++)
      await makePerson({ siteId: place, name: i % 2 ? 'Олена Коваль' : `Людина ${i}` })
    const seen: string[] = []
    for (let cursor: string | undefined; ; ) {
      const page = await listPeople(hr, { siteId: place, limit: 2, cursor })
      seen.push(...page.items.map(({ id }) => id))
      if (!page.next) break
      cursor = page.next
    }
    expect(new Set(seen).size).toBe(7)
    expect(seen).toHaveLength(7)
  })

  test('a percent sign finds a percent sign, not everybody', async () => {
    expect((await listPeople(hr, { search: '100%_' })).items).toEqual([])
  })

  test('another’s record is open to HR and closed to a colleague', async () => {
    const colleague = await makePerson({ siteId, teamId })
    await expect(personRecord(colleague, { personId: person.personId })).rejects.toMatchObject({
      reason: 'not-found',
    })
    await expect(personRecord(person, { personId: person.personId })).resolves.toHaveProperty('email')
  })
})
