import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { findCourseDesk } from '#server/training/course-desk-queries'
import { importCompletions } from '#server/training/import-completions'
import type { TrainingNumbers } from '#server/training/numbers-queries'
import { trainingNumbers } from '#server/training/numbers-queries'

const NOW = new Date('2027-01-20T09:00:00Z')
const ATTENDEES = 12
const training = (slug: string) => referenceId('training', slug)

let siteId: string
let hr: Actor

/** A quality score each month of half a year around July: so much before, so much after. */
const scored = (personId: string, before: number, after: number) =>
  db.execute(sql`
    insert into metric_values (person_id, key, month, value, sample, source, recorded_at)
    select ${personId}, 'quality-score', month::date, case when month < '2026-07-01' then ${before}::numeric else ${after}::numeric end,
      10, 'test', ${NOW}
    from generate_series('2026-04-01'::date, '2026-10-01', '1 month') month`)

const taught = async (slug: string, gain: (at: number) => number): Promise<void> => {
  const rows = [['email', 'training', 'date']]
  for (let at = 0; at < ATTENDEES; at += 1) {
    const email = `${slug}-${at}@numbers.test`
    const { personId } = await makePerson({ siteId, email })
    await scored(personId, 71 + (at % 4), 71 + (at % 4) + gain(at))
    rows.push([email, slug, '2026-07-14'])
  }
  await importCompletions(hr, { rows }, { now: NOW })
}

const rowOf = ({ rows }: TrainingNumbers, slug: string) => rows.find((row) => row.slug === slug)

beforeAll(async () => {
  await db.execute(sql`insert into organisations (name, created_at) values ('{"uk": "Центр"}', now())`)
  siteId = await makeSite()
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
  // Those who were taught nothing became one point better by themselves.
  for (let at = 0; at < 15; at += 1) {
    const { personId } = await makePerson({ siteId })
    await scored(personId, 70 + (at % 5), 71 + (at % 5))
  }
})

describe('the effect of a training', () => {
  test('is what attendees gained beyond similar colleagues, and is said not to be visible where it is not', async () => {
    await taught('voice', (at) => 5 + (at % 2))
    await taught('crm-lab', (at) => (at % 2 ? 5 : -4))
    const numbers = await trainingNumbers(hr, {}, { now: NOW })
    // A point of the gain is everybody's; those of the other training are among the colleagues of each.
    expect(rowOf(numbers, 'voice')?.effect).toMatchObject({ n: ATTENDEES, visible: true })
    expect(rowOf(numbers, 'voice')?.effect?.mean).toBeGreaterThan(4)
    expect(rowOf(numbers, 'voice')?.effect?.mean).toBeLessThan(6)
    expect(rowOf(numbers, 'crm-lab')?.effect).toMatchObject({ n: ATTENDEES, visible: false })
  })

  test('is not told of fewer than ten, nor where nobody similar is left', async () => {
    const rows = [['email', 'training', 'date']]
    for (let at = 0; at < 4; at += 1) {
      const email = `few-${at}@numbers.test`
      const { personId } = await makePerson({ siteId, email })
      await scored(personId, 72, 80)
      rows.push([email, 'metrics', '2026-07-14'])
    }
    const alone = await makePerson({ siteId: await makeSite(), email: 'alone@numbers.test' })
    await scored(alone.personId, 72, 80)
    rows.push(['alone@numbers.test', 'metrics', '2026-07-14'])
    await importCompletions(hr, { rows }, { now: NOW })
    const found = rowOf(await trainingNumbers(hr, {}, { now: NOW }), 'metrics')
    expect(found).toMatchObject({ compared: 4, effect: null })
  })
})

test('seats, no-shows, waiting and results are counted over sessions that are over', async () => {
  const sessionId = crypto.randomUUID()
  await db.execute(sql`
    insert into training_sessions (id, training_id, period, seats, site_id, place, state, created_at)
    values (${sessionId}, ${training('calibration')}, '[2027-01-11 08:00Z,2027-01-11 12:00Z)', 8, ${siteId}, '{"uk": "К"}', 'held', '2026-12-01Z')`)
  for (const [at, state] of ['completed', 'completed', 'failed', 'no-show'].entries()) {
    const { personId } = await makePerson({ siteId })
    await db.execute(sql`
      insert into enrolments (id, person_id, training_id, session_id, period, why, state, asked_by, asked_at, settled_at)
      select gen_random_uuid(), ${personId}, s.training_id, s.id, s.period, 'rung', ${state}, ${personId},
        lower(s.period) - make_interval(days => ${2 + at * 2}), upper(s.period)
      from training_sessions s where s.id = ${sessionId}`)
  }
  expect(rowOf(await trainingNumbers(hr, {}, { now: NOW }), 'calibration')).toMatchObject({
    sessions: 1,
    seats: 8,
    used: 38,
    noShows: 25,
    waited: 5,
    passRate: 67,
    results: 3,
  })
})

test('each question says how often it is answered rightly and whether it tells those who know, from ten attempts on', async () => {
  const slug = 'voice-and-rest'
  const course = referenceId('training', slug)
  /** Who knows answers the first three rightly, who does not the fourth. */
  const attempts = async (from: number, to: number) => {
    for (let at = from; at < to; at += 1) {
      const { personId } = await makePerson({ siteId })
      const [enrolment, attempt] = [crypto.randomUUID(), crypto.randomUUID()]
      await db.execute(sql`
        insert into enrolments (id, person_id, training_id, why, state, asked_by, asked_at)
        values (${enrolment}, ${personId}, ${course}, 'rung', 'booked', ${personId}, ${NOW})`)
      await db.execute(sql`
        insert into quiz_attempts (id, enrolment_id, person_id, training_id, number, started_at)
        values (${attempt}, ${enrolment}, ${personId}, ${course}, 1, ${NOW})`)
      await db.execute(sql`
        insert into attempt_questions (attempt_id, position, question_id, shown, correct)
        select ${attempt}, place, id, '{}', (place < 4) = ${at % 2 === 0}::boolean
        from (select id, row_number() over (order by id) as place from quiz_questions where training_id = ${course}) u
        where place <= 4`)
    }
  }
  const asked = async () => (await findCourseDesk(hr, { slug })).questions.slice(0, 4)
  await attempts(0, 9)
  expect((await asked()).map(({ tells }) => tells)).toEqual([null, null, null, null])
  await attempts(9, 12)
  expect(await asked()).toMatchObject([
    { asked: 12, right: 6, tells: 1 },
    { asked: 12, right: 6, tells: 1 },
    { asked: 12, right: 6, tells: 1 },
    { asked: 12, right: 6, tells: -1 },
  ])
  const { quizzes } = await trainingNumbers(hr, {}, { now: NOW })
  expect(quizzes[0]).toMatchObject({ slug, answers: 48, right: 24, blind: 1 })
})

test('a training that nothing asks for and a level that nothing gives are both named; names of people are not', async () => {
  const before = await trainingNumbers(hr, {}, { now: NOW })
  await db.execute(sql`
    insert into trainings (id, slug, code, title, format, language, hours, exam_confirms, created_at)
    values (gen_random_uuid(), 'for-nobody', 'X1', '{"uk": "Нікому"}', 'class', 'uk', 2, false, ${NOW})`)
  const { rows } = await db.execute<{ id: string }>(sql`
    update trainings set retired_at = ${NOW} where id in (
      select k.training_id from training_competences k join competences c on c.id = k.competence_id where c.slug = (
        select c.slug from competences c join requirements r on r.competence_id = c.id order by c.slug limit 1)) returning id`)
  expect(rows.length).toBeGreaterThan(0)
  const after = await trainingNumbers(hr, {}, { now: NOW })
  expect(after.unasked.map(({ slug }) => slug)).toContain('for-nobody')
  expect(after.untaught.length).toBeGreaterThan(before.untaught.length)
  expect(after.untaught[0]?.positions.length).toBeGreaterThan(0)
  expect(JSON.stringify(after)).not.toContain('@numbers.test')
  await expect(trainingNumbers(await makePerson({ siteId }), {})).rejects.toMatchObject({
    reason: 'forbidden',
  })
})
