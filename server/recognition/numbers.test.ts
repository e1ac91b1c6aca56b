import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { tellPast } from '#db/testing/history'
import { makeBox } from '#db/testing/ideas'
import { makePerson, makeSite, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { systemActor } from '#domain/access'
import { gini, perHundredHours } from '#domain/praise-numbers'
import { myBudget } from '#server/recognition/budget-queries'
import { checkInflation } from '#server/recognition/check-inflation'
import { decideThanks } from '#server/recognition/decide-thanks'
import { enterThanks } from '#server/recognition/enter-thanks'
import { liftFreeze } from '#server/recognition/lift-freeze'
import { showNumbers } from '#server/recognition/numbers-queries'
import { passThanksOn } from '#server/recognition/pass-thanks-on'
import { setCap } from '#server/recognition/set-cap'
import { listUnpraised } from '#server/recognition/unpraised-queries'

const NOW = new Date()
const DAY = 86_400_000
const DEED = 'Годину пояснювала клієнтці, як знайти рахунок у застосунку, номер'

let box: Awaited<ReturnType<typeof makeBox>>
let hr: Actor
let staff: Actor[]
let valueId: string

beforeAll(async () => {
  await tellPast()
  box = await makeBox()
  hr = await makePerson({ siteId: box.siteId, roles: [{ role: 'hr' }] })
  staff = await Promise.all(
    Array.from({ length: 12 }, () => makePerson({ siteId: box.siteId, teamId: box.teamId })),
  )
  const { rows } = await db.execute<{ id: string }>(sql`select id from company_values limit 1`)
  valueId = rows[0]?.id as string
})

const store = async (giver: Actor, receiver: Actor, at: Date, deed: string, visibility = 'public') => {
  await db.execute(sql`
    insert into praise_budgets (giver_id, kind, month, cap)
    values (${giver.personId}, 'supervisor', date_trunc('month', ${at}::timestamptz at time zone 'UTC')::date, 50) on conflict do nothing`)
  await db.execute(sql`
    insert into praises (id, kind, giver_id, receiver_id, value_id, deed, visibility, created_at)
    values (${newId(at)}, 'supervisor', ${giver.personId}, ${receiver.personId}, ${valueId}, ${deed}, ${visibility}, ${at})`)
}

test('evenness in Postgres and in the domain are one, per head and per 100 hours', async () => {
  const [giver] = staff as [Actor]
  const counts = [0, 4, 0, 1, 2, 0, 1, 0, 0, 3, 0, 1]
  const hours = [8, 8, 4, 8, 12, 8, 8, 0, 8, 4, 8, 8]
  for (const [index, person] of staff.entries()) {
    for (let turn = 0; index > 0 && turn < (counts[index] ?? 0); turn++)
      await store(
        giver,
        person,
        new Date(NOW.getTime() - DAY + turn),
        `${DEED} ${index} ${turn} ${newId(NOW)}`,
      )
    const from = new Date(Math.floor(NOW.getTime() / DAY - 3) * DAY + 6 * 3_600_000)
    const till = new Date(from.getTime() + (hours[index] ?? 0) * 3_600_000)
    if (till > from)
      await db.execute(sql`
        insert into shifts (id, person_id, site_id, team_id, on_date, span, created_at) values (${newId(NOW)}, ${person.personId},
          ${box.siteId}, ${box.teamId}, ${from.toISOString().slice(0, 10)}, tstzrange(${from}, ${till}), ${NOW})`)
  }
  const { groups } = await showNumbers(hr, { siteId: box.siteId }, { now: NOW })
  const team = groups.find(({ kind, id }) => kind === 'team' && id === box.teamId)
  const members = await db.execute<{ id: string }>(
    sql`select person_id as id from current_employments where team_id = ${box.teamId}`,
  )
  const people = members.rows.map(({ id }) => {
    const at = staff.findIndex(({ personId }) => personId === id)
    return { praises: at < 0 ? 0 : (counts[at] ?? 0), hours: at < 0 ? 0 : (hours[at] ?? 0) }
  })
  expect(team).toMatchObject({ people: people.length, praises: 12 })
  expect(team?.gini).toBeCloseTo(gini(people.map(({ praises }) => praises)) as number, 10)
  expect(team?.giniPerHours).toBeCloseTo(gini(perHundredHours(people)) as number, 10)
})

test('who answers praise with praise is for HR alone, without what is for the two alone; a small group is not counted', async () => {
  const siteId = await makeSite()
  const teamId = await makeTeam(siteId)
  const few = await Promise.all(Array.from({ length: 4 }, () => makePerson({ siteId, teamId })))
  const [one, other, third, fourth] = few as [Actor, Actor, Actor, Actor]
  for (const [index, [giver, receiver, visibility]] of (
    [
      [one, other, 'public'],
      [other, one, 'team'],
      [third, fourth, 'private'],
      [fourth, third, 'private'],
    ] as const
  ).entries())
    await store(giver, receiver, new Date(NOW.getTime() - DAY * 5 + index), `${DEED} ${index}`, visibility)
  const asHr = await showNumbers(hr, { siteId }, { now: NOW })
  expect(asHr.few?.pairs.map(({ people }) => people.map(({ id }) => id).sort())).toEqual([
    [one.personId, other.personId].sort(),
  ])
  expect(asHr.groups.map(({ kind }) => kind)).toEqual(['all'])
  const head = await makePerson({ siteId, roles: [{ role: 'head', siteId }] })
  expect((await showNumbers(head, {}, { now: NOW })).few).toBeNull()
})

test('who was not praised is seen by their leader with what they did, and by nobody else', async () => {
  const { items, own } = await listUnpraised(box.supervisor, {}, { now: NOW })
  const names = items.map(({ id }) => id)
  expect(names).toContain(staff[2]?.personId)
  expect(names).not.toContain(staff[1]?.personId)
  expect(names).not.toContain(box.supervisor.personId)
  expect(own.given).toBe(0)
  await expect(listUnpraised(box.operator, {})).rejects.toMatchObject({ reason: 'forbidden' })
})

test('what is private is no praise for who may not see it: neither whom it reached nor when', async () => {
  const [giver, person] = (await Promise.all(
    [0, 1].map(() => makePerson({ siteId: box.siteId, teamId: box.teamId })),
  )) as [Actor, Actor]
  const at = new Date(NOW.getTime() - 3 * DAY)
  const month = sql`date_trunc('month', ${at}::timestamptz at time zone 'UTC')::date`
  await db.execute(sql`
    insert into praise_budgets (giver_id, kind, month, cap) values (${giver.personId}, 'peer', ${month}, 3)`)
  await db.execute(sql`
    insert into praises (id, kind, giver_id, receiver_id, value_id, deed, visibility, created_at)
    values (${newId(at)}, 'peer', ${giver.personId}, ${person.personId}, ${valueId}, ${DEED}, 'private', ${at})`)
  const row = async (reader: Actor = box.supervisor) =>
    (await listUnpraised(reader, {}, { now: NOW })).items.find(({ id }) => id === person.personId)
  expect(await row()).toMatchObject({ lastOn: null, thanks: 0 })
  const letter = async (decision?: 'wall' | 'keep') => {
    const said = { channel: 'mail' as const, reference: `seen-${decision}`, receivedOn: '2026-01-02' }
    const { id } = await enterThanks(hr, { ...said, text: 'Дякую за все.' }, { now: at })
    const given = { thanksId: id, operatorId: person.personId, text: 'Дякую за все.', namesHidden: true }
    await passThanksOn(hr, given, { now: at })
    if (decision) await decideThanks(person, { thanksId: id, decision }, { now: at })
  }
  await letter()
  await letter('keep')
  expect(await row()).toMatchObject({ thanks: 0 })
  await letter('wall')
  expect(await row()).toMatchObject({ lastOn: null, thanks: 1 })
  await db.execute(sql`update people set praise_visibility = 'private' where id = ${person.personId}`)
  expect(await row()).toMatchObject({ lastOn: null, thanks: 0 })
})

test('two inflated months freeze caps, HR is told once, and caps may fall but not rise until HR lifts it', async () => {
  const at = new Date(Date.UTC(NOW.getUTCFullYear(), NOW.getUTCMonth() + 13, 2, 4))
  const ago = (months: number) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months, 10))
  const [giver, receiver] = staff as [Actor, Actor]
  for (const [months, count] of [
    [8, 2],
    [7, 2],
    [6, 2],
    [5, 2],
    [4, 2],
    [3, 2],
    [2, 9],
    [1, 12],
  ] as const)
    for (let turn = 0; turn < count; turn++)
      await store(giver, receiver, ago(months), `${DEED} ${newId(NOW)}`)
  expect(await checkInflation(systemActor(), {}, { now: ago(2) })).toEqual({ frozen: false })
  const later = async () => {
    const { rows } = await db.execute<{ kind: string; cap: number }>(
      sql`select kind, cap from praise_caps where from_month > ${at} order by kind, from_month`,
    )
    return rows.map(({ kind, cap }) => [kind, cap])
  }
  // Raised and lowered before the freeze, for the months after it.
  await setCap(hr, { kind: 'supervisor', cap: 12 }, { now: at })
  await setCap(hr, { kind: 'peer', cap: 2 }, { now: at })
  await setCap(hr, { kind: 'peer', cap: 5 }, { now: ago(-1) })
  expect(await checkInflation(systemActor(), {}, { now: at })).toEqual({ frozen: true })
  expect(await later()).toEqual([
    ['peer', 2],
    ['peer', 2],
    ['supervisor', 8],
  ])
  expect(await checkInflation(systemActor(), {}, { now: at })).toEqual({ frozen: false })
  const told = await db.execute(
    sql`select from notices where kind = 'praise.inflated' and person_id = ${hr.personId}`,
  )
  expect(told.rows).toHaveLength(1)
  await expect(setCap(hr, { kind: 'supervisor', cap: 9 }, { now: at })).rejects.toMatchObject({
    fields: { cap: { key: 'constraint.praise_caps_frozen' } },
  })
  await setCap(hr, { kind: 'supervisor', cap: 6 }, { now: at })
  await expect(liftFreeze(box.operator, { reason: 'Бо мені так хочеться, дуже.' })).rejects.toMatchObject({
    reason: 'forbidden',
  })
  await liftFreeze(hr, { reason: 'Перевірили: після навчання подяк стало більше заслужено.' }, { now: at })
  await setCap(hr, { kind: 'supervisor', cap: 9 }, { now: at })
  const next = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 5))
  const [budget] = await myBudget(box.supervisor, {}, { now: next })
  expect(budget).toMatchObject({ kind: 'supervisor', cap: 9, left: 9 })
})
