import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import type { Floor } from '#db/testing/floor'
import { makeFloor, makeSeat } from '#db/testing/floor'
import { makePerson, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { addDays, dateAt } from '#domain/site-time'
import { endEmployment } from '#server/people/end'
import { assignSeat } from '#server/workplace/assign-seat'
import { freeSeat } from '#server/workplace/free-seat'
import { moveTeam } from '#server/workplace/move-team'
import { siteSeating } from '#server/workplace/seating-queries'

const now = new Date()
const today = dateAt(now, 'Europe/Kyiv')

let floor: Floor
let hr: Actor

beforeAll(async () => {
  floor = await makeFloor()
  hr = await makePerson({ siteId: floor.siteId, roles: [{ role: 'hr' }] })
})

const seatOf = async (person: Actor, day = today) => {
  const { rows } = await db.execute<{ id: string }>(sql`
    select workplace_id as id from seat_assignments where person_id = ${person.personId} and valid @> ${day}::date`)
  return rows[0]?.id
}
const newRoom = async (seats: number) => {
  const id = newId(now)
  await db.execute(sql`
    insert into rooms (id, site_id, code, title, width_mm, depth_mm, created_at)
    values (${id}, ${floor.siteId}, ${id.slice(-6)}, '{"uk":"Нова"}', 9000, 9000, ${now})`)
  const made: string[] = []
  while (made.length < seats) made.push(await makeSeat({ roomId: id, siteId: floor.siteId }))
  return { id, seats: made }
}

describe('a seat', () => {
  test('is given from a day on, and the one before is free then', async () => {
    const room = await newRoom(2)
    const person = await makePerson({ siteId: floor.siteId, teamId: floor.teamId })
    const [first = '', second = ''] = room.seats
    await assignSeat(floor.supervisor, { workplaceId: first, personId: person.personId })
    expect(await seatOf(person)).toBe(first)
    const from = addDays(today, 3)
    await assignSeat(floor.supervisor, { workplaceId: second, personId: person.personId, from })
    expect([
      await seatOf(person),
      await seatOf(person, addDays(today, 2)),
      await seatOf(person, from),
    ]).toEqual([first, first, second])
    const { rows } = await db.execute(
      sql`select from notices where person_id = ${person.personId} and kind = 'workplace.seatGiven'`,
    )
    expect(rows).toHaveLength(2)
    const past = { workplaceId: first, personId: person.personId, from: addDays(today, -1) }
    await expect(assignSeat(hr, past)).rejects.toMatchObject({ fields: { from: { key: 'pastDay' } } })
  })

  test('is not taken away from who works there, but shared where both do so', async () => {
    const room = await newRoom(1)
    const workplaceId = room.seats[0] as string
    const [early, late] = [
      await makePerson({ siteId: floor.siteId, teamId: floor.teamId }),
      await makePerson({ siteId: floor.siteId, teamId: floor.teamId }),
    ]
    await assignSeat(hr, { workplaceId, personId: early.personId })
    const alone = assignSeat(hr, { workplaceId, personId: late.personId })
    await expect(alone).rejects.toMatchObject({ fault: { key: 'workplace.seatTaken' } })
    await assignSeat(hr, { workplaceId, personId: late.personId, shared: true })
    const { rows } = await db.execute<{ shared: boolean }>(
      sql`select shared from seat_assignments where workplace_id = ${workplaceId}`,
    )
    expect(rows.map(({ shared }) => shared)).toEqual([true, true])
    await freeSeat(hr, { workplaceId, personId: early.personId })
    expect([await seatOf(early), await seatOf(late)]).toEqual([undefined, workplaceId])
  })

  test('of thirty who give it at once one does', async () => {
    const workplaceId = (await newRoom(1)).seats[0] as string
    const people = await Promise.all(
      Array.from({ length: 30 }, () => makePerson({ siteId: floor.siteId, teamId: floor.teamId })),
    )
    const all = await Promise.allSettled(
      people.map(({ personId }) => assignSeat(hr, { workplaceId, personId })),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const reasons = all.flatMap((one) => (one.status === 'rejected' ? [one.reason.reason] : []))
    expect(new Set(reasons)).toEqual(new Set(['conflict']))
  })

  test('is free again when its person has left', async () => {
    const workplaceId = (await newRoom(1)).seats[0] as string
    const gone = await makePerson({ siteId: floor.siteId, teamId: floor.teamId })
    await assignSeat(hr, { workplaceId, personId: gone.personId })
    await endEmployment(hr, { personId: gone.personId, lastDay: addDays(today, -1) })
    const next = await makePerson({ siteId: floor.siteId, teamId: floor.teamId })
    await assignSeat(hr, { workplaceId, personId: next.personId })
    expect(await seatOf(next)).toBe(workplaceId)
  })

  test('is given by the leader of the person, at their site, to nobody from elsewhere', async () => {
    const workplaceId = (await newRoom(1)).seats[0] as string
    const { personId } = floor.colleague
    await expect(assignSeat(floor.stranger, { workplaceId, personId })).rejects.toThrow(/not-found|forbidden/)
    await expect(assignSeat(floor.operator, { workplaceId, personId })).rejects.toThrow('forbidden')
    const elsewhere = await makePerson({ siteId: await makeSite() })
    const far = assignSeat(hr, { workplaceId, personId: elsewhere.personId })
    await expect(far).rejects.toMatchObject({ fields: { personId: { key: 'worksElsewhere' } } })
    const { people } = await siteSeating(floor.stranger, { site: 'mine' })
    expect(people.map(({ id }) => id)).not.toContain(personId)
  })
})

test('a team moves as a whole or not at all; who is there already stays', async () => {
  const small = await newRoom(1)
  const refused = moveTeam(floor.supervisor, { teamId: floor.otherTeam, roomId: small.id })
  await expect(refused).rejects.toMatchObject({ reason: 'not-found' })
  const { teams } = await siteSeating(floor.head, { site: 'mine' })
  const size = teams.find(({ id }) => id === floor.otherTeam)?.people ?? 0
  const few = moveTeam(floor.head, { teamId: floor.otherTeam, roomId: small.id })
  await expect(few).rejects.toMatchObject({
    fault: { key: 'workplace.tooFewSeats', params: { missing: size - 1 } },
  })
  const room = await newRoom(size)
  await assignSeat(floor.head, {
    workplaceId: room.seats.at(-1) as string,
    personId: floor.stranger.personId,
  })
  const moved = await moveTeam(floor.head, { teamId: floor.otherTeam, roomId: room.id })
  expect(moved).toEqual({ moved: size - 1, stayed: 1 })
  expect(await seatOf(floor.stranger)).toBe(room.seats.at(-1))
  expect(await seatOf(floor.safety)).toBe(room.seats[0])
  expect(await moveTeam(floor.head, { teamId: floor.otherTeam, roomId: room.id })).toEqual({
    moved: 0,
    stayed: size,
  })
})
