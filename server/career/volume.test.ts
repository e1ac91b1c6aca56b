import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { FIRST_VERSION_ID, LADDER_ID } from '#db/seed/reference/career'
import { referenceId } from '#db/seed/reference/ids'
import { testDatabase } from '#db/testing'
import { makePerson, makeSite, makeTeam } from '#db/testing/people'
import { looksAt } from '#db/testing/plans'
import { asSuperuser } from '#db/testing/server'
import type { Actor } from '#domain/access'
import { draftLadder } from '#server/career/draft'
import { touchedPeople } from '#server/career/met-queries'
import { informedBoard, worksBoard } from '#server/career/scoreboard-queries'

const PEOPLE = 9000
// Each person meets some positions with some requirements each: tens of rows, and not thousands of other people.
const LINEAR = 100 * PEOPLE

const LADDER = ['operator', 'mentor', 'senior-operator', 'supervisor']
let hr: Actor

beforeAll(async () => {
  const siteId = await makeSite()
  const teamId = await makeTeam(siteId)
  hr = await makePerson({ siteId, teamId, roles: [{ role: 'hr' }] })
  // A ladder is changed while there is one that holds; of one version alone Postgres would guess better.
  await draftLadder(hr, { ladderId: LADDER_ID })
  const positions = sql.param(LADDER.map((slug) => referenceId('position', slug)))
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      insert into people (id, name, email, created_at)
      select gen_random_uuid(), 'Людина ' || n, n || '@crowd.test', now() from generate_series(1, ${PEOPLE}) n`)
    await tx.execute(sql`
      create temporary table crowd on commit drop as
      select id, row_number() over (order by id) as n, set_config('sviato.reader', 'everyone', true) from people where email like '%@crowd.test'`)
    await tx.execute(sql`
      insert into employments (id, person_id, position_id, site_id, team_id, kind, valid, created_at)
      select gen_random_uuid(), c.id, (${positions}::uuid[])[1 + (c.n % 10) / 7 + (c.n % 100) / 99 + (c.n % 1000) / 999], ${siteId}, ${teamId}, 'hire',
        daterange(current_date - (c.n % 900)::int, null), now() from crowd c`)
    await tx.execute(sql`
      insert into metric_values (person_id, key, month, value, sample, source, recorded_at)
      select c.id, k.key, date_trunc('month', current_date)::date - make_interval(months => m), 80 + c.n % 20, 10, 'import', now()
      from crowd c, (select distinct key from requirements where kind = 'metric') k, generate_series(0, 2) m`)
    await tx.execute(sql`
      insert into completions (id, person_id, training_id, outcome, completed_on, recorded_by, created_at)
      select gen_random_uuid(), c.id, k.training_id, 'passed', current_date - 30, ${hr.personId}, now()
      from crowd c, (select distinct training_id from requirements where kind = 'training') k where c.n % 3 > 0`)
    await tx.execute(sql`
      insert into intents (id, person_id, kind, target_id, visibility, ask_again_on, declared_at)
      select gen_random_uuid(), c.id, 'grow', ${referenceId('position', 'mentor')}, 'supervisor', current_date + 90, now() - interval '40 days'
      from crowd c where c.n % 3 = 0`)
  })
  // As a server that has run for a while: statistics are there.
  const superuserUrl = new URL(testDatabase().ownerUrl).href
  await asSuperuser({ superuserUrl }, (owner) => owner.query('analyze'))
})

describe(`with ${PEOPLE} people everybody is held against the ladder once, not each against each`, () => {
  test('whom a published change concerns', async () => {
    const { rows: asked } = await db.execute<{ id: string }>(
      sql`select id from requirements where version_id = ${FIRST_VERSION_ID} and kind in ('training', 'metric')`,
    )
    const requirementIds = asked.map(({ id }) => id)
    const touched = touchedPeople({ requirementIds, movesFrom: [], versionId: FIRST_VERSION_ID }, new Date())
    expect((await db.execute(touched)).rows.length).toBeGreaterThan(PEOPLE * 0.9)
    expect((await looksAt((reader) => reader.execute(touched))).rows).toBeLessThan(LINEAR)
  })

  test('who knows the next step, and where wishes stand still', async () => {
    expect((await looksAt((reader) => informedBoard(hr, {}, { reader }))).rows).toBeLessThan(LINEAR)
    expect((await worksBoard(hr, {})).of).toBe(PEOPLE / 3)
    expect((await looksAt((reader) => worksBoard(hr, {}, { reader }))).rows).toBeLessThan(LINEAR)
  })
})
