import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchContent } from '#components/recognition/fresh-content'

const MINUTE = 60_000
const refresh = vi.fn()
const hide = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  refresh.mockClear()
  hide.mockClear()
})
afterEach(() => {
  vi.useRealTimers()
})

const watch = (isReached: () => Promise<boolean>) => watchContent({ isReached, refresh, hide })

test('content is asked for afresh every minute, so that a changed wish holds within it', async () => {
  const stop = watch(async () => true)
  await vi.advanceTimersByTimeAsync(3 * MINUTE)
  expect(refresh).toHaveBeenCalledTimes(3)
  stop()
  await vi.advanceTimersByTimeAsync(60 * MINUTE)
  expect(refresh).toHaveBeenCalledTimes(3)
  expect(hide).not.toHaveBeenCalled()
})

test('ten minutes without an answer hide it, also where the question itself hangs', async () => {
  for (const isReached of [async () => false, () => new Promise<boolean>(() => undefined)]) {
    hide.mockClear()
    const stop = watch(isReached)
    await vi.advanceTimersByTimeAsync(10 * MINUTE - 1)
    expect(hide).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(hide).toHaveBeenCalledOnce()
    expect(refresh).not.toHaveBeenCalled()
    stop()
  }
})
