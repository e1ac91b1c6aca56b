import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '#db/client'
import { environment } from '#db/environment'
import { installJobs } from '#db/jobs'
import { testDatabase } from '#db/testing'
import { QUEUES, SCHEDULE } from '#server/jobs/schedule'
import { startWorker } from '#server/jobs/worker'
import { wakeWorker } from '#server/wake-worker'

const quiet = pino({ level: 'silent' })

const asOwner = async (text: string) => {
  const client = new Client({ connectionString: testDatabase().ownerUrl })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const eventually = async (check: () => boolean | Promise<boolean>) => {
  for (let tries = 0; !(await check()); tries++) {
    if (tries > 200) throw new Error('it never came')
    await wait(50)
  }
}

beforeAll(async () => {
  await installJobs(testDatabase().ownerUrl, [...QUEUES, 'ring', 'stumble'])
})
afterAll(() => asOwner('drop schema pgboss cascade'))

it('installs twice without harm, and leaves the application no right to change tables', async () => {
  await installJobs(testDatabase().ownerUrl, [...QUEUES, 'ring', 'stumble'])
  await expect(db.execute('create table pgboss.mine (id int)')).rejects.toMatchObject({
    cause: { message: expect.stringMatching(/permission denied/) },
  })
})

it('runs a job once for each request, as the restricted role, and takes old schedules out', async () => {
  await asOwner(`insert into pgboss.schedule (name, cron, timezone) values ('stumble', '0 0 * * *', 'UTC')`)
  let rung = 0
  const ring = async () => {
    rung++
  }
  const schedule = [{ name: 'ring', cron: '0 3 * * *', run: ring }]
  const worker = await startWorker({ environment: environment(), log: quiet, schedule })
  await worker.send('ring')
  await eventually(() => rung === 1)
  expect(await asOwner('select name from pgboss.schedule')).toEqual([{ name: 'ring' }])
  await worker.stop()
  expect(rung).toBe(1)
})

it('tries a job again after it failed', async () => {
  let tries = 0
  const stumble = async () => {
    tries++
    if (tries === 1) throw new Error('the first time')
  }
  const schedule = [{ name: 'stumble', cron: '0 3 * * *', run: stumble }]
  const worker = await startWorker({ environment: environment(), log: quiet, schedule })
  await worker.send('stumble')
  await eventually(() => tries === 2)
  await worker.stop()
})

it('has a queue for every job, and times that pg-boss understands', async () => {
  const worker = await startWorker({ environment: environment(), log: quiet })
  const rows = await asOwner('select name, cron from pgboss.schedule order by name')
  await worker.stop()
  expect(rows).toEqual(
    SCHEDULE.map(({ name, cron }) => ({ name, cron })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  )
})

it('is woken by an act that is committed, and by none that is not', async () => {
  let woken = 0
  const ring = async () => {
    woken++
  }
  const worker = await startWorker({
    environment: environment(),
    log: quiet,
    schedule: [{ name: 'ring', cron: '0 3 * * *', run: ring }],
  })
  const undone = db.transaction(async (tx) => {
    await wakeWorker(tx, 'ring')
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await asOwner(`select 1 from pgboss.job where name = 'ring' and state = 'created'`)).toEqual([])
  await db.transaction((tx) => wakeWorker(tx, 'ring'))
  await eventually(() => woken === 1)
  await worker.stop()
})
