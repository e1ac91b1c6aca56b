import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makePosition, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { acknowledgeLadder } from '#server/career/acknowledge'
import { answerRecall } from '#server/career/answer-recall'
import { ladderChanges } from '#server/career/changes-queries'
import { readiness } from '#server/career/own-queries'
import { askRecall, recallQuestion } from '#server/career/recall-queries'
import { setIntent } from '#server/career/set-intent'
import { movePerson } from '#server/people/move'

const position = (slug: string) => referenceId('position', slug)

let siteId: string
let hr: Actor
const operator = () => makePerson({ siteId, positionId: position('operator') })
const rightOf = async (person: Actor) => {
  const asked = await askRecall(db, person, new Date())
  return { versionId: asked?.ladder.id ?? '', ...(asked?.right ?? { position: '', missing: '' }) }
}

beforeAll(async () => {
  siteId = await makeSite()
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
})

test('a guess is right once in sixteen times, also where nothing is known of a person yet', async () => {
  for (const slug of ['operator', 'mentor', 'tech-support', 'supervisor']) {
    const asked = await recallQuestion(await makePerson({ siteId, positionId: position(slug) }), {})
    expect([slug, asked?.question.positions.length, asked?.question.missing.length]).toEqual([slug, 4, 4])
  }
})

test('to a far wish the next rung is the first on the way there', async () => {
  const person = await operator()
  const targetId = position('supervisor')
  await setIntent(person, { kind: 'grow', targetId, visibility: 'private' })
  const { ways } = await readiness(person, {})
  expect(ways[0]?.legs.length).toBeGreaterThan(1)
  expect((await rightOf(person)).position).toBe(ways[0]?.legs[0]?.toId)
})

test('what was answered before a move on the same day does not hold after it', async () => {
  const person = await operator()
  const { personId } = person
  expect(await answerRecall(person, await rightOf(person))).toEqual({ correct: true })
  expect((await readiness(person, {})).informed).toBe(true)
  const { rows } = await db.execute<{ today: string }>(
    sql`select (now() at time zone 'Europe/Kyiv')::date::text as today`,
  )
  const positionId = position('mentor')
  await movePerson(hr, { personId, positionId, siteId, kind: 'up', startsOn: rows[0]?.today ?? '' })
  expect((await readiness({ ...person, positionId }, {})).informed).toBe(false)
})

test('news of the ladder one stands on is read once, whatever was read of another', async () => {
  const [first, second] = [await makePosition(), await makePosition()]
  const publish = async (slug: string, number: number, positionId: string) => {
    const [ladderId, versionId] = [crypto.randomUUID(), crypto.randomUUID()]
    await db.execute(
      sql`insert into ladders (id, slug, title, created_at) values (${ladderId}, ${slug}, '{"uk": "Драбина"}', now())`,
    )
    await db.execute(sql`insert into ladder_versions (id, ladder_id, number, state, edits, created_at)
      values (${versionId}, ${ladderId}, ${number}, 'draft', 0, now())`)
    await db.execute(sql`insert into rungs (version_id, position_id, rung, seats, title, purpose)
      values (${versionId}, ${positionId}, 1, 1, '{"uk": "Посада"}', '{"uk": "Навіщо"}')`)
    await db.execute(sql`update ladder_versions set state = 'published', what_changed = '{"uk": "Нова"}', published_at = now()
      where id = ${versionId}`)
    return versionId
  }
  const [old, own] = [await publish('ladder-five', 5, first), await publish('ladder-one', 1, second)]
  const person = await makePerson({ siteId, positionId: second })
  await acknowledgeLadder(person, { versionId: old })
  expect(await readiness(person, {})).toMatchObject({ hasNews: true })
  expect(await ladderChanges(person, {})).toMatchObject({ versionId: own, first: true })
  await acknowledgeLadder(person, { versionId: own })
  expect(await readiness(person, {})).toMatchObject({ hasNews: false })
  expect(await ladderChanges(person, {})).toBeNull()
})
