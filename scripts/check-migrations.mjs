import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

// drizzle-kit takes paths relative to the project only.
const copy = join('.test', `migrations-${process.pid}`)
const kit = (...args) => spawnSync('node_modules/.bin/drizzle-kit', args, { encoding: 'utf8' })
const sqlIn = (folder) => readdirSync(folder).filter((name) => name.endsWith('.sql'))

function fail(why) {
  throw new Error(why)
}

// A snapshot is the whole schema: the newest is what the next migration is made from, the others would only weigh.
const snapshots = readdirSync('db/migrations/meta').filter((name) => name.endsWith('_snapshot.json'))
if (snapshots.length > 1)
  fail(
    `keep the newest snapshot alone in db/migrations/meta; remove ${snapshots.sort().slice(0, -1).join(', ')}`,
  )

const check = kit('check', '--dialect=postgresql', '--out=db/migrations')
if (check.status !== 0) fail(check.stdout + check.stderr)

mkdirSync('.test', { recursive: true })
cpSync('db/migrations', copy, { recursive: true })
try {
  const before = sqlIn(copy).length
  const made = kit(
    'generate',
    '--dialect=postgresql',
    '--schema=./db/schema/*.ts',
    `--out=./${copy}`,
    '--casing=snake_case',
  )
  if (made.status !== 0) fail(made.stdout + made.stderr)
  if (sqlIn(copy).length !== before) fail(`db/schema says more than db/migrations does:\n${made.stdout}`)
} finally {
  rmSync(copy, { recursive: true, force: true })
}
console.log('the migrations make the schema')
