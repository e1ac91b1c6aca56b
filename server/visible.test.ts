import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { makePerson, makeSite, makeTeam } from '#db/testing/people'
import type { Actor, Permission } from '#domain/access'
import { covers, reach, systemActor } from '#domain/access'
import { policy } from '#domain/policy'
import { visible } from '#server/visible'

type Row = { id: string; teamId: string | null; siteId: string | null }
const actors: Actor[] = []
let rows: Row[]

beforeAll(async () => {
  const [kyiv, lviv] = [await makeSite('Київ'), await makeSite('Львів')]
  const [one, two, far] = [await makeTeam(kyiv), await makeTeam(kyiv), await makeTeam(lviv)]
  const operator = await makePerson({ siteId: kyiv, teamId: one })
  // The led team is not the leader's own: the case that a naive twin gets wrong.
  const supervisor = await makePerson({
    siteId: kyiv,
    teamId: two,
    roles: [{ role: 'supervisor', teamId: one }],
  })
  const farLeader = await makePerson({
    siteId: lviv,
    teamId: far,
    roles: [{ role: 'supervisor', teamId: far }],
  })
  const teamless = await makePerson({ siteId: kyiv })
  const double = await makePerson({
    siteId: kyiv,
    teamId: one,
    roles: [
      { role: 'head', siteId: lviv },
      { role: 'trainer', siteId: kyiv },
    ],
  })
  const hr = await makePerson({ siteId: kyiv, roles: [{ role: 'hr' }] })
  const hrOfSite = await makePerson({ siteId: kyiv, roles: [{ role: 'hr', siteId: lviv }] })
  const admin = await makePerson({ siteId: kyiv, roles: [{ role: 'admin' }] })
  const quality = await makePerson({
    siteId: kyiv,
    roles: [{ role: 'quality', siteId: kyiv }, { role: 'safety' }],
  })
  const mentor = {
    ...(await makePerson({ siteId: kyiv, teamId: two, roles: [{ role: 'mentor' }] })),
    menteeIds: [operator.personId],
  }
  actors.push(
    operator,
    supervisor,
    farLeader,
    teamless,
    double,
    hr,
    hrOfSite,
    admin,
    quality,
    mentor,
    systemActor(),
  )
  const found = await db.execute<Row>(sql`
    select p.id, e.team_id as "teamId", e.site_id as "siteId" from people p join current_employments e on e.person_id = p.id`)
  rows = [...found.rows, { id: operator.personId, teamId: null, siteId: null }]
})

const asTable = () =>
  sql`(values ${sql.join(
    rows.map(
      ({ id, teamId, siteId }, index) => sql`(${index}::int, ${id}::uuid, ${teamId}::uuid, ${siteId}::uuid)`,
    ),
    sql`, `,
  )}) as r (place, person_id, team_id, site_id)`

test.each(Object.keys(policy) as Permission[])(
  'the twins agree on %s for every actor and row',
  async (permission) => {
    for (const actor of actors) {
      const coverage = reach(actor, permission)
      const columns = { people: [sql`r.person_id`], teamId: sql`r.team_id`, siteId: sql`r.site_id` }
      const found = await db.execute<{ place: number }>(
        sql`select place from ${asTable()} where ${visible(coverage, columns)} order by place`,
      )
      const expected = rows.flatMap(({ id, teamId, siteId }, place) =>
        covers(coverage, { people: [id], teamId, siteId }) ? [place] : [],
      )
      expect(found.rows.map((row) => row.place)).toEqual(expected)
    }
  },
)
