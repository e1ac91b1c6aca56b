import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { ladderVersions } from '#db/schema/ladders'
import { FIRST_VERSION_ID, LADDER_ID } from '#db/seed/reference/career'
import { makePerson, makeSite } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { asRows, REQUIREMENT_HEAD } from '#domain/requirement-sheet'
import { draftLadder } from '#server/career/draft'
import { importMetrics } from '#server/career/import-metrics'
import { importRequirements } from '#server/career/import-requirements'
import { findLadder } from '#server/career/ladders-queries'
import { parseSheet, writeSheet } from '#server/sheets'

let hr: Actor
let operator: Actor

beforeAll(async () => {
  const siteId = await makeSite()
  hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
  operator = await makePerson({ siteId, email: 'oksana@example.com' })
})
beforeEach(async () => {
  await db.delete(ladderVersions).where(eq(ladderVersions.state, 'draft'))
})

const exported = async (versionId: string) => {
  const { ladder, competences, trainings } = await findLadder(hr, { versionId })
  const slugs = (all: { id: string; slug: string }[]) => new Map(all.map(({ id, slug }) => [id, slug]))
  const positions = new Map(ladder.rungs.map(({ positionId, slug }) => [positionId, slug]))
  return asRows(ladder.requirements, {
    positions,
    competences: slugs(competences),
    trainings: slugs(trainings),
  })
}

describe('requirements', () => {
  test.each(['csv', 'xlsx', 'json'] as const)('written as %s and read again are the same', async (format) => {
    const { versionId } = await draftLadder(hr, { ladderId: LADDER_ID })
    const rows = await exported(FIRST_VERSION_ID)
    const file = await writeSheet(format, { head: REQUIREMENT_HEAD, rows })
    const sheet = await parseSheet(`вимоги.${format}`, file)
    expect(await importRequirements(hr, { versionId, rows: sheet, dryRun: true })).toEqual({
      rows: rows.length,
      changed: false,
    })
    await importRequirements(hr, { versionId, rows: sheet })
    expect((await findLadder(hr, { versionId })).difference?.requirements).toEqual([])
  })

  test('with a wrong row are refused by row, column and reason, and the draft stays as it was', async () => {
    const { versionId } = await draftLadder(hr, { ladderId: LADDER_ID })
    const before = await exported(versionId)
    const rows = [
      REQUIREMENT_HEAD,
      ['mentor', 'tenure', '', '', '5', '', 'yes', '1'],
      ['nobody', 'tenure', '', '', '5', '', 'yes', '1'],
      ['mentor', 'competence', 'no-such', '2', '', '', 'yes', '1'],
      ['mentor', 'metric', 'quality-score', '', '', '3', 'так', '1'],
      ['mentor', 'tenure', '', '', '6', '', 'yes', '1'],
    ]
    await expect(importRequirements(hr, { versionId, rows })).rejects.toMatchObject({
      reason: 'invalid',
      fields: {
        'rows.3.position': { key: 'sheet.unknown' },
        'rows.4.thing': { key: 'sheet.unknown' },
        'rows.5.threshold': { key: 'sheet.unknown' },
        'rows.6.thing': { key: 'sheet.twice' },
      },
    })
    expect(await exported(versionId)).toEqual(before)
    await expect(importRequirements(operator, { versionId, rows })).rejects.toMatchObject({
      reason: 'forbidden',
    })
  })
})

describe('figures', () => {
  const head = ['email', 'key', 'month', 'value', 'sample']
  const count = async () =>
    (await db.execute(sql`select 1 from metric_values where person_id = ${operator.personId}`)).rows.length

  test('come in as a sheet with a dry run first; the same month again replaces the value', async () => {
    const rows = await parseSheet(
      'оцінки.csv',
      Buffer.from(`\ufeff${head.join(';')}\r\nOksana@example.com;quality-score;10.2026;"87,5";9\r\n`),
    )
    expect(await importMetrics(hr, { rows, source: 'тест', dryRun: true })).toEqual({
      rows: 1,
      changed: false,
    })
    expect(await count()).toBe(0)
    await importMetrics(hr, { rows, source: 'тест' })
    await importMetrics(hr, { rows, source: 'тест' })
    expect(await count()).toBe(1)
  })

  test('of an unknown person or a wrong month are refused, and no row is taken', async () => {
    const rows = [
      head,
      ['oksana@example.com', 'quality-score', '2026-09', '90', '5'],
      ['nobody@example.com', 'quality-score', '2026-09', '90', '5'],
    ]
    const before = await count()
    await expect(importMetrics(hr, { rows, source: 'тест' })).rejects.toMatchObject({
      fields: { 'rows.3.email': { key: 'sheet.unknown' } },
    })
    expect(await count()).toBe(before)
    await expect(parseSheet('x.xlsx', Buffer.from('not a book'))).rejects.toMatchObject({
      fields: { file: { key: 'sheet.unreadable' } },
    })
  })

  test('a text that begins as a formula is written harmless', async () => {
    const file = await writeSheet('csv', { head: ['name'], rows: [['=HYPERLINK("x")']] })
    expect(file.toString()).toContain(`"'=HYPERLINK`)
  })
})
