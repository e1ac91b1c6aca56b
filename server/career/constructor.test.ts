import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { ladderVersions } from '#db/schema/ladders'
import { FIRST_VERSION_ID, LADDER_ID } from '#db/seed/reference/career'
import { referenceId } from '#db/seed/reference/ids'
import { attack } from '#db/testing/floor'
import { makePerson, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { addPosition } from '#server/career/add-position'
import { approveOverride } from '#server/career/approve-override'
import { askOverride } from '#server/career/ask-override'
import { ladderConsequences } from '#server/career/consequence-queries'
import { draftLadder } from '#server/career/draft'
import { dropDraft } from '#server/career/drop-draft'
import { duplicateLadder } from '#server/career/duplicate'
import { findLadder } from '#server/career/ladders-queries'
import { placePosition } from '#server/career/place-position'
import { publishLadder } from '#server/career/publish'
import { removeMove } from '#server/career/remove-move'
import { removePosition } from '#server/career/remove-position'
import { setMove } from '#server/career/set-move'
import { setRequirement } from '#server/career/set-requirement'

const position = (slug: string) => referenceId('position', slug)
const whatChanged = { uk: 'Додано нову посаду тренера.', en: 'A new position of a coach is added.' }
const WHY = 'Тренінги вже замовлено, групи почнуться в січні'

let siteId: string
let hr: Actor
let head: Actor
let operator: Actor

beforeAll(async () => {
  siteId = await makeSite()
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
  head = await makePerson({ siteId, roles: [{ role: 'head' }] })
  operator = await makePerson({ siteId, positionId: position('operator') })
  await makePerson({ siteId, positionId: position('mentor') })
})

beforeEach(async () => {
  await db.delete(ladderVersions).where(eq(ladderVersions.state, 'draft'))
})

const draft = async () => (await draftLadder(hr, { ladderId: LADDER_ID })).versionId
/** Publishes a draft as it stands, as somebody who has just read it. */
const publish = async (versionId: string) => {
  const { ladder } = await findLadder(hr, { versionId })
  return publishLadder(hr, { versionId, whatChanged, edits: ladder.edits })
}

describe('a draft is built', () => {
  test('with positions, their height and seats, and moves; what goes takes its moves with it', async () => {
    const versionId = await draft()
    const { positionId, slug } = await addPosition(hr, {
      versionId,
      title: { uk: 'Коуч', en: 'Coach' },
      purpose: { uk: 'Розвиває наставників центру' },
      family: 'horizontal-inside',
    })
    expect(slug).toBe('coach')
    await setMove(hr, { versionId, fromId: position('mentor'), toId: positionId, kind: 'horizontal-inside' })
    await setMove(hr, { versionId, fromId: positionId, toId: position('supervisor'), kind: 'vertical' })
    await placePosition(hr, { versionId, positionId, rung: null, seats: 2 })
    await expect(placePosition(hr, { versionId, positionId, rung: 1, seats: 2 })).rejects.toMatchObject({
      fields: { rung: { key: 'constraint.rungs_height' } },
    })
    const { difference } = await findLadder(hr, { versionId })
    expect(difference?.rungs).toMatchObject([{ before: null, after: { positionId, seats: 2 } }])
    expect(difference?.moves).toHaveLength(2)
    await removeMove(hr, { versionId, fromId: positionId, toId: position('supervisor') })
    await removePosition(hr, { versionId, positionId })
    expect((await findLadder(hr, { versionId })).difference).toMatchObject({ rungs: [], moves: [] })
    await dropDraft(hr, { versionId })
    await expect(findLadder(hr, { versionId })).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('nobody else does it, and nothing published is changed by it', async () => {
    const versionId = await draft()
    const move = { fromId: position('operator'), toId: position('analyst'), kind: 'vertical' } as const
    await expect(setMove(operator, { versionId, ...move })).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(setMove(hr, { versionId: FIRST_VERSION_ID, ...move })).rejects.toMatchObject({
      fault: { key: 'notADraft' },
    })
  })

  test('a copy begins a ladder of its own', async () => {
    const { versionId, ladderId } = await duplicateLadder(hr, {
      versionId: FIRST_VERSION_ID,
      title: { uk: 'Драбина львівського центру' },
    })
    const { ladder } = await findLadder(hr, { versionId })
    expect(ladder).toMatchObject({ ladderId, state: 'draft', number: 1 })
    expect(ladder.requirements.length).toBeGreaterThan(100)
  })
})

describe('what a draft would mean', () => {
  test('is counted anew: who would be ready, who meets the own rung, what nobody meets', async () => {
    const versionId = await draft()
    const mentor = position('mentor')
    const ask = (threshold: number) =>
      setRequirement(hr, { versionId, positionId: mentor, kind: 'tenure', threshold, hard: true })
    await ask(120)
    const strict = await ladderConsequences(hr, { versionId })
    const of = (found: typeof strict) => found.positions.find(({ positionId }) => positionId === mentor)
    expect(of(strict)).toMatchObject({ ready: 0, holders: 1, meets: 0 })
    const { ladder } = await findLadder(hr, { versionId })
    const tenure = ladder.requirements.find((r) => r.positionId === mentor && r.kind === 'tenure')
    const weight = strict.requirements.find(({ requirementId }) => requirementId === tenure?.id)
    expect(weight).toMatchObject({ met: 0, only: 0 })
    expect(weight?.of).toBeGreaterThan(0)
    await ask(1)
    const mild = await ladderConsequences(hr, { versionId })
    expect(mild.requirements.find(({ requirementId }) => requirementId === tenure?.id)?.met).toBe(weight?.of)
    expect(mild.moves.every(({ hardSteps }) => hardSteps <= mild.hardStepsMost)).toBe(true)
    await expect(ladderConsequences(operator, { versionId })).rejects.toMatchObject({ reason: 'forbidden' })
  })

  test('holders of whom nobody can say stand beside the mirror, not against it', async () => {
    const positionId = position('analyst')
    const holder = () => makePerson({ siteId, positionId })
    const [good, bad] = [await holder(), await holder(), await holder()]
    for (const [person, value] of [
      [good, 95],
      [bad, 40],
    ] as const)
      await db.execute(sql`insert into metric_values values (${person.personId}, 'quality-score',
        date_trunc('month', current_date)::date, ${value}, 9, 'x', now())`)
    const versionId = await draft()
    await db.execute(
      sql`delete from requirements where version_id = ${versionId} and position_id = ${positionId}`,
    )
    const score = { kind: 'metric', key: 'quality-score', threshold: 80, windowMonths: 3 } as const
    const { requirementId } = await setRequirement(hr, { versionId, positionId, ...score, hard: true })
    await db.execute(sql`delete from moves where version_id = ${versionId} and to_id = ${positionId}`)
    await setMove(hr, { versionId, fromId: position('operator'), toId: positionId, kind: 'horizontal-out' })
    const { positions, requirements } = await ladderConsequences(hr, { versionId })
    const found = positions.find((one) => one.positionId === positionId)
    expect(found).toMatchObject({ holders: 3, meets: 1, unknown: 1 })
    // The three operators, to whom the position is open, have no score: nobody is said not to meet it, yet it alone keeps them.
    expect(found).toMatchObject({ open: 3, ready: 0 })
    expect(requirements.find((one) => one.requirementId === requirementId)).toMatchObject({
      of: 0,
      met: 0,
      only: 3,
    })
    await db.execute(sql`insert into metric_values values (${operator.personId}, 'quality-score',
      date_trunc('month', current_date)::date, 90, 9, 'x', now())`)
    const after = await ladderConsequences(hr, { versionId })
    expect(after.positions.find((one) => one.positionId === positionId)).toMatchObject({ open: 3, ready: 1 })
    expect(after.requirements.find((one) => one.requirementId === requirementId)).toMatchObject({
      of: 1,
      met: 1,
      only: 2,
    })
  })

  test('a circle, a rung that nothing leads to and people left without a rung are refused by name', async () => {
    const versionId = await draft()
    const [mentor, senior] = [position('mentor'), position('senior-operator')]
    await setMove(hr, { versionId, fromId: senior, toId: mentor, kind: 'vertical' })
    const circle = `faults.circle.${mentor}`
    await expect(publish(versionId)).rejects.toMatchObject({
      fault: { key: 'ladderFaults' },
      fields: { [circle]: { key: 'ladderFault.circle' } },
    })
    await removePosition(hr, { versionId, positionId: mentor })
    const { faults } = await ladderConsequences(hr, { versionId })
    expect(new Set(faults.map(({ kind }) => kind))).toEqual(new Set(['unreachable', 'holders-without-rung']))
    await db.execute(
      sql`update competences set retired_at = now() where id = ${referenceId('competence', 'coaching')}`,
    )
    const retired = (await ladderConsequences(hr, { versionId })).faults.map(({ kind }) => kind)
    expect(retired).toContain('retired-competence')
    await db.execute(sql`update competences set retired_at = null`)
  })
})

describe('publishing with holes', () => {
  // No session is planned in this file, so every class is a hole.
  test('takes a reason and a second person, for the draft as it was read, and stays visible', async () => {
    const versionId = await draft()
    const ask = { versionId, positionId: position('mentor'), kind: 'tenure', hard: true } as const
    const { edits } = await setRequirement(hr, { ...ask, threshold: 5 })
    await expect(publish(versionId)).rejects.toMatchObject({
      fault: { key: 'ladderHoles' },
    })
    const { overrideId, holes } = await askOverride(hr, { versionId, edits, reason: WHY })
    expect(holes).toBeGreaterThan(5)
    await expect(approveOverride(hr, { overrideId })).rejects.toMatchObject({
      fault: { key: 'secondPerson' },
    })
    await expect(approveOverride(operator, { overrideId })).rejects.toMatchObject({ reason: 'forbidden' })
    const self = sql`update ladder_overrides set approved_by = asked_by, approved_at = now() where id = ${overrideId}`
    expect(await attack(db.execute(self))).toBe('ladder_overrides_second_person')
    await setRequirement(hr, { ...ask, threshold: 7 })
    await expect(approveOverride(head, { overrideId })).rejects.toMatchObject({
      fault: { key: 'draftEdited' },
    })
    const again = await askOverride(hr, { versionId, edits: edits + 1, reason: WHY })
    await approveOverride(head, { overrideId: again.overrideId })
    const { touched } = await publish(versionId)
    expect((await findLadder(operator, { versionId })).override).toMatchObject({ reason: WHY, stale: false })
    const { rows } = await db.execute(sql`select 1 from ladder_audience where version_id = ${versionId}`)
    expect(rows).toHaveLength(touched)
    const forget = sql`delete from ladder_overrides where version_id = ${versionId}`
    expect(await attack(db.execute(forget))).toBe('ladder_overrides_kept')
  })
})
