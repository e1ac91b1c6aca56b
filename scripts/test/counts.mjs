import { readFileSync } from 'node:fs'

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

// A run that counts nothing, or that fails without naming a test, is one failure: silence is no proof.
const honest = (passed, failed, ok) => ({ passed, failed: failed || (ok && passed ? 0 : 1) })

/** Every test of a Vitest JSON report; what was skipped, or could not be loaded, has failed. */
export function countVitest(file, ok) {
  const report = readReport(file)
  if (!report) return honest(0, 0, false)
  const results = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.length ? assertionResults.map((one) => one.status) : ['unloaded'],
  )
  const passed = results.filter((status) => status === 'passed').length
  return honest(passed, results.length - passed, ok)
}

/** Every test of a Playwright JSON report; what was skipped, or passed only at the second try, has failed. */
export function countPlaywright(file, ok) {
  const report = readReport(file)
  if (!report) return honest(0, 0, false)
  const { expected, unexpected, flaky, skipped } = report.stats
  return honest(expected, unexpected + flaky + skipped + (report.errors?.length ?? 0), ok)
}
