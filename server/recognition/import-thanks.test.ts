import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { makeBox } from '#db/testing/ideas'
import { enterThanks } from '#server/recognition/enter-thanks'
import { importThanks } from '#server/recognition/import-thanks'

const now = new Date('2026-03-10T10:00:00Z')
const HEAD = ['channel', 'reference', 'received_on', 'text']

let box: Awaited<ReturnType<typeof makeBox>>

beforeAll(async () => {
  box = await makeBox()
})

const take = (rows: string[][], dryRun = false) =>
  importThanks(box.hr, { rows: [HEAD, ...rows], dryRun }, { now })
const kept = async (like: string) => {
  const { rows } = await db.execute<{ text: string }>(
    sql`select raw_text as text from customer_thanks where reference like ${like} order by reference`,
  )
  return rows.map(({ text }) => text)
}

test('a sheet of thanks is tried first, taken whole, and can be given again', async () => {
  const rows = [
    ['mail', 'imp-1', '09.03.2026', 'Дякую за терпіння.'],
    ['chat', 'imp-2', '2026-03-08', 'Дуже допомогли.'],
  ]
  expect(await take(rows, true)).toEqual({ rows: 2, changed: false })
  expect(await kept('imp-%')).toEqual([])
  expect(await take(rows)).toEqual({ rows: 2, changed: true })
  expect(await take([...rows, ['call', 'imp-3', '2026-03-07', 'Усе пояснили.']])).toEqual({
    rows: 1,
    changed: true,
  })
  expect(await kept('imp-%')).toEqual(['Дякую за терпіння.', 'Дуже допомогли.', 'Усе пояснили.'])
  await expect(
    enterThanks(
      box.supervisor,
      { channel: 'mail', reference: 'imp-1', receivedOn: '2026-03-09', text: 'Ще раз' },
      { now },
    ),
  ).rejects.toMatchObject({ reason: 'conflict' })
})

test('a wrong row is named and nothing of the sheet is kept', async () => {
  const rows = [
    ['mail', 'bad-1', '09.03.2026', 'Гаразд.'],
    ['fax', 'bad-2', '2026-03-08', 'Немає такого каналу.'],
    ['mail', 'bad-3', '2026-04-01', 'З майбутнього.'],
    ['mail', 'bad-4', '31.02.2026', 'Немає такого дня.'],
  ]
  await expect(take(rows)).rejects.toMatchObject({
    fields: { 'rows.3.channel': { key: 'sheet.wrong' }, 'rows.5.received_on': { key: 'sheet.wrong' } },
  })
  await expect(take([rows[2] as string[]])).rejects.toMatchObject({ fields: { 'rows.2.received_on': {} } })
  expect(await kept('bad-%')).toEqual([])
})
