import { expect, test } from 'vitest'
import type { Failure } from '#domain/sign-in-throttle'
import { networkOf, throttleSignIn } from '#domain/sign-in-throttle'

const now = new Date('2026-03-01T10:00:00Z')
const many = (count: number, seconds: number, device: Failure['device'] = 'stranger', sameNetwork = true) =>
  Array.from(
    { length: count },
    (): Failure => ({ at: new Date(now.getTime() - seconds * 1000), device, sameNetwork }),
  )
const open = { wait: 0, delay: 0 }

test('five failures from one network close it for the rest of the quarter of an hour', () => {
  expect(throttleSignIn(many(4, 10), false, now)).toEqual(open)
  expect(throttleSignIn(many(5, 60), false, now)).toEqual({ wait: 14 * 60, delay: 0 })
  expect(throttleSignIn(many(5, 15 * 60), false, now)).toEqual(open)
})

test('neither a stranger’s failures nor those on another seat shut out a device that has signed in before', () => {
  expect(throttleSignIn(many(200, 5), true, now)).toEqual(open)
  expect(throttleSignIn(many(200, 5, 'other'), true, now)).toEqual(open)
  expect(throttleSignIn(many(10, 5, 'same'), true, now).wait).toBeGreaterThan(0)
})

test('guesses from many networks slow the account’s strangers more and more, and refuse none', () => {
  const delays = [49, 50, 60, 70, 80, 200].map((count) =>
    throttleSignIn(many(count, 5, 'stranger', false), false, now),
  )
  expect(delays.map(({ delay }) => delay)).toEqual([0, 1, 2, 4, 8, 15])
  expect(delays.every(({ wait }) => wait === 0)).toBe(true)
  expect(throttleSignIn(many(200, 3600, 'stranger', false), false, now)).toEqual(open)
})

test.each([
  ['10.0.0.1', '10.0.0.1'],
  ['::ffff:10.0.0.1', '10.0.0.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
])('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
