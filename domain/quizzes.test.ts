import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Option } from '#domain/quizzes'
import { drawQuestions, isRight, readOptions, scoreOf } from '#domain/quizzes'
import { seededRandom } from '#domain/random'

const options: Option[] = [
  { id: 1, uk: 'один', right: true },
  { id: 2, uk: 'два' },
  { id: 3, uk: 'три', right: true },
]

describe('an answer', () => {
  test('is right by all the right options and no other, in any order; an empty one is wrong', () => {
    expect(isRight('multiple', options, { chosen: [3, 1] })).toBe(true)
    expect(isRight('multiple', options, { chosen: [1] })).toBe(false)
    expect(isRight('multiple', options, { chosen: [1, 2, 3] })).toBe(false)
    expect(isRight('multiple', options, null)).toBe(false)
  })

  test('in order is right in that order alone', () => {
    expect(isRight('ordering', options, { chosen: [1, 2, 3] })).toBe(true)
    expect(isRight('ordering', options, { chosen: [1, 3, 2] })).toBe(false)
  })

  test('in words is right in any case and language, with any apostrophe and a full stop', () => {
    const said: Option[] = [{ id: 1, uk: 'зʼясувати', en: 'find out' }]
    for (const text of ["З'ясувати.", 'зʼясувати', ' FIND out '])
      expect(isRight('text', said, { text })).toBe(true)
    for (const text of ['', 'зясовувати', '.']) expect(isRight('text', said, { text })).toBe(false)
  })
})

test('a draw takes so many of each pool, each question once, and never shows the right order', () => {
  const many = Array.from({ length: 12 }, (_, at) => ({
    id: `q${at}`,
    pool: at % 3 ? 'main' : 'hard',
    kind: 'ordering' as const,
    options,
  }))
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 6 }), (seed, draw) => {
      const pools = [
        { name: 'main', draw },
        { name: 'hard', draw: 2 },
      ]
      const drawn = drawQuestions(many, pools, seededRandom(seed))
      expect(drawn).toHaveLength(draw + 2)
      expect(new Set(drawn.map(({ questionId }) => questionId)).size).toBe(draw + 2)
      for (const { shown } of drawn) {
        expect([...shown].sort()).toEqual([1, 2, 3])
        expect(shown).not.toEqual([1, 2, 3])
      }
    }),
  )
})

test('options are read from lines that match in both languages', () => {
  expect(readOptions('*так\nні', '*yes\nno')).toEqual([
    { id: 1, uk: 'так', en: 'yes', right: true },
    { id: 2, uk: 'ні', en: 'no', right: false },
  ])
  expect(readOptions('так\nні', 'yes')).toBeUndefined()
})

test('a score is per cent with two digits', () => {
  expect(scoreOf(2, 3)).toBe(66.67)
  expect(scoreOf(0, 0)).toBe(0)
})
