import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { referenceId } from '#db/seed/reference/ids'
import type { Floor } from '#db/testing/floor'
import { attack, makeFloor, makeShift } from '#db/testing/floor'
import { makePerson } from '#db/testing/people'
import type { Actor } from '#domain/access'

const AT = new Date('2026-03-01T08:00:00Z')
const RULE = referenceId('break-rule', 'default')

let floor: Floor
let day = 0

beforeAll(async () => {
  floor = await makeFloor()
})

/** Every case has a day of its own, in the far future, so that nothing is past. */
const nextDate = () => {
  day += 1
  return new Date(Date.UTC(2031, 0, day)).toISOString().slice(0, 10)
}
const at = (date: string, hour: number) => `${date}T${String(hour).padStart(2, '0')}:00:00Z`

const makePlan = async (onDate: string, status = 'draft', teamId = floor.teamId) => {
  const id = newId(AT)
  await db.execute(sql`
    insert into rotation_plans (id, team_id, on_date, status, break_rule_id, created_at, published_at)
    values (${id}, ${teamId}, ${onDate}, ${status}, ${RULE}, ${AT}, ${status === 'draft' ? null : AT})`)
  return id
}

type Block = {
  planId: string
  person: Actor
  shiftId: string
  date: string
  from: number
  to: number
  status?: string
  change?: string
}

const putBlock = async ({ planId, person, shiftId, date, from, to, status = 'draft', change }: Block) => {
  const id = newId(AT)
  await db.execute(sql`
    insert into blocks (id, plan_id, plan_status, person_id, shift_id, shift_span, span, what, task_id, added_in, created_at)
    select ${id}, ${planId}, ${status}, ${person.personId}, s.id, s.span, ${`[${at(date, from)},${at(date, to)})`}, 'task', ${floor.mail},
      ${change ?? null}::uuid, ${AT} from shifts s where s.id = ${shiftId}`)
  return id
}

const publish = (planId: string) =>
  db.execute(sql`update rotation_plans set status = 'published', published_at = ${AT} where id = ${planId}`)

const makeDay = async (person = floor.operator) => {
  const date = nextDate()
  const shiftId = await makeShift(person, at(date, 7), at(date, 15))
  const planId = await makePlan(date)
  return { date, shiftId, planId, person }
}

describe('shifts', () => {
  test('of one person never overlap, also when thirty are made at once', async () => {
    const date = nextDate()
    const tries = Array.from({ length: 30 }, (_, i) =>
      attack(makeShift(floor.operator, at(date, 6 + (i % 3)), at(date, 14))),
    )
    const said = await Promise.all(tries)
    expect(said.filter((one) => one === undefined)).toHaveLength(1)
    expect(new Set(said)).toEqual(new Set([undefined, 'shifts_no_overlap']))
  })

  test('belong to the day on which they start at their site, also over midnight', async () => {
    expect(
      await attack(makeShift(floor.colleague, '2031-06-01T20:30:00Z', '2031-06-02T04:00:00Z', '2031-06-01')),
    ).toBeUndefined()
    expect(
      await attack(makeShift(floor.colleague, '2031-06-02T21:30:00Z', '2031-06-03T04:00:00Z', '2031-06-02')),
    ).toBe('shifts_on_date')
  })

  test('of a night with 25 hours last what they last', async () => {
    const { rows } = await db.execute<{ hours: number }>(sql`
      select extract(epoch from upper(span) - lower(span))::float8 / 3600 as hours from shifts
      where id = ${await makeShift(floor.colleague, '2031-10-25T17:00:00Z', '2031-10-26T06:00:00Z')}`)
    expect(rows[0]?.hours).toBe(13)
  })

  test('have a team of their site, and a sane length', async () => {
    const elsewhere = { ...floor.operator, siteId: (await makeFloor()).siteId }
    const date = nextDate()
    expect(await attack(makeShift(elsewhere, at(date, 7), at(date, 15)))).toBe('shifts_team_site')
    expect(await attack(makeShift(floor.operator, at(date, 0), at(date, 17)))).toBe('shifts_length')
  })
})

describe('blocks', () => {
  test('of one person in one plan never overlap, also when thirty are put at once', async () => {
    const place = await makeDay()
    const said = await Promise.all(
      Array.from({ length: 30 }, (_, i) => attack(putBlock({ ...place, from: 8 + (i % 2), to: 11 }))),
    )
    expect(said.filter((one) => one === undefined)).toHaveLength(1)
    expect(new Set(said)).toEqual(new Set([undefined, 'blocks_no_overlap_in_plan']))
  })

  test('lie inside the shift, and the shift may not shrink under them', async () => {
    const place = await makeDay()
    expect(await attack(putBlock({ ...place, from: 6, to: 8 }))).toBe('blocks_inside_shift')
    await putBlock({ ...place, from: 13, to: 15 })
    const shrink = sql`update shifts set span = ${`[${at(place.date, 7)},${at(place.date, 14)})`} where id = ${place.shiftId}`
    expect(await attack(db.execute(shrink))).toBe('blocks_inside_shift')
    const grow = sql`update shifts set span = ${`[${at(place.date, 7)},${at(place.date, 16)})`} where id = ${place.shiftId}`
    expect(await attack(db.execute(grow))).toBeUndefined()
  })

  test('belong to the person whose shift it is', async () => {
    const place = await makeDay()
    expect(await attack(putBlock({ ...place, person: floor.colleague, from: 8, to: 9 }))).toBe('blocks_shift')
  })

  test('of two teams’ plans do not meet once both are published', async () => {
    const place = await makeDay()
    const other = await makePlan(place.date, 'draft', floor.otherTeam)
    await putBlock({ ...place, from: 8, to: 10 })
    await putBlock({ ...place, planId: other, from: 9, to: 11 })
    const said = await Promise.all([attack(publish(place.planId)), attack(publish(other))])
    expect(said.sort()).toEqual(['blocks_no_overlap', undefined])
  })
})

describe('plans', () => {
  test('of one team and day: one draft and one published, also raced', async () => {
    const date = nextDate()
    const drafts = await Promise.all(Array.from({ length: 30 }, () => attack(makePlan(date))))
    expect(drafts.filter((one) => one === undefined)).toHaveLength(1)
    const ready = await Promise.all(Array.from({ length: 30 }, () => attack(makePlan(nextDate(), 'draft'))))
    expect(ready.every((one) => one === undefined)).toBe(true)
    const published = await Promise.all(Array.from({ length: 30 }, () => attack(makePlan(date, 'published'))))
    expect(published.filter((one) => one === undefined)).toHaveLength(1)
    expect(published).toContain('rotation_plans_one_published')
  })

  test('once published stay: not deleted, not moved, not made a draft again', async () => {
    const { planId } = await makeDay()
    await publish(planId)
    for (const change of [
      sql`delete from rotation_plans where id = ${planId}`,
      sql`update rotation_plans set on_date = '2031-12-31' where id = ${planId}`,
      sql`update rotation_plans set status = 'draft', published_at = null where id = ${planId}`,
    ]) {
      expect(await attack(db.execute(change))).toBe('rotation_plans_immutable')
    }
  })
})

describe('a published day', () => {
  const change = async (planId: string, reason: string | null = null, when = AT) => {
    const id = newId(AT)
    await db.execute(sql`
      insert into plan_changes (id, plan_id, made_by, made_at, reason)
      values (${id}, ${planId}, ${floor.supervisor.personId}, ${when}, ${reason})`)
    return id
  }

  test('changes only by a recorded change of its own plan', async () => {
    const place = await makeDay()
    const block = await putBlock({ ...place, from: 8, to: 10 })
    await publish(place.planId)
    const published = { ...place, status: 'published' }
    expect(await attack(putBlock({ ...published, from: 11, to: 12 }))).toBe('blocks_published')
    for (const act of [
      sql`delete from blocks where id = ${block}`,
      sql`update blocks set task_id = ${floor.voice} where id = ${block}`,
      sql`update blocks set span = ${`[${at(place.date, 8)},${at(place.date, 9)})`} where id = ${block}`,
    ]) {
      expect(await attack(db.execute(act))).toBe('blocks_published')
    }
    const foreign = await change((await makeDay()).planId)
    expect(await attack(putBlock({ ...published, from: 11, to: 12, change: foreign }))).toBe(
      'blocks_added_in',
    )
    expect(
      await attack(putBlock({ ...published, from: 11, to: 12, change: await change(place.planId) })),
    ).toBeUndefined()
    const withdraw = async () =>
      db.execute(sql`update blocks set withdrawn_in = ${await change(place.planId)} where id = ${block}`)
    expect(await attack(withdraw())).toBeUndefined()
    expect(await attack(withdraw())).toBe('blocks_published')
  })

  test('is not changed in its past without a reason, whatever time the change claims', async () => {
    const person = await makePerson({ siteId: floor.siteId, teamId: floor.teamId })
    const date = '2026-02-02'
    const shiftId = await makeShift(person, at(date, 7), at(date, 15))
    const planId = await makePlan(date)
    const block = await putBlock({ planId, person, shiftId, date, from: 8, to: 10 })
    await publish(planId)
    const withdraw = (id: string) =>
      db.execute(sql`update blocks set withdrawn_in = ${id} where id = ${block}`)
    const before = new Date('2026-02-01T08:00:00Z')
    expect(await attack(withdraw(await change(planId, null, before)))).toBe('blocks_past_reason')
    expect(await attack(withdraw(await change(planId, 'Захворіла о дев’ятій', before)))).toBeUndefined()
  })
})

test('a used break rule and a recorded change stay as they are', async () => {
  expect(await attack(db.execute(sql`update break_rules set pause_minutes = 5 where id = ${RULE}`))).toBe(
    'break_rules_immutable',
  )
  expect(await attack(db.execute(sql`update plan_changes set reason = 'інша'`))).toBe(
    'plan_changes_append_only',
  )
})

test('demand of one task at one site is said once for every moment', async () => {
  const want = (from: number, to: number) =>
    db.execute(sql`
      insert into demand (id, site_id, task_id, span, minimum, target, created_at)
      values (${newId(AT)}, ${floor.siteId}, ${floor.voice}, ${`[${at('2031-01-01', from)},${at('2031-01-01', to)})`}, 1, 2, ${AT})`)
  await want(8, 12)
  expect(await attack(want(11, 13))).toBe('demand_no_overlap')
  expect(await attack(want(12, 13))).toBeUndefined()
})
