import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Reader } from '#db/client'
import { db } from '#db/client'
import { testDatabase } from '#db/testing'
import { makePerson, makePosition, makeSite, makeTeam } from '#db/testing/people'
import { looksAt } from '#db/testing/plans'
import { asSuperuser } from '#db/testing/server'
import type { Actor } from '#domain/access'
import { listOwnSessions } from '#server/training/calendar-queries'
import { listLearners } from '#server/training/check-queries'
import { listDesk } from '#server/training/desk-queries'
import { listCompletions, listEnrolments, listSessions } from '#server/training/lists-queries'
import { trainingNumbers } from '#server/training/numbers-queries'
import { listTrainings } from '#server/training/queries'
import { trainingRecord } from '#server/training/record-queries'
import { findSession } from '#server/training/session-page-queries'
import { findTraining } from '#server/training/training-queries'

const PEOPLE = 1500
const SESSIONS = 1000
const FEW = 1500

let hr: Actor
let person: Actor

/** Trainings of five years: sessions of ten people each, every one with marks, a pass and its certificate. */
beforeAll(async () => {
  const siteId = await makeSite()
  const teamId = await makeTeam(siteId)
  hr = await makePerson({ siteId, teamId, roles: [{ role: 'hr' }] })
  person = await makePerson({ siteId, teamId })
  await db.execute(sql`insert into organisations (name, created_at) values ('{"uk": "Центр"}', now())`)
  await db.execute(sql`
    insert into people (id, name, email, created_at)
    select gen_random_uuid(), 'Людина ' || n, n || '@learning.test', now() from generate_series(1, ${PEOPLE}) n`)
  const position = await makePosition('operator')
  await db.execute(sql`
    insert into employments (id, person_id, position_id, site_id, team_id, kind, valid, created_at)
    select gen_random_uuid(), p.id, ${position}, ${siteId}, null, 'hire', daterange('2020-01-05', null), now()
    from people p where p.email like '%@learning.test'`)
  await db.execute(sql`
    insert into training_sessions (id, training_id, period, seats, site_id, place, state, created_at)
    select gen_random_uuid(), t.id, tstzrange(at, at + interval '2 hours'), 12, ${siteId}, '{"uk": "К"}',
      case when at < now() then 'held' else 'planned' end, at - interval '30 days'
    from generate_series(1, ${SESSIONS}::int) n
    cross join lateral (select date_trunc('hour', now()) + interval '40 days' - n * interval '45 hours' as at) w
    join lateral (select id from trainings where format = 'class' order by code offset n % 20 limit 1) t on true`)
  await db.execute(sql`
    insert into enrolments (id, person_id, training_id, session_id, period, why, state, asked_by, asked_at, settled_at)
    select gen_random_uuid(), p.id, s.training_id, s.id, s.period, 'rung', case when s.state = 'held' then 'completed' else 'cancelled' end,
      p.id, lower(s.period) - interval '9 days', upper(s.period)
    from (select *, row_number() over () as n from training_sessions) s
    join (select id, row_number() over () as n from people where email like '%@learning.test') p
      on p.n between (s.n * 10) % 1490 + 1 and (s.n * 10) % 1490 + 10`)
  await db.execute(sql`
    insert into completions (id, person_id, training_id, enrolment_id, outcome, completed_on, recorded_by, created_at)
    select distinct on (person_id, training_id, upper(period)::date) gen_random_uuid(), person_id, training_id, id, 'passed',
      upper(period)::date, null, now() from enrolments where state = 'completed'`)
  const superuserUrl = new URL(testDatabase().ownerUrl).href
  await asSuperuser({ superuserUrl }, (owner) => owner.query('analyze'))
})

describe(`with ${SESSIONS} sessions and ten people in each`, () => {
  test('lists look at a page of them', async () => {
    const sessionId = (await listSessions(person, {})).items[0]?.id as string
    const someone = (await listEnrolments(hr, { sessionId })).items[0]?.personId ?? hr.personId
    const cursor = (await listSessions(person, { limit: 5 })).next ?? undefined
    const reads: Record<string, (reader: Reader) => Promise<unknown>> = {
      sessions: (reader) => listSessions(person, { limit: 5 }, { reader }),
      'sessions, next page': (reader) => listSessions(person, { limit: 5, cursor }, { reader }),
      'enrolments of a session': (reader) => listEnrolments(hr, { sessionId }, { reader }),
      'enrolments of somebody': (reader) => listEnrolments(hr, { personId: someone }, { reader }),
      completions: (reader) => listCompletions(hr, { personId: someone }, { reader }),
      record: (reader) => trainingRecord(hr, { personId: someone }, { reader }),
      calendar: (reader) => listOwnSessions(person, {}, { reader }),
      session: (reader) => findSession(hr, { sessionId }, { reader }),
      learners: (reader) => listLearners(hr, {}, { reader }),
    }
    const looked: Record<string, number> = {}
    for (const [name, read] of Object.entries(reads)) looked[name] = (await looksAt(read)).rows
    expect(Object.entries(looked).filter(([, rows]) => rows > FEW)).toEqual([])
  })

  test('the catalogue, a training and the desk take few statements and little time', async () => {
    const reads: ((reader: Reader) => Promise<unknown>)[] = [
      (reader) => listTrainings(person, {}, { reader }),
      (reader) => findTraining(person, { slug: 'voice' }, { reader }),
      (reader) => listDesk(hr, {}, { reader }),
      (reader) => trainingNumbers(hr, {}, { reader }),
    ]
    for (const read of reads) {
      const began = performance.now()
      await read(db)
      expect(performance.now() - began).toBeLessThan(2000)
      expect((await looksAt(read)).asked).toBeLessThanOrEqual(3)
    }
  })
})
