import { eq, sql, TransactionRollbackError } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Tx } from '#db/client'
import { db } from '#db/client'
import { ladderVersions, requirements } from '#db/schema/ladders'
import { FIRST_VERSION_ID, LADDER_ID } from '#db/seed/reference/career'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makeSite } from '#db/testing/people'
import { isBlockedBy } from '#db/testing/waits'
import type { Actor } from '#domain/access'
import { acknowledgeLadder } from '#server/career/acknowledge'
import { approveOverride } from '#server/career/approve-override'
import { askOverride } from '#server/career/ask-override'
import { ladderChanges } from '#server/career/changes-queries'
import { draftLadder } from '#server/career/draft'
import { findLadder, listLadders } from '#server/career/ladders-queries'
import { nextStep, readiness } from '#server/career/own-queries'
import { publishLadder } from '#server/career/publish'
import { ladderMap } from '#server/career/queries'
import { removeRequirement } from '#server/career/remove-requirement'
import { setRequirement } from '#server/career/set-requirement'
import { planSession } from '#server/training/plan-session'

const mentorId = referenceId('position', 'mentor')
const whatChanged = {
  uk: 'Наставникові потрібна вища оцінка якості.',
  en: 'A mentor needs a higher quality score.',
}
const WHY = 'Тренінг готують, до осені він буде'
const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString()

let hr: Actor
let second: Actor
let operator: Actor
let mentor: Actor

const openSeats = async () => {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from trainings where format <> 'self-paced'`,
  )
  for (const [index, { id: trainingId }] of rows.entries()) {
    const startsAt = inDays(5 + index)
    await planSession(hr, {
      trainingId,
      startsAt,
      endsAt: inDays(5.3 + index),
      seats: 10,
      place: { uk: 'Кімната 2' },
    })
  }
}

const draft = async () => (await draftLadder(hr, { ladderId: LADDER_ID })).versionId
/** Publishes a draft as it stands, as somebody who has just read it. */
const publish = async (versionId: string, tx?: Tx) => {
  const { ladder } = await findLadder(hr, { versionId })
  return publishLadder(hr, { versionId, whatChanged, edits: ladder.edits }, { tx })
}
const askQuality = (versionId: string, threshold: number) =>
  setRequirement(hr, {
    versionId,
    positionId: mentorId,
    kind: 'metric',
    key: 'quality-score',
    threshold,
    windowMonths: 3,
    hard: true,
  })

beforeAll(async () => {
  const siteId = await makeSite()
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
  second = await makePerson({ siteId, roles: [{ role: 'hr' }] })
  operator = await makePerson({ siteId, positionId: referenceId('position', 'operator') })
  mentor = await makePerson({ siteId, positionId: mentorId })
  await openSeats()
})

beforeEach(async () => {
  await db.delete(ladderVersions).where(eq(ladderVersions.state, 'draft'))
})

describe('the shipped ladder', () => {
  test('is published and has no hole while sessions have free seats', async () => {
    const { holes, ladder } = await findLadder(hr, { versionId: FIRST_VERSION_ID })
    expect(ladder.state).toBe('published')
    expect(ladder.rungs).toHaveLength(12)
    expect(holes).toEqual([])
  })

  test('shows the own place and the gap as steps', async () => {
    const map = await ladderMap(operator, {})
    expect(map?.ownPositionId).toBe(operator.positionId)
    const { targets } = await readiness(operator, {})
    expect(targets[0]?.position.slug).toBe('mentor')
    expect(targets[0]?.ready).toBe(false)
    const steps = targets[0]?.steps.filter(({ kind }) => kind === 'training') ?? []
    expect(steps.some(({ checks }) => checks.length > 1)).toBe(true)
    expect((await nextStep(operator, {})).next?.position.slug).toBe('mentor')
  })
})

describe('publishing', () => {
  test('makes a version that the operator hears of, reads and acknowledges', async () => {
    await acknowledgeLadder(operator, { versionId: FIRST_VERSION_ID })
    expect(await ladderChanges(operator, {})).toBeNull()
    const versionId = await draft()
    await askQuality(versionId, 88)
    const { touched, number } = await publish(versionId)
    expect(touched).toBeGreaterThan(0)
    const told = await db.execute(sql`select person_id, params from notices where kind = 'ladder.published'`)
    expect(told.rows.map((row) => row.person_id)).toContain(operator.personId)
    expect(told.rows.map((row) => row.person_id)).not.toContain(mentor.personId)
    const changes = await ladderChanges(operator, {})
    expect(changes).toMatchObject({ number, first: false, whatChanged })
    expect(changes?.requirements).toHaveLength(1)
    expect(changes?.requirements[0]).toMatchObject({
      before: { requirement: { threshold: 85 } },
      after: { requirement: { threshold: 88 } },
    })
    await acknowledgeLadder(operator, { versionId })
    await acknowledgeLadder(operator, { versionId })
    expect(await ladderChanges(operator, {})).toBeNull()
  })

  test('refuses what nobody could learn, naming each hole', async () => {
    const versionId = await draft()
    const competenceId = referenceId('competence', 'coaching')
    await setRequirement(hr, {
      versionId,
      positionId: mentorId,
      kind: 'competence',
      competenceId,
      level: 4,
      hard: true,
    })
    await expect(publish(versionId)).rejects.toMatchObject({
      reason: 'conflict',
      fault: { key: 'ladderHoles', params: { count: 1 } },
      fields: { [`holes.${mentorId}.${competenceId}`]: { key: 'holeWithoutTraining', params: { level: 4 } } },
    })
  })

  test('lets nobody’s agreement cover a hole that came after it; asked again, it does', async () => {
    const versionId = await draft()
    const { edits } = await setRequirement(hr, {
      versionId,
      positionId: mentorId,
      kind: 'competence',
      competenceId: referenceId('competence', 'coaching'),
      level: 4,
      hard: true,
    })
    const agree = async () => {
      const { overrideId, holes } = await askOverride(hr, { versionId, edits, reason: WHY })
      await approveOverride(second, { overrideId })
      return holes
    }
    expect(await agree()).toBe(1)
    await expect(agree()).rejects.toMatchObject({ fault: { key: 'constraint.ladder_overrides_once' } })
    await db.execute(sql`update training_sessions set state = 'cancelled' where state = 'planned'`)
    try {
      await expect(publish(versionId)).rejects.toMatchObject({
        fault: { key: 'ladderHoles' },
      })
      expect((await findLadder(hr, { versionId })).override).toMatchObject({ stale: true })
      expect(await agree()).toBeGreaterThan(1)
      expect((await findLadder(hr, { versionId })).override).toMatchObject({ stale: false })
      await db
        .transaction(async (tx) => {
          await publish(versionId, tx)
          tx.rollback()
        })
        .catch((error) => expect(error).toBeInstanceOf(TransactionRollbackError))
    } finally {
      await openSeats()
    }
  })

  test('refuses a draft that changes nothing, and one edited since it was read', async () => {
    const versionId = await draft()
    await expect(publish(versionId)).rejects.toMatchObject({
      fault: { key: 'nothingChanged' },
    })
    await askQuality(versionId, 71)
    await expect(publishLadder(hr, { versionId, whatChanged, edits: 0 })).rejects.toMatchObject({
      fault: { key: 'draftEdited' },
    })
  })

  test('wants the sentence in both languages', async () => {
    const versionId = await draft()
    const onlyOne = publishLadder(hr, { versionId, edits: 0, whatChanged: { uk: whatChanged.uk } })
    await expect(onlyOne).rejects.toMatchObject({ fields: { 'whatChanged.en': { key: 'bothLanguages' } } })
  })

  test('of two at once one wins and the other hears of it', async () => {
    const versionId = await draft()
    await askQuality(versionId, 77)
    const both = await Promise.allSettled([1, 2].map(() => publish(versionId)))
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { rows } = await db.execute(sql`select 1 from published_versions where ladder_id = ${LADDER_ID}`)
    expect(rows).toHaveLength(1)
  })

  test('two drafts at once leave one', async () => {
    const both = await Promise.allSettled([1, 2, 3].map(() => draft()))
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = both.find((result) => result.status === 'rejected')
    expect(refused?.reason).toMatchObject({
      reason: 'conflict',
      fault: { key: 'constraint.ladder_versions_one_draft' },
    })
  })
})

describe('a draft', () => {
  test('keeps one requirement for one thing, and loses it again', async () => {
    const versionId = await draft()
    const first = await askQuality(versionId, 80)
    const second = await askQuality(versionId, 81)
    expect(second.requirementId).toBe(first.requirementId)
    expect(second.edits).toBe(2)
    await removeRequirement(hr, { requirementId: first.requirementId })
    const { difference } = await findLadder(hr, { versionId })
    expect(difference?.requirements).toMatchObject([{ after: null }])
  })

  test('is seen and edited by HR alone', async () => {
    const versionId = await draft()
    await expect(findLadder(operator, { versionId })).rejects.toMatchObject({ reason: 'not-found' })
    const { items } = await listLadders(operator, {})
    expect(items[0]?.versions.map(({ state }) => state)).not.toContain('draft')
    const wanted = { versionId, positionId: mentorId, kind: 'tenure' as const, threshold: 3 }
    await expect(setRequirement(operator, wanted)).rejects.toMatchObject({ reason: 'forbidden' })
  })

  test('asks no level without words', async () => {
    const versionId = await draft()
    const { rows } = await db.execute<{ id: string }>(sql`
      insert into competences (id, slug, cluster, title, external_codes, created_at)
      values (${referenceId('competence', 'juggling')}, 'juggling', 'self', '{"uk": "Жонглювання"}', '{}', now()) returning id`)
    const wanted = {
      versionId,
      positionId: mentorId,
      kind: 'competence' as const,
      competenceId: rows[0]!.id,
      level: 1,
    }
    await expect(setRequirement(hr, wanted)).rejects.toMatchObject({
      fields: { level: { key: 'levelWithoutWords' } },
    })
  })
})

describe('a published version in the database', () => {
  const attack = (statement: ReturnType<typeof sql>) => expect(db.execute(statement)).rejects.toThrow()

  test('cannot be changed, emptied, extended or deleted', async () => {
    await attack(sql`update ladder_versions set number = 99 where id = ${FIRST_VERSION_ID}`)
    await attack(
      sql`update ladder_versions set state = 'draft', published_at = null where id = ${FIRST_VERSION_ID}`,
    )
    await attack(sql`delete from ladder_versions where id = ${FIRST_VERSION_ID}`)
    await attack(sql`update requirements set hard = false where version_id = ${FIRST_VERSION_ID}`)
    await attack(sql`delete from requirements where version_id = ${FIRST_VERSION_ID}`)
    await attack(sql`delete from moves where version_id = ${FIRST_VERSION_ID}`)
    await attack(sql`update rungs set seats = 7 where version_id = ${FIRST_VERSION_ID}`)
    await attack(sql`insert into ladder_versions (id, ladder_id, number, state, edits, what_changed, created_at, published_at)
      values (gen_random_uuid(), ${LADDER_ID}, 50, 'published', 0, '{"uk": "так"}', now(), now())`)
  })

  test('takes no requirement moved over from a draft, and gives none', async () => {
    const versionId = await draft()
    await attack(
      sql`update requirements set version_id = ${FIRST_VERSION_ID} where version_id = ${versionId}`,
    )
    await attack(
      sql`update requirements set version_id = ${versionId} where version_id = ${FIRST_VERSION_ID}`,
    )
  })

  test('a requirement slipped in while it is being published waits and is refused', async () => {
    const versionId = await draft()
    await askQuality(versionId, 79)
    const slip = () =>
      db.insert(requirements).values({
        id: crypto.randomUUID(),
        versionId,
        positionId: mentorId,
        kind: 'evidence',
        key: 'improvement',
        threshold: 1,
        hard: true,
        weight: 1,
      })
    const { waited, heard } = await db.transaction(async (tx) => {
      await publish(versionId, tx)
      const slipping = slip().then(
        () => 'in',
        () => 'refused',
      )
      return { waited: await isBlockedBy(tx, slipping), heard: () => slipping }
    })
    expect([waited, await heard()]).toEqual([true, 'refused'])
  })

  test('a draft cannot be acknowledged, a child cannot belong to another version', async () => {
    const versionId = await draft()
    await attack(sql`insert into acknowledgements values (${operator.personId}, ${versionId}, now())`)
    await attack(sql`insert into requirements (id, version_id, position_id, kind, threshold, hard, weight)
      values (gen_random_uuid(), ${versionId}, ${hr.positionId}::uuid, 'tenure', 0, true, 1)`)
    await attack(sql`insert into requirements (id, version_id, position_id, kind, key, threshold, hard, weight)
      values (gen_random_uuid(), ${versionId}, ${mentorId}, 'metric', 'quality-score', 90, true, 1)`)
    await attack(sql`insert into requirements (id, version_id, position_id, kind, hard, weight)
      values (gen_random_uuid(), ${versionId}, ${mentorId}, 'competence', true, 1)`)
  })
})
