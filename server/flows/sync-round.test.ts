import { sql } from 'drizzle-orm'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import type { Floor } from '#db/testing/floor'
import { attack, INSPECTION, makeFloor, VERSION } from '#db/testing/floor'
import type { Actor } from '#domain/access'
import { uploadFile } from '#server/files/upload'
import { photographItem } from '#server/flows/photograph-item'
import { syncRound } from '#server/flows/sync-round'
import { listActions } from '#server/workplace/action-queries'
import { showRound } from '#server/workplace/form-queries'
import { roundKit } from '#server/workplace/kit-queries'
import { reviewRound } from '#server/workplace/review-round'
import { startRound } from '#server/workplace/start-round'
import { submitRound } from '#server/workplace/submit-round'

const NOW = new Date('2026-03-10T10:00:00Z')
const options = { now: NOW }
const EARLIER = '2026-03-10T08:30:00Z'

let floor: Floor

beforeAll(async () => {
  floor = await makeFloor()
})

type Wish = { number?: number; yes?: boolean; revision?: number; mutation?: string }
type Items = Awaited<ReturnType<typeof itemsOf>>

const itemsOf = async (inspectionId: string, actor: Actor = floor.supervisor) =>
  (await showRound(actor, { inspectionId })).sections.flatMap((section) => section.items)
const said = (items: Items, key: string, { revision = 0, ...wish }: Wish) => ({
  itemId: items.find((item) => item.key === key)?.id ?? '',
  state: 'answered',
  revision,
  mutation: newId(NOW),
  ...wish,
})
const begun = (place: object = { workplaceId: floor.seatId }) => ({
  checklistId: INSPECTION,
  versionId: VERSION,
  startedAt: EARLIER,
  ...place,
})
const picture = async () => {
  const content = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
  return new File([new Uint8Array(content)], 'a')
}
const upload = async (actor: Actor) =>
  (await uploadFile(actor, { room: 'workplace', file: await picture() }, options)).fileId
const sync = (actor: Actor, body: object) => syncRound(actor, { personId: actor.personId, ...body }, options)

describe('a round that was done without a connection', () => {
  test('begins when it comes, with the id, the version and the time of the phone; sent twice it is one', async () => {
    const inspectionId = newId(NOW)
    await sync(floor.supervisor, { inspectionId, begun: begun() })
    const items = await itemsOf(inspectionId)
    const answers = [
      said(items, 'desk_height_mm', { number: 720.5 }),
      said(items, 'chair_adjustable', { yes: false }),
    ]
    const body = { inspectionId, begun: begun(), answers }
    const first = await sync(floor.supervisor, body)
    expect(first.kept.map(({ band }) => band)).toEqual(['ok', 'fail'])
    const again = await sync(floor.supervisor, body)
    expect(again.kept.map(({ mutation }) => mutation)).toEqual(answers.map(({ mutation }) => mutation))
    const { rows } = await db.execute(sql`
      select (select count(*)::int from answer_events where inspection_id = ${inspectionId}) as events,
        (select started_at = ${EARLIER}::timestamptz from inspections where id = ${inspectionId}) as "atItsTime"`)
    expect(rows[0]).toEqual({ events: 2, atItsTime: true })
  })

  test('one answer that cannot be taken holds up no other', async () => {
    const { inspectionId } = await startRound(
      floor.head,
      { checklistId: INSPECTION, workplaceId: floor.seatId },
      options,
    )
    const items = await itemsOf(inspectionId, floor.head)
    const answers = [
      said(items, 'desk_height_mm', { number: 72_000 }),
      said(items, 'chair_adjustable', { yes: true }),
    ]
    const synced = await sync(floor.head, { inspectionId, answers, submit: true })
    expect(synced).toMatchObject({
      kept: [{ itemId: answers[1]?.itemId }],
      refused: [{ itemId: answers[0]?.itemId, key: 'constraint.answers_type' }],
      closed: false,
    })
  })

  test('two inspectors at the same moment: one answer stands, the other gets both values', async () => {
    const inspectionId = newId(NOW)
    await sync(floor.supervisor, { inspectionId, begun: begun() })
    const items = await itemsOf(inspectionId)
    const both = await Promise.all(
      [floor.supervisor, floor.head].map((actor, index) =>
        sync(actor, { inspectionId, answers: [said(items, 'desk_height_mm', { number: 700 + index })] }),
      ),
    )
    const lost = both.flatMap(({ conflicts }) => conflicts)
    expect(both.flatMap(({ kept }) => kept)).toHaveLength(1)
    expect(lost).toMatchObject([{ revision: 1, by: expect.stringMatching(/\S/) }])
    const stands = await itemsOf(inspectionId)
    expect(stands.find(({ key }) => key === 'desk_height_mm')?.answer).toMatchObject({
      number: lost[0]?.number,
      revision: 1,
    })
  })

  test('is submitted when everything has come; the answer to that lost, sent again it is told the same', async () => {
    const inspectionId = newId(NOW)
    await sync(floor.supervisor, { inspectionId, begun: begun() })
    const items = await itemsOf(inspectionId)
    const body = { inspectionId, answers: [said(items, 'chair_adjustable', { yes: true })], submit: true }
    expect(await sync(floor.supervisor, body)).toMatchObject({ closed: true, refused: [] })
    expect(await sync(floor.supervisor, body)).toMatchObject({ closed: true, refused: [], kept: [{}] })
    const late = { inspectionId, answers: [said(items, 'chair_adjustable', { yes: false, revision: 1 })] }
    expect(await sync(floor.supervisor, late)).toMatchObject({
      closed: true,
      refused: [{ key: 'constraint.answers_closed' }],
    })
  })

  test('is nobody else’s: not in another’s name, not at a place out of reach, not from long ago or to come', async () => {
    const inspectionId = newId(NOW)
    const body = { inspectionId, begun: begun() }
    await expect(
      syncRound(floor.head, { ...body, personId: floor.supervisor.personId }, options),
    ).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(sync(floor.stranger, body)).rejects.toMatchObject({ reason: 'not-found' })
    for (const startedAt of ['2026-02-01T08:00:00Z', '2026-03-11T08:00:00Z']) {
      await expect(
        sync(floor.supervisor, { ...body, begun: { ...begun(), startedAt } }),
      ).rejects.toMatchObject({ reason: 'invalid' })
    }
  })

  test('brings its photos, each once', async () => {
    const inspectionId = newId(NOW)
    await sync(floor.supervisor, { inspectionId, begun: begun() })
    const items = await itemsOf(inspectionId)
    const photos = [{ itemId: items[0]?.id, fileId: await upload(floor.supervisor) }]
    const kept = photos.map((photo) => ({ ...photo, key: null }))
    expect((await sync(floor.supervisor, { inspectionId, photos })).photos).toEqual(kept)
    expect((await sync(floor.supervisor, { inspectionId, photos })).photos).toEqual(kept)
    expect((await itemsOf(inspectionId))[0]?.photos).toEqual([photos[0]?.fileId])
    const lost = [{ itemId: items[0]?.id, fileId: newId(NOW) }]
    expect((await sync(floor.supervisor, { inspectionId, photos: lost })).photos).toMatchObject([
      { key: 'fileGone' },
    ])
  })

  test('with a failure that must be photographed is submitted when the photo is there, not before', async () => {
    const inspectionId = newId(NOW)
    await sync(floor.head, { inspectionId, begun: begun({ roomId: floor.roomId }) })
    const items = await itemsOf(inspectionId, floor.head)
    const answers = [said(items, 'room_not_storeroom', { yes: false })]
    const itemId = answers[0]?.itemId
    const wanted = await sync(floor.head, { inspectionId, answers, submit: true })
    expect(wanted).toMatchObject({ kept: [{ band: 'fail' }], closed: false, photosMissing: [itemId] })
    await expect(submitRound(floor.head, { inspectionId }, options)).rejects.toMatchObject({
      fault: { key: 'workplace.photosMissing', params: { count: 1 } },
    })
    const past = sql`update inspections set status = 'submitted', submitted_at = ${NOW}, submitted_by = ${floor.head.personId},
      verdict = 'fail' where id = ${inspectionId}`
    expect(await attack(db.execute(past))).toBe('answers_photo_on_fail')

    const photos = [{ itemId, fileId: await upload(floor.head) }]
    expect(await sync(floor.head, { inspectionId, photos, submit: true })).toMatchObject({
      closed: true,
      photosMissing: [],
    })
    expect(
      await attack(db.execute(sql`delete from answer_photos where inspection_id = ${inspectionId}`)),
    ).toBe('answers_closed')
  })

  test('a photo is added in one step too; the same form sent twice adds one', async () => {
    const { inspectionId } = await startRound(
      floor.head,
      { checklistId: INSPECTION, roomId: floor.roomId },
      options,
    )
    const [item] = await itemsOf(inspectionId, floor.head)
    const given = { inspectionId, itemId: item?.id ?? '', file: await picture() }
    for (const key of ['one-press', 'one-press', 'another'])
      await photographItem(floor.head, given, { ...options, key })
    expect((await itemsOf(inspectionId, floor.head))[0]?.photos).toHaveLength(2)
  })

  test('the kit for the way holds the checklists and the places within reach', async () => {
    const kit = await roundKit(floor.supervisor, {})
    expect(kit.checklists.map(({ versionId }) => versionId)).toContain(VERSION)
    expect(kit.places.map(({ id }) => id)).toEqual([floor.seatId])
    expect((await roundKit(floor.safety, {})).places.map(({ isRoom }) => isRoom)).toContain(true)
  })
})

describe('a submitted round', () => {
  const handIn = async () => {
    const { inspectionId } = await startRound(
      floor.supervisor,
      { checklistId: INSPECTION, workplaceId: floor.seatId },
      options,
    )
    const items = await itemsOf(inspectionId)
    const answers = [said(items, 'chair_adjustable', { yes: false })]
    await sync(floor.supervisor, { inspectionId, answers, submit: true })
    return { inspectionId, items }
  }
  const chair = async () =>
    (await listActions(floor.head, { state: 'open', workplaceId: floor.seatId }, options)).items.find(
      ({ itemKey }) => itemKey === 'chair_adjustable',
    )

  test('is reviewed by a second person: returned with a reason, mended, handed in again, approved', async () => {
    const { inspectionId, items } = await handIn()
    const review = (actor: Actor, outcome: 'approved' | 'returned', note?: string) =>
      reviewRound(actor, { inspectionId, outcome, note }, options)
    await expect(review(floor.supervisor, 'approved')).rejects.toMatchObject({
      fault: { key: 'constraint.inspections_second_person' },
    })
    await expect(review(floor.operator, 'approved')).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(review(floor.head, 'returned')).rejects.toMatchObject({ reason: 'invalid' })
    await review(floor.head, 'returned', 'Крісло ціле, перевірте ще раз')
    expect(await chair()).toBeDefined()
    expect((await showRound(floor.supervisor, { inspectionId })).returned?.note).toContain('Крісло')

    const revision = items.length && 1
    const answers = [said(items, 'chair_adjustable', { yes: true, revision })]
    await sync(floor.supervisor, { inspectionId, answers, submit: true })
    expect(await chair()).toBeUndefined()
    await review(floor.head, 'approved')
    await expect(review(floor.head, 'returned', 'Ні, таки ні')).rejects.toMatchObject({ reason: 'conflict' })
  })

  test('handed in twice has found each fault once', async () => {
    const { inspectionId } = await handIn()
    await reviewRound(floor.head, { inspectionId, outcome: 'returned', note: 'Додайте фото' }, options)
    await sync(floor.supervisor, { inspectionId, submit: true })
    expect((await chair())?.repeats).toBe(0)
  })

  test('given back while the answer was on its way is not handed in again as it was', async () => {
    const { inspectionId, items } = await handIn()
    await reviewRound(floor.head, { inspectionId, outcome: 'returned', note: 'Додайте фото' }, options)
    const answers = [said(items, 'chair_adjustable', { yes: true, revision: 1 })]
    const late = await sync(floor.supervisor, { inspectionId, answers, submit: true, returns: 0 })
    expect(late).toMatchObject({ closed: false, returned: true, kept: [{ itemId: answers[0]?.itemId }] })
    const { status, returns } = await showRound(floor.supervisor, { inspectionId })
    expect(status).toBe('returned')
    expect(await sync(floor.supervisor, { inspectionId, submit: true, returns })).toMatchObject({
      closed: true,
    })
  })

  test('Postgres refuses a review by who did the round, of an open round, and a change of one', async () => {
    const { inspectionId } = await handIn()
    const review = (by: string, outcome = 'approved', note: string | null = null) =>
      attack(
        db.execute(sql`
          insert into inspection_reviews (id, inspection_id, outcome, note, at, by_id)
          values (${newId(NOW)}, ${inspectionId}, ${outcome}, ${note}, ${NOW}, ${by})`),
      )
    expect(await review(floor.supervisor.personId)).toBe('inspections_second_person')
    expect(await review(floor.head.personId, 'returned')).toBe('inspection_reviews_reason')
    expect(await review(floor.head.personId)).toBeUndefined()
    await db.execute(sql`update inspections set status = 'returned' where id = ${inspectionId}`)
    expect(await review(floor.head.personId)).toBe('inspection_reviews_submitted')
    expect(
      await attack(db.execute(sql`delete from inspection_reviews where inspection_id = ${inspectionId}`)),
    ).toBe('inspection_reviews_append_only')
  })
})

test('two hundred answers of one round come in at once and close it', async () => {
  const [checklistId, versionId, sectionId] = [newId(NOW), newId(NOW), newId(NOW)]
  await db.execute(
    sql`insert into checklists (id, slug, kind, created_at) values (${checklistId}, 'long', 'inspection', ${NOW})`,
  )
  await db.execute(sql`
    insert into checklist_versions (id, checklist_id, number, status, title, scoring, created_at)
    values (${versionId}, ${checklistId}, 1, 'draft', '{"uk":"Довгий"}', '{"pass":85,"conditional":70,"minCompleteness":80}', ${NOW})`)
  await db.execute(sql`
    insert into checklist_sections (id, version_id, key, position, title) values (${sectionId}, ${versionId}, 'part', 0, '{"uk":"Розділ"}')`)
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into checklist_items (id, version_id, section_id, key, position, type, title, weight, per_seat)
    select gen_random_uuid(), ${versionId}, ${sectionId}, 'item_' || n, n, 'yes-no', '{"uk":"Питання"}', 1, true
    from generate_series(1, 200) n returning id`)
  await db.execute(
    sql`update checklist_versions set status = 'published', published_at = ${NOW} where id = ${versionId}`,
  )
  const inspectionId = newId(NOW)
  const answers = rows.map(({ id }, index) => ({
    itemId: id,
    state: 'answered',
    yes: index % 9 > 0,
    revision: 0,
    mutation: newId(NOW),
  }))
  const place = { ...begun(), checklistId, versionId }
  const synced = await sync(floor.supervisor, { inspectionId, begun: place, answers, submit: true })
  expect(synced).toMatchObject({ closed: true, refused: [], conflicts: [] })
  const { rows: kept } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from answers where inspection_id = ${inspectionId}`,
  )
  expect(kept[0]?.count).toBe(200)
})
