import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { makeBox } from '#db/testing/ideas'
import { makePerson } from '#db/testing/people'
import { systemActor } from '#domain/access'
import { attainment } from '#domain/idea-clock'
import { answerIdea } from '#server/ideas/answer'
import { listAreas } from '#server/ideas/area-queries'
import { askNew } from '#server/ideas/ask-new'
import { askDesk, listAsks } from '#server/ideas/ask-queries'
import { listAttainment } from '#server/ideas/attainment-queries'
import { changeArea } from '#server/ideas/change-area'
import { escalateIdeas } from '#server/ideas/escalate'
import { exportIdeas } from '#server/ideas/export-queries'
import { showIdea } from '#server/ideas/idea-queries'
import { logContact } from '#server/ideas/log-contact'
import { mergeIdea } from '#server/ideas/merge'
import { retireArea } from '#server/ideas/retire-area'
import { submitIdea } from '#server/ideas/submit'

const on = (day: string) => ({ now: new Date(`${day}T09:00:00Z`) })
const WORDS = 'Дякуємо, подивимося на це разом із технічним відділом.'
const done = { kind: 'decision', body: WORDS, state: 'done', reason: 'useful' } as const

let box: Awaited<ReturnType<typeof makeBox>>
let turn = 0

beforeAll(async () => {
  box = await makeBox()
})

const send = (day: string, by = box.operator) =>
  submitIdea(
    by,
    { title: `Пошук відділень у застосунку ${turn++}`, areaId: box.areaId, authorMode: 'named' },
    on(day),
  )

test('an area keeps its word as far as it does: what is open and overdue counts as a miss', async () => {
  // Monday: read by Wednesday the 4th, decide by Friday the 20th.
  const [quick, slow, open] = [await send('2026-03-02'), await send('2026-03-02'), await send('2026-03-02')]
  await answerIdea(box.supervisor, { number: quick.number, ...done }, on('2026-03-04'))
  await answerIdea(box.supervisor, { number: slow.number, kind: 'ack', body: WORDS }, on('2026-03-06'))
  await answerIdea(box.supervisor, { number: slow.number, ...done }, on('2026-03-20'))
  expect(open.number).toBeGreaterThan(0)
  const kept = (await listAttainment(box.operator, {}, on('2026-03-25'))).find(
    ({ areaId }) => areaId === box.areaId,
  )
  expect(kept).toMatchObject({ due: 6, inTime: 3, overdue: 2 })
  const answers = [
    { due: '2026-03-04', answeredOn: '2026-03-04' },
    { due: '2026-03-20', answeredOn: '2026-03-04' },
    { due: '2026-03-04', answeredOn: '2026-03-06' },
    { due: '2026-03-20', answeredOn: '2026-03-20' },
    { due: '2026-03-04', answeredOn: null },
    { due: '2026-03-20', answeredOn: null },
  ]
  expect(attainment(answers, '2026-03-25')).toBe(3 / 6)
})

test('a new owner takes over what waits, but never what they wrote; an area with open ideas does not close', async () => {
  const [theirs, own] = [await send('2026-04-01'), await send('2026-04-01', box.hr)]
  const area = (await listAreas(box.hr, {})).items.find(({ id }) => id === box.areaId)
  const { name, purpose, ackDays, decideDays } = area as NonNullable<typeof area>
  const input = {
    areaId: box.areaId,
    name,
    purpose,
    ackDays,
    decideDays,
    ownerId: box.hr.personId,
    backupId: box.backup.personId,
  }
  await expect(changeArea(box.supervisor, input)).rejects.toMatchObject({ reason: 'forbidden' })
  await expect(changeArea(box.hr, { ...input, backupId: box.hr.personId })).rejects.toMatchObject({
    reason: 'invalid',
  })
  await changeArea(box.hr, input)
  expect((await showIdea(box.hr, { number: theirs.number })).owner.id).toBe(box.hr.personId)
  expect((await showIdea(box.hr, { number: own.number })).owner.id).toBe(box.backup.personId)
  await expect(retireArea(box.hr, { areaId: box.areaId })).rejects.toMatchObject({
    fault: { key: 'ideas.areaBusy' },
  })
})

test('customers’ asking is hours a week, each contact once of thirty at once; who logged it hears first', async () => {
  await db.execute(sql`update areas set kind = 'product' where id = ${box.areaId}`)
  const { number } = await send('2026-05-04')
  const log = (reference: string, by = box.colleague) =>
    logContact(by, { number, reference, minutes: 12 }, on('2026-05-05'))
  await Promise.allSettled(Array.from({ length: 30 }, () => log('call-1')))
  const other = await makePerson({ siteId: box.siteId })
  for (let turn = 2; turn <= 10; turn++) await log(`call-${turn}`, other)
  const [ask] = (await listAsks(box.operator, { number }, on('2026-05-06'))).items
  // Ten contacts of twelve minutes in four weeks.
  expect(ask).toMatchObject({ contacts: 10, hours: 0.5 })
  await expect(log('call-1')).rejects.toMatchObject({
    fields: { reference: { key: 'constraint.idea_contacts_once' } },
  })
  await answerIdea(box.hr, { number, ...done }, on('2026-05-06'))
  const { rows } = await db.execute<{ kind: string }>(sql`
    select kind from notices where person_id = ${other.personId} and params ->> 'number' = ${String(number)}`)
  expect(rows).toEqual([{ kind: 'idea.released' }])
  await expect(log('call-99')).rejects.toMatchObject({ fault: { key: 'ideaClosed' } })
})

test('what nobody asked for before becomes an idea with its contact, in a product area and once', async () => {
  await db.execute(sql`update areas set kind = 'product' where id = ${box.areaId}`)
  const ask = {
    title: 'Оплата частинами в застосунку',
    areaId: box.areaId,
    reference: 'call-new',
    minutes: 6,
  }
  const tries = await Promise.allSettled(
    Array.from({ length: 30 }, () => askNew(box.colleague, ask, on('2026-05-05'))),
  )
  const [made, ...more] = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  expect(more).toEqual([])
  const [known] = (await listAsks(box.operator, { number: made?.number }, on('2026-05-06'))).items
  expect(known).toMatchObject({ title: ask.title, contacts: 1 })
  expect((await askDesk(box.operator, {}, on('2026-05-06'))).areas.map(({ id }) => id)).toContain(box.areaId)
  await askNew(
    box.colleague,
    { ...ask, title: 'Чек на пошту одразу', reference: 'call-wish', minutes: 60 },
    on('2026-05-05'),
  )
  const page = (more: object) => listAsks(box.operator, { limit: 1, ...more }, on('2026-05-06'))
  const first = await page({})
  const second = await page({ cursor: first.next })
  expect([first, second].map(({ items }) => items[0]?.title)).toEqual(['Чек на пошту одразу', ask.title])
  expect(second.next === null || (await page({ cursor: second.next })).items[0]?.contacts === 0).toBe(true)
  expect((await page({ search: 'оплатою частинами' })).items.map(({ title }) => title)).toEqual([ask.title])
  await db.execute(sql`update areas set kind = 'tools' where id = ${box.areaId}`)
  const elsewhere = askNew(box.colleague, { ...ask, reference: 'call-other' }, on('2026-05-05'))
  await expect(elsewhere).rejects.toMatchObject({ fault: { key: 'ideas.notProduct' } })
})

test('an owner who has left holds nothing up: the backup hears and gets what is new, and the contacts of a merged wish count', async () => {
  const own = await makeBox()
  await db.execute(sql`update areas set kind = 'product' where id = ${own.areaId}`)
  const wish = (title: string) =>
    submitIdea(own.operator, { title, areaId: own.areaId, authorMode: 'named' }, on('2026-05-04'))
  const [one, two] = [await wish('Чек одразу на пошту'), await wish('Надсилати чек поштою')]
  await logContact(own.colleague, { number: one.number, reference: 'call-m1', minutes: 8 }, on('2026-05-05'))
  await mergeIdea(own.hr, { number: one.number, into: two.number, body: WORDS }, on('2026-05-05'))
  const [ask] = (await listAsks(own.operator, { number: two.number }, on('2026-05-06'))).items
  expect(ask).toMatchObject({ contacts: 1 })
  await db.execute(sql`delete from employments where person_id = ${own.supervisor.personId}`)
  expect((await showIdea(own.hr, { number: (await wish('Чек на папері')).number })).owner.id).toBe(
    own.backup.personId,
  )
  expect((await listAreas(own.hr, {})).items.find(({ id }) => id === own.areaId)?.standing).toEqual({
    owner: false,
    backup: true,
  })
  await escalateIdeas(systemActor(), {}, on('2026-05-05'))
  const { rows } = await db.execute(sql`
    select 1 from notices where person_id = ${own.backup.personId} and kind = 'idea.due' and params ->> 'number' = ${String(two.number)}`)
  expect(rows).toHaveLength(1)
  await answerIdea(own.hr, { number: two.number, ...done }, on('2026-05-06'))
  const heard = await db.execute(
    sql`select 1 from notices where person_id = ${own.colleague.personId} and kind = 'idea.released'`,
  )
  expect(heard.rows).toHaveLength(1)
})

test('the sheet has every idea and names nobody who is anonymous', async () => {
  const title = 'Хай буде без імені'
  await submitIdea(box.operator, { title, areaId: box.areaId, authorMode: 'anonymous' }, on('2026-05-04'))
  const { items, next } = await exportIdeas(box.hr, {})
  expect(next).toBeNull()
  expect(items.find((idea) => idea.title === title)).toMatchObject({ author: null, authorMode: 'anonymous' })
  await expect(exportIdeas(box.supervisor, {})).rejects.toMatchObject({ reason: 'forbidden' })
})
