import PgBoss from 'pg-boss'
import type { Logger } from 'pino'
import { openDatabase } from '#db/client'
import { JOBS_SCHEMA } from '#db/jobs'
import type { Environment } from '#domain/environment'
import type { WriteLetter } from '#server/channels/mail'
import { openMail } from '#server/channels/mail'
import type { Post } from '#server/jobs/deliver-notices'
import type { Job } from '#server/jobs/schedule'
import { SCHEDULE } from '#server/jobs/schedule'

type Options = {
  environment: Environment
  log: Logger
  schedule?: readonly Job[]
  /** The words of letters; without them nothing is mailed. */
  write?: WriteLetter
}

export type Worker = {
  /** Runs a job now, beside its schedule. */
  send: (name: string) => Promise<void>
  stop: () => Promise<void>
}

/** Seconds that a stop waits for a running job; what is cut off runs again. */
const GRACE = 4

const carryOut = (job: Job, post: Post | undefined, log: Logger) => async () => {
  const begun = performance.now()
  try {
    await job.run(new Date(), post)
    const ms = Math.round(performance.now() - begun)
    log[job.quiet ? 'debug' : 'info']({ job: job.name, ms }, 'job done')
  } catch (error) {
    log.error({ job: job.name, err: error }, 'job failed')
    throw error
  }
}

/**
 * Does the jobs of the schedule. Any number of workers share them: each run is done by one, tried three times, and a schedule
 * that is no longer in the table is taken out.
 */
export async function startWorker(options: Options): Promise<Worker> {
  const { environment, log, write, schedule = SCHEDULE } = options
  if (!environment.databaseUrl) throw new Error('DATABASE_URL is not set: start through `npm start`')
  const { $client: pool } = openDatabase(environment.databaseUrl, { max: 3 })
  const mailer = environment.mail && openMail(environment.mail)
  const post = mailer && write && { mailer, write }
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: JOBS_SCHEMA,
    migrate: false,
    retryLimit: 2,
    retryBackoff: true,
    cronMonitorIntervalSeconds: 20,
  })
  boss.on('error', (error) => log.warn({ reason: error.message }, 'jobs wait for the database'))
  await boss.start()
  for (const { name } of await boss.getSchedules()) {
    if (!schedule.some((job) => job.name === name)) await boss.unschedule(name)
  }
  for (const job of schedule) {
    await boss.work(job.name, { pollingIntervalSeconds: 2 }, carryOut(job, post, log))
    await boss.schedule(job.name, job.cron)
  }
  return {
    send: async (name) => {
      await boss.send(name, {})
    },
    stop: async () => {
      await boss.stop({ graceful: true, wait: true, timeout: GRACE * 1000, close: false })
      mailer?.close()
      await pool.end()
    },
  }
}
