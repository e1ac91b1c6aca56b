import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { referenceId } from '#db/seed/reference/ids'
import type { Floor } from '#db/testing/floor'
import { attack, makeFloor, makeSeat, VERSION } from '#db/testing/floor'

const AT = new Date('2026-03-02T08:00:00Z')
const itemOf = (key: string, list = 'workplace-inspection') =>
  referenceId('checklist-item', `${list}/1/${key}`)

let floor: Floor

beforeAll(async () => {
  floor = await makeFloor()
})

const makeRound = async (versionId = VERSION, workplaceId: string | null = floor.seatId) => {
  const id = newId(AT)
  await db.execute(sql`
    insert into inspections (id, version_id, room_id, workplace_id, status, season, started_at, started_by, received_at, scoring_rule)
    values (${id}, ${versionId}, ${floor.roomId}, ${workplaceId}, 'in-progress', 'cold', ${AT}, ${floor.supervisor.personId}, ${AT}, 1)`)
  return id
}

type Value = {
  state?: string
  yes?: boolean
  number?: number | string
  choice?: string
  words?: string
  reason?: string
  comment?: string
}

const answer = (inspectionId: string, itemId: string, value: Value, versionId = VERSION) =>
  db.execute(sql`
    insert into answers (inspection_id, version_id, item_id, state, yes, number, choice, words, reason, comment, answered_by, answered_at)
    values (${inspectionId}, ${versionId}, ${itemId}, ${value.state ?? 'answered'}, ${value.yes ?? null}, ${value.number ?? null},
      ${value.choice ?? null}, ${value.words ?? null}, ${value.reason ?? null}, ${value.comment ?? null}, ${floor.supervisor.personId}, ${AT})`)

const submit = (id: string) =>
  db.execute(sql`
    update inspections set status = 'submitted', submitted_at = ${AT}, verdict = 'pass', score = 1, completeness = 1 where id = ${id}`)

const makeVersion = async (slug: string, number: number, checklistId = newId(AT)) => {
  const [versionId, sectionId] = [newId(AT), newId(AT)]
  await db.execute(sql`
    insert into checklists (id, slug, kind, created_at) values (${checklistId}, ${slug}, 'inspection', ${AT}) on conflict do nothing`)
  await db.execute(sql`
    insert into checklist_versions (id, checklist_id, number, status, title, scoring, created_at)
    values (${versionId}, ${checklistId}, ${number}, 'draft', '{"uk":"Чек-лист"}', '{}', ${AT})`)
  await db.execute(sql`
    insert into checklist_sections (id, version_id, key, position, title)
    values (${sectionId}, ${versionId}, 'part', 0, '{"uk":"Розділ"}')`)
  return { checklistId, versionId, sectionId }
}
type Version = Awaited<ReturnType<typeof makeVersion>>

const addItem = async ({ versionId, sectionId }: Version, key: string, type: string, position: number) => {
  const id = newId(AT)
  const [unit, low, high] = type === 'number' ? ['мм', 0, 10] : [null, null, null]
  await db.execute(sql`
    insert into checklist_items (id, version_id, section_id, key, position, type, title, weight, unit, plausible_low, plausible_high)
    values (${id}, ${versionId}, ${sectionId}, ${key}, ${position}, ${type}, '{"uk":"Питання"}', 1, ${unit}, ${low}, ${high})`)
  return id
}
const publish = ({ versionId }: Version) =>
  db.execute(
    sql`update checklist_versions set status = 'published', published_at = ${AT} where id = ${versionId}`,
  )

describe('a published checklist', () => {
  const item = itemOf('air_temp_c')
  test.each([
    ['its title', sql`update checklist_versions set title = '{"uk":"Інший"}' where id = ${VERSION}`],
    ['its scoring', sql`update checklist_versions set scoring = '{"pass":1}' where id = ${VERSION}`],
    [
      'its state',
      sql`update checklist_versions set status = 'draft', published_at = null where id = ${VERSION}`,
    ],
    ['itself', sql`delete from checklist_versions where id = ${VERSION}`],
    ['a section', sql`update checklist_sections set title = '{"uk":"Інший"}' where version_id = ${VERSION}`],
    ['a weight', sql`update checklist_items set weight = 1 where id = ${item}`],
    ['a limit', sql`update item_limits set fail_high = 40 where item_id = ${item}`],
    ['a limit taken out', sql`delete from item_limits where item_id = ${item}`],
    ['an option', sql`update item_options set score = 1 where item_id = ${itemOf('internet_backup')}`],
    ['a norm', sql`insert into item_norms (item_id, norm_slug) values (${item}, 'house')`],
    [
      'a new item',
      sql`insert into checklist_items (id, version_id, section_id, key, position, type, title, weight)
      select ${newId(AT)}, version_id, section_id, 'new_one', 99, 'yes-no', title, 1 from checklist_items where id = ${item}`,
    ],
  ])('does not change: %s', async (_, act) => {
    expect(await attack(db.execute(act))).toBe('checklist_versions_immutable')
  })

  test('a key keeps its type through all versions', async () => {
    const first = await makeVersion('keys', 1)
    await addItem(first, 'desk_height', 'number', 0)
    await publish(first)
    await db.execute(sql`update checklist_versions set status = 'retired' where id = ${first.versionId}`)
    const second = await makeVersion('keys', 2, first.checklistId)
    expect(await attack(addItem(second, 'desk_height', 'yes-no', 0))).toBe('checklist_items_key_type')
    expect(await attack(addItem(second, 'desk_height', 'number', 0))).toBeUndefined()
  })

  test('is one, with one draft beside it, also when thirty are made at once', async () => {
    const { checklistId } = await makeVersion('drafts', 1)
    const said = await Promise.all(
      Array.from({ length: 30 }, (_, i) => attack(makeVersion('drafts', i + 2, checklistId))),
    )
    expect(new Set(said)).toEqual(new Set(['checklist_versions_one_draft']))
  })

  test('content written while it is published is either in it or refused', async () => {
    const version = await makeVersion('race', 1)
    await addItem(version, 'first_one', 'yes-no', 0)
    const all = await Promise.all([
      attack(publish(version)),
      ...Array.from({ length: 10 }, (_, i) => attack(addItem(version, `item_${i}0`, 'yes-no', i + 1))),
    ])
    const kept = all.slice(1).filter((one) => one === undefined).length
    const { rows } = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from checklist_items where version_id = ${version.versionId}`,
    )
    expect(rows[0]?.n).toBe(kept + 1)
    expect(await attack(addItem(version, 'late_one', 'yes-no', 50))).toBe('checklist_versions_immutable')
  })
})

describe('a round', () => {
  test('never begins with a draft and keeps its version', async () => {
    const draft = await makeVersion('unready', 1)
    expect(await attack(makeRound(draft.versionId))).toBe('inspections_version_published')
    const id = await makeRound()
    const other = referenceId('checklist-version', 'operator-self-check/1')
    expect(await attack(db.execute(sql`update inspections set version_id = ${other} where id = ${id}`))).toBe(
      'inspections_version_pinned',
    )
  })

  test('is of a seat in its own room, and is not approved by its inspector', async () => {
    const far = await makeFloor()
    expect(await attack(makeRound(VERSION, far.seatId))).toBe('inspections_seat_room')
    const id = await makeRound()
    await submit(id)
    const approve = sql`update inspections set status = 'approved', approved_by = started_by, approved_at = ${AT} where id = ${id}`
    expect(await attack(db.execute(approve))).toBe('inspections_second_person')
  })

  test.each([
    ['an inspection', VERSION],
    ['a self-check', referenceId('checklist-version', 'operator-self-check/1')],
  ])(
    '%s keeps what it was found to be once it is submitted, and is scored anew only when it was given back',
    async (_, version) => {
      const id = await makeRound(version)
      await submit(id)
      const act = (change: SQL) => attack(db.execute(sql`update inspections set ${change} where id = ${id}`))
      const changes = [
        sql`score = 0.5`,
        sql`verdict = 'fail'`,
        sql`completeness = 0.5`,
        sql`scoring_rule = 9`,
        sql`season = 'warm'`,
        sql`submitted_at = submitted_at + interval '1 day'`,
        sql`status = 'in-progress'`,
        sql`status = 'returned', score = 0.5`,
      ]
      for (const change of changes) expect(await act(change)).toBe('inspections_closed')
      expect(await act(sql`status = 'returned'`)).toBeUndefined()
      expect(await act(sql`score = 0.5`)).toBe('inspections_closed')
      expect(await act(sql`season = 'warm', status = 'submitted'`)).toBe('inspections_closed')
      expect(
        await act(sql`status = 'submitted', score = 0.5, verdict = 'fail', scoring_rule = 9`),
      ).toBeUndefined()
      expect(await act(sql`score = 1`)).toBe('inspections_closed')
    },
  )
})

describe('an answer', () => {
  test('points at an item of the version of its round, whichever version it claims', async () => {
    const id = await makeRound()
    const foreign = itemOf('self_chair', 'operator-self-check')
    const other = referenceId('checklist-version', 'operator-self-check/1')
    expect(await attack(answer(id, foreign, { yes: true }))).toBe('answers_item_version')
    expect(await attack(answer(id, foreign, { yes: true }, other))).toBe('answers_inspection_version')
  })

  test.each<[string, string, Value, string | undefined]>([
    ['text for a number', 'desk_height_mm', { words: 'сімдесят' }, 'answers_type'],
    ['yes for a number', 'desk_height_mm', { yes: true }, 'answers_type'],
    ['nothing for a number', 'desk_height_mm', {}, 'answers_type'],
    ['an implausible number', 'desk_height_mm', { number: 7200 }, 'answers_type'],
    ['not a number', 'desk_height_mm', { number: 'NaN' }, 'answers_type'],
    ['a number for yes or no', 'chair_adjustable', { number: 1 }, 'answers_type'],
    ['half a step of a scale', 'noise_neighbours', { number: 2.5 }, 'answers_type'],
    ['an option of nobody', 'internet_backup', { choice: 'pigeons' }, 'answers_choice'],
    ['two values', 'chair_adjustable', { yes: true, words: 'так' }, 'answers_one_value'],
    [
      'not measured without a reason',
      'desk_height_mm',
      { state: 'not-measured' },
      'answers_not_measured_reason',
    ],
    [
      'not applicable where it always applies',
      'headset_limiter',
      { state: 'na', comment: 'ні' },
      'answers_na',
    ],
    ['not applicable to a critical one without a word', 'generator_safe', { state: 'na' }, 'answers_na'],
    ['a proper number', 'desk_height_mm', { number: 720.5 }, undefined],
    [
      'not measured with a reason',
      'screen_distance_mm',
      { state: 'not-measured', reason: 'немає рулетки' },
      undefined,
    ],
  ])('%s', async (_, key, value, constraint) => {
    expect(await attack(answer(await makeRound(), itemOf(key), value))).toBe(constraint)
  })

  test('is closed after the round was submitted, and waits for a submission under way', async () => {
    const id = await makeRound()
    await answer(id, itemOf('chair_adjustable'), { yes: true })
    let late: Promise<string | undefined> | undefined
    await db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from inspections where id = ${id} for update`)
      late = attack(answer(id, itemOf('desk_height_mm'), { number: 720 }))
      await tx.execute(sql`
        update inspections set status = 'submitted', submitted_at = ${AT}, verdict = 'pass', score = 1, completeness = 1 where id = ${id}`)
    })
    expect(await late).toBe('answers_closed')
    expect(await attack(db.execute(sql`update answers set yes = false where inspection_id = ${id}`))).toBe(
      'answers_closed',
    )
    expect(await attack(db.execute(sql`delete from answers where inspection_id = ${id}`))).toBe(
      'answers_closed',
    )
  })

  test('does not leave a closed round for an open one', async () => {
    const [id, other] = [await makeRound(), await makeRound()]
    await answer(id, itemOf('chair_adjustable'), { yes: false })
    await submit(id)
    const move = sql`update answers set inspection_id = ${other} where inspection_id = ${id}`
    expect(await attack(db.execute(move))).toBe('answers_closed')
  })

  test('thirty raced with the submission: what was taken is counted, the rest refused', async () => {
    const id = await makeRound()
    const { rows: items } = await db.execute<{ id: string }>(sql`
      select id from checklist_items where version_id = ${VERSION} and type = 'yes-no' limit 20`)
    const all = await Promise.all([
      ...items.map((item) => attack(answer(id, item.id, { yes: true }))),
      attack(submit(id)),
    ])
    const taken = all.slice(0, -1).filter((one) => one === undefined).length
    const { rows } = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from answers where inspection_id = ${id}`,
    )
    expect(rows[0]?.n).toBe(taken)
    expect(new Set(all.filter((one) => one !== undefined))).toEqual(
      new Set(taken === items.length ? [] : ['answers_closed']),
    )
  })
})

describe('beside answers', () => {
  test('a photo belongs to an item of the round’s own version and closes with the round', async () => {
    const id = await makeRound()
    const makePhoto = async (itemId: string, versionId = VERSION) => {
      const fileId = newId(AT)
      await db.execute(sql`
        insert into files (id, room, mime, bytes, width, height, sha256, metadata_stripped, uploaded_by, uploaded_at)
        values (${fileId}, 'workplace', 'image/jpeg', 3, 10, 10, sha256('abc'), true, ${floor.supervisor.personId}, ${AT})`)
      await db.execute(sql`
        insert into answer_photos (file_id, inspection_id, version_id, item_id, added_at, added_by)
        values (${fileId}, ${id}, ${versionId}, ${itemId}, ${AT}, ${floor.supervisor.personId})`)
    }
    const other = referenceId('checklist-version', 'operator-self-check/1')
    const foreign = itemOf('self_chair', 'operator-self-check')
    expect(await attack(makePhoto(foreign))).toBe('answer_photos_item_version')
    expect(await attack(makePhoto(foreign, other))).toBe('answer_photos_inspection_version')
    expect(await attack(makePhoto(itemOf('chair_adjustable')))).toBeUndefined()
    await submit(id)
    expect(await attack(makePhoto(itemOf('chair_adjustable')))).toBe('answers_closed')
    expect(await attack(db.execute(sql`delete from answer_photos where inspection_id = ${id}`))).toBe(
      'answers_closed',
    )
  })

  const makeAction = async (status = 'open', by = floor.operator.personId) => {
    const id = newId(AT)
    await db.execute(sql`
      insert into actions (id, room_id, workplace_id, item_key, severity, opened_at, due_at, status, done_at, done_by, done_note)
      values (${id}, ${floor.roomId}, ${floor.seatId}, 'fault_chair', 'normal', ${AT}, ${new Date('2026-04-01')}, ${status}, ${AT}, ${by}, 'ок')`)
    return id
  }

  test('one fault of one place has one open action; who did it does not verify it', async () => {
    const said = await Promise.all(Array.from({ length: 30 }, () => attack(makeAction('done'))))
    expect(said.filter((one) => one === undefined)).toHaveLength(1)
    expect(new Set(said)).toEqual(new Set([undefined, 'actions_one_open']))
    const verify = (by: string | null) =>
      db.execute(
        sql`update actions set status = 'verified', verified_at = ${AT}, verified_by = ${by} where room_id = ${floor.roomId}`,
      )
    expect(await attack(verify(floor.operator.personId))).toBe('actions_verifier')
    expect(await attack(verify(null))).toBe('actions_verified')
    expect(await attack(verify(floor.supervisor.personId))).toBeUndefined()
    expect(await attack(makeAction())).toBeUndefined()
  })

  test('a person has one seat, a seat one person unless it is shared; histories stay', async () => {
    const seat = await makeSeat(floor, floor.colleague)
    const assign = (workplaceId: string, personId: string, shared = false) =>
      db.execute(sql`
        insert into seat_assignments (id, workplace_id, person_id, shared, valid, created_at)
        values (${newId(AT)}, ${workplaceId}, ${personId}, ${shared}, '[2026-02-01,)', ${AT})`)
    expect(await attack(assign(floor.seatId, floor.colleague.personId))).toBe('seat_assignments_one_seat')
    expect(await attack(assign(seat, floor.head.personId))).toBe('seat_assignments_one_person')
    expect(await attack(assign(seat, floor.head.personId, true))).toBeUndefined()
  })
})
