import { expect, test } from 'vitest'
import { knownDevice, markDevice } from '#app/_next/device'

const SECRET = 'a secret of this installation alone'
const emails = Array.from({ length: 12 }, (_, turn) => `operator${turn}@example.com`)

test('a shared seat knows the last ten who signed in on it, each by one number of its own', () => {
  let cookie = ''
  for (const email of emails) cookie = markDevice(cookie, email, SECRET)
  const known = emails.map((email) => knownDevice(cookie, email, SECRET))
  expect(known.slice(0, 2)).toEqual([undefined, undefined])
  expect(new Set(known.slice(2)).size).toBe(1)
  expect(known[2]).toBe(cookie.split('.')[0])
  expect(cookie.length).toBeLessThan(300)
  expect(knownDevice(markDevice(cookie, emails[5] ?? '', SECRET), emails[2] ?? '', SECRET)).toBe(known[2])
})

test('whoever signs in again stays one mark, whatever the case of the e-mail', () => {
  const cookie = markDevice(undefined, 'a@example.com', SECRET)
  expect(markDevice(cookie, ' A@Example.com ', SECRET)).toBe(cookie)
})

test.each(['', 'x', 'a'.repeat(43), '"; drop', `${'a'.repeat(12)}.${'b'.repeat(22)}`])(
  'a made-up cookie %j knows nobody and is replaced or grown',
  (made) => {
    expect(knownDevice(made, 'a@example.com', SECRET)).toBeUndefined()
    expect(knownDevice(markDevice(made, 'a@example.com', SECRET), 'a@example.com', SECRET)).toBeDefined()
  },
)

test('a mark of one device or installation is worth nothing on another', () => {
  const [id, mark] = markDevice(undefined, 'a@example.com', SECRET).split('.')
  expect(knownDevice(`${'z'.repeat(12)}.${mark}`, 'a@example.com', SECRET)).toBeUndefined()
  expect(knownDevice(`${id}.${mark}`, 'a@example.com', 'another secret')).toBeUndefined()
})
