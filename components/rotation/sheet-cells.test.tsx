import { expect, test } from 'vitest'
import { filled, pasted, stepped, turned, typed } from '#components/rotation/sheet-cells'

const CELLS = [
  ['1', '', ''],
  ['', '', ''],
  ['', '', '7'],
]

test('a table from a spreadsheet is laid from the cell on, numbers alone, and no further than the last cell', () => {
  expect(pasted(CELLS, { row: 1, column: 1 }, '2\t1 000\r\nx\t4,5\r\n9\t9\r\n')).toEqual([
    ['1', '', ''],
    ['', '2', '1000'],
    ['', '', '4'],
  ])
  expect(pasted(CELLS, { row: 0, column: 0 }, '12')).toBeUndefined()
  expect(typed(CELLS, { row: 0, column: 0 }, '-3')[0]).toEqual(['', '', ''])
})

test('the first chosen row fills the others, a single cell the rest of its column', () => {
  expect(filled(CELLS, { row: 0, column: 0 }, { row: 0, column: 0 }).map(([first]) => first)).toEqual([
    '1',
    '1',
    '1',
  ])
  expect(filled(CELLS, { row: 2, column: 2 }, { row: 1, column: 1 })).toEqual([
    CELLS[0],
    CELLS[1],
    ['', '', ''],
  ])
})

test('what was done is taken back step by step and done again, until something new is done', () => {
  const none = { done: [], undone: [] }
  const [one, two] = [typed(CELLS, { row: 1, column: 0 }, '2'), typed(CELLS, { row: 1, column: 0 }, '3')]
  const past = stepped(stepped(none, CELLS), one)
  const back = turned(past, two, 'back')
  expect(back?.cells).toBe(one)
  const first = back && turned(back.past, back.cells, 'back')
  expect(first?.cells).toBe(CELLS)
  expect(first && turned(first.past, first.cells, 'back')).toBeUndefined()
  const again = first && turned(first.past, first.cells, 'again')
  expect(again?.cells).toBe(one)
  expect(again && turned(stepped(again.past, again.cells), two, 'again')).toBeUndefined()
})
