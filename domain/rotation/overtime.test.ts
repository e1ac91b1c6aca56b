import { expect, test } from 'vitest'
import { overtimeWay } from '#domain/rotation/overtime'

const HOUR = 3_600_000
const hours = (from: number, to: number) => ({ from: from * HOUR, to: to * HOUR })

test('somebody may stay, come earlier or come on a free day, with rest between shifts and a day not too long', () => {
  expect(overtimeWay([hours(9, 18)], hours(18, 20))).toBe('stay')
  expect(overtimeWay([hours(9, 18)], hours(7, 9))).toBe('earlier')
  expect(overtimeWay([], hours(7, 9))).toBe('free')
  expect(overtimeWay([hours(9, 18)], hours(20, 22))).toBeUndefined()
  expect(overtimeWay([hours(9, 18)], hours(30, 34))).toBe('free')
  expect(overtimeWay([hours(0, 12)], hours(12, 17))).toBeUndefined()
  expect(overtimeWay([hours(9, 18), hours(28, 36)], hours(18, 20))).toBeUndefined()
})
