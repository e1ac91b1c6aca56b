import { expect, test } from 'vitest'
import { dateAt, dayAt, minuteAt, momentAt, weekOf } from '#domain/site-time'

const KYIV = 'Europe/Kyiv'
const hours = (date: string) =>
  (dayAt(date, KYIV).to.getTime() - dayAt(date, KYIV).from.getTime()) / 3_600_000

test('a day has 23, 24 or 25 hours', () => {
  expect([hours('2026-03-29'), hours('2026-06-01'), hours('2026-10-25')]).toEqual([23, 24, 25])
})

test('the skipped hour moves on, the repeated one is the first', () => {
  expect(momentAt('2026-03-29', 3 * 60 + 30, KYIV).toISOString()).toBe('2026-03-29T01:30:00.000Z')
  expect(momentAt('2026-10-25', 3 * 60 + 30, KYIV).toISOString()).toBe('2026-10-25T00:30:00.000Z')
})

test('there and back is the same for every quarter of a plain day', () => {
  for (let minute = 0; minute < 1440; minute += 15) {
    const moment = momentAt('2026-11-23', minute, KYIV)
    expect([dateAt(moment, KYIV), minuteAt(moment, KYIV)]).toEqual(['2026-11-23', minute])
  }
})

test('a night shift of the change ends an hour later by the clock of the sun', () => {
  const night =
    momentAt('2026-10-25', 8 * 60, KYIV).getTime() - momentAt('2026-10-24', 20 * 60, KYIV).getTime()
  expect(night / 3_600_000).toBe(13)
})

test('a week is Monday to Sunday', () => {
  expect(weekOf('2026-11-22')[0]).toBe('2026-11-16')
  expect(weekOf('2026-11-23')[0]).toBe('2026-11-23')
})
