import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { FIRST_VERSION_ID, LADDER_ID } from '#db/seed/reference/career'
import { referenceId } from '#db/seed/reference/ids'
import { makeCentre, makePerson, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { LEAST_PRIVATE } from '#domain/career'
import { addDays } from '#domain/months'
import { addStep } from '#server/career/add-step'
import { approveOverride } from '#server/career/approve-override'
import { askOverride } from '#server/career/ask-override'
import { draftLadder } from '#server/career/draft'
import { careerFlow } from '#server/career/flow-queries'
import { listInformed } from '#server/career/informed-people-queries'
import { openOpening } from '#server/career/open-opening'
import { openPlan } from '#server/career/open-plan'
import { publishLadder } from '#server/career/publish'
import { listPositions } from '#server/career/queries'
import { setIntent } from '#server/career/set-intent'
import { setRequirement } from '#server/career/set-requirement'
import { endEmployment } from '#server/people/end'
import { movePerson } from '#server/people/move'
import { showPerson } from '#server/people/queries'
import { listDemand } from '#server/training/demand-queries'

const { siteId, teamId, supervisor, hr, head, operator } = await makeCentre()

const position = (slug: string) => referenceId('position', slug)
const today = new Date().toISOString().slice(0, 10)
const REASON = 'Тренінги вже замовлено, групи почнуться в січні'

const wish = (person: Actor, slug: string, visibility: 'private' | 'supervisor', ago = 0) =>
  setIntent(
    person,
    { kind: 'move', targetId: position(slug), visibility, askAgainOn: addDays(today, 90) },
    { now: new Date(Date.now() - ago * 86_400_000) },
  )
const noticesOf = async (person: Actor, kind: string) =>
  (await db.execute(sql`select 1 from notices where person_id = ${person.personId} and kind = ${kind}`)).rows
    .length

describe('a wish is seen', () => {
  test('on the person’s page by any colleague, exactly where it is open', async () => {
    const [person, colleague] = [await operator(), await makePerson({ siteId: await makeSite() })]
    const targetId = position('sales-manager')
    const seen = async () => showPerson(colleague, { personId: person.personId })
    for (const visibility of ['private', 'supervisor'] as const) {
      await setIntent(person, { kind: 'move', targetId, visibility })
      await openPlan(person, {
        targetId: position(visibility === 'private' ? 'mentor' : 'consultant'),
        visibility,
      })
      expect(await seen()).toMatchObject({ wish: null, plans: [] })
    }
    await setIntent(person, { kind: 'move', targetId, visibility: 'open' })
    await openPlan(person, { targetId, visibility: 'open' })
    const { title } = (await listPositions(hr, {})).items.find(({ id }) => id === targetId) ?? {}
    expect(await seen()).toMatchObject({ wish: { kind: 'move', target: title }, plans: [title] })
  })
})

describe('what is private stands in no number that could name its person', () => {
  test('not in how many an opening told of, though they are told', async () => {
    const [open, secret] = [await operator(), await operator()]
    await wish(open, 'analyst', 'supervisor')
    await wish(secret, 'analyst', 'private')
    const days = { closesOn: addDays(today, 5), decideBy: addDays(today, 9) }
    const { told } = await openOpening(hr, { positionId: position('analyst'), siteId, ...days })
    expect(told).toBe(1)
    expect([await noticesOf(open, 'career.opened'), await noticesOf(secret, 'career.opened')]).toEqual([1, 1])
  })

  test('not in how many a version touches, nor in whose knowledge of their way falls, though they are told', async () => {
    const [open, secret, plain] = [await operator(), await operator(), await operator()]
    for (const { personId } of [open, secret, plain])
      await db.execute(sql`insert into recall_answers (id, person_id, version_id, on_date, correct, at)
        values (gen_random_uuid(), ${personId}, ${FIRST_VERSION_ID}, current_date, true, now())`)
    await wish(open, 'group-head', 'supervisor')
    await wish(secret, 'group-head', 'private')
    const { versionId } = await draftLadder(hr, { ladderId: LADDER_ID })
    const ask = { versionId, positionId: position('group-head'), kind: 'tenure', threshold: 99 } as const
    const { edits } = await setRequirement(hr, { ...ask, hard: true })
    const { overrideId } = await askOverride(hr, { versionId, edits, reason: REASON })
    await approveOverride(head, { overrideId })
    const whatChanged = { uk: 'Керівник групи має довший стаж.', en: 'A group head has been here longer.' }
    const { touched } = await publishLadder(hr, { versionId, whatChanged, edits })
    expect(touched).toBe(1)
    expect(await noticesOf(secret, 'ladder.published')).toBe(1)
    const { items } = await listInformed(supervisor, { by: 'team', of: teamId, limit: 100 })
    const knows = ({ personId }: Actor) => items.find(({ id }) => id === personId)?.informed
    expect([open, secret, plain].map(knows)).toEqual([false, true, true])
    const { rows } = await db.execute(sql`select column_name from information_schema.columns
      where table_name = 'recall_answers' and column_name in ('position', 'missing')`)
    expect(rows).toEqual([])
  })

  test('not in the days from a wish to a move, nor among leavers who wished', async () => {
    const [mover, leaver] = [await operator(), await operator()]
    await wish(mover, 'consultant', 'private', 30)
    await movePerson(hr, {
      personId: mover.personId,
      positionId: position('consultant'),
      siteId,
      kind: 'across',
      startsOn: today,
    })
    const before = (await careerFlow(hr, {})).leavers
    await wish(leaver, 'consultant', 'private', 20)
    await endEmployment(hr, { personId: leaver.personId, lastDay: addDays(today, -1) })
    const { moves, leavers } = await careerFlow(hr, {})
    expect(moves.filter(({ kind }) => kind === 'across')).toMatchObject([{ count: 1, median: null }])
    expect(leavers).toEqual({ all: before.all + 1, wished: before.wished })
  })

  test('in the sum of wishes only from five of a kind on', async () => {
    const sum = async () => (await careerFlow(hr, {})).wishes.find(({ kind }) => kind === 'undecided')?.count
    const say = async (visibility: 'open' | 'private') =>
      setIntent(await operator(), { kind: 'undecided', visibility })
    for (let index = 0; index < LEAST_PRIVATE; index++) await say('open')
    for (let index = 1; index < LEAST_PRIVATE; index++) await say('private')
    expect(await sum()).toBe(LEAST_PRIVATE)
    await say('private')
    expect(await sum()).toBe(2 * LEAST_PRIVATE)
  })

  test('in what is wanted of a training only from five people on', async () => {
    const trainingId = referenceId('training', 'mentor-school')
    const planned = async () =>
      (await listDemand(hr, {})).find((row) => row.trainingId === trainingId)?.planned ?? 0
    const plan = async (visibility: 'supervisor' | 'private') => {
      const person = await operator()
      const { planId } = await openPlan(person, { targetId: position('mentor'), visibility })
      await addStep(person, { planId, kind: 'training', trainingId, dueOn: addDays(today, 30) })
    }
    await plan('supervisor')
    for (let index = 1; index < LEAST_PRIVATE; index++) await plan('private')
    expect(await planned()).toBe(1)
    await plan('private')
    expect(await planned()).toBe(1 + LEAST_PRIVATE)
  })
})
