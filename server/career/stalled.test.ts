import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '#db/client'
import { FIRST_VERSION_ID } from '#db/seed/reference/career'
import { referenceId } from '#db/seed/reference/ids'
import { makeCentre, makePerson, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { STALLED_KINDS } from '#domain/stalled'
import { approveOverride } from '#server/career/approve-override'
import { askOverride } from '#server/career/ask-override'
import { duplicateLadder } from '#server/career/duplicate'
import { pausePlan } from '#server/career/pause-plan'
import { publishLadder } from '#server/career/publish'
import { worksBoard } from '#server/career/scoreboard-queries'
import { setIntent } from '#server/career/set-intent'
import { setRequirement } from '#server/career/set-requirement'
import { listStalled } from '#server/career/team-queries'

const { siteId, supervisor, hr, head, operator } = await makeCentre()

const position = (slug: string) => referenceId('position', slug)
const training = (slug: string) => referenceId('training', slug)
const REASON = 'Цього разу обрали людину з більшим досвідом'

const ago = (days: number) => sql`now() - make_interval(days => ${days})`
/** Days are those of the site, also in the hours in which it is already tomorrow there. */
const TODAY = sql`(now() at time zone 'Europe/Kyiv')::date`
const dayAgo = (days: number) => sql`${TODAY} - ${days}::int`

const plan = async (
  { personId }: Actor,
  rest: { agreed?: boolean; opened?: number; talk?: number; visibility?: string },
) => {
  const { agreed = false, opened = 3, talk = -9, visibility = 'supervisor' } = rest
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into plans (id, person_id, target_id, version_id, state, visibility, frozen, opened_at, agreed_at, agreed_by,
      next_check_in_on, companion_id)
    select gen_random_uuid(), ${personId}, ${position('mentor')}, ${FIRST_VERSION_ID}, ${agreed ? 'agreed' : 'wish'}, ${visibility},
      ${agreed ? '[]' : null}::jsonb, ${ago(opened)}, ${agreed ? ago(opened) : sql`null`}, ${agreed ? supervisor.personId : null}::uuid,
      ${agreed ? dayAgo(talk) : sql`null`},
      ${visibility === 'private' ? null : supervisor.personId}::uuid
    from set_config('sviato.reader', 'everyone', true) returning id`)
  return rows[0]?.id as string
}

const opening = async (decide: number) => {
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into openings (id, position_id, site_id, seats, opens_on, closes_on, decide_by, opened_by, opened_at)
    values (gen_random_uuid(), ${position('analyst')}, ${siteId}, 3, ${dayAgo(90)}, ${dayAgo(80)}, ${dayAgo(decide)}, ${hr.personId}, now())
    returning id`)
  return rows[0]?.id as string
}

type Answer = { state: string; decided?: number; release?: number }
const application = async ({ personId }: Actor, openingId: string, { state, decided, release }: Answer) => {
  const answered = decided === undefined ? null : hr.personId
  await db.execute(sql`
    insert into applications (id, opening_id, person_id, state, applied_at, ready, snapshot, decided_by, decided_at, reason, release_on)
    values (gen_random_uuid(), ${openingId}, ${personId}, ${state}, ${ago(60)}, true, '[]', ${answered}::uuid,
      ${decided === undefined ? sql`null` : ago(decided)}, ${answered && REASON}, ${release === undefined ? sql`null` : dayAgo(release)})`)
}

const enrolment = (
  { personId }: Actor,
  slug: string,
  state: string,
  days: number,
  sessionId: string | null = null,
) =>
  db.execute(sql`
    insert into enrolments (id, person_id, training_id, session_id, period, why, state, line, asked_by, asked_at)
    select gen_random_uuid(), ${personId}, ${training(slug)}, ${sessionId}::uuid, (select period from training_sessions where id = ${sessionId}::uuid),
      'rung', ${state}, ${sessionId ? 1 : null}::int, ${personId}, ${ago(days)}`)

const proposal = ({ personId }: Actor, source: string, days: number) =>
  db.execute(sql`
    insert into assessments (id, person_id, competence_id, level, source, assessor_id, state, at)
    values (gen_random_uuid(), ${personId}, ${referenceId('competence', 'coaching')}, 2, ${source},
      ${source === 'self' ? personId : hr.personId}, 'proposed', ${ago(days)})`)

/** One person for each kind, who has let it wait just long enough. */
const plantAll = async () => {
  const someone = Object.fromEntries(
    await Promise.all(STALLED_KINDS.map(async (kind) => [kind, await operator()] as const)),
  ) as Record<(typeof STALLED_KINDS)[number], Actor>
  await plan(someone['wish-unanswered'], { opened: 15 })
  await plan(someone['no-step'], { agreed: true, opened: 31 })
  const overdue = await plan(someone['step-overdue'], { agreed: true })
  await db.execute(sql`insert into plan_steps (id, plan_id, kind, title, owner_id, due_on)
    values (gen_random_uuid(), ${overdue}, 'other', '{"uk":"Крок"}', ${someone['step-overdue'].personId}, ${dayAgo(1)})`)
  await plan(someone['check-in-missed'], { agreed: true, talk: 1 })
  await enrolment(someone['training-unanswered'], 'mentor-school', 'requested', 6)
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into training_sessions (id, training_id, period, seats, place, state, created_at)
    values (gen_random_uuid(), ${training('voice')}, tstzrange(now() + interval '9 days', now() + interval '10 days'), 1, '{"uk":"Зала"}', 'planned', now())
    returning id`)
  await enrolment(someone['waiting-for-seat'], 'voice', 'waitlisted', 31, rows[0]?.id)
  await proposal(someone['learned-not-assessed'], 'exam', 15)
  await proposal(someone['assessment-unanswered'], 'self', 11)
  await application(someone['application-late'], await opening(1), { state: 'submitted' })
  await application(someone['refusal-without-talk'], await opening(20), { state: 'declined', decided: 6 })
  await application(someone['release-slipped'], await opening(20), {
    state: 'accepted',
    decided: 20,
    release: 1,
  })
  const ending = someone['certificate-ending']
  const { rows: asked } = await db.execute<{ id: string }>(sql`
    select r.training_id as id from requirements r where r.version_id = ${FIRST_VERSION_ID} and r.training_id is not null
      and r.position_id = ${position('operator')} limit 1`)
  await db.execute(sql`insert into completions (id, person_id, training_id, outcome, completed_on, valid_until, created_at)
    values (gen_random_uuid(), ${ending.personId}, ${asked[0]?.id}, 'passed', ${dayAgo(300)}, ${dayAgo(-9)}, now())`)
  return someone
}

/** Makes somebody meet all of a position whose requirements are few, by giving every level, training, figure and proof. */
const makeReady = async ({ personId }: Actor, slug: string, provedAgo = 0) => {
  const asked = sql`requirements r where r.version_id = ${FIRST_VERSION_ID} and r.position_id = ${position(slug)}`
  await db.execute(
    sql`update employments set valid = daterange(current_date - 2000, null) where person_id = ${personId}`,
  )
  await db.execute(sql`insert into assessments (id, person_id, competence_id, level, source, assessor_id, state, at)
    select gen_random_uuid(), ${personId}, r.competence_id, r.level, 'quality', ${hr.personId}, 'confirmed', ${ago(provedAgo)} from ${asked} and r.kind = 'competence'`)
  await db.execute(sql`insert into completions (id, person_id, training_id, outcome, completed_on, created_at)
    select gen_random_uuid(), ${personId}, r.training_id, 'passed', ${dayAgo(provedAgo)}, now() from ${asked} and r.kind = 'training'`)
  await db.execute(sql`insert into metric_values select ${personId}, r.key, date_trunc('month', current_date)::date, 120, 99, 'x', now()
    from ${asked} and r.kind = 'metric'`)
  await db.execute(sql`insert into evidence (id, person_id, key, happened_on, verified_by, created_at)
    select gen_random_uuid(), ${personId}, k.key, ${dayAgo(provedAgo)}, ${hr.personId}, now()
    from generate_series(1, 20), (select r.key from ${asked} and r.kind = 'evidence') k`)
  await db.execute(sql`insert into intents (id, person_id, kind, target_id, visibility, ask_again_on, declared_at)
    values (gen_random_uuid(), ${personId}, 'move', ${position(slug)}, 'supervisor', current_date, ${ago(61)})`)
}

test('each of the thirteen kinds is found once, oldest first, and in the right hands', async () => {
  const planted = await plantAll()
  await makeReady(planted['ready-without-seat'], 'tech-support', 70)
  const { items } = await listStalled(supervisor, {})
  for (const kind of STALLED_KINDS) {
    const found = items.filter((one) => one.kind === kind && one.person.id === planted[kind].personId)
    expect({ kind, found: found.length }).toEqual({ kind, found: 1 })
  }
  expect(items.map(({ days }) => days)).toEqual(items.map(({ days }) => days).toSorted((a, b) => b - a))
  const whose = (kind: (typeof STALLED_KINDS)[number]) =>
    items.find((one) => one.kind === kind && one.person.id === planted[kind].personId)
  expect(whose('wish-unanswered')).toMatchObject({ whose: 'supervisor', mine: true })
  expect(whose('step-overdue')).toMatchObject({ whose: 'person', mine: false })
  expect(whose('application-late')).toMatchObject({ whose: 'hr', mine: false })
  expect(whose('release-slipped')).toMatchObject({ whose: 'hr', mine: false, days: 1 })
  expect(whose('no-step')).toMatchObject({ whose: 'person', mine: false })
  expect(whose('certificate-ending')).toMatchObject({ days: 21 })
  expect(whose('training-unanswered')).toMatchObject({ whose: 'learning', mine: false })
  expect((await listStalled(supervisor, { whose: 'mine' })).items.every(({ mine }) => mine)).toBe(true)
  // Another ladder that asks more of the same position is not theirs.
  const { versionId } = await duplicateLadder(hr, {
    versionId: FIRST_VERSION_ID,
    title: { uk: 'Інша драбина' },
  })
  const ask = { versionId, positionId: position('tech-support'), kind: 'tenure', threshold: 120 } as const
  const { edits } = await setRequirement(hr, { ...ask, hard: true })
  const { overrideId } = await askOverride(hr, { versionId, edits, reason: REASON })
  await approveOverride(head, { overrideId })
  const whatChanged = { uk: 'Драбина іншого центру.', en: 'The ladder of another centre.' }
  expect((await publishLadder(hr, { versionId, whatChanged, edits })).touched).toBe(0)
  const again = (await listStalled(supervisor, {})).items.map(({ kind }) => kind)
  expect(again.filter((kind) => kind === 'ready-without-seat')).toHaveLength(1)
  const { kinds } = await worksBoard(hr, {})
  expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(STALLED_KINDS))
})

test('a release that the team moved on is the supervisor’s move; a wish without a plan too, also after a course; days count from readiness', async () => {
  const [kept, wishing, lately] = [await operator(), await operator(), await operator()]
  await application(kept, await opening(20), { state: 'accepted', decided: 20, release: -5 })
  await db.execute(sql`insert into release_slips (id, application_id, from_on, to_on, moved_by, reason, at)
    select gen_random_uuid(), a.id, ${dayAgo(3)}, ${dayAgo(-5)}, ${supervisor.personId}, ${REASON}, now()
    from applications a where a.person_id = ${kept.personId}`)
  await db.execute(sql`insert into intents (id, person_id, kind, visibility, ask_again_on, declared_at)
    values (gen_random_uuid(), ${wishing.personId}, 'grow', 'supervisor', current_date, ${ago(90)})`)
  await enrolment(wishing, 'mentor-school', 'cancelled', 40)
  await makeReady(lately, 'tech-support')
  const found = async ({ personId }: Actor, kind: string) =>
    (await listStalled(supervisor, {})).items.find((one) => one.kind === kind && one.person.id === personId)
  expect(await found(kept, 'release-slipped')).toMatchObject({ whose: 'supervisor', mine: true, days: 3 })
  expect(await found(wishing, 'no-step')).toMatchObject({ whose: 'supervisor', mine: true, days: 40 })
  // Wished for 61 days ago, ready as of today: nobody has waited yet.
  expect(await found(lately, 'ready-without-seat')).toBeUndefined()
})

test('the number of what works is the sum of what moves, stands and rests; cases of others stand beside it', async () => {
  const before = await worksBoard(hr, {})
  const [moving, standing, resting] = [await operator(), await operator(), await operator()]
  await plan(moving, { agreed: true })
  await plan(standing, { agreed: true, talk: 1 })
  const planId = await plan(resting, { agreed: true })
  await pausePlan(resting, { planId, paused: true })
  const after = await worksBoard(hr, {})
  expect([after.of - before.of, after.met - before.met, after.paused - before.paused]).toEqual([3, 1, 1])
  const other = await operator()
  await enrolment(other, 'mentor-school', 'requested', 6)
  const seen = async () => (await worksBoard(hr, {})).kinds.find(({ kind }) => kind === 'training-unanswered')
  const one = await seen()
  await plan(other, { agreed: true })
  expect(await seen()).toMatchObject({ count: (one?.count ?? 0) + 1, beside: (one?.beside ?? 0) - 1 })
})

test('who chose to stay never appears, nor a private plan, nor another team', async () => {
  const [content, secret] = [await operator(), await operator()]
  await plan(content, { agreed: true, opened: 99, talk: 50 })
  await setIntent(content, { kind: 'stay', visibility: 'open' })
  const quiet = await operator()
  await plan(quiet, { agreed: true, opened: 99, talk: 50 })
  await setIntent(quiet, { kind: 'stay', visibility: 'private' })
  await plan(secret, { opened: 99, visibility: 'private' })
  const seen = (await listStalled(hr, {})).items.map(({ person }) => person.id)
  expect(seen).not.toContain(content.personId)
  expect(seen).not.toContain(quiet.personId)
  const led = (await listStalled(supervisor, {})).items.map(({ person }) => person.id)
  expect(led).not.toContain(quiet.personId)
  expect(seen).not.toContain(secret.personId)
  const other = await makeTeam(siteId)
  const stranger = await makePerson({ siteId, teamId: other, roles: [{ role: 'supervisor', teamId: other }] })
  expect((await listStalled(stranger, {})).items).toEqual([])
})
