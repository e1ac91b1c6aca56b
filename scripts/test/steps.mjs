import { spawn } from 'node:child_process'

const LONGEST = 30 * 60_000

// A shell that is set up for a running portal must not lead the tests to its database or port.
const FOREIGN =
  /^(PORT|HOST|APP_URL|DATA_DIR|DATABASE_\w+|AUTH_\w+|OIDC_\w+|SMTP_URL|MAIL_FROM|METRICS_TOKEN|TRUSTED_PROXIES|DEMO|LOG_LEVEL|WORKER|WEBHOOK_PRIVATE_HOSTS|NODE_ENV)$/

// Colours are for people; a log keeps the plain words.
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }

const running = new Set()

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const { child } of running) end(child, signal)
    void Promise.all([...running].map(({ fault }) => fault)).then(() => process.exit(1))
  })
}

function end(child, signal) {
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It has ended by itself in the meantime.
  }
}

function start([command, ...args], stdio, extra) {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)))
  const child = spawn(command, args, { stdio, env: { ...own, ...plain, ...extra }, detached: true })
  const alarm = setTimeout(() => end(child, 'SIGKILL'), LONGEST)
  const fault = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code, signal) => resolve(code === 0 ? '' : `ended with ${signal ?? code}`))
  })
  const step = { child, fault }
  running.add(step)
  void fault.then(() => {
    clearTimeout(alarm)
    running.delete(step)
  })
  return step
}

const since = (began) => `${((performance.now() - began) / 1000).toFixed(1)} s`

/** Runs a check whose output matters only if it fails. */
export async function runQuietly(name, command) {
  const began = performance.now()
  const { child, fault } = start(command, ['ignore', 'pipe', 'pipe'], {})
  const said = []
  child.stdout.on('data', (piece) => said.push(piece))
  child.stderr.on('data', (piece) => said.push(piece))
  const why = await fault
  console.log(`${why ? '✗' : '✓'} ${name} ${since(began)}`)
  if (why) console.log(`${Buffer.concat(said).toString().trimEnd()}\n  ${name} ${why}`)
  return !why
}

/** Runs something long, with its own progress on the screen. */
export async function runLive(name, command, extra = {}) {
  const began = performance.now()
  console.log(`… ${name}`)
  const { fault } = start(command, ['ignore', 'inherit', 'inherit'], extra)
  const why = await fault
  console.log(why ? `✗ ${name} ${since(began)}: ${why}` : `✓ ${name} ${since(began)}`)
  return !why
}
