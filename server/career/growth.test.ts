import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { referenceId } from '#db/seed/reference/ids'
import { attack } from '#db/testing/floor'
import { makeCentre } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { addDays } from '#domain/months'
import { addStep } from '#server/career/add-step'
import { agreePlan } from '#server/career/agree-plan'
import { answerAssessment } from '#server/career/answer-assessment'
import { askAssessment } from '#server/career/ask-assessment'
import { assessLevel } from '#server/career/assess'
import { listAssessments } from '#server/career/assessment-queries'
import { competenceDesk } from '#server/career/competence-queries'
import { dropPlan } from '#server/career/drop-plan'
import { endStep } from '#server/career/end-step'
import { listPlans } from '#server/career/figures-queries'
import { holdCheckIn } from '#server/career/hold-check-in'
import { openPlan } from '#server/career/open-plan'
import { readiness } from '#server/career/own-queries'
import { proposeLevel } from '#server/career/propose-level'
import { recordEvidence } from '#server/career/record-evidence'
import { setCompetence } from '#server/career/set-competence'
import { setIntent } from '#server/career/set-intent'
import { verifyEvidence } from '#server/career/verify-evidence'
import { writeCheckInNote } from '#server/career/write-check-in-note'
import { readAs } from '#server/reader'

const { supervisor, hr, operator } = await makeCentre()

const coachingId = referenceId('competence', 'coaching')
const mentorId = referenceId('position', 'mentor')
const today = new Date().toISOString().slice(0, 10)
const inDays = (days: number) => addDays(today, days)

describe('what is private is hidden by Postgres, whatever a statement asks', () => {
  type Row = { person_id?: string; plan_id?: string; check_in_id?: string }
  const everythingSeenBy = (reader: Actor) =>
    db.transaction(async (tx) => {
      await readAs(tx, reader)
      const read = async (table: string) =>
        (await tx.execute<Row>(sql`select * from ${sql.identifier(table)}`)).rows
      const [intents, plans, steps, notes] = [
        await read('intents'),
        await read('plans'),
        await read('plan_steps'),
        await read('check_in_notes'),
      ]
      return { intents, plans, steps, notes }
    })

  test('a wish, a plan and its steps: with the WHERE taken away nobody but the person reads them', async () => {
    const person = await operator()
    await setIntent(person, { kind: 'move', targetId: mentorId, visibility: 'private' })
    const { planId } = await openPlan(person, { targetId: mentorId, visibility: 'private' })
    await addStep(person, {
      planId,
      kind: 'other',
      title: { uk: 'Поговорити з наставником' },
      dueOn: inDays(9),
    })
    const own = await everythingSeenBy(person)
    const mine = (rows: Row[]) => rows.filter((row) => row.person_id === person.personId)
    expect([mine(own.intents), mine(own.plans)].map(({ length }) => length)).toEqual([1, 1])
    expect(own.steps.filter((step) => step.plan_id === planId)).toHaveLength(1)
    for (const reader of [supervisor, hr, await operator()]) {
      const seen = await everythingSeenBy(reader)
      expect([...mine(seen.intents), ...mine(seen.plans)]).toEqual([])
      expect(seen.steps.filter((step) => step.plan_id === planId)).toEqual([])
    }
    const { rows } = await db.execute(sql`select 1 from intents where person_id = ${person.personId}`)
    expect(rows).toEqual([])
    await expect(agreePlan(hr, { planId, nextCheckInOn: inDays(7) })).rejects.toMatchObject({
      reason: 'not-found',
    })
    expect((await listPlans(hr, { personId: person.personId })).items).toEqual([])
    expect((await readiness(hr, { personId: person.personId })).plans).toEqual([])
  })

  test('what two people wrote about their talk is read by the two', async () => {
    const person = await operator()
    const { planId } = await openPlan(person, { targetId: mentorId, visibility: 'supervisor' })
    await agreePlan(supervisor, { planId, nextCheckInOn: inDays(7) })
    const { checkInId } = await holdCheckIn(supervisor, {
      planId,
      heldOn: today,
      nextOn: inDays(20),
      note: 'Домовилися про практику в чаті',
    })
    await writeCheckInNote(person, { checkInId, note: 'Мені ще бракує впевненості' })
    await expect(writeCheckInNote(person, { checkInId, note: 'ще раз' })).rejects.toMatchObject({
      fault: { key: 'noteWritten' },
    })
    await expect(writeCheckInNote(hr, { checkInId, note: 'я теж' })).rejects.toMatchObject({
      reason: 'not-found',
    })
    const of = (rows: Row[]) => rows.filter((row) => row.check_in_id === checkInId)
    expect(of((await everythingSeenBy(person)).notes)).toHaveLength(2)
    expect(of((await everythingSeenBy(supervisor)).notes)).toHaveLength(2)
    expect(of((await everythingSeenBy(hr)).notes)).toEqual([])
    const [plan] = (await listPlans(hr, { personId: person.personId })).items
    expect(plan?.checkIns[0]).toMatchObject({ heldOn: today, notes: [] })
  })
})

describe('a plan', () => {
  test('is agreed by somebody else, keeps its requirements, and shows what the ladder asks since', async () => {
    const person = await operator()
    const { planId } = await openPlan(person, { targetId: mentorId, visibility: 'supervisor' })
    await expect(agreePlan(person, { planId, nextCheckInOn: inDays(7) })).rejects.toMatchObject({
      fault: { key: 'anotherAgrees' },
    })
    const stranger = await operator()
    await expect(agreePlan(stranger, { planId, nextCheckInOn: inDays(7) })).rejects.toMatchObject({
      reason: 'not-found',
    })
    const trainingId = referenceId('training', 'mentor-school')
    const { stepId } = await addStep(person, { planId, kind: 'training', trainingId, dueOn: inDays(30) })
    await expect(
      addStep(person, { planId, kind: 'training', trainingId, dueOn: inDays(40) }),
    ).rejects.toMatchObject({ fault: { key: 'stepPlanned' } })
    await expect(agreePlan(supervisor, { planId, nextCheckInOn: inDays(7), steps: 0 })).rejects.toMatchObject(
      {
        fault: { key: 'planChanged' },
      },
    )
    const { frozen } = await agreePlan(supervisor, { planId, nextCheckInOn: inDays(7), steps: 1 })
    expect(frozen).toBeGreaterThan(5)
    const moved = sql`update plans set frozen = '[]' where id = ${planId}`
    expect(await attack(db.execute(moved))).toBe('plans_agreement')
    const own = await readiness(person, {})
    expect(own.targets.find(({ position }) => position.slug === 'mentor')).toMatchObject({
      frozen: true,
      drift: [],
    })

    // The words of a level are a goalpost too.
    const coaching = (await competenceDesk(hr, {})).find(({ id }) => id === coachingId)
    if (!coaching) throw new Error('no coaching')
    const said = { uk: 'Пояснює новачкові помилку так, що він виправляє її сам', en: 'Explains a mistake' }
    const levels = coaching.levels.map(({ level, behaviour }) => ({
      behaviour: level === 2 ? said : behaviour,
    }))
    const { title, cluster } = coaching
    await setCompetence(hr, { competenceId: coachingId, title, cluster, levels })
    const since = await readiness(person, {})
    expect(since.targets.find(({ position }) => position.slug === 'mentor')?.reworded).toEqual([
      { competenceId: coachingId, level: 2, agreed: coaching.levels[1]?.behaviour, now: said },
    ])

    await endStep(person, { stepId, outcome: 'done' })
    await expect(endStep(person, { stepId, outcome: 'dropped' })).rejects.toMatchObject({
      fault: { key: 'stepEnded' },
    })
    await dropPlan(person, { planId })
    const again = await openPlan(person, { targetId: mentorId, visibility: 'open' })
    expect(again.planId).not.toBe(planId)
  })

  test('opened thirty times at once is one', async () => {
    const person = await operator()
    const open = () => openPlan(person, { targetId: mentorId, visibility: 'open' })
    const all = await Promise.allSettled(Array.from({ length: 30 }, open))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('levels and evidence', () => {
  const competenceId = coachingId

  test('nobody confirms their own level, in the code or in the database', async () => {
    const person = await operator()
    const { assessmentId } = await askAssessment(person, { competenceId, level: 2 })
    await expect(askAssessment(person, { competenceId, level: 2 })).rejects.toMatchObject({
      fault: { key: 'levelAsked' },
    })
    const own = { ...supervisor, personId: person.personId }
    await expect(answerAssessment(own, { assessmentId, outcome: 'confirmed' })).rejects.toMatchObject({
      fault: { key: 'notYourself' },
    })
    for (const source of ['self', 'supervisor', 'peer', 'quality']) {
      const confirm = sql`insert into assessments (id, person_id, competence_id, level, source, assessor_id, state, at)
        values (gen_random_uuid(), ${person.personId}, ${competenceId}, 2, ${source}, ${person.personId}, 'confirmed', now())`
      expect(await attack(db.execute(confirm))).toMatch(/^assessments_self/)
    }
    const colleague = sql`insert into assessments (id, person_id, competence_id, level, source, assessor_id, state, at)
      values (gen_random_uuid(), ${person.personId}, ${competenceId}, 2, 'peer', ${hr.personId}, 'confirmed', now())`
    expect(await attack(db.execute(colleague))).toBe('assessments_self_proposes')
    await answerAssessment(supervisor, { assessmentId, outcome: 'confirmed' })
    await expect(answerAssessment(hr, { assessmentId, outcome: 'confirmed' })).rejects.toMatchObject({
      reason: 'conflict',
    })
    const { rows } = await db.execute<{ level: number }>(
      sql`select level from current_levels where person_id = ${person.personId}`,
    )
    expect(rows).toEqual([{ level: 2 }])
    const { items } = await listAssessments(person, {})
    expect(items.map(({ source, state }) => [source, state])).toEqual([
      ['supervisor', 'confirmed'],
      ['self', 'proposed'],
    ])
    for (const change of [sql`update assessments set level = 1`, sql`delete from assessments`])
      expect(await attack(db.execute(sql`${change} where person_id = ${person.personId}`))).toBe(
        'assessments_append_only',
      )
  })

  test('an answer given thirty times at once is one', async () => {
    const person = await operator()
    const { assessmentId } = await askAssessment(person, { competenceId, level: 1 })
    const answer = () => answerAssessment(supervisor, { assessmentId, outcome: 'confirmed' })
    const all = await Promise.allSettled(Array.from({ length: 30 }, answer))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('a colleague proposes from level 3 on, and only proposes', async () => {
    const [person, colleague] = [await operator(), await operator()]
    const wanted = { personId: person.personId, competenceId, level: 2 }
    await expect(proposeLevel(colleague, wanted)).rejects.toMatchObject({ reason: 'forbidden' })
    await assessLevel(supervisor, { personId: colleague.personId, competenceId, level: 3 })
    await proposeLevel(colleague, wanted)
    const { items } = await listAssessments(supervisor, { personId: person.personId, waiting: true })
    expect(items).toMatchObject([{ source: 'peer', state: 'proposed', level: 2 }])
    await expect(assessLevel(await operator(), wanted)).rejects.toMatchObject({ reason: 'forbidden' })
  })

  test('one word of oneself counts when another vouches, once, and stays as written', async () => {
    const person = await operator()
    const shown = { key: 'improvement', happenedOn: today, note: 'Скоротили привітання' } as const
    const { evidenceId, verified } = await recordEvidence(person, { personId: person.personId, ...shown })
    expect(verified).toBe(false)
    await expect(verifyEvidence(person, { evidenceId })).rejects.toMatchObject({ reason: 'forbidden' })
    await verifyEvidence(supervisor, { evidenceId })
    await expect(verifyEvidence(hr, { evidenceId })).rejects.toMatchObject({
      fault: { key: 'evidenceVerified' },
    })
    const rewrite = sql`update evidence set note = 'інше' where id = ${evidenceId}`
    expect(await attack(db.execute(rewrite))).toBe('evidence_append_only')
    const self = sql`insert into evidence (id, person_id, key, happened_on, verified_by, created_at)
      values (gen_random_uuid(), ${person.personId}, 'improvement', current_date, ${person.personId}, now())`
    expect(await attack(db.execute(self))).toBe('evidence_verifier')
  })
})
