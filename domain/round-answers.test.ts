import { expect, test } from 'vitest'
import { bandOf, lacksPhoto, misfitOf, readTyped } from '#domain/round-answers'

const ASKED = { type: 'number' as const, critical: false, plausibleLow: -10, plausibleHigh: 50 }
const TEMPERATURE = {
  type: 'number' as const,
  scaleMin: null,
  scaleMax: null,
  limits: [{ season: 'cold' as const, failLow: 21, okLow: 22, okHigh: 24, failHigh: 25 }],
  options: [],
}

test('a device reads 7,5 and 7.5 alike, and says what cannot be before it is sent', () => {
  expect(readTyped({ number: '7,5' })).toMatchObject({ state: 'answered', number: 7.5 })
  expect(readTyped({ number: ' -7.5 ' })).toMatchObject({ number: -7.5 })
  expect(readTyped({ number: '  ' })).toBeUndefined()
  const fault = (number: string) => misfitOf(ASKED, readTyped({ number }) ?? { state: 'answered' })?.key
  expect([fault('сім'), fault('51'), fault('50')]).toEqual(['notANumber', 'implausible', undefined])
  expect(misfitOf(ASKED, { state: 'not-measured' })?.field).toBe('reason')
  expect(misfitOf({ ...ASKED, critical: true }, { state: 'na' })?.field).toBe('comment')
})

test('a device rates an answer as the server will, and not where it does not know the limits', () => {
  const rated = (number: number) => bandOf(TEMPERATURE, { state: 'answered', number }, 'cold')
  expect([rated(20.9), rated(21.5), rated(23)]).toEqual(['fail', 'warn', 'ok'])
  expect(bandOf({ ...TEMPERATURE, limits: undefined }, { state: 'answered', number: 1 }, 'cold')).toBeNull()
  expect(bandOf(TEMPERATURE, { state: 'na' }, 'cold')).toBeNull()
})

test('only a failure that must be photographed and has no photo lacks one', () => {
  const asks = { photoOnFail: true }
  expect([lacksPhoto(asks, 'fail', 0), lacksPhoto(asks, 'fail', 1), lacksPhoto(asks, 'warn', 0)]).toEqual([
    true,
    false,
    false,
  ])
  expect(lacksPhoto({ photoOnFail: false }, 'fail', 0)).toBe(false)
})
