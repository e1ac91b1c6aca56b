import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import type { Request, Visitor } from '#bench/people'
import type { Stage } from '#bench/stage'
import { fillOnce, openStage } from '#bench/stage'
import { get } from '#bench/weight'
import { closeDatabase, db } from '#db/client'
import { settle } from '#db/environment'
import type { TestServer } from '#db/testing/server'
import { systemActor } from '#domain/access'
import { CHECKLIST_HEAD, checklistRows } from '#domain/checklist-sheet'
import { addChecklist } from '#server/workplace/add-checklist'
import { importChecklist } from '#server/workplace/import-checklist'
import { publishChecklist } from '#server/workplace/publish-checklist'

type Wish = { node: string; flags: string[]; quick: boolean }
type Say = (line: string) => void

const [SEATS, YEARS, ANSWERS] = [1000, 5, 200]
const WEEKS = 52 * YEARS
const METRICS = [
  'pop_p95_s',
  'cpu_job_ms',
  'rtt_ms',
  'rtt_jitter_ms',
  'mic_snr_db',
  'mic_noise_dbfs',
  'screen_hz',
]

/** A round of every seat every week, each answer of it, and what the seat measured that week; five years of it. */
const HISTORY = [
  `insert into inspections (id, version_id, room_id, workplace_id, status, season, started_at, started_by, received_at, submitted_at,
      submitted_by, score, completeness, verdict, scoring_rule)
    select gen_random_uuid(), v.id, w.room_id, w.id, 'approved', 'cold', at, p.id, at, at + interval '9 minutes', p.id, 0.9, 1, 'pass', 1
    from workplaces w cross join generate_series(1, $1::int) week
    cross join lateral (select now() - week * interval '7 days' - interval '1 day' as at) t
    cross join (select id from checklist_versions where status = 'published' and title ->> 'en' like 'Contact-centre%') v
    cross join (select id from people limit 1) p`,
  `insert into answers (inspection_id, version_id, item_id, state, yes, answered_by, answered_at, score, band, revision)
    select i.id, i.version_id, x.id, 'answered', true, i.started_by, i.started_at, 1, 'ok', 1
    from inspections i join checklist_items x on x.version_id = i.version_id and x.per_seat
    where i.score = 0.9 and not exists (select from answers a where a.inspection_id = i.id)`,
  `insert into readings (id, room_id, workplace_id, metric, value, unit, source, taken_at)
    select gen_random_uuid(), w.room_id, w.id, m, random() * 100, 'x', 'browser', now() - week * interval '7 days'
    from workplaces w cross join generate_series(1, $1::int) week cross join unnest('{${METRICS}}'::text[]) m`,
]

/** Filled past the triggers, as it would stand after all those years; the constraints of each row hold. */
const grow = async (superuserUrl: string, stage: Stage, weeks: number): Promise<number> => {
  const address = new URL(superuserUrl)
  address.pathname = `/${stage.database}`
  const client = new Client({ connectionString: address.href })
  await client.connect()
  try {
    await client.query("set session_replication_role = 'replica'")
    let rows = 0
    for (const text of HISTORY) {
      const result = await client.query(text, text.includes('$1') ? [weeks] : [])
      rows += result.rowCount ?? 0
    }
    await client.query('vacuum analyze')
    return rows
  } finally {
    await client.end()
  }
}

const middle = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

type Place = { visitor: Visitor; seatId: string }

const seatsOf = async (stage: Stage): Promise<Place[]> => {
  settle({ DATABASE_URL: stage.databaseUrl })
  const { rows } = await db.$client.query<{ person: string; seat: string }>(
    'select person_id as person, workplace_id as seat from current_seats',
  )
  await closeDatabase()
  const seats = new Map(rows.map(({ person, seat }) => [person, seat]))
  return stage.visitors.flatMap((visitor) => {
    const seatId = seats.get(visitor.personId)
    return seatId ? [{ visitor, seatId }] : []
  })
}

const PAGES: { name: string; path: (place: Place) => string }[] = [
  { name: 'a seat', path: ({ seatId }) => `/workplace/seats/${seatId}` },
  { name: 'the site map', path: () => '/workplace/map/mine' },
  { name: 'rounds', path: () => '/workplace/rounds' },
]

const once = async (stage: Stage, request: Request): Promise<number> => {
  const begun = performance.now()
  const { status, body } = await get(stage.url, request)
  if (status !== 200) throw new Error(`${request.path} answered ${status}: ${body.toString().slice(0, 200)}`)
  return performance.now() - begun
}

/** Each page at both databases in turn, so that what else the machine does weighs on both. */
const compare = async (stages: readonly Stage[], times: number, say: Say): Promise<void> => {
  const places: Place[][] = []
  for (const stage of stages) places.push(await seatsOf(stage))
  for (const { name, path } of PAGES) {
    const taken: number[][] = stages.map(() => [])
    for (let turn = 0; turn < times; turn++) {
      for (const [index, stage] of stages.entries()) {
        const all = places[index] ?? []
        const place = all[turn % all.length] as Place
        const request = { method: 'GET', path: path(place), headers: { cookie: place.visitor.cookie } }
        const ms = await once(stage, request)
        // The first tenth warms up.
        if (turn >= times / 10) taken[index]?.push(ms)
      }
    }
    const [fresh = 0, grown = 0] = taken.map(middle)
    say(
      `${name}: fresh ${fresh.toFixed(1)} ms, after ${YEARS} years ${grown.toFixed(1)} ms, ${(grown / fresh).toFixed(2)} times`,
    )
  }
}

/** A checklist of two hundred questions, written and published by the product's own verbs. */
const longChecklist = async (stage: Stage) => {
  settle({ DATABASE_URL: stage.databaseUrl })
  const actor = systemActor()
  const { slug } = await addChecklist(actor, { kind: 'self-check', title: { uk: 'Двісті питань' } })
  const items = Array.from({ length: ANSWERS }, (_, index) => ({
    key: `question_${index + 1}`,
    type: 'yes-no' as const,
    title: { uk: `Питання ${index + 1}` },
    hint: null,
    weight: 1,
    critical: false,
    perSeat: true,
    naAllowed: true,
    photoOnFail: false,
    unit: null,
    plausibleLow: null,
    plausibleHigh: null,
    scaleMin: null,
    scaleMax: null,
    instrumentKind: null,
    metric: null,
    limits: [],
    options: [],
    norms: [],
  }))
  const rows = [
    CHECKLIST_HEAD,
    ...checklistRows([{ key: 'all', title: { uk: 'Усі' }, items }]).map((row) =>
      row.map((cell) => String(cell ?? '')),
    ),
  ]
  await importChecklist(actor, { slug, rows })
  await publishChecklist(actor, { slug, edits: 1, changeNote: 'benchmark' })
  const { rows: found } = await db.$client.query<{ checklistId: string; versionId: string; items: string[] }>(
    `select v.checklist_id as "checklistId", v.id as "versionId", array_agg(i.id::text) as items
     from checklists c join checklist_versions v on v.checklist_id = c.id join checklist_items i on i.version_id = v.id
     where c.slug = $1 group by v.id`,
    [slug],
  )
  await closeDatabase()
  if (!found[0]) throw new Error('the long checklist is not there')
  return found[0]
}

/** What a phone sends of a round that was begun, filled in and submitted without a connection. */
const syncLong = async (stage: Stage, times: number, say: Say): Promise<void> => {
  const { checklistId, versionId, items } = await longChecklist(stage)
  const places = await seatsOf(stage)
  const taken: number[] = []
  for (const { visitor, seatId } of places.slice(0, times)) {
    const answers = items.map((itemId, index) => ({
      itemId,
      state: 'answered',
      yes: index % 40 !== 0,
      mutation: randomUUID(),
      revision: 0,
    }))
    const begun = {
      checklistId,
      versionId,
      workplaceId: seatId,
      startedAt: new Date(Date.now() - 3_600_000).toISOString(),
    }
    const body = { inspectionId: randomUUID(), personId: visitor.personId, begun, answers, submit: true }
    const headers = { cookie: visitor.cookie, 'content-type': 'application/json', origin: stage.url }
    const request = { method: 'POST', path: '/api/rounds', headers, body: JSON.stringify(body) }
    taken.push(await once(stage, request))
  }
  say(
    `a round of ${ANSWERS} answers, begun, filled in and submitted offline: ${middle(taken).toFixed(0)} ms, slowest ${Math.max(...taken).toFixed(0)} ms of ${taken.length}`,
  )
}

/** The pages of a seat and of the site at a thousand seats, fresh and after five years of weekly rounds; and a long round's way in. */
export async function measureWorkplace(server: TestServer, wish: Wish, say: Say): Promise<void> {
  const people = wish.quick ? 240 : SEATS
  const template = await fillOnce(server, people, () => undefined)
  const stages: Stage[] = []
  try {
    for (const name of ['fresh', 'grown'])
      stages.push(await openStage(server, template, { ...wish, people, log: `.test/bench-${name}.log`, say }))
    const [fresh, grown] = stages as [Stage, Stage]
    await grow(server.superuserUrl, fresh, 1)
    const rows = await grow(server.superuserUrl, grown, wish.quick ? 4 : WEEKS)
    say(`${people} seats, ${rows.toLocaleString('en')} rows of rounds and measurements`)
    await compare([fresh, grown], wish.quick ? 5 : 120, say)
    await syncLong(grown, wish.quick ? 1 : 15, say)
  } finally {
    for (const stage of stages.toReversed()) await stage.stop()
  }
}
