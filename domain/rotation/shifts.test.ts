import { describe, expect, test } from 'vitest'
import { dateCell, isLengthGood, minutesOf, patternDays, shiftSpan, timeCell } from '#domain/rotation/shifts'

const KYIV = 'Europe/Kyiv'
const hours = (onDate: string, from: number, to: number) => {
  const span = shiftSpan(onDate, from * 60, to * 60, KYIV)
  return (span.to.getTime() - span.from.getTime()) / 3_600_000
}

describe('a shift by the wall clock', () => {
  test('goes over midnight where it ends before it begins', () => {
    expect(hours('2026-03-10', 22, 7)).toBe(9)
    expect(hours('2026-03-10', 9, 18)).toBe(9)
    expect(hours('2026-03-10', 9, 0)).toBe(15)
  })

  test('is an hour shorter or longer in the nights when clocks change', () => {
    expect(hours('2026-03-28', 22, 7)).toBe(8)
    expect(hours('2026-10-24', 22, 7)).toBe(10)
  })

  test('of 30 minutes or a whole day is none', () => {
    expect(isLengthGood(shiftSpan('2026-03-10', 540, 570, KYIV))).toBe(false)
    expect(isLengthGood(shiftSpan('2026-03-10', 540, 540, KYIV))).toBe(false)
    expect(isLengthGood(shiftSpan('2026-03-10', 540, 600, KYIV))).toBe(true)
  })
})

test('times and dates are read as people and spreadsheets write them', () => {
  expect(['9', '9:00', '09.15', '24:00', '23:45:00'].map(minutesOf)).toEqual([540, 540, 555, 0, 1425])
  expect(['25', '9:60', 'x', ''].map(minutesOf)).toEqual([undefined, undefined, undefined, undefined])
  expect(['0.375', '0,75', '9:10'].map(timeCell.read)).toEqual([540, 1080, undefined])
  expect(['2026-03-02', '2.3.2026', '02.03.2026', '31.02.2026'].map(dateCell.read)).toEqual([
    '2026-03-02',
    '2026-03-02',
    '2026-03-02',
    undefined,
  ])
})

test('a pattern works so many days and rests so many', () => {
  expect(patternDays('2026-03-01', '2026-03-08', 2, 2)).toEqual([
    '2026-03-01',
    '2026-03-02',
    '2026-03-05',
    '2026-03-06',
  ])
})
