import { checkPort, startWeb } from '#app/_next/entry'
import { letterWriter } from '#app/_next/letters'
import { log } from '#app/_next/log'
import { availability, watchDatabase } from '#db/availability'
import { closeDatabase } from '#db/client'
import { settle } from '#db/environment'
import type { Installation } from '#db/installation'
import { openInstallation, requireAuthSecret } from '#db/installation'
import { installJobs } from '#db/jobs'
import { migrate } from '#db/migrate'
import { startOver } from '#db/reset'
import { seedDemo } from '#db/seed/demo/demo'
import { seedReference } from '#db/seed/reference/seed'
import { inTurn } from '#db/turn'
import type { Environment } from '#domain/environment'
import { endWith } from '#scripts/ending'
import { hasPeople, needsSetUp } from '#server/accounts/actor-queries'
import { prepareSetUp } from '#server/accounts/set-up'
import { QUEUES } from '#server/jobs/schedule'
import { startWorker } from '#server/jobs/worker'

let ready = false
/** The line that says the portal is ready stays the last on standard output; what comes later is for the log. */
const say = (line: string) => void (ready ? log.warn(line) : process.stdout.write(`${line}\n`))
const dev = process.argv.includes('--dev')

/** Everything stops within this; what is cut off then was not acknowledged to anybody. */
const STOP_WITHIN = 9_500

/** What to stop, the last started first. */
const stops: (() => Promise<unknown>)[] = []

let stopping = false
const stopAll = async (code: number): Promise<never> => {
  if (stopping) return new Promise(() => undefined)
  stopping = true
  // Cut off is stopped all the same: what was asked for was the end.
  setTimeout(() => process.exit(code), STOP_WITHIN).unref()
  for (const stop of stops.toReversed()) {
    await stop().catch((error: unknown) => log.error({ err: error }, 'stop failed'))
  }
  process.exit(code)
}

/** The accounts are the last thing that the demo tells, so people without any were left by one that was cut off. */
const fillWithDemo = async ({ embedded, ownerUrl, environment }: Installation, { demo }: Environment) => {
  if (!(demo ?? embedded) || !(await needsSetUp())) return
  if (await hasPeople()) {
    if (!embedded) return say('This database has people already: no demo centre is put into it.')
    say('The demo centre was cut off while it was filled; starting over …')
    await startOver(ownerUrl)
    await seedReference(environment.databaseUrl ?? ownerUrl)
  }
  say('Filling the empty database with the demo centre …')
  await seedDemo({ log: (line) => say(`  ${line}`) })
}

const announceSetUp = async ({ appUrl, authSecret = '' }: Environment) => {
  const token = await prepareSetUp(new Date(), authSecret)
  if (token) say(`Nobody can sign in yet. Set the portal up at ${appUrl}/set-up with this token: ${token}`)
}

const openDatabases = async (environment: Environment): Promise<Installation> => {
  const installation = await openInstallation(environment, say)
  stops.push(installation.leave)
  stops.push(closeDatabase)
  requireAuthSecret(installation.environment)
  const { ownerUrl } = installation
  // As one piece: a second start would find a half-told demo centre, take it for one that was cut off, and begin it anew.
  await inTurn(ownerUrl, say, async () => {
    await migrate(ownerUrl)
    await installJobs(ownerUrl, QUEUES)
    await seedReference(installation.environment.databaseUrl ?? ownerUrl)
    availability.migrated = true
    await fillWithDemo(installation, installation.environment)
  })
  return installation
}

const watch = (url: string) =>
  new Promise<void>((up) => {
    const end = watchDatabase(url, (state) => {
      log[state === 'away' ? 'error' : 'info']({ database: state }, 'database')
      if (state === 'up') up()
    })
    stops.push(end)
  })

const start = async (wished: Environment) => {
  const port = wished.web ? await checkPort(wished) : wished.port
  const { appUrl } = settle({ PORT: String(port) })
  // next-auth would otherwise believe the Host header of whoever asks, and send people back there.
  const { environment } = await openDatabases(settle({ AUTH_URL: appUrl }))
  if (environment.databaseUrl) await watch(environment.databaseUrl)
  const write = letterWriter(environment.appUrl)
  if (environment.worker) stops.push((await startWorker({ environment, log, write })).stop)
  if (environment.web) stops.push((await startWeb({ environment, dev, log })).stop)
  if (environment.web) await announceSetUp(environment)
  say(environment.web ? `Sviato is ready: http://localhost:${port}` : 'Sviato is ready: worker only')
  ready = true
}

/** Runs the portal until a signal, the end of the process that started it, or a defect. */
export function serve(wished: Environment): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAll(0))
  // The process that started this one is gone, however it went.
  process.on('disconnect', () => void stopAll(0))
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'defect'))
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'defect')
    void stopAll(1)
  })
  start(wished).catch(async (error: unknown) => {
    if (stopping) return
    stopping = true
    // The database must not stay behind, whatever stopped the start.
    for (const stop of stops.toReversed()) await stop().catch(() => undefined)
    endWith(error)
  })
}
