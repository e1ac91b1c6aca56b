import { expect, test } from 'vitest'
import { limitPerPerson } from '#app/_next/limits'

test('after ten tries at the own secret the eleventh waits, for that person alone', async () => {
  for (let turn = 0; turn < 10; turn++) await limitPerPerson('guesser', 'secret')
  await expect(limitPerPerson('guesser', 'secret')).rejects.toMatchObject({ reason: 'too-many' })
  await limitPerPerson('guesser', 'write')
  await limitPerPerson('colleague', 'secret')
})
