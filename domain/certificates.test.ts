import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf, printedCode, readCode } from '#domain/certificates'

const bytes = fc.uint8Array({ minLength: 10, maxLength: 32 })

test('a code survives being printed, typed in small letters with dashes of any kind, and read back', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = codeOf(random)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
      expect(readCode(printedCode(code).toLowerCase().replaceAll('-', ' – '))).toBe(code)
      expect(readCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code)
    }),
  )
})

test('each of the eighty bits tells', () => {
  const base = new Uint8Array(10)
  const codes = Array.from({ length: 80 }, (_, bit) =>
    codeOf(base.map((byte, index) => (index === bit >> 3 ? byte | (1 << (bit & 7)) : byte))),
  )
  expect(new Set([codeOf(base), ...codes]).size).toBe(81)
})
