// Builds what is stale: the pages by Next into .next, the server and every script by esbuild into .build.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chooseNode, give, PROJECT, say } from './prepare.mjs'

const FOLDERS = ['app', 'bench', 'components', 'db', 'domain', 'messages', 'public', 'scripts', 'server']
const FILES = [
  'instrumentation.ts',
  'next.config.mjs',
  'package.json',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
]
const STAMP = join(PROJECT, '.build/stamp.json')
const LOCK = join(PROJECT, '.build/lock')

const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'results' ? [] : filesUnder(path)
    return entry.name.includes('.test.') ? [] : [path]
  })

/** A fingerprint of everything the build is made from; tests and documents are not. */
export function fingerprint() {
  const folders = FOLDERS.map((name) => join(PROJECT, name)).filter(existsSync)
  const files = [
    ...folders.flatMap(filesUnder),
    ...FILES.map((name) => join(PROJECT, name)).filter(existsSync),
  ]
  const hash = createHash('sha256')
  for (const path of files.sort())
    hash.update(path.slice(PROJECT.length)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

const readStamp = () => {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'))
  } catch {
    return {}
  }
}

const bundle = async () => {
  const { build, stop } = await import('esbuild')
  const scripts = readdirSync(join(PROJECT, 'scripts')).filter(
    (name) => name.endsWith('.ts') && !name.includes('.test.'),
  )
  await build({
    absWorkingDir: PROJECT,
    entryPoints: scripts.map((name) => join('scripts', name)),
    outdir: '.build',
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    bundle: true,
    splitting: true,
    chunkNames: 'shared/[name]-[hash]',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'warning',
  })
  await stop()
}

const buildPages = () => {
  say('Building the pages (about half a minute, once for each version) …')
  const result = spawnSync(chooseNode(), ['node_modules/next/dist/bin/next', 'build'], {
    cwd: PROJECT,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 2, 2],
  })
  if (result.status !== 0) give(1, 'The build failed; the reason stands above.')
}

const isHeld = () => {
  try {
    process.kill(Number(readFileSync(LOCK, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}

/** Of two commands started at once in the same folder, one builds and the other waits for it. */
const locked = async (work) => {
  for (let told = false; ; told = true) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST')
        give(2, `The project folder must be writable for the build: ${error.message}`)
    }
    if (!isHeld()) rmSync(LOCK, { force: true })
    else if (!told) say('Another command is building; waiting for it …')
    await wait(200)
  }
  const release = () => rmSync(LOCK, { force: true })
  process.once('exit', release)
  try {
    await work()
  } finally {
    // At once: the command that built may go on for days as the portal.
    release()
    process.off('exit', release)
  }
}

/**
 * Makes the build equal to the sources. `pages: false` leaves out Next, for scripts and for development.
 */
export async function build({ pages = true } = {}) {
  try {
    mkdirSync(join(PROJECT, '.build'), { recursive: true })
  } catch (error) {
    give(2, `The project folder must be writable for the build: ${error.message}`)
  }
  const sources = fingerprint()
  const isFresh = () => {
    const stamp = readStamp()
    const hasPages =
      stamp.pages === sources && statSync(join(PROJECT, '.next/BUILD_ID'), { throwIfNoEntry: false })
    return stamp.scripts === sources && (!pages || Boolean(hasPages))
  }
  if (isFresh()) return
  await locked(async () => {
    if (isFresh()) return
    await bundle()
    if (pages) buildPages()
    const before = readStamp()
    writeFileSync(STAMP, JSON.stringify({ scripts: sources, pages: pages ? sources : before.pages }))
  })
}

if (process.argv[1] === join(PROJECT, 'scripts/build.mjs')) await build()
