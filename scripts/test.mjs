import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { argv, chdir, execPath, exit } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { countPlaywright, countVitest } from './test/counts.mjs'
import { runLive, runQuietly } from './test/steps.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const reports = join(root, '.test/reports')
const words = argv.slice(2)
const wants = (flag) => words.includes(flag)
const rest = words.filter((word) => !['--no-browser', '--browser-only', '--full'].includes(word))
const bin = (name) => join(root, 'node_modules/.bin', name)
const node = (...args) => [execPath, ...args]

const GATES = [
  { name: 'format and lint', run: [bin('biome'), 'ci', '--error-on-warnings', '.'] },
  { name: 'types', run: [execPath, 'scripts/check-types.mjs'] },
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

/** npm writes its hidden lock last, so an install that was cut off is done again. */
function isInstalled() {
  const hidden = join(root, 'node_modules/.package-lock.json')
  return existsSync(hidden) && statSync(hidden).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
}

async function install() {
  if (isInstalled()) return true
  return runLive('dependencies', ['npm', 'ci', '--no-audit', '--no-fund'])
}

/** Two at a time, as this is made for two processors; each is reported as soon as it ends. */
async function runGates() {
  const waiting = [...GATES]
  const lane = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift())
      add(one(await runQuietly(gate.name, gate.run)))
  }
  await Promise.all([lane(), lane()])
}

async function runVitest() {
  const file = join(reports, `vitest-${process.pid}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const ok = await runLive('unit and database tests', [bin('vitest'), 'run', ...reporters])
  add(countVitest(file, ok))
}

async function runPlaywright() {
  const built = await runLive('build', node('scripts/start.mjs', '--prepare'))
  add(one(built))
  if (!built) return
  const file = join(reports, `playwright-${process.pid}.json`)
  const ok = await runLive(
    'browser tests',
    [bin('playwright'), 'test', '--reporter=list,json', ...rest.filter((word) => word !== '--')],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: file, E2E_FULL: wants('--full') ? '1' : '' },
  )
  add(countPlaywright(file, ok))
}

async function main() {
  chdir(root)
  mkdirSync(reports, { recursive: true })
  if (!(await install())) return add(one(false))
  if (!wants('--browser-only')) {
    await runGates()
    await runVitest()
  }
  if (!wants('--no-browser')) await runPlaywright()
}

if (import.meta.url === pathToFileURL(argv[1]).href) {
  await main()
  rmSync(reports, { recursive: true, force: true })
  console.log(`${tally.passed} passed, ${tally.failed} failed`)
  exit(tally.failed || !tally.passed ? 1 : 0)
}
