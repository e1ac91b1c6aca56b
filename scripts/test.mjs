import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { argv, chdir, execPath } from 'node:process'
import { checkNode, install, PROJECT as root } from './prepare.mjs'
import { countPlaywright, countVitest } from './test/counts.mjs'
import { runLive, runQuietly } from './test/steps.mjs'

const reports = join(root, '.test', `reports-${process.pid}`)
const words = argv.slice(2)
const wants = (flag) => words.includes(flag)
const rest = words.filter((word) => !['--no-browser', '--browser-only', '--full'].includes(word))
const bin = (name) => join(root, 'node_modules/.bin', name)
const colours = process.stdout.isTTY ? [] : ['--colors=off']
const node = (...args) => [execPath, ...args]

const TYPES = { name: 'types', run: node('scripts/check-types.mjs') }
const GATES = [
  { name: 'format and lint', run: [bin('biome'), 'ci', '--error-on-warnings', ...colours, '.'] },
  { name: 'layers', run: node('scripts/check-layers.mjs') },
  { name: 'dead code', run: [bin('knip'), '--no-progress', '--no-config-hints'] },
  { name: 'words', run: node('scripts/check-words.mjs') },
  { name: 'documents', run: node('scripts/check-docs.mjs') },
  { name: 'migrations', run: node('scripts/check-migrations.mjs') },
]

const tally = { passed: 0, failed: 0 }

function add({ passed, failed }) {
  tally.passed += passed
  tally.failed += failed
}

const one = (ok) => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

const runGate = async ({ name, run }) => add(one(await runQuietly(name, run)))

/** Two things at a time, as this is made for two processors: types take as long as all the other gates and some of the tests. */
async function runChecks() {
  const types = runGate(TYPES)
  for (const gate of GATES) await runGate(gate)
  await runVitest()
  await types
}

async function runVitest() {
  const file = join(reports, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const ok = await runLive('unit and database tests', [bin('vitest'), 'run', ...reporters])
  add(countVitest(file, ok))
}

async function runPlaywright() {
  const built = await runLive('build', node('scripts/start.mjs', '--prepare'))
  add(one(built))
  if (!built) return
  // Not timed: only that it still runs against these pages.
  if (!wants('--browser-only'))
    add(one(await runLive('benchmark, in short', node('scripts/run.mjs', 'bench', '--quick'))))
  const file = join(reports, 'playwright.json')
  const ok = await runLive(
    'browser tests',
    [bin('playwright'), 'test', '--reporter=list,json', ...rest.filter((word) => word !== '--')],
    // Playwright tells its workers about colours by FORCE_COLOR, and Node warns of the two together.
    { PLAYWRIGHT_JSON_OUTPUT_NAME: file, E2E_FULL: wants('--full') ? '1' : '', NO_COLOR: undefined },
  )
  add(countPlaywright(file, ok))
}

async function main() {
  chdir(root)
  mkdirSync(reports, { recursive: true })
  checkNode()
  install()
  if (!wants('--browser-only')) {
    await runChecks()
  }
  if (!wants('--no-browser')) await runPlaywright()
}

// Whatever ends this process, the closing line tells; an end without a single result is a failure.
process.on('exit', (code) => {
  rmSync(reports, { recursive: true, force: true })
  if (!tally.failed && (code || !tally.passed)) tally.failed = 1
  console.log(`${tally.passed} passed, ${tally.failed} failed`)
  process.exitCode = tally.failed ? 1 : 0
})

await main()
