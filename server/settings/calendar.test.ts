import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { makePerson, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { addDays } from '#domain/site-time'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '#domain/working-days'
import { listCalendars } from '#server/settings/calendar-queries'
import { setDay } from '#server/settings/set-day'
import { setWorkdays } from '#server/settings/set-workdays'

const NOW = new Date('2026-03-02T08:00:00Z')
const FROM = '2026-03-01'

let siteId: string
let hr: Actor

beforeAll(async () => {
  siteId = await makeSite()
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
})

const twins = async (
  workdays: number[],
  days: [number, boolean][],
  from: number,
  count: number,
  to: number,
) => {
  const exceptions = new Map(days.map(([at, worked]) => [addDays(FROM, at), worked]))
  const calendar = { workdays, exceptions }
  const [day, other] = [addDays(FROM, from), addDays(FROM, to)]
  const { rows } = await db.transaction(async (tx) => {
    await tx.execute(sql`delete from site_days where site_id = ${siteId}`)
    await tx.execute(sql`update sites set workdays = ${sql.param(workdays)}::smallint[] where id = ${siteId}`)
    for (const [at, worked] of exceptions)
      await tx.execute(
        sql`insert into site_days (site_id, on_date, worked, set_at) values (${siteId}, ${at}, ${worked}, ${NOW})`,
      )
    return tx.execute(sql`
      select add_working_days(${siteId}, ${day}::date, ${count}::int)::text as added,
        working_days_between(${siteId}, ${day}::date, ${other}::date) as between`)
  })
  const ours = {
    added: addWorkingDays(calendar, day, count),
    between: workingDaysBetween(calendar, day, other),
  }
  return { theirs: rows[0], ours, calendar, day }
}

test('the calendar in Postgres and in the domain are one, and what is added lies between', async () => {
  const week = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 })
  const days = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.boolean()), { maxLength: 12 })
  const at = fc.integer({ min: 0, max: 40 })
  await fc.assert(
    fc.asyncProperty(
      week,
      days,
      at,
      fc.integer({ min: 0, max: 20 }),
      at,
      async (workdays, odd, from, count, to) => {
        const { theirs, ours, calendar, day } = await twins(workdays, odd, from, count, to)
        expect(theirs).toEqual(ours)
        expect(isWorkingDay(calendar, ours.added)).toBe(true)
        const between = workingDaysBetween(calendar, day, ours.added)
        expect(between === count || count === 0).toBe(true)
      },
    ),
    { numRuns: 60 },
  )
})

test('two working days from Friday are Tuesday, past a holiday Wednesday', async () => {
  const week = { workdays: [1, 2, 3, 4, 5], exceptions: new Map<string, boolean>() }
  expect(addWorkingDays(week, '2026-03-06', 2)).toBe('2026-03-10')
  expect(addWorkingDays({ ...week, exceptions: new Map([['2026-03-09', false]]) }, '2026-03-06', 2)).toBe(
    '2026-03-11',
  )
  expect(workingDaysBetween(week, '2026-03-06', '2026-03-09')).toBe(1)
  expect(workingDaysBetween(week, '2026-03-10', '2026-03-06')).toBe(-2)
})

test('HR edits it, nobody else does, and a week without a working day is refused', async () => {
  const operator = await makePerson({ siteId })
  const holiday = { siteId, onDate: '2026-08-24', kind: 'off', name: { uk: 'День Незалежності' } } as const
  await expect(setDay(operator, holiday)).rejects.toMatchObject({ reason: 'forbidden' })
  await setDay(hr, holiday, { now: NOW })
  await setWorkdays(hr, { siteId, workdays: [1, 2, 3, 4, 5, 6] })
  const mine = async () =>
    (await listCalendars(operator, {}, { now: NOW })).find((one) => one.siteId === siteId)
  expect(await mine()).toMatchObject({ workdays: [1, 2, 3, 4, 5, 6] })
  expect((await mine())?.days).toContainEqual({ onDate: '2026-08-24', worked: false, name: holiday.name })
  await setDay(hr, { ...holiday, kind: 'plain' }, { now: NOW })
  expect((await mine())?.days.map(({ onDate }) => onDate)).not.toContain('2026-08-24')
  await expect(setWorkdays(hr, { siteId, workdays: [] })).rejects.toMatchObject({ reason: 'invalid' })
  const empty = db.execute(sql`update sites set workdays = '{}' where id = ${siteId}`)
  await expect(empty).rejects.toMatchObject({ cause: { constraint: 'sites_workdays' } })
})
