import { expect, test } from 'vitest'
import { celebratedDays, SetCelebrations } from '#domain/celebrations'

test('who was born on 29 February celebrates every year', () => {
  expect(celebratedDays('2026-02-27', 3)).toEqual([
    { on: '2026-02-27', day: '2000-02-27' },
    { on: '2026-02-28', day: '2000-02-28' },
    { on: '2026-02-28', day: '2000-02-29' },
    { on: '2026-03-01', day: '2000-03-01' },
  ])
  expect(celebratedDays('2028-02-28', 2).map(({ day }) => day)).toEqual(['2000-02-28', '2000-02-29'])
  expect(celebratedDays('2026-12-31', 2).map(({ on, day }) => `${on} ${day}`)).toEqual([
    '2026-12-31 2000-12-31',
    '2027-01-01 2000-01-01',
  ])
})

test('a birthday is a day that there is, whole or not said at all', () => {
  const fits = (given: object) => SetCelebrations.safeParse(given).success
  expect(fits({ day: '29', month: '2' })).toBe(true)
  expect(fits({ anniversary: 'on' })).toBe(true)
  for (const wrong of [
    { day: '31', month: '4' },
    { day: '30', month: '2' },
    { day: '3' },
    { day: '0', month: '1' },
  ])
    expect(fits(wrong)).toBe(false)
})
