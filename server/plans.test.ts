import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { testDatabase } from '#db/testing'
import { makePerson, makePosition, makeSite, makeTeam } from '#db/testing/people'
import { looksAt } from '#db/testing/plans'
import { asSuperuser } from '#db/testing/server'
import type { Actor } from '#domain/access'
import { listAudit } from '#server/audit/queries'
import { listNotices } from '#server/notifications/queries'
import { listPeople } from '#server/people/queries'

const PEOPLE = 20_000
const FEW = 1500
const NOBODY = { teamId: '', siteId: '' }

let hr: Actor
const place = { ...NOBODY }

beforeAll(async () => {
  const sites = await Promise.all(Array.from({ length: 5 }, () => makeSite()))
  const teams = await Promise.all(sites.map((siteId) => makeTeam(siteId)))
  place.siteId = sites[1] as string
  place.teamId = await makeTeam(place.siteId)
  hr = await makePerson({ siteId: place.siteId, teamId: place.teamId, roles: [{ role: 'hr' }] })
  const position = await makePosition('operator')
  await db.execute(sql`
    insert into people (id, name, email, created_at)
    select gen_random_uuid(), 'Людина ' || md5(n::text), n || '@volume.test', now() from generate_series(1, ${PEOPLE}) n`)
  await db.execute(sql`
    insert into employments (id, person_id, position_id, site_id, team_id, kind, valid, created_at)
    select gen_random_uuid(), p.id, ${position}, s.id, s.team, 'hire', daterange('2026-01-05', null), now()
    from (select id, row_number() over () as n from people where email like '%@volume.test') p
    join unnest(${sql.param(sites)}::uuid[], ${sql.param(teams)}::uuid[]) with ordinality as s (id, team, n)
      on s.n = 1 + p.n % 5`)
  await db.execute(sql`
    insert into notices (id, person_id, kind, href, created_at)
    select gen_random_uuid(), ${hr.personId}, 'people.moved', '/', now() - n * interval '1 minute'
    from generate_series(1, ${PEOPLE}) n`)
  await db.execute(sql`
    insert into audit_entries (id, on_date, at, actor_id, verb, subject_kind, via)
    select gen_random_uuid(), current_date, now() - row_number() over () * interval '1 minute', id, 'settings.prefer', 'person', 'web'
    from people`)
  // As a server that has run for a while: statistics are there.
  const superuserUrl = new URL(testDatabase().ownerUrl).href
  await asSuperuser({ superuserUrl }, (owner) => owner.query('analyze'))
})

describe(`with ${PEOPLE} people, notices and audit entries a list looks at a page of them`, () => {
  test('people by name, the first page and the next', async () => {
    const first = await listPeople(hr, {})
    expect(first.items).toHaveLength(50)
    expect((await looksAt((reader) => listPeople(hr, {}, { reader }))).rows).toBeLessThan(FEW)
    const cursor = first.next ?? undefined
    expect((await looksAt((reader) => listPeople(hr, { cursor }, { reader }))).rows).toBeLessThan(FEW)
  })

  test('people of a site, of a team, found by a part of the name or the address', async () => {
    const part = { search: '0a1b' }
    for (const filter of [
      { siteId: place.siteId },
      { teamId: place.teamId },
      part,
      { email: '7@volume.test' },
    ]) {
      expect((await looksAt((reader) => listPeople(hr, filter, { reader }))).rows).toBeLessThan(FEW)
    }
  })

  test('the inbox, the first page and the next', async () => {
    const cursor = (await listNotices(hr, {})).next ?? undefined
    expect((await looksAt((reader) => listNotices(hr, {}, { reader }))).rows).toBeLessThan(FEW)
    expect((await looksAt((reader) => listNotices(hr, { cursor }, { reader }))).rows).toBeLessThan(FEW)
  })

  test('the audit, the first page, the next, and what one person did', async () => {
    const cursor = (await listAudit(hr, {})).next ?? undefined
    for (const filter of [{}, { cursor }, { actorId: hr.personId }, { verb: 'people.move' }]) {
      expect((await looksAt((reader) => listAudit(hr, filter, { reader }))).rows).toBeLessThan(FEW)
    }
  })
})
