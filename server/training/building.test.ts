import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { db } from '#db/client'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { systemActor } from '#domain/access'
import { uploadFile } from '#server/files/upload'
import { openFile } from '#server/flows/open-file'
import { parseSheet } from '#server/sheets'
import { addQuestion } from '#server/training/add-question'
import { beginTraining } from '#server/training/begin'
import { findCourseDesk } from '#server/training/course-desk-queries'
import { findCourse, findLesson } from '#server/training/course-queries'
import { editTraining } from '#server/training/edit'
import { importCompletions } from '#server/training/import-completions'
import { importSessions } from '#server/training/import-sessions'
import { importTrainings } from '#server/training/import-trainings'
import { listTrainings } from '#server/training/queries'
import { findAttempt } from '#server/training/quiz-queries'
import { trainingRecord } from '#server/training/record-queries'
import { remindOfExpiry } from '#server/training/remind'
import { retireTraining } from '#server/training/retire'
import { retireLesson } from '#server/training/retire-lesson'
import { saveLesson } from '#server/training/save-lesson'
import { setPool } from '#server/training/set-pool'
import { startQuiz } from '#server/training/start-quiz'
import { findTraining } from '#server/training/training-queries'

const SLUG = 'voice-and-rest'
const trainingId = referenceId('training', SLUG)
const today = () => new Date().toISOString().slice(0, 10)
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

let siteId: string
let siteSlug: string
let hr: Actor

const person = (email?: string) =>
  makePerson({ siteId, email, positionId: referenceId('position', 'operator') })
const completionsOf = async (actor: Actor) =>
  (await trainingRecord(actor, {})).passed.map(({ slug, completedOn }) => `${slug} ${completedOn}`)

beforeAll(async () => {
  await db.execute(sql`insert into organisations (name, created_at) values ('{"uk": "Центр"}', now())`)
  siteId = await makeSite()
  const { rows } = await db.execute<{ slug: string }>(sql`select slug from sites where id = ${siteId}`)
  siteSlug = rows[0]?.slug ?? ''
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
})

describe('a course', () => {
  test('has pictures that everybody on it sees and nobody outside the portal', async () => {
    const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#123456' } })
      .jpeg()
      .toBuffer()
    const file = new File([new Uint8Array(bytes)], 'headset.jpg')
    const { fileId } = await uploadFile(hr, { room: 'training', file })
    const reader = await person()
    await expect(openFile(reader, { fileId })).rejects.toMatchObject({ reason: 'not-found' })
    const { lessonId } = await saveLesson(hr, {
      trainingId,
      title: { uk: 'Гарнітура' },
      body: { uk: '![Як тримати мікрофон](#1)' },
      minutes: 3,
      fileIds: [fileId],
    })
    const { lessons } = await findCourse(reader, { trainingId })
    const position = lessons.find(({ id }) => id === lessonId)?.position ?? 0
    expect((await findLesson(reader, { slug: SLUG, position })).pictures).toEqual([{ number: 1, fileId }])
    expect((await openFile(reader, { fileId })).mime).toBe('image/jpeg')
    await expect(
      saveLesson(hr, { trainingId, title: { uk: 'Ще' }, body: { uk: 'Ще' }, minutes: 1, fileIds: [fileId] }),
    ).rejects.toMatchObject({ fields: { fileIds: { key: 'fileGone' } } })
    // One is taken out and another put in its place: numbers that the text names stay, and what was taken out is kept nowhere.
    const upload = async () => (await uploadFile(hr, { room: 'training', file })).fileId
    const words = { trainingId, lessonId, title: { uk: 'Гарнітура' }, body: { uk: 'Текст' }, minutes: 3 }
    const picturesAfter = async (change: { removed?: number[]; fileIds?: string[] }) => {
      await saveLesson(hr, { ...words, ...change })
      return (await findLesson(reader, { slug: SLUG, position })).pictures
    }
    const [second, third, fourth] = [await upload(), await upload(), await upload()]
    await picturesAfter({ fileIds: [second, third] })
    expect(await picturesAfter({ removed: [2] })).toEqual([
      { number: 1, fileId },
      { number: 3, fileId: third },
    ])
    expect(await picturesAfter({ removed: [1], fileIds: [fourth] })).toEqual([
      { number: 1, fileId: fourth },
      { number: 3, fileId: third },
    ])
    await expect(openFile(hr, { fileId })).rejects.toMatchObject({ reason: 'not-found' })
    const { lessons: before } = await findCourse(reader, { trainingId })
    await retireLesson(hr, { lessonId: before[0]?.id as string })
    const after = (await findCourse(reader, { trainingId })).lessons
    expect(after.map(({ number }) => number)).toEqual(after.map((_, index) => index + 1))
    expect((await findLesson(reader, { slug: SLUG, position })).number).toBe(after.length)
    await db.execute(sql`update lessons set retired_at = null where id = ${before[0]?.id}`)
  })

  test('takes questions of each theme, and a 60 MB picture is refused', async () => {
    const { name } = await setPool(hr, { trainingId, title: 'Вправи для голосу', draw: 2 })
    const ask = (pool: string, uk: string) =>
      addQuestion(hr, {
        trainingId,
        pool,
        kind: 'single',
        prompt: { uk },
        options: { uk: '*Так\nНі' },
        explanation: { uk: 'Тому що' },
      })
    await ask(name, 'Питання перше?')
    await ask(name, 'Питання друге?')
    await expect(ask('nowhere', 'Питання третє?')).rejects.toMatchObject({
      fields: { pool: { key: 'wrong' } },
    })
    const actor = await person()
    await beginTraining(actor, { trainingId })
    await db.execute(sql`insert into lesson_reads (person_id, lesson_id, read_at)
      select ${actor.personId}, id, now() from lessons where training_id = ${trainingId}`)
    await startQuiz(actor, { trainingId })
    const prompts = (await findAttempt(actor, { slug: SLUG })).questions.map(({ prompt }) => prompt.uk)
    expect(prompts).toEqual(expect.arrayContaining(['Питання перше?', 'Питання друге?']))
    const desk = await findCourseDesk(hr, { slug: SLUG })
    expect(desk.pools.find((pool) => pool.name === name)).toMatchObject({ draw: 2, questions: 2 })
    const huge = new File([new Uint8Array(60 * 1024 * 1024)], 'huge.jpg')
    await expect(uploadFile(hr, { room: 'training', file: huge })).rejects.toMatchObject({
      fields: { file: { key: 'fileTooLarge' } },
    })
  })
})

describe('a pass', () => {
  test('is renewed by half of the questions, without reading again', async () => {
    const slug = 'complaints-and-conflict'
    const again = referenceId('training', slug)
    const actor = await person('again@renew.test')
    await importCompletions(hr, {
      rows: [
        ['email', 'training', 'date'],
        ['again@renew.test', slug, daysAgo(100)],
      ],
    })
    await beginTraining(actor, { trainingId: again })
    const course = await findCourse(actor, { trainingId: again })
    expect(course.renews).toBe(true)
    await startQuiz(actor, { trainingId: again })
    const { questions } = await findAttempt(actor, { slug })
    expect(questions).toHaveLength(Math.ceil((course.rules?.questions ?? 0) / 2))
  })

  test('is renewed by a shorter training, and the reminder leads there', async () => {
    const [whole, short] = ['self-care', 'first-contact']
    const desk = await findCourseDesk(hr, { slug: whole })
    const { id, title, language, hours, validMonths, examConfirms, levels } = desk
    const facts = {
      trainingId: id,
      title,
      about: { uk: 'Про відпочинок' },
      language,
      hours,
      examConfirms,
      levels,
    }
    await expect(
      editTraining(hr, { ...facts, renewedById: referenceId('training', short) }),
    ).rejects.toMatchObject({ fields: { renewedById: { key: 'renewalNeedsEnd' } } })
    const until = validMonths ?? undefined
    await editTraining(hr, { ...facts, validMonths: until, renewedById: referenceId('training', short) })
    const actor = await person('short@renew.test')
    const give = (slug: string, date: string) =>
      importCompletions(hr, {
        rows: [
          ['email', 'training', 'date'],
          ['short@renew.test', slug, date],
        ],
      })
    await give(whole, daysAgo(340))
    await remindOfExpiry(systemActor(), {})
    const { rows } = await db.execute<{ href: string }>(
      sql`select href from notices where person_id = ${actor.personId} and kind = 'training.expiring'`,
    )
    expect(rows).toEqual([{ href: `/training/${short}` }])
    await give(short, today())
    expect(await completionsOf(actor)).toEqual(
      expect.arrayContaining([`${whole} ${today()}`, `${short} ${today()}`, `${whole} ${daysAgo(340)}`]),
    )
  })
})

describe('the catalogue', () => {
  test('follows an edit: words are found, levels are others, and what the ladder asks for stays', async () => {
    const desk = await findCourseDesk(hr, { slug: 'data-lab' })
    const [first, second] = desk.competences
    const edited = {
      trainingId: desk.id,
      title: { uk: 'Лабораторія зведених таблиць' },
      about: { uk: 'Дашборди' },
      language: 'uk' as const,
      hours: 12,
      levels: [{ competenceId: first?.id, level: 3 }, { competenceId: second?.id, level: 1 }, { level: 2 }],
    }
    await editTraining(hr, edited)
    const actor = await person()
    const found = await listTrainings(actor, { search: 'зведена таблиця' })
    expect(found.items.map(({ slug }) => slug)).toContain('data-lab')
    const { levels, hours } = await findTraining(actor, { slug: 'data-lab' })
    expect([levels.length, hours]).toEqual([2, 12])
    const twice = [edited.levels[0], edited.levels[0]] as typeof edited.levels
    await expect(editTraining(hr, { ...edited, levels: twice })).rejects.toMatchObject({
      fields: { levels: { key: 'twice' } },
    })
    await expect(editTraining(hr, { ...edited, levels: [{ level: 2 }] })).rejects.toMatchObject({
      fields: { levels: { key: 'levelsNeeded' } },
    })
    await expect(editTraining(actor, edited)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(
      retireTraining(hr, { trainingId: referenceId('training', 'welcome') }),
    ).rejects.toMatchObject({
      reason: 'conflict',
    })
  })

  test('grows by a sheet: tried first, taken whole, and a wrong row keeps all of it out', async () => {
    const { competences } = await findCourseDesk(hr, { slug: 'data-lab' })
    const { rows } = await db.execute<{ slug: string }>(
      sql`select slug from competences where id = ${competences[0]?.id}`,
    )
    const level = `${rows[0]?.slug}: 2`
    const head = ['title', 'about', 'format', 'hours', 'levels', 'code']
    const good = ['Ексель для початківців', 'Про що', 'class', '4,5', level, 'EXT-1']
    const count = async () => (await listTrainings(hr, { search: 'екселю' })).items.length
    expect(await importTrainings(hr, { rows: [head, good], dryRun: true })).toEqual({
      rows: 1,
      changed: false,
    })
    const bad = [...good]
    bad[4] = 'nothing-such: 2'
    await expect(importTrainings(hr, { rows: [head, good, bad] })).rejects.toMatchObject({
      fields: { 'rows.3.levels': { key: 'sheet.unknown' } },
    })
    expect(await count()).toBe(0)
    await importTrainings(hr, { rows: [head, good] })
    expect(await count()).toBe(1)
    await expect(importTrainings(hr, { rows: [head, good] })).rejects.toMatchObject({ reason: 'invalid' })
  })

  test('sessions of a sheet stand on the clock of their site; none in the past, none of another site', async () => {
    const head = ['training', 'site', 'date', 'time', 'minutes', 'seats', 'place', 'trainer']
    const row = ['EXT-1', siteSlug, '05.07.2027', '9:30', '120', '8', 'Кімната 5', '']
    // As a person types it into Excel: a day and an hour, not words.
    const cells: (string | Date)[] = [...row]
    cells[2] = new Date('2027-07-05')
    cells[3] = new Date('1899-12-30T09:29:59.999Z')
    const format = (value: string | Date) => (value === cells[3] ? 'hh:mm' : 'dd.mm.yyyy')
    const typed = cells.map((value) => ({ value, ...(value instanceof Date && { format: format(value) }) }))
    const bytes = await writeExcel([head.map((value) => ({ value })), typed]).toBuffer()
    await importSessions(hr, { rows: await parseSheet('sessions.xlsx', bytes) })
    const { rows } = await db.execute<{ at: string }>(sql`
      select to_char(lower(s.period) at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at from training_sessions s
      join trainings t on t.id = s.training_id where t.code = 'EXT-1'`)
    expect(rows).toEqual([{ at: '2027-07-05 06:30' }])
    const past = [...row]
    past[2] = '2020-01-01'
    await expect(importSessions(hr, { rows: [head, past] })).rejects.toMatchObject({
      fields: { 'rows.2.date': { key: 'sheet.wrong' } },
    })
    // Of two rows that would put one trainer in two rooms both are named, before anything is kept.
    await makePerson({ siteId, email: 'leads@sheet.test', roles: [{ role: 'trainer', siteId }] })
    const led = ['09:30', '11:00', '14:00'].map((time) => [
      ...row.slice(0, 3),
      time,
      ...row.slice(4, 7),
      'leads@sheet.test',
    ])
    await expect(importSessions(hr, { rows: [head, ...led], dryRun: true })).rejects.toMatchObject({
      fields: { 'rows.2.trainer': { key: 'sheet.overlap' }, 'rows.3.trainer': { key: 'sheet.overlap' } },
    })
    const elsewhere = await makeSite()
    const trainer = await makePerson({ siteId: elsewhere, roles: [{ role: 'trainer', siteId: elsewhere }] })
    await expect(importSessions(trainer, { rows: [head, row] })).rejects.toMatchObject({
      fields: { 'rows.2.site': { key: 'sheet.unknown' } },
    })
  })

  test('what was passed before comes by a sheet, each pass once; nobody brings their own or one of tomorrow', async () => {
    const actor = await person('before@sheet.test')
    const head = ['email', 'training', 'date', 'score']
    const row = ['Before@sheet.test', 'T03', daysAgo(30), '87,5']
    expect(await importCompletions(hr, { rows: [head, row], dryRun: true })).toEqual({
      rows: 1,
      added: 1,
      changed: false,
    })
    expect(await completionsOf(actor)).toEqual([])
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => importCompletions(hr, { rows: [head, row] })),
    )
    expect(all.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect(await completionsOf(actor)).toEqual([`voice ${daysAgo(30)}`])
    expect(await importCompletions(hr, { rows: [head, row] })).toMatchObject({ added: 0 })
    await expect(
      importCompletions(hr, { rows: [head, [row[0] as string, 'voice', '2099-01-01', '']] }),
    ).rejects.toMatchObject({ fields: { 'rows.2.date': { key: 'sheet.wrong' } } })
    const { rows } = await db.execute<{ email: string }>(
      sql`select email from people where id = ${hr.personId}`,
    )
    await expect(
      importCompletions(hr, { rows: [head, [rows[0]?.email ?? '', 'voice', daysAgo(3), '']] }),
    ).rejects.toMatchObject({ fields: { 'rows.2.email': { key: 'sheet.unknown' } } })
  })
})
