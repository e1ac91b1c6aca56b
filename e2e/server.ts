import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { FullConfig } from '@playwright/test'
import type { Addresses } from '#db/testing/server'
import {
  cloneDatabase,
  ensureTemplate,
  fingerprint,
  openTestServer,
  type TestServer,
} from '#db/testing/server'
import { tellLanes } from '#e2e/lane'
import { findBrowser } from '../scripts/browser.mjs'
import { chooseNode } from '../scripts/prepare.mjs'

const READY = /Sviato is ready: (\S+)/
const LONGEST_START = 180_000
/** docs/operations.md: whatever goes on, the portal has stopped by then. */
const LONGEST_STOP = 10_000

/**
 * Once a run: for each worker the production build on a free port, with its own copy of the demo centre. The demo is told once a
 * day and version and kept as a template. E2E_URL leads the tests to a server that already runs.
 */
export default async function start({ workers }: Pick<FullConfig, 'workers'>) {
  // Unpacked here, so that no test waits for it.
  findBrowser()
  rmSync('.test/states', { recursive: true, force: true })
  const origin = process.env.E2E_URL
  if (origin) return tellLanes([{ origin, url: '', ownerUrl: '' }])
  const postgres = await openTestServer()
  const ends: (() => Promise<unknown>)[] = [postgres.stop]
  const stopAll = async () => {
    for (const end of ends.splice(0).reverse()) await end()
  }
  try {
    const template = await demoTemplate(postgres)
    const lanes = []
    for (let number = 0; number < workers; number += 1) {
      const { drop, ...addresses } = await cloneDatabase(postgres, template)
      ends.push(drop)
      const portal = await startPortal(addresses, { name: `server-${number}` })
      ends.push(portal.stop)
      lanes.push({ ...addresses, origin: portal.url })
    }
    tellLanes(lanes)
    return stopAll
  } catch (error) {
    await stopAll()
    throw error
  }
}

function demoTemplate(postgres: TestServer): Promise<string> {
  const today = new Date().toISOString().slice(0, 10)
  const mark = fingerprint(['db', 'domain', 'server'], today)
  return ensureTemplate(postgres, 'demo', mark, async (addresses) => {
    // Two that are started at once, as by two replicas of one installation: one tells the centre, the other waits for it.
    const telling = ['telling', 'waiting'].map((name) => startPortal(addresses, { name }))
    for (const portal of await Promise.all(telling)) await portal.stop()
  })
}

type Portal = {
  url: string
  log: () => string
  /** Asks it to end and answers its exit code. */
  stop: () => Promise<number | null>
  /** Ends it without a word, as `kill -9` does. */
  kill: () => Promise<void>
}
type Wish = { name?: string; port?: number; settings?: Record<string, string> }

/** One more instance of the production build. */
export async function startPortal({ url, ownerUrl }: Addresses, wish: Wish = {}): Promise<Portal> {
  const port = wish.port ?? (await freePort())
  const address = `http://localhost:${port}`
  const path = `.test/${wish.name ?? 'server'}.log`
  mkdirSync('.test/files', { recursive: true })
  const log = openSync(path, 'w')
  const child = spawn(chooseNode(), ['--enable-source-maps', '.build/serve.js'], {
    // The portal ends when this channel closes, however the tests end.
    stdio: ['ignore', log, log, 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      APP_URL: address,
      DATA_DIR: '.test/files',
      DATABASE_URL: url,
      DATABASE_OWNER_URL: ownerUrl,
      AUTH_SECRET: 'only-for-tests-'.repeat(3),
      DEMO: '1',
      LOG_LEVEL: 'warn',
      ...wish.settings,
    },
  })
  closeSync(log)
  const read = () => readFileSync(path, 'utf8')
  await untilReady(child, read)
  return { url: address, log: read, stop: () => stop(child), kill: () => kill(child) }
}

async function untilReady(child: ChildProcess, log: () => string) {
  const until = performance.now() + LONGEST_START
  while (!READY.test(log())) {
    if (child.exitCode !== null || performance.now() > until) {
      await stop(child)
      throw new Error(`The portal did not start:\n${log().slice(-4000)}`)
    }
    await wait(100)
  }
}

async function kill(child: ChildProcess) {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null) return child.exitCode
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const inTime = await Promise.race([ended.then(() => true), wait(LONGEST_STOP, false, { ref: false })])
  if (inTime) return child.exitCode
  child.kill('SIGKILL')
  throw new Error('The portal did not stop within 10 seconds')
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
