import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countPlaywright, countVitest } from './counts.mjs'

const folder = mkdtempSync(join(tmpdir(), 'counts-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: object): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const vitest = (...statuses: string[]) =>
  report({ testResults: [{ status: 'passed', assertionResults: statuses.map((status) => ({ status })) }] })

test('each test counts once', () => {
  expect(countVitest(vitest('passed', 'passed', 'failed'), false)).toEqual({ passed: 2, failed: 1 })
})

test('a skipped test has failed', () => {
  expect(countVitest(vitest('passed', 'skipped', 'todo'), true)).toEqual({ passed: 1, failed: 2 })
})

test('a file that cannot be loaded has failed', () => {
  const file = report({ testResults: [{ status: 'failed', assertionResults: [] }] })
  expect(countVitest(file, false)).toEqual({ passed: 0, failed: 1 })
})

test('no report, no tests and an unexplained exit are failures', () => {
  expect(countVitest(join(folder, 'absent.json'), true)).toEqual({ passed: 0, failed: 1 })
  expect(countVitest(vitest(), true)).toEqual({ passed: 0, failed: 1 })
  expect(countVitest(vitest('passed'), false)).toEqual({ passed: 1, failed: 1 })
})

test('browser tests count alike, and a lucky second try does not', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 }
  expect(countPlaywright(report({ stats, errors: [] }), false)).toEqual({ passed: 4, failed: 4 })
  expect(countPlaywright(report({ stats: { ...stats, unexpected: 0, flaky: 0, skipped: 0 } }), true)).toEqual(
    {
      passed: 4,
      failed: 0,
    },
  )
})
