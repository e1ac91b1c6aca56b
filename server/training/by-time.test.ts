import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { COURSES } from '#db/seed/reference/content/courses/courses'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makeSite, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { systemActor } from '#domain/access'
import { settleTraining } from '#server/jobs/settle-training'
import { answerQuestion } from '#server/training/answer'
import { assignTraining } from '#server/training/assign'
import { beginTraining } from '#server/training/begin'
import { completeTraining } from '#server/training/complete'
import { enrol } from '#server/training/enrol'
import { finishQuiz } from '#server/training/finish-quiz'
import { listEnrolments } from '#server/training/lists-queries'
import { planSeries } from '#server/training/plan-series'
import { findAttempt } from '#server/training/quiz-queries'
import { trainingRecord } from '#server/training/record-queries'
import { setQuiz } from '#server/training/set-quiz'
import { isAnythingDue, settleByTime } from '#server/training/settle'
import { startQuiz } from '#server/training/start-quiz'
import { teamMatrix } from '#server/training/team-queries'
import { findTraining } from '#server/training/training-queries'
import { withdraw } from '#server/training/withdraw'

const SLUG = 'complaints-and-conflict'
const course = referenceId('training', SLUG)
const voice = referenceId('training', 'voice')
const MORNING = new Date('2027-01-11T08:00:00Z')
const at = (hours: number) => ({ now: new Date(MORNING.getTime() + hours * 3_600_000) })

let siteId: string
let teamId: string
let hr: Actor
let supervisor: Actor

const person = () => makePerson({ siteId, teamId, positionId: referenceId('position', 'operator') })
const session = async (time = '12:00') => {
  const where = { trainingId: voice, siteId, date: '2027-01-11', time, minutes: 120, seats: 1 }
  return (await planSeries(hr, { ...where, place: { uk: 'Кімната 1' } }, at(0))).sessionIds[0] as string
}
const stateOf = async (actor: Actor) => (await listEnrolments(actor, {})).items[0]?.state
const told = async ({ personId }: Actor) => {
  const { rows } = await db.execute<{ kind: string }>(
    sql`select kind from notices where person_id = ${personId} order by id`,
  )
  return rows.map(({ kind }) => kind)
}

const reader = async () => {
  const actor = await person()
  await beginTraining(actor, { trainingId: course }, at(0))
  await db.execute(sql`insert into lesson_reads (person_id, lesson_id, read_at)
    select ${actor.personId}, id, ${MORNING} from lessons where training_id = ${course} on conflict do nothing`)
  return actor
}
const shipped = COURSES.find(({ slug }) => slug === SLUG)?.questions ?? []
/** So many questions of the open attempt are answered rightly. */
const answerSome = async (actor: Actor, attemptId: string, count: number, now: { now: Date }) => {
  const { questions } = await findAttempt(actor, { slug: SLUG })
  for (const { position, kind, prompt } of questions.slice(0, count)) {
    const options = shipped.find((one) => one.prompt.uk === prompt.uk)?.options ?? []
    const right = options.filter((option) => option.right).map(({ id }) => id)
    const places = options.map(({ id }, index) => ({ id, place: index + 1 }))
    const answer = { text: { text: options[0]?.uk }, ordering: { places } }[kind as 'text'] ?? {
      chosen: right,
    }
    await answerQuestion(actor, { attemptId, position, ...answer }, now)
  }
  return questions.length
}

beforeAll(async () => {
  siteId = await makeSite()
  teamId = await makeTeam(siteId)
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
  supervisor = await makePerson({ siteId, teamId, roles: [{ role: 'supervisor', teamId }] })
})

describe('time alone', () => {
  test('ends the line of a session that began: who waited asks for a date and may enrol elsewhere', async () => {
    const sessionId = await session()
    const [sits, waits] = [await person(), await person()]
    await enrol(sits, { sessionId }, at(0))
    await enrol(waits, { sessionId }, at(0))
    expect(await isAnythingDue(db, at(1).now)).toBe(false)
    await settleTraining(at(2.1).now)
    expect([await stateOf(sits), await stateOf(waits)]).toEqual(['booked', 'requested'])
    expect(await told(waits)).toEqual(['training.lineOver'])
    await enrol(waits, { sessionId: await session('16:00') }, at(2.2))
    expect(await stateOf(waits)).toBe('booked')
    // Whoever sat there sees that it is being marked, and gives no seat back.
    const { sessions } = await findTraining(sits, { slug: 'voice' }, at(30))
    expect(sessions).toMatchObject([{ id: sessionId, begun: true, own: { state: 'booked' } }])
  })

  test('frees the seat of somebody who has left, and the next moves up', async () => {
    const sessionId = await session('18:00')
    const [leaver, next] = [await person(), await person()]
    await enrol(leaver, { sessionId }, at(0))
    await enrol(next, { sessionId }, at(0))
    await db.execute(
      sql`update employments set valid = daterange(lower(valid), '2027-01-11') where person_id = ${leaver.personId}`,
    )
    expect(await settleByTime(systemActor(), {}, at(1))).toMatchObject({ seats: 1 })
    expect([await stateOf(leaver), await stateOf(next)]).toEqual(['cancelled', 'booked'])
    expect(await told(next)).toEqual(['training.seatFreed'])
    await settleTraining(at(1).now)
    expect(await isAnythingDue(db, at(1).now)).toBe(false)
  })

  test('ends an attempt when its minutes are over, by the mark that was asked when it began', async () => {
    const actor = await reader()
    const { attemptId } = await startQuiz(actor, { trainingId: course }, at(1))
    await expect(
      withdraw(actor, { enrolmentId: (await listEnrolments(actor, {})).items[0]?.id as string }, at(1)),
    ).rejects.toMatchObject({ fault: { key: 'attemptOpen' } })
    const rules = { trainingId: course, passMark: 100, attempts: 3, pauseHours: 0, minutes: 30, draw: 8 }
    await setQuiz(hr, rules)
    const asked = await answerSome(actor, attemptId, 7, at(1.1))
    expect(asked).toBe(8)
    expect((await findAttempt(actor, { slug: SLUG })).passMark).toBe(75)
    expect(await settleByTime(systemActor(), {}, at(5))).toMatchObject({ attempts: 1 })
    expect(await findAttempt(actor, { slug: SLUG })).toMatchObject({ passed: true, score: 87.5 })
    expect((await trainingRecord(actor, {})).passed).toMatchObject([
      { slug: SLUG, completedOn: '2027-01-11' },
    ])
    expect(await told(actor)).toEqual(['training.completed'])
    // The next one is measured by the new mark, which nobody can write otherwise.
    const other = await reader()
    const next = await startQuiz(other, { trainingId: course }, at(1))
    await db.execute(sql`update quizzes set pass_mark = 1 where training_id = ${course}`)
    await answerSome(other, next.attemptId, 7, at(1.1))
    expect(await finishQuiz(other, { attemptId: next.attemptId }, at(1.2))).toMatchObject({ passed: false })
  })
})

describe('an answer', () => {
  test('sent twice is one, and the last of two counts', async () => {
    const actor = await reader()
    await db.execute(sql`update quizzes set pass_mark = 75 where training_id = ${course}`)
    const { attemptId } = await startQuiz(actor, { trainingId: course }, at(1))
    const { questions } = await findAttempt(actor, { slug: SLUG })
    const single = questions.find(({ kind }) => kind === 'single')
    const [first = 0, second = 0] = single?.options.map(({ id }) => id) ?? []
    const input = { attemptId, position: single?.position ?? 0 }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => answerQuestion(actor, { ...input, chosen: [first] }, at(1))),
    )
    expect(new Set(answers.map(({ next }) => next)).size).toBe(1)
    await answerQuestion(actor, { ...input, chosen: [second] }, at(1))
    const kept = (await findAttempt(actor, { slug: SLUG })).questions
    expect(kept.filter(({ answer }) => answer !== null)).toMatchObject([{ answer: { chosen: [second] } }])
  })
})

describe('a day', () => {
  // 23:30 in Greenwich is half past one of the next day in Kyiv.
  const night = { now: new Date('2027-01-11T23:30:00Z') }
  const reason = 'Вела такі розмови два роки поспіль'

  test('is the day of the person: of a waiver, of an assignment, of the matrix', async () => {
    const actor = await person()
    const waiver = { outcome: 'waived' as const, personId: actor.personId, trainingId: voice, reason }
    await expect(completeTraining(hr, { ...waiver, completedOn: '2027-01-13' }, night)).rejects.toMatchObject(
      { fields: { completedOn: { key: 'dateBehind' } } },
    )
    await completeTraining(hr, { ...waiver, completedOn: '2027-01-12' }, night)
    const wanted = { teamId, trainingId: course, personIds: [actor.personId] }
    await expect(assignTraining(supervisor, { ...wanted, dueOn: '2027-01-12' }, night)).rejects.toMatchObject(
      {
        fields: { dueOn: { key: 'dateAhead' } },
      },
    )
    await assignTraining(supervisor, { ...wanted, dueOn: '2027-01-13' }, night)
    const cell = async (now: Date) => {
      const { people } = await teamMatrix(supervisor, {}, { now })
      return people
        .find(({ id }) => id === actor.personId)
        ?.cells.find(({ trainingId }) => trainingId === course)?.state
    }
    expect(await cell(new Date('2027-01-13T21:30:00Z'))).toBe('assigned')
    expect(await cell(new Date('2027-01-13T22:30:00Z'))).toBe('late')
    // Done is done: when the pass ends a year later, what was asked once does not come back.
    await db.execute(sql`
      insert into completions (id, person_id, training_id, outcome, completed_on, valid_until, recorded_by, created_at)
      values (gen_random_uuid(), ${actor.personId}, ${course}, 'passed', '2027-01-14', '2027-07-14', ${hr.personId}, now())`)
    expect(await cell(new Date('2027-09-01T10:00:00Z'))).toBe('expired')
    const later = { now: new Date('2027-09-01T10:00:00Z') }
    expect((await trainingRecord(actor, {}, later)).assigned).toEqual([])
    expect(
      (await trainingRecord(actor, {}, { now: new Date('2027-06-01T10:00:00Z') })).passed,
    ).toContainEqual(expect.objectContaining({ slug: SLUG, renewal: SLUG }))
  })
})
