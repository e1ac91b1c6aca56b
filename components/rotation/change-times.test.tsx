import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchChanges } from '#components/rotation/change-times'

const MINUTE = 60_000
const AT = new Date('2026-03-02T10:00:00Z')
const CHANGE = { at: AT.toISOString(), title: 'chat' }
const acts = { show: vi.fn(), sound: vi.fn(), refresh: vi.fn() }
let heard = new Set<string>()
let stop: () => void = () => undefined

const watchFrom = (minutes: number) => {
  stop()
  vi.setSystemTime(AT.getTime() + minutes * MINUTE)
  stop = watchChanges({ changes: [CHANGE], heard, ...acts })
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetAllMocks()
  heard = new Set()
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

test('a change is said two minutes before it, when the page was asked for afresh, and for a minute after it', () => {
  watchFrom(-10)
  vi.advanceTimersByTime(8 * MINUTE - 1)
  expect(acts.refresh).toHaveBeenCalledOnce()
  expect(acts.show).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(acts.show).toHaveBeenLastCalledWith(CHANGE)
  vi.advanceTimersByTime(2 * MINUTE)
  expect(acts.refresh).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(MINUTE)
  expect(acts.show).toHaveBeenLastCalledWith(undefined)
})

test('an alarm that began meanwhile is heard of before anything is announced', () => {
  // With an alarm the fresh page has no signal.
  acts.refresh.mockImplementationOnce(() => stop())
  watchFrom(-10)
  vi.advanceTimersByTime(20 * MINUTE)
  expect(acts.show).not.toHaveBeenCalled()
  expect(acts.sound).not.toHaveBeenCalled()
})

test('each fresh page begins the watch anew: one more is asked for when the change comes, none after it, and it sounds once', () => {
  acts.refresh.mockImplementation(() => {
    stop()
    stop = watchChanges({ changes: [CHANGE], heard, ...acts })
  })
  watchFrom(-10)
  vi.advanceTimersByTime(20 * MINUTE)
  expect(acts.refresh).toHaveBeenCalledTimes(2)
  expect(acts.sound).toHaveBeenCalledOnce()
  acts.refresh.mockReset()
  heard = new Set()
  watchFrom(0.5)
  vi.advanceTimersByTime(0)
  expect(acts.show).toHaveBeenLastCalledWith(CHANGE)
  vi.advanceTimersByTime(5 * MINUTE)
  expect(acts.refresh).not.toHaveBeenCalled()
  expect(acts.sound).toHaveBeenCalledOnce()
})
