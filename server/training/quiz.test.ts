import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { COURSES } from '#db/seed/reference/content/courses/courses'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { answerAssessment } from '#server/career/answer-assessment'
import { listAssessments } from '#server/career/assessment-queries'
import { readiness } from '#server/career/own-queries'
import { answerQuestion } from '#server/training/answer'
import { beginTraining } from '#server/training/begin'
import { findCourse, findLesson } from '#server/training/course-queries'
import { finishQuiz } from '#server/training/finish-quiz'
import type { AttemptPage } from '#server/training/quiz-queries'
import { findAttempt } from '#server/training/quiz-queries'
import { readLesson } from '#server/training/read-lesson'
import { trainingRecord } from '#server/training/record-queries'
import { startQuiz } from '#server/training/start-quiz'

const SLUG = 'complaints-and-conflict'
const trainingId = referenceId('training', SLUG)
const HOUR = 3_600_000
const MONDAY = new Date('2027-01-11T08:00:00Z')
const later = (hours: number) => ({ now: new Date(MONDAY.getTime() + hours * HOUR) })

let siteId: string
let hr: Actor
const person = () => makePerson({ siteId, positionId: referenceId('position', 'operator') })

const reader = async (): Promise<Actor> => {
  const actor = await person()
  await beginTraining(actor, { trainingId }, later(0))
  const { lessons } = await findCourse(actor, { trainingId })
  for (const { id } of lessons) await readLesson(actor, { lessonId: id }, later(0))
  return actor
}

const metFor = async (actor: Actor): Promise<number> =>
  (await readiness(actor, {})).targets.find(({ position }) => position.slug === 'mentor')?.met ?? 0

const shipped = COURSES.find(({ slug }) => slug === SLUG)?.questions ?? []
/** What somebody who has learned it answers, or somebody who has not. */
const reply = ({ prompt, kind }: AttemptPage['questions'][number], right: boolean) => {
  const question = shipped.find((one) => one.prompt.uk === prompt.uk)
  const options = question?.options ?? []
  if (kind === 'text') return { text: right ? (options[0]?.uk ?? '') : 'не знаю' }
  if (kind === 'ordering') {
    const ids = options.map(({ id }) => id)
    const order = right ? ids : ids.toReversed()
    return { places: order.map((id, at) => ({ id, place: at + 1 })) }
  }
  return {
    chosen: options
      .filter((option) => option.right === right)
      .map(({ id }) => id)
      .slice(0, kind === 'single' ? 1 : 9),
  }
}
const answerAll = async (actor: Actor, right: boolean, hours: number) => {
  const { attemptId } = await startQuiz(actor, { trainingId }, later(hours))
  const attempt = await findAttempt(actor, { slug: SLUG })
  for (const question of attempt.questions) {
    const input = { attemptId, position: question.position, ...reply(question, right) }
    await answerQuestion(actor, input, later(hours))
  }
  return attemptId
}

beforeAll(async () => {
  siteId = await makeSite()
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
})

describe('a course', () => {
  test('is read in order, keeps what was read, and its quiz waits for the last lesson', async () => {
    const actor = await person()
    const first = await findLesson(actor, { slug: SLUG, position: 1 })
    await expect(readLesson(actor, { lessonId: first.id })).rejects.toMatchObject({
      fault: { key: 'beginFirst' },
    })
    await beginTraining(actor, { trainingId })
    expect(await readLesson(actor, { lessonId: first.id })).toEqual({ slug: SLUG, next: 2 })
    await readLesson(actor, { lessonId: first.id })
    const { lessons } = await findCourse(actor, { trainingId })
    expect(lessons.map(({ readAt }) => readAt !== null)).toEqual([true, false, false, false])
    await expect(startQuiz(actor, { trainingId })).rejects.toMatchObject({ fault: { key: 'lessonsFirst' } })
  })

  test('is passed: certificate, and the level proposed; a person confirms it and readiness rises', async () => {
    const actor = await reader()
    const attemptId = await answerAll(actor, true, 1)
    expect(await finishQuiz(actor, { attemptId }, later(1))).toEqual({ slug: SLUG, score: 100, passed: true })
    expect(await finishQuiz(actor, { attemptId }, later(2))).toMatchObject({ passed: true })
    const { passed } = await trainingRecord(actor, {})
    expect(passed).toMatchObject([{ slug: SLUG, score: 100, code: expect.any(String) }])
    const { rows } = await db.execute(sql`
      select level, state, source, assessor_id from assessments where person_id = ${actor.personId}`)
    expect(rows).toEqual([{ level: 2, state: 'proposed', source: 'exam', assessor_id: null }])
    const before = await metFor(actor)
    const { items } = await listAssessments(hr, { personId: actor.personId, waiting: true })
    const assessmentId = items[0]?.id as string
    await answerAssessment(hr, { assessmentId, outcome: 'confirmed' }, later(3))
    expect((await metFor(actor)) - before).toBe(1)
    const seen = await findAttempt(actor, { slug: SLUG })
    expect(seen.questions.every(({ correct, explanation }) => correct && explanation)).toBe(true)
  })

  test('is failed, paused, limited; the last failure ends the enrolment', async () => {
    const actor = await reader()
    for (const hours of [1, 6, 11]) {
      const attemptId = await answerAll(actor, false, hours)
      expect((await finishQuiz(actor, { attemptId }, later(hours))).passed).toBe(false)
      if (hours > 1) continue
      await expect(startQuiz(actor, { trainingId }, later(2))).rejects.toMatchObject({
        fault: { key: 'constraint.quiz_attempts_pause' },
      })
    }
    await expect(startQuiz(actor, { trainingId }, later(20))).rejects.toMatchObject({
      fault: { key: 'beginFirst' },
    })
    expect((await trainingRecord(actor, {})).open).toEqual([])
    await beginTraining(actor, { trainingId }, later(21))
    expect((await startQuiz(actor, { trainingId }, later(22))).slug).toBe(SLUG)
  })
})

describe('an attempt', () => {
  test('goes on where it was left, on any machine, and says nothing of what is right before its end', async () => {
    const actor = await reader()
    const { attemptId } = await startQuiz(actor, { trainingId }, later(1))
    const before = await findAttempt(actor, { slug: SLUG })
    const [first] = before.questions
    if (!first) throw new Error('no question')
    const input = { attemptId, position: 1, ...reply(first, true) }
    await Promise.all([answerQuestion(actor, input, later(1)), answerQuestion(actor, input, later(1))])
    expect((await startQuiz(actor, { trainingId }, later(1.2))).attemptId).toBe(attemptId)
    const again = await findAttempt(actor, { slug: SLUG })
    expect(again.questions[0]?.answer).not.toBeNull()
    expect(again.questions.map(({ prompt }) => prompt)).toEqual(before.questions.map(({ prompt }) => prompt))
    expect(JSON.stringify(again)).not.toContain('"right":true')
    expect(again.questions.every(({ right, explanation }) => right === null && explanation === null)).toBe(
      true,
    )
    await expect(
      answerQuestion(await person(), { attemptId, position: 1, chosen: [1] }),
    ).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('takes no answer after its time, nor after its end; a question that was retired meanwhile stays in it', async () => {
    const actor = await reader()
    const { attemptId } = await startQuiz(actor, { trainingId }, later(1))
    const [first, second] = (await findAttempt(actor, { slug: SLUG })).questions
    if (!first || !second) throw new Error('no questions')
    await db.execute(
      sql`update quiz_questions set retired_at = now() where prompt ->> 'uk' = ${first.prompt.uk}`,
    )
    await answerQuestion(actor, { attemptId, position: 1, ...reply(first, true) }, later(1))
    const late = { attemptId, position: 2, ...reply(second, true) }
    await expect(answerQuestion(actor, late, later(1.6))).rejects.toMatchObject({
      fault: { key: 'timeOver' },
    })
    const lateRow = sql`update attempt_questions set answer = '{"text": "так"}', answered_at = ${later(1.6).now}
      where attempt_id = ${attemptId} and position = 2`
    await expect(db.execute(lateRow)).rejects.toThrow()
    const { score } = await finishQuiz(actor, { attemptId }, later(1.6))
    expect(score).toBe(12.5)
    await expect(answerQuestion(actor, late, later(1.2))).rejects.toMatchObject({
      fault: { key: 'attemptOver' },
    })
    await expect(
      db.execute(sql`update quiz_attempts set score = 100 where id = ${attemptId}`),
    ).rejects.toThrow()
    await db.execute(sql`update quiz_questions set retired_at = null`)
  })

  test('is begun once, however often it is pressed', async () => {
    const actor = await reader()
    const pressed = Array.from({ length: 30 }, () => startQuiz(actor, { trainingId }, later(1)))
    const begun = await Promise.all(pressed)
    expect(new Set(begun.map(({ attemptId }) => attemptId)).size).toBe(1)
  })
})

test('Postgres takes no question without a right answer, nor one that everybody answers, nor a changed one', async () => {
  const add = (kind: string, options: unknown) =>
    db.execute(sql`
      insert into quiz_questions (id, training_id, pool, kind, prompt, options, explanation, created_at)
      values (gen_random_uuid(), ${trainingId}, 'main', ${kind}, '{"uk": "Запитання"}', ${JSON.stringify(options)}::jsonb,
        '{"uk": "Бо так"}', now())`)
  const option = (id: number, right = false) => ({ id, uk: `варіант ${id}`, right })
  for (const [kind, options] of [
    ['single', [option(1), option(2)]],
    ['single', [option(1, true), option(2, true)]],
    ['multiple', [option(1, true), option(2, true), option(3, true)]],
    ['multiple', [option(1), option(2), option(3)]],
    ['ordering', [option(1), option(2)]],
    ['single', [option(1, true), option(1)]],
    ['text', []],
    ['text', [{ id: 1, uk: ' ' }]],
    ['single', { right: 1 }],
  ] as const)
    await expect(add(kind, options)).rejects.toThrow()
  await expect(
    db.execute(sql`update quiz_questions set options = '[]' where training_id = ${trainingId}`),
  ).rejects.toThrow()
})
