import { expect, test } from 'vitest'
import { howOftenMet, SetWish } from '#domain/rotation/wishes'

const DAYS = [
  { date: '2026-03-02', taskIds: ['chat', 'voice'] },
  { date: '2026-03-03', taskIds: ['voice'] },
  { date: '2026-03-04', taskIds: [] },
  { date: '2026-03-05', taskIds: ['chat'] },
]
const wish = (
  taskId: string,
  kind: 'like' | 'rather-not' | 'not-today',
  since = '2026-03-01',
  onDate?: string,
) => howOftenMet({ taskId, wish: kind, since, onDate: onDate ?? null }, DAYS)

test('a liked task counts where it was there, an unwanted one where it was not, on planned days alone', () => {
  expect(wish('chat', 'like')).toEqual({ met: 2, days: 3 })
  expect(wish('chat', 'rather-not')).toEqual({ met: 1, days: 3 })
})

test('days before the wish was said do not count against it', () => {
  expect(wish('chat', 'like', '2026-03-05')).toEqual({ met: 1, days: 1 })
})

test('a wish for one day is met or not on that day', () => {
  expect(wish('chat', 'not-today', '2026-03-01', '2026-03-03')).toEqual({ met: 1, days: 1 })
  expect(wish('chat', 'not-today', '2026-03-01', '2026-03-05')).toEqual({ met: 0, days: 1 })
  expect(wish('chat', 'not-today', '2026-03-01', '2026-03-20')).toEqual({ met: 0, days: 0 })
})

test('a day belongs to “not today” alone', () => {
  const taskId = '0197c0de-0000-7000-8000-000000000001'
  expect(SetWish.safeParse({ taskId, wish: 'like' }).success).toBe(true)
  expect(SetWish.safeParse({ taskId, wish: 'not-today' }).success).toBe(false)
  expect(SetWish.safeParse({ taskId, wish: 'like', onDate: '2026-03-03' }).success).toBe(false)
  expect(SetWish.safeParse({ taskId, wish: 'none', onDate: '2026-03-03' }).success).toBe(true)
})
