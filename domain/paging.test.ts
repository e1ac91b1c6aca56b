import { expect, test } from 'vitest'
import { cut, fromCursor, toCursor } from '#domain/paging'

test('a cursor comes back as the keys of the last row', () => {
  const { items, next } = cut(['а', 'б', 'в'], 2, (row) => [row, 7])
  expect(items).toEqual(['а', 'б'])
  expect(fromCursor<[string, number]>(next ?? undefined, ['string', 'number'])).toEqual(['б', 7])
  expect(cut(['а', 'б'], 2, (row) => [row]).next).toBeNull()
  expect(fromCursor<[string]>(undefined, ['string'])).toBeUndefined()
})

test.each(['garbled', toCursor([1]), toCursor(['a', 'b']), Buffer.from('{}').toString('base64url'), '%%%'])(
  'a made-up one or one of another list (%s) is refused',
  (cursor) => {
    expect(() => fromCursor<[string]>(cursor, ['string'])).toThrow(
      expect.objectContaining({ reason: 'invalid', fields: { cursor: { key: 'wrong' } } }),
    )
  },
)
