import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makeSite, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { addQuestion } from '#server/training/add-question'
import { addTraining } from '#server/training/add-training'
import { assignTraining } from '#server/training/assign'
import { beginTraining } from '#server/training/begin'
import { completeTraining } from '#server/training/complete'
import { findCourseDesk } from '#server/training/course-desk-queries'
import { findCourse } from '#server/training/course-queries'
import { listTrainings } from '#server/training/queries'
import { trainingRecord } from '#server/training/record-queries'
import { retireLesson } from '#server/training/retire-lesson'
import { retireQuestion } from '#server/training/retire-question'
import { saveLesson } from '#server/training/save-lesson'
import { setQuiz } from '#server/training/set-quiz'
import { teamMatrix } from '#server/training/team-queries'
import { withdrawAssignment } from '#server/training/withdraw-assignment'

const training = (slug: string) => referenceId('training', slug)
const VOICE = training('voice')
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)

let siteId: string
let teamId: string
let trainer: Actor
let supervisor: Actor

const member = () => makePerson({ siteId, teamId })

beforeAll(async () => {
  siteId = await makeSite()
  teamId = await makeTeam(siteId)
  trainer = await makePerson({ siteId, roles: [{ role: 'trainer' }] })
  supervisor = await makePerson({ siteId, teamId, roles: [{ role: 'supervisor', teamId }] })
})

describe('the desk', () => {
  const about = {
    title: { uk: 'Дзвінки жестовою мовою', en: 'Calls in sign language' },
    about: { uk: 'Як працювати з перекладачем жестової мови' },
    format: 'self-paced' as const,
    hours: 2,
    competenceId: referenceId('competence', 'speech'),
    level: 2,
  }

  test('adds a training that is found at once, its lessons, rules and questions', async () => {
    const { trainingId, slug } = await addTraining(trainer, about)
    const found = await listTrainings(supervisor, { search: 'жестова мова' })
    expect(found.items.map((item) => item.slug)).toEqual([slug])
    const words = {
      title: { uk: 'Перекладач на лінії' },
      body: { uk: '**Двоє** людей, одна розмова' },
      minutes: 4,
    }
    const first = await saveLesson(trainer, { trainingId, ...words })
    const second = await saveLesson(trainer, { trainingId, ...words, title: { uk: 'Другий' } })
    await saveLesson(trainer, { trainingId, lessonId: first.lessonId, ...words, minutes: 6 })
    await retireLesson(trainer, { lessonId: second.lessonId })
    const question = {
      trainingId,
      kind: 'single' as const,
      prompt: { uk: 'До кого звертаємося?' },
      explanation: { uk: 'Розмова з клієнтом, перекладач лише голос' },
    }
    const options = { uk: '*до клієнта\nдо перекладача' }
    await expect(addQuestion(trainer, { ...question, options })).rejects.toMatchObject({
      fault: { key: 'rulesFirst' },
    })
    await setQuiz(trainer, { trainingId, draw: 1, passMark: 80, attempts: 2, pauseHours: 1 })
    await expect(
      addQuestion(trainer, { ...question, options: { uk: 'обидва\nжоден' } }),
    ).rejects.toMatchObject({
      fields: { 'options.uk': { key: 'constraint.quiz_questions_sound' } },
    })
    await expect(
      addQuestion(trainer, { ...question, options: { ...options, en: '*the customer' } }),
    ).rejects.toMatchObject({ fields: { 'options.en': { key: 'linesDiffer' } } })
    const { questionId } = await addQuestion(trainer, { ...question, options })
    const desk = await findCourseDesk(trainer, { slug })
    expect(desk).toMatchObject({ lessons: [{ minutes: 6 }], rules: { draw: 1 }, questions: [{ asked: 0 }] })
    await retireQuestion(trainer, { questionId })
    expect((await findCourseDesk(trainer, { slug })).questions).toEqual([])
    const reader = await member()
    await beginTraining(reader, { trainingId })
    expect((await findCourse(reader, { trainingId })).lessons).toHaveLength(1)
  })

  test('is closed to everybody else, and a class has no lessons', async () => {
    await expect(addTraining(supervisor, about)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(findCourseDesk(supervisor, { slug: 'voice-and-rest' })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    const lesson = { title: { uk: 'Урок' }, body: { uk: 'Текст' }, minutes: 5 }
    await expect(saveLesson(trainer, { trainingId: VOICE, ...lesson })).rejects.toMatchObject({
      reason: 'invalid',
    })
  })

  test('ten trainings added at once get ten codes', async () => {
    const added = await Promise.all(Array.from({ length: 10 }, () => addTraining(trainer, about)))
    expect(new Set(added.map(({ slug }) => slug)).size).toBe(10)
  })
})

describe('a team', () => {
  test('is assigned a training by its leader, and the matrix says how each stands', async () => {
    const [first, second] = [await member(), await member()]
    const personIds = [first.personId, second.personId]
    const wanted = { teamId, trainingId: VOICE, dueOn: day(14), personIds }
    expect(await assignTraining(supervisor, wanted)).toEqual({ assigned: 2 })
    await assignTraining(supervisor, { ...wanted, dueOn: day(20), personIds: [first.personId] })
    expect((await trainingRecord(first, {})).assigned).toMatchObject([
      { slug: 'voice', dueOn: day(20), late: false },
    ])
    const [{ id: assignmentId } = { id: '' }] = (await trainingRecord(first, {})).assigned
    const reason = 'Вела голосові тренінги два роки'
    await completeTraining(trainer, {
      outcome: 'waived',
      personId: second.personId,
      trainingId: VOICE,
      completedOn: day(0),
      reason,
    })
    const matrix = await teamMatrix(supervisor, {})
    const stateOf = ({ personId }: Actor) =>
      matrix.people.find(({ id }) => id === personId)?.cells.find(({ trainingId }) => trainingId === VOICE)
        ?.state
    expect([stateOf(first), stateOf(second)]).toEqual(['assigned', 'passed'])
    expect((await trainingRecord(second, {})).assigned).toEqual([])
    const { rows } = await db.execute(sql`select kind from notices where person_id = ${first.personId}`)
    expect(rows).toContainEqual({ kind: 'training.assigned' })

    // Taken back with a reason that the person reads, once, by whoever may ask for it.
    await expect(withdrawAssignment(supervisor, { assignmentId, reason: 'ні' })).rejects.toMatchObject({
      fields: { reason: { key: 'tooShort' } },
    })
    const stranger = await makePerson({
      siteId,
      roles: [{ role: 'supervisor', teamId: await makeTeam(siteId) }],
    })
    for (const actor of [first, stranger])
      await expect(withdrawAssignment(actor, { assignmentId, reason })).rejects.toThrow()
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, () => withdrawAssignment(supervisor, { assignmentId, reason })),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await trainingRecord(first, {})).toMatchObject({
      assigned: [],
      withdrawn: [{ slug: 'voice', reason }],
    })
    const after = await db.execute(sql`select kind from notices where person_id = ${first.personId}`)
    expect(after.rows).toContainEqual({ kind: 'training.assignmentWithdrawn' })
    for (const by of [first.personId, null])
      await expect(
        db.execute(
          sql`update training_assignments set withdrawn_by = ${by}, withdrawn_for = ${reason} where id = ${assignmentId}`,
        ),
      ).rejects.toThrow()
    await assignTraining(supervisor, { ...wanted, personIds: [first.personId] })
    expect(await trainingRecord(first, {})).toMatchObject({ assigned: [{ slug: 'voice' }], withdrawn: [] })
  })

  test('is nobody else’s to assign, nor one’s own day to set, nor in the past', async () => {
    const mine = await member()
    const input = { teamId, trainingId: VOICE, dueOn: day(14), personIds: [mine.personId] }
    await expect(assignTraining(mine, input)).rejects.toMatchObject({ reason: 'forbidden' })
    const other = await makePerson({
      siteId,
      roles: [{ role: 'supervisor', teamId: await makeTeam(siteId) }],
    })
    await expect(assignTraining(other, input)).rejects.toMatchObject({ reason: 'forbidden' })
    const elsewhere = await makePerson({ siteId, teamId: await makeTeam(siteId) })
    await expect(
      assignTraining(supervisor, { ...input, personIds: [elsewhere.personId] }),
    ).rejects.toMatchObject({ reason: 'not-found' })
    await expect(assignTraining(supervisor, { ...input, dueOn: day(0) })).rejects.toMatchObject({
      fields: { dueOn: { key: 'dateAhead' } },
    })
    await expect(
      db.execute(sql`
        insert into training_assignments (id, person_id, training_id, due_on, assigned_by, assigned_at)
        values (gen_random_uuid(), ${mine.personId}, ${VOICE}, current_date, ${mine.personId}, now())`),
    ).rejects.toThrow()
    expect((await teamMatrix(other, {})).people.map(({ id }) => id)).not.toContain(mine.personId)
  })
})
