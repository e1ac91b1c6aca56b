import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { testDatabase } from '#db/testing'
import type { Floor } from '#db/testing/floor'
import { makeFloor, VERSION } from '#db/testing/floor'
import { looksAt } from '#db/testing/plans'
import { asSuperuser } from '#db/testing/server'
import { listActions } from '#server/workplace/action-queries'
import { myMeasures } from '#server/workplace/measure-queries'
import { listRounds, mySeat } from '#server/workplace/queries'
import { showSeat } from '#server/workplace/seat-page-queries'
import { siteMap } from '#server/workplace/seat-queries'

const [SEATS, WEEKS] = [80, 200]
// A page looks at its seats and at a few rows of each, never at the 16,000 rounds and 48,000 readings behind them.
const FEW = 1500

let floor: Floor

beforeAll(async () => {
  floor = await makeFloor()
  const { siteId, roomId, supervisor } = floor
  await db.execute(sql`
    insert into workplaces (id, room_id, site_id, code, x_mm, y_mm, created_at)
    select gen_random_uuid(), ${roomId}, ${siteId}, 'V-' || n, 1000, 1000, now() from generate_series(1, ${SEATS}::int) n`)
  await db.execute(sql`
    insert into inspections (id, version_id, room_id, workplace_id, status, season, started_at, started_by, received_at, submitted_at,
      submitted_by, score, completeness, verdict, scoring_rule)
    select gen_random_uuid(), ${VERSION}, ${roomId}, w.id, 'submitted', 'cold', at, ${supervisor.personId}, at, at, ${supervisor.personId},
      1, 1, 'pass', 1
    from workplaces w cross join generate_series(1, ${WEEKS}::int) week
    cross join lateral (select now() - week * interval '7 days' as at) t where w.room_id = ${roomId}`)
  await db.execute(sql`
    insert into readings (id, room_id, workplace_id, metric, value, unit, source, taken_at)
    select gen_random_uuid(), ${roomId}, w.id, m, 1, 'x', 'browser', now() - week * interval '7 days'
    from workplaces w cross join generate_series(1, ${WEEKS}::int) week
    cross join unnest('{pop_p95_s,cpu_job_ms,rtt_ms}'::text[]) m where w.room_id = ${roomId}`)
  const superuserUrl = new URL(testDatabase().ownerUrl).href
  await asSuperuser({ superuserUrl }, (owner) => owner.query('analyze'))
})

test('after five years of weekly rounds the pages of a seat look at a few rows', async () => {
  const { operator, head, seatId: workplaceId } = floor
  expect((await looksAt((reader) => mySeat(operator, {}, { reader }))).rows).toBeLessThan(FEW)
  expect((await looksAt((reader) => showSeat(operator, { workplaceId }, { reader }))).rows).toBeLessThan(FEW)
  expect((await looksAt((reader) => myMeasures(operator, {}, { reader }))).rows).toBeLessThan(FEW)
  for (const actor of [operator, head]) {
    const rounds = (await looksAt((reader) => listRounds(actor, { workplaceId, limit: 10 }, { reader }))).rows
    expect(rounds).toBeLessThan(FEW)
    expect((await looksAt((reader) => listActions(actor, { workplaceId }, { reader }))).rows).toBeLessThan(
      FEW,
    )
  }
})

test('and so do the site map and the rounds that somebody may see', async () => {
  expect(
    (await looksAt((reader) => siteMap(floor.operator, { site: 'mine' }, { reader }))).rows,
  ).toBeLessThan(FEW)
  for (const actor of [floor.operator, floor.colleague, floor.head])
    expect((await looksAt((reader) => listRounds(actor, {}, { reader }))).rows).toBeLessThan(FEW)
})
