import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { FIRST_VERSION_ID } from '#db/seed/reference/career'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makePosition, makeSite, makeTeam } from '#db/testing/people'
import { setStays } from '#db/testing/stays'
import type { Actor } from '#domain/access'
import { addDays } from '#domain/months'
import { careerFlow } from '#server/career/flow-queries'
import { findPosition } from '#server/career/queries'

const position = (slug: string) => referenceId('position', slug)
const REASON = 'Обрали того, хто вже показав себе в цій роботі'
/** Half past ten in the evening in UTC is the first of June in Kyiv. */
const NOW = new Date('2026-05-31T22:30:00Z')
const day = (ago: number) => addDays('2026-06-01', -ago)
const moment = (ago: number) => new Date(`${day(ago)}T09:00:00Z`)

let siteId: string
let teamId: string
let hr: Actor
let head: Actor
let supervisor: Actor
let deputy: Actor

const operator = () => makePerson({ siteId, teamId, positionId: position('operator') })
const flow = (reader: Actor = hr) => careerFlow(reader, {}, { now: NOW })

type Opened = {
  slug: string
  opens: number
  closes: number
  decide: number
  cancelled?: boolean
  seats?: number
}
const opening = async ({ slug, opens, closes, decide, cancelled = false, seats = 9 }: Opened) => {
  const id = crypto.randomUUID()
  await db.execute(sql`
    insert into openings (id, position_id, site_id, seats, opens_on, closes_on, decide_by, opened_by, opened_at, cancelled_at, cancel_reason)
    values (${id}, ${position(slug)}, ${siteId}, ${seats}, ${day(opens)}, ${day(closes)}, ${day(decide)}, ${hr.personId}, ${moment(opens)},
      ${cancelled ? moment(opens) : null}, ${cancelled ? REASON : null})`)
  return id
}
type Answer = {
  state: string
  applied?: number
  decided?: number
  by?: Actor
  ready?: boolean
  withdrawn?: number
}
const applied = async (person: Actor, openingId: string, answer: Answer) => {
  const { state, applied: ago = 100, decided, by = hr, ready = true, withdrawn } = answer
  const id = crypto.randomUUID()
  const answered = decided !== undefined
  await db.execute(sql`
    insert into applications (id, opening_id, person_id, state, applied_at, ready, snapshot, decided_by, decided_at, reason, release_on, withdrawn_at)
    values (${id}, ${openingId}, ${person.personId}, ${state}, ${moment(ago)}, ${ready}, '[]', ${answered ? by.personId : null}::uuid,
      ${answered ? moment(decided) : null}, ${answered ? REASON : null}, ${state === 'accepted' ? day(0) : null}::date,
      ${withdrawn === undefined ? null : moment(withdrawn)})`)
  return id
}
const moved = async (ago: number, to: string, kind: string, back?: number) => {
  const person = await operator()
  await setStays(person, [
    { positionId: position('operator'), from: '2023-01-01', to: day(ago), kind: 'hire' },
  ])
  const until = back === undefined ? null : day(back)
  await db.execute(sql`
    insert into employments (id, person_id, position_id, site_id, team_id, kind, valid, created_at)
    values (gen_random_uuid(), ${person.personId}, ${position(to)}, ${siteId}, ${teamId}, ${kind}, daterange(${day(ago)}, ${until}), now())`)
  if (until)
    await db.execute(sql`
      insert into employments (id, person_id, position_id, site_id, team_id, kind, valid, created_at)
      values (gen_random_uuid(), ${person.personId}, ${position('operator')}, ${siteId}, ${teamId}, 'back', daterange(${until}, null), now())`)
  return person
}
const wished = ({ personId }: Actor, slug: string, ago: number, visibility = 'supervisor') =>
  db.execute(sql`
    insert into intents (id, person_id, kind, target_id, visibility, ask_again_on, declared_at)
    select gen_random_uuid(), ${personId}, 'grow', ${position(slug)}, ${visibility}, ${day(-90)}, ${moment(ago)}
    from set_config('sviato.reader', 'everyone', true)`)

beforeAll(async () => {
  siteId = await makeSite()
  teamId = await makeTeam(siteId)
  const office = await makePosition()
  const at = { siteId, positionId: office }
  supervisor = await makePerson({ ...at, name: 'Ліна Кіт', roles: [{ role: 'supervisor', teamId }] })
  deputy = await makePerson(at)
  await db.execute(sql`
    insert into grants (id, person_id, role, team_id, deputy, valid, created_at)
    values (gen_random_uuid(), ${deputy.personId}, 'supervisor', ${teamId}, true, '[2026-01-05,2026-12-01)', now())`)
  hr = await makePerson({ ...at, name: 'Яна Рось', roles: [{ role: 'hr' }] })
  head = await makePerson({ ...at, name: 'Гнат Дуб', roles: [{ role: 'head' }] })
})

test('moves are those of twelve months by the reader’s day, with the median of days from a wish', async () => {
  await wished(await moved(0, 'mentor', 'up'), 'mentor', 10)
  await wished(await moved(30, 'mentor', 'up'), 'mentor', 70)
  await wished(await moved(364, 'mentor', 'up'), 'mentor', 464)
  await wished(await moved(366, 'mentor', 'up'), 'mentor', 999)
  const { moves } = await flow()
  expect(moves).toMatchObject([{ kind: 'up', count: 3, median: 40 }])
})

test('regret is told of moves that are half a year old: before that nobody can say', async () => {
  const { regret: before } = await flow()
  expect(before).toEqual({ moves: 2, back: 0 })
  await moved(300, 'sales-manager', 'out', 200)
  await moved(400, 'sales-manager', 'out', 100)
  await moved(60, 'sales-manager', 'out', 20)
  await moved(600, 'sales-manager', 'out', 500)
  expect((await flow()).regret).toEqual({ moves: 4, back: 1 })
})

test('openings: filled inside, answered late, days to an answer; what is called off or still ahead is none', async () => {
  const filled = await opening({ slug: 'analyst', opens: 100, closes: 90, decide: 80 })
  await applied(await operator(), filled, { state: 'accepted', decided: 80 })
  const late = await opening({ slug: 'analyst', opens: 90, closes: 80, decide: 70 })
  await applied(await operator(), late, { state: 'declined', decided: 60 })
  await applied(await operator(), await opening({ slug: 'analyst', opens: 50, closes: 40, decide: 30 }), {
    state: 'submitted',
  })
  // Its last day is not over.
  await applied(await operator(), await opening({ slug: 'analyst', opens: 9, closes: 4, decide: 0 }), {
    state: 'submitted',
  })
  await opening({ slug: 'analyst', opens: 90, closes: 80, decide: 70, cancelled: true })
  expect((await flow()).filled).toEqual({ openings: 4, inside: 1, late: 2, median: 25 })
  const { title } = (await findPosition(hr, { slug: 'analyst' }, { now: NOW })).position
  const isDead = async () => (await flow()).dead.some((one) => one.title.uk === title.uk)
  expect(await isDead()).toBe(false)
  await opening({ slug: 'group-head', opens: 90, closes: 80, decide: 70, cancelled: true })
  await opening({ slug: 'group-head', opens: -3, closes: -9, decide: -19 })
  const dead = (await flow()).dead.map((one) => one.title.uk)
  expect(dead).toContain((await findPosition(hr, { slug: 'group-head' })).position.title.uk)
})

test('seats a year are those of openings that began within it, none called off; ready are counted beside', async () => {
  const seats = async () => (await findPosition(hr, { slug: 'consultant' }, { now: NOW })).seatsAYear
  await opening({ slug: 'consultant', opens: 10, closes: 5, decide: 1, seats: 2 })
  await opening({ slug: 'consultant', opens: 364, closes: 350, decide: 340, seats: 3 })
  await opening({ slug: 'consultant', opens: 366, closes: 350, decide: 340, seats: 50 })
  await opening({ slug: 'consultant', opens: -1, closes: -5, decide: -9, seats: 50 })
  await opening({ slug: 'consultant', opens: 10, closes: 5, decide: 1, seats: 50, cancelled: true })
  expect(await seats()).toBe(5)
})

test('who is ready waits where nothing was open in sixty days; who lacks one thing shows the bottleneck', async () => {
  const slug = 'tech-support'
  const asked = sql`requirements r where r.version_id = ${FIRST_VERSION_ID} and r.position_id = ${position(slug)}`
  const prove = async ({ personId }: Actor) => {
    await db.execute(
      sql`update employments set valid = daterange('2020-01-01', null) where person_id = ${personId}`,
    )
    await db.execute(sql`insert into assessments (id, person_id, competence_id, level, source, assessor_id, state, at)
      select gen_random_uuid(), ${personId}, r.competence_id, r.level, 'quality', ${hr.personId}, 'confirmed', now() from ${asked} and r.kind = 'competence'`)
    await db.execute(sql`insert into completions (id, person_id, training_id, outcome, completed_on, created_at)
      select gen_random_uuid(), ${personId}, r.training_id, 'passed', '2026-05-01', now() from ${asked} and r.kind = 'training'`)
    await db.execute(
      sql`insert into metric_values select ${personId}, r.key, '2026-05-01', 120, 99, 'x', now() from ${asked} and r.kind = 'metric'`,
    )
    await db.execute(sql`insert into evidence (id, person_id, key, happened_on, verified_by, created_at)
      select gen_random_uuid(), ${personId}, k.key, '2026-05-01', ${hr.personId}, now()
      from generate_series(1, 20), (select r.key from ${asked} and r.kind = 'evidence') k`)
  }
  const [ready, almost] = [await operator(), await operator()]
  await prove(ready)
  await prove(almost)
  const { rows } = await db.execute<{ id: string; training_id: string }>(
    sql`select r.id, r.training_id from ${asked} and r.kind = 'training' and r.hard limit 1`,
  )
  await db.execute(sql`update completions set valid_until = '2026-05-20' where person_id = ${almost.personId}
    and training_id = ${rows[0]?.training_id}`)
  const waits = async () => (await flow()).waiting.find((one) => one.slug === slug)?.ready
  expect(await waits()).toBe(1)
  expect((await flow()).bottlenecks).toContainEqual({ requirementId: rows[0]?.id, only: 1 })
  expect((await findPosition(hr, { slug }, { now: NOW })).ready).toBe(1)
  await opening({ slug, opens: 99, closes: 61, decide: 61 })
  await opening({ slug, opens: 9, closes: 1, decide: 1, cancelled: true })
  await opening({ slug, opens: -1, closes: -9, decide: -9 })
  expect(await waits()).toBe(1)
  await opening({ slug, opens: 99, closes: 60, decide: 60 })
  expect(await waits()).toBeUndefined()
})

test('acceptances before all was met are a share for everybody, and names for HR alone', async () => {
  const before = (await flow()).overrides
  const openingId = await opening({ slug: 'analyst', opens: 40, closes: 30, decide: 20 })
  await applied(await operator(), openingId, { state: 'accepted', decided: 21, ready: false })
  await applied(await operator(), openingId, { state: 'accepted', decided: 21, by: head })
  const { overrides, deciders } = await flow()
  expect(overrides).toEqual({ accepted: before.accepted + 2, notReady: before.notReady + 1 })
  expect(deciders).toEqual([{ name: 'Яна Рось', accepted: before.accepted + 1, notReady: 1 }])
  expect((await flow(await operator())).deciders).toBeNull()
})

test('leavers of a year count with an open wish; the hoarding index names the supervisor from three things on, to HR alone', async () => {
  const { leavers: before } = await flow()
  const gone = await operator()
  await wished(gone, 'mentor', 50)
  await setStays(gone, [{ positionId: position('operator'), from: '2023-01-01', to: day(3), kind: 'hire' }])
  expect((await flow()).leavers).toEqual({ all: before.all + 1, wished: before.wished + 1 })

  const openingId = await opening({ slug: 'analyst', opens: 60, closes: 50, decide: 40 })
  const kept = await operator()
  const released = await applied(kept, openingId, { state: 'accepted', decided: 45 })
  const slip = (ago: number, by: Actor) =>
    db.execute(sql`insert into release_slips (id, application_id, from_on, to_on, moved_by, reason, at)
      values (gen_random_uuid(), ${released}, ${day(ago)}, ${day(ago - 5)}, ${by.personId}, ${REASON}, ${moment(ago)})`)
  await slip(30, supervisor)
  await slip(20, deputy)
  // Acting copies the team; it makes one case two no more than a deputy does.
  const timid = await operator()
  await db.execute(sql`
    insert into employments (id, person_id, position_id, site_id, team_id, kind, valid, created_at)
    values (gen_random_uuid(), ${timid.personId}, ${position('supervisor')}, ${siteId}, ${teamId}, 'acting', daterange(${day(70)}, ${day(10)}), now())`)
  await applied(timid, openingId, { state: 'withdrawn', applied: 55, withdrawn: 52 })
  expect((await flow()).hoarding).toEqual([])

  const wish = async (companionId: string | null) => {
    const { personId } = await operator()
    await db.execute(sql`
      insert into plans (id, person_id, target_id, version_id, state, visibility, opened_at, companion_id)
      values (gen_random_uuid(), ${personId}, ${position('mentor')}, ${FIRST_VERSION_ID}, 'wish', 'supervisor', ${moment(20)}, ${companionId}::uuid)`)
  }
  await wish(deputy.personId)
  expect((await flow()).hoarding).toEqual([])
  await wish(null)
  expect((await flow()).hoarding).toEqual([{ name: 'Ліна Кіт', cases: 3 }])
  expect((await flow(supervisor)).hoarding).toBeNull()
  expect((await flow(await operator())).hoarding).toBeNull()
})
