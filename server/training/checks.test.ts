import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { referenceId } from '#db/seed/reference/ids'
import { attack } from '#db/testing/floor'
import { makePerson, makeSite, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { beginTraining } from '#server/training/begin'
import { findChecks, listLearners } from '#server/training/check-queries'
import { trainingRecord } from '#server/training/record-queries'
import { setChecks } from '#server/training/set-checks'
import { signChecks } from '#server/training/sign-checks'
import { undoCheck } from '#server/training/undo-check'

const trainingId = referenceId('training', 'second-project')

let siteId: string
let teamId: string
let supervisor: Actor
let mentor: Actor
let hr: Actor

const learn = async () => {
  const learner = await makePerson({ siteId, teamId })
  const { enrolmentId } = await beginTraining(learner, { trainingId })
  mentor = { ...mentor, menteeIds: [...mentor.menteeIds, learner.personId] }
  return { learner, enrolmentId }
}
const idsOf = async (actor: Actor) => (await findChecks(actor, { trainingId })).map(({ id }) => id)

beforeAll(async () => {
  siteId = await makeSite()
  teamId = await makeTeam(siteId)
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
  supervisor = await makePerson({ siteId, teamId, roles: [{ role: 'supervisor', teamId }] })
  mentor = await makePerson({ siteId, teamId, roles: [{ role: 'mentor' }] })
  await db.execute(sql`insert into organisations (name, created_at) values ('{"uk": "Центр"}', now())`)
})

describe('a training on the job', () => {
  test('is begun without a date, signed item by item by the mentor, and the last one is a pass with its certificate', async () => {
    const { learner, enrolmentId } = await learn()
    const { rows: told } = await db.execute(
      sql`select kind, href from notices where person_id = ${supervisor.personId} order by id desc limit 1`,
    )
    expect(told).toEqual([{ kind: 'training.toSign', href: `/training/people/${learner.personId}` }])
    const all = await idsOf(learner)
    expect(all.length).toBeGreaterThan(3)
    const first = await signChecks(mentor, { enrolmentId, checkIds: all.slice(0, 2), note: 'Разом' })
    expect(first).toEqual({ signed: 2, left: all.length - 2 })
    expect((await findChecks(learner, { trainingId }))[0]).toMatchObject({ note: 'Разом' })
    expect((await listLearners(mentor, {})).map((one) => one.enrolmentId)).toContain(enrolmentId)
    // The same sent again changes nothing.
    expect(await signChecks(mentor, { enrolmentId, checkIds: all.slice(0, 2) })).toMatchObject({ signed: 0 })
    await undoCheck(supervisor, { enrolmentId, checkId: all[0] as string })
    expect(await signChecks(supervisor, { enrolmentId, checkIds: all })).toEqual({
      signed: all.length - 1,
      left: 0,
    })
    const { passed, open } = await trainingRecord(learner, {})
    expect([passed.length, passed[0]?.state, open.length]).toEqual([1, 'valid', 0])
    expect(passed[0]?.code).toBeTruthy()
    await expect(signChecks(mentor, { enrolmentId, checkIds: all })).rejects.toMatchObject({
      fault: { key: 'enrolmentClosed' },
    })
    const { rows } = await db.execute<{ state: string; assessor: string }>(
      sql`select state, assessor_id as assessor from assessments where person_id = ${learner.personId}`,
    )
    expect(
      rows.every(({ state, assessor }) => state === 'proposed' && assessor === supervisor.personId),
    ).toBe(true)
  })

  test('is signed by nobody for themselves, by no stranger and for no other training', async () => {
    const { learner, enrolmentId } = await learn()
    const checkIds = await idsOf(learner)
    await expect(signChecks(learner, { enrolmentId, checkIds })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    const elsewhere = await makeTeam(siteId)
    const roles = [{ role: 'supervisor' as const, teamId: elsewhere }]
    const stranger = await makePerson({ siteId, teamId: elsewhere, roles })
    await expect(signChecks(stranger, { enrolmentId, checkIds })).rejects.toMatchObject({
      reason: 'not-found',
    })
    expect(await listLearners(stranger, {})).toEqual([])
    const other = referenceId('training-check', 'strategy/1')
    await expect(signChecks(mentor, { enrolmentId, checkIds: [other] })).rejects.toMatchObject({
      fields: { checkIds: { key: 'wrong' } },
    })
    const insert = (by: Actor, checkId: string) =>
      attack(
        db.execute(sql`insert into check_signoffs (enrolment_id, check_id, signed_by, signed_at)
          values (${enrolmentId}, ${checkId}, ${by.personId}, now())`),
      )
    expect(await insert(learner, checkIds[0] as string)).toBe('check_signoffs_by_another')
    expect(await insert(mentor, other)).toBe('check_signoffs_same_training')
    expect(await insert(mentor, checkIds[0] as string)).toBeUndefined()
    expect(await attack(db.execute(sql`update check_signoffs set note = 'інше'`))).toBe(
      'check_signoffs_immutable',
    )
  })

  test('passes once though two sign the last items at once', async () => {
    const { learner, enrolmentId } = await learn()
    const all = await idsOf(learner)
    const halves = Array.from({ length: 20 }, (_, at) => (at % 2 ? all.slice(0, 3) : all.slice(3)))
    const done = await Promise.allSettled(
      halves.map((checkIds, at) => signChecks(at % 2 ? mentor : supervisor, { enrolmentId, checkIds })),
    )
    const signed = done.reduce((sum, one) => sum + (one.status === 'fulfilled' ? one.value.signed : 0), 0)
    expect(signed).toBe(all.length)
    expect((await trainingRecord(learner, {})).passed).toHaveLength(1)
  })
})

test('a changed item is a new one, to be signed anew; a class has no check-list and needs its session', async () => {
  const { learner, enrolmentId } = await learn()
  const before = await findChecks(learner, { trainingId })
  await signChecks(mentor, { enrolmentId, checkIds: [before[0]?.id as string] })
  const titles = before.map(({ title }) => title)
  const changed = titles.map(({ uk }, at) => (at === 0 ? `${uk} двічі` : uk))
  const english = titles.map(({ en }, at) => (at === 0 ? `${en} twice` : (en ?? '')))
  await setChecks(hr, { trainingId, lines: { uk: changed.join('\n'), en: english.join('\n') } })
  const after = await findChecks(learner, { trainingId })
  expect(after.filter(({ signedBy }) => signedBy).map(({ title }) => title)).toEqual([titles[0]])
  expect(after.slice(-5).map(({ id }) => id)).toEqual(before.slice(-5).map(({ id }) => id))
  await expect(setChecks(hr, { trainingId, lines: { uk: 'Один\nДва', en: 'One' } })).rejects.toMatchObject({
    fields: { 'lines.en': { key: 'linesDiffer' } },
  })
  // Every item but the unsigned ones leaves: nothing is left to sign, and the learner is not left waiting for ever.
  await expect(setChecks(hr, { trainingId, lines: { uk: '' } })).rejects.toMatchObject({
    fault: { key: 'checksInUse' },
  })
  const [, second] = after.filter(({ signedBy }) => !signedBy)
  await signChecks(mentor, { enrolmentId, checkIds: [second?.id as string] })
  const only = second?.title ?? { uk: '' }
  await setChecks(hr, { trainingId, lines: { uk: only.uk, en: only.en ?? '' } })
  const { passed, open } = await trainingRecord(learner, {})
  expect([passed.length, open.length]).toEqual([1, 0])
  const voice = referenceId('training', 'voice')
  await expect(setChecks(hr, { trainingId: voice, lines: { uk: 'Один' } })).rejects.toMatchObject({
    fields: { trainingId: { key: 'noCheckList' } },
  })
  await expect(beginTraining(learner, { trainingId: voice })).rejects.toMatchObject({
    fault: { key: 'trainingNeedsSession' },
  })
  await setChecks(hr, { trainingId: referenceId('training', 'strategy'), lines: { uk: '' } })
  await expect(
    beginTraining(learner, { trainingId: referenceId('training', 'strategy') }),
  ).rejects.toMatchObject({ fault: { key: 'trainingNeedsSession' } })
})
