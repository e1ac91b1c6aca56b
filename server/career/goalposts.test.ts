import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client'
import { LADDER_ID } from '#db/seed/reference/career'
import { referenceId } from '#db/seed/reference/ids'
import { makeCentre, makePerson } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { addDays } from '#domain/months'
import { agreePlan } from '#server/career/agree-plan'
import { applyForOpening } from '#server/career/apply'
import { approveOverride } from '#server/career/approve-override'
import { askOverride } from '#server/career/ask-override'
import { cancelOpening } from '#server/career/cancel-opening'
import { decideApplication } from '#server/career/decide'
import { draftLadder } from '#server/career/draft'
import { openOpening } from '#server/career/open-opening'
import { openPlan } from '#server/career/open-plan'
import { readiness } from '#server/career/own-queries'
import { publishLadder } from '#server/career/publish'
import { removeMove } from '#server/career/remove-move'
import { removePosition } from '#server/career/remove-position'
import { setMove } from '#server/career/set-move'
import { setRequirement } from '#server/career/set-requirement'
import { releasePerson } from '#server/flows/release'

const { siteId, supervisor, hr, head, ...centre } = await makeCentre()
const operator = await centre.operator()

const position = (slug: string) => referenceId('position', slug)
const today = new Date().toISOString().slice(0, 10)
const inDays = (days: number) => addDays(today, days)
const REASON = 'Посаду обʼєднали з іншою, тренінги готують'
const whatChanged = { uk: 'Посаду аналітика прибрано.', en: 'The position of an analyst is gone.' }

beforeEach(() => db.execute(sql`delete from ladder_versions where state = 'draft'`))

const agreed = async (targetId: string) => {
  const { planId } = await openPlan(operator, { targetId, visibility: 'supervisor' })
  await agreePlan(supervisor, { planId, nextCheckInOn: inDays(7) })
}
const targetAt = async (reader: Actor, positionId: string) =>
  (await readiness(reader, { personId: operator.personId })).targets.find(
    (target) => target.position.positionId === positionId,
  )
const publish = async (edit: (versionId: string) => Promise<{ edits: number }>) => {
  const { versionId } = await draftLadder(hr, { ladderId: LADDER_ID })
  const { edits } = await edit(versionId)
  const { overrideId } = await askOverride(hr, { versionId, edits, reason: REASON })
  await approveOverride(head, { overrideId })
  await publishLadder(hr, { versionId, whatChanged, edits })
}

test('time before an agreed target is counted by the moves of the day that it was agreed', async () => {
  const mentorId = position('mentor')
  await publish((versionId) =>
    setRequirement(hr, {
      versionId,
      positionId: mentorId,
      kind: 'time-in-previous',
      threshold: 6,
      hard: true,
    }),
  )
  await agreed(mentorId)
  const inPrevious = async () =>
    (await targetAt(operator, mentorId))?.checks.find(
      ({ requirement }) => requirement.kind === 'time-in-previous',
    )
  const before = await inPrevious()
  expect(before?.have).toBeGreaterThan(0)
  await publish(async (versionId) => {
    await removeMove(hr, { versionId, fromId: position('operator'), toId: mentorId })
    return setMove(hr, { versionId, fromId: position('tech-support'), toId: mentorId, kind: 'vertical' })
  })
  expect(await inPrevious()).toEqual(before)
})

test('a position is not taken from under whoever waits for it; an agreed plan goes on without its rung', async () => {
  const positionId = position('analyst')
  await agreed(positionId)
  const before = await targetAt(operator, positionId)
  const remove = () => publish((versionId) => removePosition(hr, { versionId, positionId }))
  const refused = {
    fault: { key: 'ladderFaults' },
    fields: { [`faults.openings-without-rung.${positionId}`]: { params: { count: 1 } } },
  }
  const days = { closesOn: inDays(5), decideBy: inDays(9) }
  const { openingId } = await openOpening(hr, { positionId, siteId, ...days })
  await expect(remove()).rejects.toMatchObject(refused)
  const other = await makePerson({ siteId, positionId: position('operator') })
  const { applicationId } = await applyForOpening(other, { openingId })
  await decideApplication(hr, { applicationId, outcome: 'accepted', reason: REASON, releaseOn: inDays(1) })
  await db.execute(
    sql`update openings set opens_on = opens_on - 9, closes_on = opens_on - 1 where id = ${openingId}`,
  )
  await db.execute(sql`delete from ladder_versions where state = 'draft'`)
  await expect(remove()).rejects.toMatchObject(refused)
  await releasePerson(hr, { applicationId, startsOn: today })
  await db.execute(
    sql`update employments set position_id = ${position('operator')} where person_id = ${other.personId}`,
  )
  await db.execute(sql`delete from ladder_versions where state = 'draft'`)
  const second = await openOpening(hr, { positionId, siteId, ...days })
  await cancelOpening(hr, { openingId: second.openingId, reason: REASON })
  await remove()
  for (const reader of [operator, supervisor]) {
    const after = await targetAt(reader, positionId)
    expect(after).toMatchObject({ frozen: true, checks: before?.checks, asked: before?.asked })
    expect(after?.drift.every(({ after: now }) => now === null)).toBe(true)
  }
})
