import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawSprite } from '#scripts/sprite'

test('the drawings that browsers load are those that the names mean; `npm run icons` draws them again', () => {
  expect(readFileSync('components/ui/icons.svg', 'utf8')).toBe(drawSprite())
})
