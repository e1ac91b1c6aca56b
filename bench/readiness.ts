import { writeFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { closeDatabase, db } from '#db/client'
import { settle } from '#db/environment'
import type { TestServer } from '#db/testing/server'
import { cloneDatabase } from '#db/testing/server'
import { findActor } from '#server/accounts/actor-queries'
import { reachablePairs, readyPairs } from '#server/career/met-queries'
import { readiness } from '#server/career/own-queries'

const TIMES = 7
const PLAN_FILE = '.test/bench-readiness-plan.txt'

const median = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return median(times)
}

/**
 * All readiness pairs of a centre (everybody × each position that a move leads to) in one statement, and one person's own page; the
 * plan of the first is kept in a file.
 */
export async function measureReadiness(
  server: TestServer,
  template: string,
  say: (line: string) => void,
): Promise<void> {
  const { url, ownerUrl, drop } = await cloneDatabase(server, template)
  settle({ DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl })
  try {
    const now = new Date()
    const pairs = reachablePairs(sql`(select id from published_versions limit 1)`)
    const all = sql`select count(*)::int as pairs, count(*) filter (where ready)::int as ready from (${readyPairs({ pairs, now })}) r`
    const { rows } = await db.execute<{ pairs: number; ready: number }>(all)
    const ms = await timed(() => db.execute(all))
    say(
      `readiness: ${rows[0]?.pairs} pairs, ${rows[0]?.ready} ready, ${ms.toFixed(0)} ms (median of ${TIMES})`,
    )
    const plan = await db.execute<{ 'QUERY PLAN': string }>(sql`explain (analyze, buffers) ${all}`)
    writeFileSync(PLAN_FILE, plan.rows.map((row) => row['QUERY PLAN']).join('\n'))
    say(`its plan: ${PLAN_FILE}`)
    const found = await db.execute<{ id: string }>(
      sql`select id from people where email = 'operator@sviato.test'`,
    )
    const actor = await findActor(found.rows[0]?.id ?? '')
    if (actor)
      say(
        `one person’s own page, three statements: ${(await timed(() => readiness(actor, {}))).toFixed(1)} ms`,
      )
  } finally {
    await closeDatabase()
    await drop()
  }
}
