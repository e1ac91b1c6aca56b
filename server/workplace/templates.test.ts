import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { newId } from '#db/ids'
import type { Floor } from '#db/testing/floor'
import { attack, makeFloor } from '#db/testing/floor'
import { makePerson } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { CHECKLIST_HEAD, checklistRows } from '#domain/checklist-sheet'
import { parseSheet, writeSheet } from '#server/sheets'
import { addChecklist } from '#server/workplace/add-checklist'
import { answerItems } from '#server/workplace/answer-items'
import { listChecklists, showChecklist } from '#server/workplace/checklist-queries'
import { draftChecklist } from '#server/workplace/draft-checklist'
import { listDrafts, showDraft } from '#server/workplace/draft-queries'
import { dropChecklistDraft } from '#server/workplace/drop-checklist-draft'
import { showRound } from '#server/workplace/form-queries'
import { importChecklist } from '#server/workplace/import-checklist'
import { moveItem } from '#server/workplace/move-content'
import { publishChecklist } from '#server/workplace/publish-checklist'
import { removeItem } from '#server/workplace/remove-item'
import { retireChecklist } from '#server/workplace/retire-checklist'
import { setItem } from '#server/workplace/set-item'
import { setSection } from '#server/workplace/set-section'
import { startRound } from '#server/workplace/start-round'

let floor: Floor
let hr: Actor

beforeAll(async () => {
  floor = await makeFloor()
  hr = await makePerson({ siteId: floor.siteId, roles: [{ role: 'hr' }] })
})

const yesNo = (sectionId: string, uk: string) =>
  setItem(hr, { sectionId, type: 'yes-no', title: { uk }, weight: 1 })

const written = async (title: string) => {
  const { slug } = await addChecklist(hr, { kind: 'inspection', title: { uk: title } })
  const { sectionId } = await setSection(hr, { slug, title: { uk: 'Світло' } })
  const first = await yesNo(sectionId, 'Лампи не блимають')
  const second = await yesNo(sectionId, 'Штори справні')
  return { slug, sectionId, first: first.itemId, second: second.itemId }
}
const publish = async (slug: string) => {
  const { edits } = await showDraft(hr, { slug })
  return publishChecklist(hr, { slug, edits, changeNote: 'Домовилися на зборах' })
}
const titles = (found: { sections: { items: { title: { uk: string } }[] }[] }) =>
  found.sections.flatMap(({ items }) => items.map(({ title }) => title.uk))

describe('a checklist from the first draft on', () => {
  test('is written, arranged, published and then filled in', async () => {
    const { slug, second } = await written('Світло в залі')
    expect(slug).toBe('svitlo-v-zali')
    expect((await listChecklists(hr, { limit: 100 })).items.some((one) => one.slug === slug)).toBe(false)
    await moveItem(hr, { id: second, by: 'up' })
    expect(titles(await showDraft(hr, { slug }))).toEqual(['Штори справні', 'Лампи не блимають'])
    expect(await publish(slug)).toEqual({ slug, number: 1 })
    const shown = await showChecklist(floor.operator, { slug })
    expect(shown.versions).toMatchObject([{ number: 1, changeNote: 'Домовилися на зборах' }])
    const { inspectionId } = await startRound(hr, { checklistId: shown.id, roomId: floor.roomId })
    expect(titles(await showRound(hr, { inspectionId }))).toEqual(['Штори справні', 'Лампи не блимають'])
  })

  test('a running round finishes with the version it began with; the next one asks anew', async () => {
    const { slug } = await written('Світло вдруге')
    await publish(slug)
    const { id } = await showChecklist(hr, { slug })
    const { inspectionId } = await startRound(hr, { checklistId: id, roomId: floor.roomId })
    await draftChecklist(hr, { slug })
    const draft = await showDraft(hr, { slug })
    const [section] = draft.sections
    await removeItem(hr, { id: section!.items[0]!.id })
    await yesNo(section!.id, 'Аварійне світло вмикається')
    await publish(slug)
    const round = await showRound(hr, { inspectionId })
    expect([round.version, titles(round)]).toEqual([1, ['Лампи не блимають', 'Штори справні']])
    const itemId = round.sections[0]!.items[0]!.id
    await answerItems(hr, { inspectionId, answers: [{ itemId, state: 'answered', yes: true }] })
    const next = await startRound(floor.safety, { checklistId: id, roomId: floor.roomId })
    expect((await showRound(floor.safety, next)).version).toBe(2)
    expect(titles(await showChecklist(hr, { slug, version: 1 }))).toContain('Лампи не блимають')
  })

  test('is not published empty, unread or unchanged', async () => {
    const { slug } = await addChecklist(hr, { kind: 'inspection', title: { uk: 'Порожній' } })
    await expect(publish(slug)).rejects.toMatchObject({ fault: { key: 'workplace.draft.no-sections' } })
    const { sectionId } = await setSection(hr, { slug, title: { uk: 'Розділ' } })
    await expect(publish(slug)).rejects.toMatchObject({ fault: { key: 'workplace.draft.empty-section' } })
    await yesNo(sectionId, 'Чисто')
    const stale = publishChecklist(hr, { slug, edits: 0, changeNote: 'Перша' })
    await expect(stale).rejects.toMatchObject({ fault: { key: 'draftEdited' } })
    await publish(slug)
    await draftChecklist(hr, { slug })
    await expect(publish(slug)).rejects.toMatchObject({ fault: { key: 'nothingChanged' } })
  })

  test('of many who publish at once one does', async () => {
    const { slug } = await written('Наввипередки')
    const { edits } = await showDraft(hr, { slug })
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => publishChecklist(hr, { slug, edits, changeNote: 'Разом' })),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('used no more it begins no round and can come back as a draft', async () => {
    const { slug } = await written('Лише раз')
    await publish(slug)
    const { id } = await showChecklist(hr, { slug })
    const { inspectionId } = await startRound(hr, { checklistId: id, roomId: floor.roomId })
    await retireChecklist(hr, { slug })
    await expect(retireChecklist(hr, { slug })).rejects.toMatchObject({ reason: 'not-found' })
    const other = startRound(floor.safety, { checklistId: id, roomId: floor.roomId })
    await expect(other).rejects.toMatchObject({ reason: 'not-found' })
    expect(titles(await showRound(hr, { inspectionId }))).toHaveLength(2)
    expect((await listDrafts(hr, {})).retired.map((one) => one.slug)).toContain(slug)
    await draftChecklist(hr, { slug })
    expect(await publish(slug)).toEqual({ slug, number: 2 })
    expect((await listDrafts(hr, {})).retired.map((one) => one.slug)).not.toContain(slug)
  })

  test('a draft thrown away leaves nothing where nothing was published', async () => {
    const { slug } = await written('Передумали')
    await dropChecklistDraft(hr, { slug })
    const { rowCount } = await db.execute(sql`select from checklists where slug = ${slug}`)
    expect(rowCount).toBe(0)
  })
})

describe('a key', () => {
  test('keeps its type for ever once published, and a slip in a draft can be mended', async () => {
    const { slug, sectionId, first } = await written('Назви')
    const draft = await showDraft(hr, { slug })
    const key = draft.sections[0]!.items[0]!.key
    await removeItem(hr, { id: first })
    const other = { sectionId, type: 'text' as const, title: { uk: 'Лампи не блимають' } }
    await setItem(hr, other)
    const again = await showDraft(hr, { slug })
    expect(again.sections[0]!.items.find((item) => item.key === key)?.type).toBe('text')
    await publish(slug)
    await draftChecklist(hr, { slug })
    const versionId = sql`(select v.id from checklist_versions v join checklists c on c.id = v.checklist_id
      where c.slug = ${slug} and v.status = 'draft')`
    expect(
      await attack(
        db.execute(
          sql`update checklist_items set type = 'yes-no', weight = 1 where key = ${key} and version_id = ${versionId}`,
        ),
      ),
    ).toBe('checklist_items_key_type')
    const section = (await showDraft(hr, { slug })).sections[0]!
    const { itemId } = await yesNo(section.id, 'Лампи не блимають')
    const made = (await showDraft(hr, { slug })).sections[0]!.items.find(({ id }) => id === itemId)
    expect(made?.key).toBe(`${key}_2`)
  })

  test('a change of type is refused before it is written', async () => {
    const { sectionId, first } = await written('Тип')
    const changed = setItem(hr, { itemId: first, sectionId, type: 'text', title: { uk: 'Лампи' } })
    await expect(changed).rejects.toMatchObject({ fields: { type: { key: 'typeStays' } } })
  })
})

describe('as a file', () => {
  test.each(['xlsx', 'json', 'csv'] as const)(
    '%s: the shipped inspection comes back as it went',
    async (format) => {
      const { slug } = await addChecklist(hr, { kind: 'inspection', title: { uk: `Копія ${format}` } })
      const shipped = await showChecklist(hr, { slug: 'workplace-inspection' })
      const sections = shipped.sections.map(({ key, title, items }) => ({
        key,
        title,
        items: items.map(({ id: _, ...item }) => ({ ...item, norms: item.norms.map((norm) => norm.slug) })),
      }))
      const file = await writeSheet(format, { head: CHECKLIST_HEAD, rows: checklistRows(sections) })
      const rows = await parseSheet(`list.${format}`, file)
      expect(await importChecklist(hr, { slug, rows, dryRun: true })).toEqual({ rows: 46, changed: false })
      expect((await showDraft(hr, { slug })).sections).toEqual([])
      await importChecklist(hr, { slug, rows })
      const taken = await showDraft(hr, { slug })
      const bare = taken.sections.map(({ id: _, items, ...section }) => ({
        ...section,
        items: items.map(({ id: __, ...item }) => item),
      }))
      expect(bare).toEqual(sections)
      await dropChecklistDraft(hr, { slug })
    },
  )

  test('names each wrong cell and takes nothing', async () => {
    const { slug } = await written('Аркуш')
    const { sections } = await showDraft(hr, { slug })
    const rows = [
      CHECKLIST_HEAD,
      ...checklistRows(sections).map((row) => row.map((cell) => String(cell ?? ''))),
    ]
    const at = (column: string) => CHECKLIST_HEAD.indexOf(column)
    rows[1]![at('type')] = 'guess'
    rows[2]![at('norms')] = 'no-such-law'
    const both = importChecklist(hr, { slug, rows })
    await expect(both).rejects.toMatchObject({ fields: { 'rows.2.type': { key: 'sheet.wrong' } } })
    rows[1]![at('type')] = 'number'
    const later = importChecklist(hr, { slug, rows })
    await expect(later).rejects.toMatchObject({ fields: { 'rows.2.unit': { key: 'sheet.wrong' } } })
    rows[1]![at('type')] = 'yes-no'
    const norms = importChecklist(hr, { slug, rows })
    await expect(norms).rejects.toMatchObject({ fields: { 'rows.3.norms': { key: 'sheet.unknown' } } })
    expect(titles(await showDraft(hr, { slug }))).toHaveLength(2)
  })
})

test('templates are written by HR and by safety of all sites, not by safety of one or by a supervisor', async () => {
  const everywhere = await makePerson({ siteId: floor.siteId, roles: [{ role: 'safety' }] })
  const add = (actor: Actor) => addChecklist(actor, { kind: 'inspection', title: { uk: newId(new Date()) } })
  await expect(add(everywhere)).resolves.toBeTruthy()
  await expect(add(floor.safety)).rejects.toMatchObject({ reason: 'not-found' })
  await expect(add(floor.supervisor)).rejects.toMatchObject({ reason: 'forbidden' })
  await expect(showDraft(floor.safety, { slug: 'anything' })).rejects.toMatchObject({ reason: 'not-found' })
})
