import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refused } from '#domain/refused'
import type { SheetFault } from '#domain/sheets'
import {
  month,
  number,
  oneOf,
  optional,
  readSheet,
  refuseSheet,
  text,
  twice,
  whole,
  yesNo,
} from '#domain/sheets'

const COLUMNS = { email: text(20), value: number(0, 100), kind: oneOf(['a', 'b']), note: optional(text(5)) }

const fieldsOf = (faults: SheetFault[]): string[] => {
  try {
    refuseSheet(faults)
  } catch (error) {
    if (error instanceof Refused) return Object.keys(error.fields)
  }
  return []
}

describe('a sheet', () => {
  test('is read by the names of its columns, in any order; empty rows are nothing', () => {
    const { values, faults } = readSheet(
      [
        ['Value', 'extra', 'EMAIL', 'kind'],
        ['50,5', '', 'a@b', 'a'],
        ['', ' ', '', ''],
        ['7', '', 'c@d', 'b'],
      ],
      COLUMNS,
    )
    expect(faults).toEqual([])
    expect(values).toEqual([
      { row: 2, email: 'a@b', value: 50.5, kind: 'a' },
      { row: 4, email: 'c@d', value: 7, kind: 'b' },
    ])
  })

  test('with wrong cells is refused as a whole, each named by row, column and reason', () => {
    const { values, faults } = readSheet(
      [
        ['email', 'value', 'kind', 'note'],
        ['', '12', 'a', ''],
        ['x', 'багато', 'c', 'задовгий текст'],
        ['e@f', '7', 'b', ''],
      ],
      COLUMNS,
    )
    // Sound rows can still be asked whether what they name is known, so that one try tells all.
    expect(values.map(({ row }) => row)).toEqual([4])
    expect(faults).toEqual([
      { row: 2, column: 'email', key: 'required' },
      { row: 3, column: 'value', key: 'wrong' },
      { row: 3, column: 'kind', key: 'wrong' },
      { row: 3, column: 'note', key: 'wrong' },
    ])
    expect(() => refuseSheet(faults)).toThrow('sheet.refused')
    expect(fieldsOf([...faults.slice(1), ...faults.slice(0, 1)])).toEqual([
      'rows.2.email',
      'rows.3.value',
      'rows.3.kind',
      'rows.3.note',
    ])
    expect(readSheet([['email']], COLUMNS).faults.map(({ column, key }) => [column, key])).toEqual([
      ['value', 'column'],
      ['kind', 'column'],
    ])
    expect(
      twice(
        [
          { row: 2, k: 'x' },
          { row: 3, k: 'x' },
        ],
        'k',
        ({ k }) => k,
      ),
    ).toEqual([{ row: 3, column: 'k', key: 'twice' }])
  })

  test('never throws, whatever stands in it, and takes no more rows than there are', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string())), (rows) => {
        expect(readSheet(rows, COLUMNS).values.length).toBeLessThanOrEqual(Math.max(0, rows.length - 1))
      }),
    )
  })
})

test('cells are read as people write them', () => {
  expect(['2026-11', '2026-11-30', '11.2026', '01.11.2026', '13.2026'].map(month.read)).toEqual([
    '2026-11-01',
    '2026-11-01',
    '2026-11-01',
    '2026-11-01',
    undefined,
  ])
  expect(['87,5', '1 000', '-1', 'x'].map(number(0, 2000).read)).toEqual([87.5, 1000, undefined, undefined])
  expect(whole(0, 9).read('4.5')).toBeUndefined()
  expect(['так', 'NO', 'maybe'].map(yesNo.read)).toEqual([true, false, undefined])
})
