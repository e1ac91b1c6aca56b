import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import type { Floor } from '#db/testing/floor'
import { makeFloor, makeShift } from '#db/testing/floor'
import { copyWeek } from '#server/rotation/copy-week'
import { demandDay } from '#server/rotation/demand-day-queries'
import { demandFromPast } from '#server/rotation/demand-from-past'
import { forecastDay } from '#server/rotation/forecast-day'
import { importShifts } from '#server/rotation/import-shifts'
import { layDemand } from '#server/rotation/lay-demand'
import { recordAbsence } from '#server/rotation/record-absence'
import { removeAbsence } from '#server/rotation/remove-absence'
import { removeShift } from '#server/rotation/remove-shift'
import { repeatShifts } from '#server/rotation/repeat-shifts'
import { shiftWeek } from '#server/rotation/shift-week-queries'
import { parseSheet, writeSheet } from '#server/sheets'

const NOW = new Date('2031-09-01T12:00:00Z')
const options = { now: NOW }
const HEAD = ['email', 'date', 'from', 'to']
let floor: Floor
let email = ''
let name = ''

beforeAll(async () => {
  floor = await makeFloor()
  const { rows } = await db.execute<{ email: string; name: string }>(sql`
    update people set name = 'Соломія Єдина' where id = ${floor.operator.personId} returning email, name`)
  email = rows[0]?.email ?? ''
  name = rows[0]?.name ?? ''
})

const take = (rows: string[][], dryRun = false, actor = floor.supervisor) =>
  importShifts(actor, { teamId: floor.teamId, rows, dryRun }, options)
const weekOf = async (date: string) => {
  const { people } = await shiftWeek(floor.supervisor, { teamId: floor.teamId, date }, options)
  const hours = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 3_600_000
  return people.flatMap(({ personId, shifts }) =>
    shifts.map(({ id, onDate, from, to }) => ({ id, personId, onDate, hours: hours(from, to) })),
  )
}

describe('shifts from a table', () => {
  test('are tried first, then taken whole, by address or name; those that are there already stay', async () => {
    const rows = [HEAD, [email, '02.09.2031', '09:00', '18:00'], [email, '2031-09-03', '22:00', '7']]
    expect(await take(rows, true)).toEqual({ rows: 2, added: 2, changed: false })
    expect(await weekOf('2031-09-01')).toEqual([])
    expect(await take(rows)).toMatchObject({ added: 2, changed: true })
    expect(
      await take([
        ['name', 'date', 'from', 'to'],
        [name, '02.09.2031', '09:00', '18:00'],
      ]),
    ).toMatchObject({
      added: 0,
    })
    expect((await weekOf('2031-09-01')).map(({ onDate, hours }) => [onDate, hours])).toEqual([
      ['2031-09-02', 9],
      ['2031-09-03', 9],
    ])
  })

  test('come as a spreadsheet’s file, as a file of commas, or pasted from its cells', async () => {
    const rows = [
      ['name', 'date', 'from', 'to'],
      [name, '08.09.2031', '9', '18:00'],
    ]
    const [head = [], ...lines] = rows
    const excel = await writeSheet('xlsx', { head, rows: lines })
    const commas = await writeSheet('csv', { head, rows: lines })
    const cells = new TextEncoder().encode(rows.map((row) => row.join('\t')).join('\r\n'))
    expect(await take(await parseSheet('зміни.xlsx', excel), true)).toMatchObject({ rows: 1, added: 1 })
    expect(await take(await parseSheet('зміни.csv', commas), true)).toMatchObject({ rows: 1, added: 1 })
    expect(await take(await parseSheet('pasted.csv', cells), true)).toMatchObject({ rows: 1, added: 1 })
  })

  test('with a fault anywhere are not taken at all, and every fault is named by row and column', async () => {
    const rows = [
      HEAD,
      [email, '2031-09-05', '09:00', '18:00'],
      ['nobody@sviato.test', '2031-09-05', '09:00', '18:00'],
    ]
    await expect(take(rows)).rejects.toMatchObject({ fields: { 'rows.3.email': { key: 'sheet.unknown' } } })
    await expect(take([HEAD, [email, 'tomorrow', '9:10', '18:00']])).rejects.toMatchObject({
      fields: { 'rows.2.date': { key: 'sheet.wrong' }, 'rows.2.from': { key: 'sheet.wrong' } },
    })
    const overlapping = [
      HEAD,
      [email, '2031-09-05', '09:00', '18:00'],
      [email, '2031-09-05', '12:00', '20:00'],
      [email, '2031-09-06', '09:00', '09:30'],
    ]
    await expect(take(overlapping)).rejects.toMatchObject({
      fields: { 'rows.3.from': { key: 'sheet.overlap' }, 'rows.4.to': { key: 'sheet.wrong' } },
    })
    expect((await weekOf('2031-09-05')).filter(({ onDate }) => onDate >= '2031-09-05')).toEqual([])
    await expect(take([HEAD], false, floor.stranger)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(take([HEAD], false, floor.operator)).rejects.toMatchObject({ reason: 'forbidden' })
  })
})

test('a week is repeated by the wall clock, also over a change of clocks', async () => {
  await makeShift(floor.colleague, '2031-10-21T06:00:00Z', '2031-10-21T15:00:00Z')
  const copied = await copyWeek(
    floor.supervisor,
    { teamId: floor.teamId, fromWeek: '2031-10-21', toWeek: '2031-10-28', weeks: 2 },
    options,
  )
  expect(copied).toEqual({ added: 2, left: 0 })
  const { rows } = await db.execute(sql`
    select on_date::text as day, to_char(lower(span) at time zone 'UTC', 'HH24:MI') as utc from shifts
    where person_id = ${floor.colleague.personId} and on_date > '2031-10-21' order by on_date`)
  expect(rows).toEqual([
    { day: '2031-10-28', utc: '07:00' },
    { day: '2031-11-04', utc: '07:00' },
  ])
})

test('a pattern gives shifts where there is room, and a shift nobody was told of can be taken back', async () => {
  const repeat = {
    teamId: floor.teamId,
    personIds: [floor.operator.personId],
    from: '2031-12-01',
    until: '2031-12-08',
    on: 2,
    off: 2,
    starts: '20:00',
    ends: '08:00',
  }
  expect(await repeatShifts(floor.supervisor, repeat, options)).toEqual({ added: 4, left: 0 })
  expect(await repeatShifts(floor.supervisor, repeat, options)).toEqual({ added: 0, left: 4 })
  const [first] = await weekOf('2031-12-01')
  await removeShift(floor.supervisor, { shiftId: first?.id ?? '' }, options)
  expect(await weekOf('2031-12-01')).toHaveLength(3)
  await expect(
    repeatShifts(floor.supervisor, { ...repeat, starts: '20:00', ends: '20:00' }, options),
  ).rejects.toMatchObject({ reason: 'invalid' })
})

test('an absence is written for whole days or hours, and can be taken back', async () => {
  const away = { personId: floor.operator.personId, fromDate: '2031-09-10', toDate: '2031-09-11' }
  const [first, ...again] = await Promise.all(
    Array.from({ length: 5 }, () => recordAbsence(floor.supervisor, away, options)),
  )
  const { absenceId = '', days } = first ?? {}
  expect(days).toEqual([])
  expect(new Set(again.map((one) => one.absenceId))).toEqual(new Set([absenceId]))
  const { absences } = await shiftWeek(
    floor.supervisor,
    { date: '2031-09-08', teamId: floor.teamId },
    options,
  )
  expect(absences.map(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 3_600_000)).toEqual([48])
  await removeAbsence(floor.supervisor, { absenceId }, options)
  await expect(
    recordAbsence(
      floor.supervisor,
      { ...away, toDate: away.fromDate, starts: '12:00', ends: '9:00' },
      options,
    ),
  ).rejects.toMatchObject({ reason: 'invalid' })
  await expect(recordAbsence(floor.stranger, away, options)).rejects.toMatchObject({ reason: 'not-found' })
})

describe('demand in a grid', () => {
  const grid = async (date: string) => {
    const day = await demandDay(floor.supervisor, { teamId: floor.teamId, date, stepMinutes: 60 }, options)
    const column = day.tasks.findIndex(({ id }) => id === floor.mail)
    return day.cells.map((line) => [line[2 * column], line[2 * column + 1]])
  }

  test('is laid whole, shown as laid, and taken as the mean of last weeks by the wall clock', async () => {
    const lay = (from: string, target: number[]) =>
      layDemand(
        floor.supervisor,
        {
          siteId: floor.siteId,
          from,
          stepMinutes: 60,
          slots: 2,
          taskIds: [floor.mail],
          minimum: [1, 1],
          target,
        },
        options,
      )
    // Two Tuesdays at nine in Kyiv, before the clocks go back; the third is after.
    await lay('2031-10-14T06:00:00Z', [2, 4])
    await lay('2031-10-21T06:00:00Z', [3, 4])
    expect((await grid('2031-10-21')).slice(8, 12)).toEqual([
      [0, 0],
      [1, 3],
      [1, 4],
      [0, 0],
    ])
    const past = { siteId: floor.siteId, teamId: floor.teamId, onDate: '2031-10-28', weeks: 4 }
    expect(await demandFromPast(floor.supervisor, past, options)).toEqual({ tasks: 1 })
    expect((await grid('2031-10-28')).slice(8, 12)).toEqual([
      [0, 0],
      [1, 3],
      [1, 4],
      [0, 0],
    ])
    expect(await grid('2031-10-26')).toHaveLength(25)
    await expect(
      demandFromPast(floor.supervisor, { ...past, onDate: '2031-02-04' }, options),
    ).rejects.toMatchObject({ fault: { key: 'rotation.noPastDemand' } })
  })

  test('comes from contacts slot by slot', async () => {
    const asked = {
      siteId: floor.siteId,
      taskId: floor.mail,
      from: '2031-11-11T07:00:00Z',
      stepMinutes: 60,
      contacts: [200, 0, 200],
      handlingSeconds: 180,
    }
    expect(await forecastDay(floor.supervisor, asked, options)).toEqual({ most: 14 })
    expect((await grid('2031-11-11')).slice(9, 12)).toEqual([
      [11, 14],
      [0, 0],
      [11, 14],
    ])
    await expect(
      forecastDay(floor.supervisor, { ...asked, contacts: [100_000], handlingSeconds: 36_000 }, options),
    ).rejects.toMatchObject({ fields: { 'contacts.0': { key: 'rotation.tooMuchWork' } } })
  })

  test('what was expected stays beside it, a new forecast takes its part of an older one, and two never overlap', async () => {
    const asked = {
      siteId: floor.siteId,
      taskId: floor.mail,
      from: '2031-11-18T07:00:00Z',
      stepMinutes: 60,
      contacts: [40, 0, 60],
      handlingSeconds: 180,
    }
    const kept = async () => {
      const { rows } = await db.execute<{ span: string; contacts: number }>(sql`
        select to_char(lower(span) at time zone 'UTC', 'HH24:MI') || '-' || to_char(upper(span) at time zone 'UTC', 'HH24:MI') as span, contacts
        from forecasts where task_id = ${floor.mail} and span && '[2031-11-18,2031-11-19)'::tstzrange order by lower(forecasts.span)`)
      return rows.map(({ span, contacts }) => [span, contacts])
    }
    await forecastDay(floor.supervisor, asked, options)
    expect(await kept()).toEqual([
      ['07:00-08:00', 40],
      ['09:00-10:00', 60],
    ])
    const part = { ...asked, from: '2031-11-18T07:30:00Z', stepMinutes: 30, contacts: [10] }
    await Promise.all([part, part, part].map((one) => forecastDay(floor.supervisor, one, options)))
    expect(await kept()).toEqual([
      ['07:00-07:30', 20],
      ['07:30-08:00', 10],
      ['09:00-10:00', 60],
    ])
    const again = db.execute(sql`
      insert into forecasts (id, site_id, task_id, span, contacts, handling_seconds, service_level, within_seconds, concurrency, created_at)
      select gen_random_uuid(), site_id, task_id, span, 1, 1, 80, 20, 1, now() from forecasts limit 1`)
    await expect(again).rejects.toMatchObject({ cause: { constraint: 'forecasts_no_overlap' } })
    await forecastDay(floor.supervisor, { ...asked, way: 'backlog' as const, contacts: [40] }, options)
    expect(await kept()).toHaveLength(3)
  })
})
