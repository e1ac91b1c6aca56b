import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { ladderVersions } from '#db/schema/ladders'
import { FIRST_VERSION_ID, LADDER_ID } from '#db/seed/reference/career'
import { referenceId } from '#db/seed/reference/ids'
import { attack } from '#db/testing/floor'
import { makePerson, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import type { LadderDocument } from '#domain/ladder-document'
import { approveOverride } from '#server/career/approve-override'
import { askOverride } from '#server/career/ask-override'
import { competenceDesk } from '#server/career/competence-queries'
import { ladderDocument } from '#server/career/document-queries'
import { draftLadder } from '#server/career/draft'
import { importLadder } from '#server/career/import-ladder'
import { findLadder } from '#server/career/ladders-queries'
import { publishLadder } from '#server/career/publish'
import { findPosition } from '#server/career/queries'
import { retireCompetence } from '#server/career/retire-competence'
import { setCompetence } from '#server/career/set-competence'
import { setWords } from '#server/career/set-words'

const analyst = referenceId('position', 'analyst')
const NAMED = {
  title: { uk: 'Аналітик якості', en: 'Quality analyst' },
  purpose: { uk: 'Пояснює, що говорять числа', en: 'Says what the numbers mean' },
}
const whatChanged = { uk: 'Посаду аналітика названо точніше.', en: 'The analyst has a better name.' }
const WHY = 'Тренінги вже замовлено, групи почнуться в січні'

let hr: Actor
let head: Actor
let operator: Actor

beforeAll(async () => {
  const siteId = await makeSite()
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
  head = await makePerson({ siteId, roles: [{ role: 'head' }] })
  operator = await makePerson({ siteId })
})
beforeEach(async () => {
  await db.delete(ladderVersions).where(eq(ladderVersions.state, 'draft'))
})
const draft = async () => (await draftLadder(hr, { ladderId: LADDER_ID })).versionId

describe('a whole ladder as a document', () => {
  test('written and taken in again is the same ladder; a dry run changes nothing', async () => {
    const versionId = await draft()
    const document = JSON.parse(
      JSON.stringify(await ladderDocument(operator, { versionId: FIRST_VERSION_ID })),
    )
    const { rows, changed } = await importLadder(hr, { versionId, document, dryRun: true })
    expect([rows > 100, changed]).toEqual([true, false])
    await importLadder(hr, { versionId, document })
    const { difference } = await findLadder(hr, { versionId })
    expect(difference).toEqual({ rungs: [], moves: [], requirements: [] })
  })

  test('brings new positions and competences along, and takes out what it does not have', async () => {
    const versionId = await draft()
    const document: LadderDocument = {
      format: 'sviato-ladder-1',
      title: { uk: 'Мала драбина', en: 'A small ladder' },
      positions: [
        { slug: 'operator', ...NAMED, family: 'vertical', rung: 1, seats: 9 },
        { slug: 'host', ...NAMED, family: 'vertical', rung: 2, seats: 1 },
      ],
      moves: [{ from: 'operator', to: 'host', kind: 'vertical' }],
      requirements: [
        { position: 'host', kind: 'competence', thing: 'hosting', level: 2, hard: true, weight: 1 },
      ],
      competences: [
        {
          slug: 'hosting',
          title: { uk: 'Гостинність', en: 'Hosting' },
          cluster: 'customer',
          levels: [1, 2].map((level) => ({
            level,
            behaviour: { uk: `Зустрічає гостей, рівень ${level}`, en: undefined },
          })),
        },
      ],
    }
    await importLadder(hr, { versionId, document })
    const { ladder, gone } = await findLadder(hr, { versionId })
    expect(ladder.rungs.map(({ slug, seats }) => [slug, seats])).toEqual([
      ['operator', 9],
      ['host', 1],
    ])
    expect(ladder.requirements).toMatchObject([{ kind: 'competence', level: 2 }])
    expect(gone.map(({ positionId }) => positionId)).toContain(analyst)
    expect(
      (await competenceDesk(operator, {})).find(({ title }) => title.en === 'Hosting')?.levels,
    ).toHaveLength(2)
  })

  test('with a wrong place is refused by list, number and field, and the draft stays as it was', async () => {
    const versionId = await draft()
    const good = await ladderDocument(hr, { versionId })
    const wrong = {
      ...good,
      positions: good.positions.map((one, index) =>
        index === 1 ? { ...one, rung: good.positions[0]?.rung } : one,
      ),
      moves: [...good.moves, { from: 'operator', to: 'nowhere', kind: 'vertical' }],
      requirements: [...good.requirements, { ...good.requirements[0], thing: 'no-such', kind: 'training' }],
    }
    await expect(importLadder(hr, { versionId, document: wrong })).rejects.toMatchObject({
      reason: 'invalid',
      fields: {
        'positions.2.rung': { key: 'sheet.twice' },
        [`moves.${good.moves.length + 1}.to`]: { key: 'sheet.unknown' },
      },
    })
    await expect(
      importLadder(hr, { versionId, document: { ...good, requirements: wrong.requirements } }),
    ).rejects.toMatchObject({
      fields: {
        [`requirements.${wrong.requirements.length}.thing`]: { params: { column: 'requirements.thing' } },
      },
    })
    const nameless = good.positions.map((one) => ({ ...one, title: { en: 'No Ukrainian' } }))
    await expect(
      importLadder(hr, { versionId, document: { ...good, positions: nameless } }),
    ).rejects.toMatchObject({ fields: { 'positions.1.title.uk': { key: 'sheet.wrong' } } })
    for (const document of [null, [], 'ladder', { format: 'other' }])
      await expect(importLadder(hr, { versionId, document })).rejects.toMatchObject({ reason: 'invalid' })
    const { difference } = await findLadder(hr, { versionId })
    expect(difference).toEqual({ rungs: [], moves: [], requirements: [] })
    await expect(importLadder(operator, { versionId, document: good })).rejects.toMatchObject({
      reason: 'forbidden',
    })
  })
})

describe('words', () => {
  test('of a position hold from the publication on; a version before keeps its own', async () => {
    const versionId = await draft()
    const { edits } = await setWords(hr, { versionId, positionId: analyst, ...NAMED })
    await expect(setWords(operator, { versionId, positionId: analyst, ...NAMED })).rejects.toMatchObject({
      reason: 'forbidden',
    })
    const titleIn = async (id: string) =>
      (await findLadder(hr, { versionId: id })).ladder.rungs.find(({ positionId }) => positionId === analyst)
        ?.title.uk
    const before = await titleIn(FIRST_VERSION_ID)
    expect((await findLadder(hr, { versionId })).difference?.rungs).toMatchObject([
      { before: { title: { uk: before } }, after: NAMED },
    ])
    expect((await findPosition(operator, { slug: 'analyst' })).position.title.uk).toBe(before)
    const { overrideId } = await askOverride(hr, { versionId, edits, reason: WHY })
    await approveOverride(head, { overrideId })
    await publishLadder(hr, { versionId, whatChanged, edits })
    expect((await findPosition(operator, { slug: 'analyst' })).position.title).toEqual(NAMED.title)
    expect(await titleIn(FIRST_VERSION_ID)).toBe(before)
    const { rows } = await db.execute<{ title: unknown }>(
      sql`select title from positions where id = ${analyst}`,
    )
    expect(rows).toEqual([{ title: NAMED.title }])
    const published = sql`update rungs set title = '{"uk":"Інше"}' where version_id = ${versionId}`
    expect(await attack(db.execute(published))).toBe('ladder_versions_immutable')
    const next = await draft()
    const wordless = sql`update rungs set title = null where version_id = ${next}`
    expect(await attack(db.execute(wordless))).toBe('rungs_words')
  })

  test('of a level change with the old ones kept; a competence that the ladder asks for is not taken away', async () => {
    const competenceId = referenceId('competence', 'coaching')
    const desk = async () => (await competenceDesk(hr, {})).find(({ id }) => id === competenceId)
    const coaching = await desk()
    const title = coaching?.title ?? { uk: '' }
    const levels = (coaching?.levels ?? []).map(({ level, behaviour }) =>
      level === 2
        ? { behaviour: { uk: 'Веде новачка від першого дня до самостійної зміни' } }
        : { behaviour },
    )
    const wanted = { competenceId, title, cluster: 'people' as const, levels }
    expect(await setCompetence(hr, wanted)).toMatchObject({ reworded: 1 })
    expect(await setCompetence(hr, wanted)).toMatchObject({ reworded: 0 })
    expect((await desk())?.levels.map(({ reworded }) => reworded)).toEqual([0, 1, 0, 0])
    const { rows } = await db.execute(
      sql`select behaviour from level_wordings where competence_id = ${competenceId}`,
    )
    expect(rows).toEqual([{ behaviour: coaching?.levels[1]?.behaviour }])
    expect(await attack(db.execute(sql`delete from level_wordings`))).toBeDefined()
    await expect(retireCompetence(hr, { competenceId, retired: true })).rejects.toMatchObject({
      fault: { key: 'competenceAsked' },
    })
    const fresh = await setCompetence(hr, {
      ...wanted,
      competenceId: undefined,
      title: { uk: 'Гумор', en: 'Humour' },
    })
    await retireCompetence(hr, { competenceId: fresh.competenceId, retired: true })
    const seenBy = async (actor: Actor) => (await competenceDesk(actor, {})).map(({ id }) => id)
    expect([await seenBy(hr), await seenBy(operator)].map((ids) => ids.includes(fresh.competenceId))).toEqual(
      [true, false],
    )
    await expect(setCompetence(operator, wanted)).rejects.toMatchObject({ reason: 'forbidden' })
  })
})
