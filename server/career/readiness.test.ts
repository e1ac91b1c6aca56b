import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { FIRST_VERSION_ID } from '#db/seed/reference/career'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makePosition, makeSite, makeTeam } from '#db/testing/people'
import { randomStays, setStays } from '#db/testing/stays'
import type { Actor } from '#domain/access'
import { dayIn } from '#domain/months'
import { seededRandom } from '#domain/random'
import { checkRequirement } from '#domain/readiness'
import { loadVersion } from '#server/career/ladder-queries'
import { checksOf } from '#server/career/met-queries'
import { nextStep, readiness } from '#server/career/own-queries'
import { ladderMap } from '#server/career/queries'
import { recallQuestion } from '#server/career/recall-queries'
import { recordMetrics } from '#server/career/record-metrics'
import { setIntent } from '#server/career/set-intent'
import { loadStanding } from '#server/career/standing-queries'

let siteId: string
let hr: Actor

beforeAll(async () => {
  siteId = await makeSite()
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }, { role: 'quality' }] })
})

const operator = () => makePerson({ siteId, positionId: referenceId('position', 'operator') })
const month = (ago: number) => {
  const date = new Date()
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - ago, 1)).toISOString().slice(0, 10)
}

/** Gives a person a random past under every constraint. */
const liveThrough = async (person: Actor, seed: number, positionIds: string[]) => {
  const { personId } = person
  const random = seededRandom(seed)
  const pick = <T>(items: T[]) => items.filter(() => random.chance(0.5))
  const today = dayIn(new Date(), 'Europe/Kyiv')
  await setStays(person, randomStays(random, today, referenceId('position', 'operator'), positionIds))
  const { rows: levels } = await db.execute<{ competence_id: string; level: number }>(
    sql`select * from competence_levels`,
  )
  for (const { competence_id: competenceId, level } of pick(levels)) {
    const state = random.pick(['proposed', 'confirmed', 'confirmed'])
    await db.execute(sql`insert into assessments (id, person_id, competence_id, level, source, assessor_id, state, at)
      values (gen_random_uuid(), ${personId}, ${competenceId}, ${level}, 'quality', ${hr.personId}, ${state}, now())`)
  }
  const { rows: trainings } = await db.execute<{ id: string }>(sql`select id from trainings`)
  for (const { id } of pick(trainings)) {
    const until = random.pick([null, random.between(-40, 40), 0])
    await db.execute(sql`insert into completions (id, person_id, training_id, outcome, completed_on, valid_until, created_at)
      values (gen_random_uuid(), ${personId}, ${id}, 'passed', current_date - 100, current_date + ${until}::int, now())`)
  }
  const values = pick([0, 1, 2, 3, 4, 11]).flatMap((ago) =>
    pick(['quality-score', 'team-quality-score', 'sales-plan'] as const).map((key) => ({
      personId,
      key,
      month: month(ago),
      value: random.between(60, 110),
      sample: random.between(0, 4),
    })),
  )
  if (values.length) await recordMetrics(hr, { values, source: 'test' })
  for (const key of ['newcomers-independent', 'acting-shifts', 'improvement']) {
    for (let index = random.between(0, 12); index > 0; index--) {
      const verifier = random.chance(0.7) ? hr.personId : null
      await db.execute(sql`insert into evidence (id, person_id, key, happened_on, verified_by, created_at)
        values (gen_random_uuid(), ${personId}, ${key}, current_date - ${random.between(0, 800)}::int, ${verifier}, now())`)
    }
  }
}

describe('the rule and its twin in SQL', () => {
  test('agree for every requirement of people with random pasts', async () => {
    const ladder = await loadVersion(db, FIRST_VERSION_ID)
    const positionIds = ladder.rungs.map(({ positionId }) => positionId)
    const seen = new Set<boolean | null>()
    const timeSeen = new Set<boolean | null>()
    for (let seed = 1; seed <= 24; seed++) {
      const actor = await operator()
      await liveThrough(actor, seed, positionIds)
      const { standing } = await loadStanding(db, actor, actor.personId, new Date())
      const pairs = sql`select ${actor.personId}::uuid as person_id, r.position_id, r.version_id
        from rungs r where r.version_id = ${FIRST_VERSION_ID}`
      const { rows } = await db.execute<{ id: string; met: boolean | null }>(
        sql`select requirement_id as id, met from (${checksOf({ pairs, now: new Date() })}) c`,
      )
      const inSql = Object.fromEntries(rows.map(({ id, met }) => [id, met]))
      for (const requirement of ladder.requirements) {
        const previous = ladder.moves
          .filter(({ toId }) => toId === requirement.positionId)
          .map(({ fromId }) => fromId)
        const { met } = checkRequirement(requirement, standing, previous)
        seen.add(met)
        if (requirement.kind === 'time-in-previous') timeSeen.add(met)
        expect([requirement.kind, requirement.key, inSql[requirement.id]]).toEqual([
          requirement.kind,
          requirement.key,
          met,
        ])
      }
    }
    expect(seen).toEqual(new Set([true, false, null]))
    expect(timeSeen).toEqual(new Set([true, false]))
  })
})

describe('a pass that is over', () => {
  test('is taken again, and not talked about', async () => {
    const person = await operator()
    const stepFor = async () => {
      const { targets } = await readiness(person, { targetSlug: 'mentor' })
      const target = targets.find(({ position }) => position.slug === 'mentor')
      const school = referenceId('training', 'mentor-school')
      return target?.steps.find(({ trainingId }) => trainingId === school)?.kind
    }
    const pass = (on: number, until: number) =>
      db.execute(sql`insert into completions (id, person_id, training_id, outcome, completed_on, valid_until, created_at)
        values (gen_random_uuid(), ${person.personId}, ${referenceId('training', 'mentor-school')}, 'passed',
          current_date - ${on}::int, current_date + ${until}::int, now())`)
    await pass(400, -20)
    expect(await stepFor()).toBe('training')
    await pass(30, 300)
    expect(await stepFor()).toBe('assessment')
  })
})

describe('whose readiness is seen by whom', () => {
  test('one by oneself, the supervisor of the team and HR; not by a colleague', async () => {
    const teamId = await makeTeam(siteId)
    const person = await makePerson({ siteId, teamId, positionId: referenceId('position', 'operator') })
    const supervisor = await makePerson({ siteId, teamId, roles: [{ role: 'supervisor', teamId }] })
    const { personId } = person
    expect((await readiness(supervisor, { personId })).targets.length).toBeGreaterThan(0)
    expect((await readiness(hr, { personId })).targets.length).toBeGreaterThan(0)
    await expect(readiness(await operator(), { personId })).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('a private wish is shown to nobody else', async () => {
    const person = await operator()
    const targetId = referenceId('position', 'analyst')
    await setIntent(person, { kind: 'move', targetId, visibility: 'private' })
    expect((await readiness(person, {})).intent?.targetId).toBe(targetId)
    const seen = await readiness(hr, { personId: person.personId })
    expect(seen.intent).toBeNull()
    expect(seen.targets.map(({ position }) => position.slug)).not.toContain('analyst')
  })
})

describe('whose position stands on no ladder', () => {
  test('reads the map without a place on it, has no target, and sees what a wish would take', async () => {
    const person = await makePerson({ siteId, positionId: await makePosition() })
    expect(await readiness(person, {})).toMatchObject({ targets: [], ways: [], informed: false })
    expect(await ladderMap(person, {})).toMatchObject({ number: 1, ownPositionId: person.positionId })
    expect((await recallQuestion(person, {}))?.question.positions).toContain('none')
    expect(await nextStep(person, {})).toEqual({ intent: null, next: null })
    const { targets, ways } = await readiness(person, { targetSlug: 'mentor' })
    expect(targets).toMatchObject([{ move: null, position: { slug: 'mentor' } }])
    expect(ways).toEqual([])
  })
})

describe('who knows their way on one ladder', () => {
  test('goes on knowing it when another ladder has news for them', async () => {
    const person = await operator()
    const { personId } = person
    await db.execute(sql`insert into recall_answers (id, person_id, version_id, on_date, correct, at)
      values (gen_random_uuid(), ${personId}, ${FIRST_VERSION_ID}, current_date, true, now())`)
    const [ladderId, versionId] = [crypto.randomUUID(), crypto.randomUUID()]
    await db.execute(sql`insert into ladders (id, slug, title, created_at)
      values (${ladderId}, 'another-ladder', '{"uk": "Інша драбина"}', now())`)
    await db.execute(sql`insert into ladder_versions (id, ladder_id, number, state, edits, created_at)
      values (${versionId}, ${ladderId}, 1, 'draft', 0, now())`)
    await db.execute(sql`update ladder_versions set state = 'published', what_changed = '{"uk": "Нова драбина"}',
      published_at = now() + interval '1 hour' where id = ${versionId}`)
    await db.execute(
      sql`insert into ladder_audience (version_id, person_id) values (${versionId}, ${personId})`,
    )
    expect((await readiness(person, {})).informed).toBe(true)
  })
})

describe('a wish', () => {
  test('changed thirty times at once leaves one', async () => {
    const person = await operator()
    const change = () => setIntent(person, { kind: 'stay', visibility: 'open' })
    await Promise.all(Array.from({ length: 30 }, change))
    const { rows } = await db.execute(
      sql`select 1 from intents where person_id = ${person.personId} and ended_at is null`,
    )
    expect(rows).toHaveLength(1)
  })

  test('to stay has no target, and is asked about again only ahead', async () => {
    const person = await operator()
    const targetId = referenceId('position', 'mentor')
    await expect(setIntent(person, { kind: 'stay', visibility: 'open', targetId })).rejects.toMatchObject({
      fields: { targetId: { key: 'targetOnlyToMove' } },
    })
    await expect(
      setIntent(person, { kind: 'stay', visibility: 'open', askAgainOn: '2020-01-01' }),
    ).rejects.toMatchObject({
      fields: { askAgainOn: { key: 'dateAhead' } },
    })
  })
})

describe('figures and plans in the database', () => {
  test('take no month but its first day, no second open plan, no agreed plan without frozen requirements', async () => {
    const { personId } = await operator()
    const attack = (statement: ReturnType<typeof sql>) => expect(db.execute(statement)).rejects.toThrow()
    await attack(
      sql`insert into metric_values values (${personId}, 'quality-score', '2026-05-02', 80, 9, 'x', now())`,
    )
    const plan = (state: string) => sql`
      insert into plans (id, person_id, target_id, version_id, state, visibility, opened_at)
      values (gen_random_uuid(), ${personId}, ${referenceId('position', 'mentor')}, ${FIRST_VERSION_ID}, ${state}, 'open', now())`
    await attack(plan('agreed'))
    await attack(sql`
      insert into plans (id, person_id, target_id, version_id, state, visibility, opened_at, frozen, agreed_at)
      values (gen_random_uuid(), ${personId}, ${referenceId('position', 'mentor')}, ${FIRST_VERSION_ID}, 'agreed', 'open', now(), '[]', now())`)
    await db.execute(plan('wish'))
    await attack(plan('wish'))
    await attack(sql`insert into evidence (id, person_id, key, happened_on, verified_by, created_at)
      values (gen_random_uuid(), ${personId}, 'improvement', current_date, ${personId}, now())`)
  })
})
