import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { testDatabase } from '#db/testing'
import { makeBox } from '#db/testing/ideas'
import { systemActor } from '#domain/access'
import { uploadFile } from '#server/files/upload'
import { answerIdea } from '#server/ideas/answer'
import { answerQuestion } from '#server/ideas/answer-question'
import { commentIdea } from '#server/ideas/comment'
import { escalateIdeas } from '#server/ideas/escalate'
import { exportIdeas } from '#server/ideas/export-queries'
import { readByCode, showIdea } from '#server/ideas/idea-queries'
import { listIdeas, listQueue, similarIdeas } from '#server/ideas/queries'
import { replyByCode } from '#server/ideas/reply-by-code'
import { submitIdea } from '#server/ideas/submit'
import { shuffleAnonymous } from '#server/jobs/shuffle-anonymous'
import { forgetLore } from '#server/search'

// The attacker owns the database: every row, every system column, and knows who was at work and when everything else happened.
const at = (hour: number, minute = 0) => new Date(`2026-03-10T${hour}:${String(minute).padStart(2, '0')}:00Z`)
const ANSWER = 'Дякуємо, що сказали. Розберемося до пʼятниці.'

let box: Awaited<ReturnType<typeof makeBox>>
let sent: { number: number; code: string }

type Found = { table: string; xmin: string; xmax: string; row: Record<string, unknown> }

const everything = async (): Promise<Found[]> => {
  const client = new Client({ connectionString: testDatabase().ownerUrl })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  )
  const rows: Found[] = []
  for (const { name } of tables.rows) {
    const found = await client.query(
      `select xmin::text as xmin, xmax::text as xmax, to_jsonb(t) as row from "${name}" t order by ctid`,
    )
    for (const one of found.rows) rows.push({ table: name, ...one })
  }
  await client.end()
  return rows
}

const send = async (title: string) => {
  const body = { title, body: '', areaId: box.areaId, authorMode: 'anonymous' } as const
  const { number, code } = await submitIdea(box.operator, body, {
    now: at(14, 2),
    key: 'a-key-of-the-browser',
  })
  return { number, code: code as string }
}

beforeAll(async () => {
  box = await makeBox()
  await submitIdea(
    box.colleague,
    { title: 'Моя відкрита ідея', areaId: box.areaId, authorMode: 'named' },
    { now: at(14, 1) },
  )
  sent = await send('Супервізор кричить на новачків')
})

const ideaRow = async () => {
  const all = await everything()
  const idea = all.find(({ table, row }) => table === 'ideas' && row.number === sent.number)
  return { all, idea: idea as (typeof all)[number] }
}

describe('an attacker with the whole database', () => {
  test('finds nothing of the person and no moment in the row or in its transaction', async () => {
    const { all, idea } = await ideaRow()
    const together = all.filter(({ xmin }) => xmin === idea.xmin)
    expect(together.map(({ table }) => table).sort()).toEqual(['idea_terms', 'ideas'])
    for (const { row } of together) {
      expect(JSON.stringify(row)).not.toContain(box.operator.personId)
      expect(JSON.stringify(row)).not.toMatch(/\d\d:\d\d:\d\d/)
    }
  })

  test('finds the idea named nowhere else: no notice, no key, no audit that says which', async () => {
    const { all, idea } = await ideaRow()
    const traces = [String(idea.row.id), `/ideas/${sent.number}`, `"${sent.number}"`]
    const elsewhere = all.filter(
      ({ table, row }) =>
        table !== 'ideas' &&
        table !== 'idea_terms' &&
        traces.some((trace) => JSON.stringify(row).includes(trace)),
    )
    expect(elsewhere).toEqual([])
    expect(all.filter(({ table }) => table === 'idempotency_keys')).toEqual([])
  })

  test('cannot read an order out of ids or numbers', async () => {
    const numbers: number[] = []
    for (let turn = 0; turn < 40; turn++) numbers.push((await send(`Ще одна думка номер ${turn}`)).number)
    const ascents = numbers.slice(1).filter((value, index) => value > (numbers[index] as number)).length
    // A sequence would ascend 39 times; a fair lot stays well inside these bounds.
    expect(ascents).toBeGreaterThan(8)
    expect(ascents).toBeLessThan(32)
    const { rows } = await db.execute<{ version: string }>(
      sql`select distinct substr(id::text, 15, 1) as version from ideas where author_mode = 'anonymous'`,
    )
    expect(rows).toEqual([{ version: '4' }])
  })

  test('hears nothing when one comes: no event, no audit row, no row of any other table', async () => {
    const listener = new Client({ connectionString: testDatabase().ownerUrl })
    await listener.connect()
    const heard: unknown[] = []
    listener.on('notification', (event) => heard.push(event))
    await listener.query('listen notices')
    await listener.query('listen moved')
    const count = async () => {
      const rows = (await everything()).map(({ table }) => table)
      return Object.fromEntries(
        [...new Set(rows)].map((table) => [table, rows.filter((one) => one === table).length]),
      )
    }
    const before = await count()
    const { code } = await send('Тиша під час надсилання')
    await replyByCode(systemActor(), { code, body: 'І ще слово' }, { now: at(14, 5) })
    const after = await count()
    const grown = Object.keys(after).filter((table) => after[table] !== before[table])
    expect(grown.sort()).toEqual(['idea_comments', 'idea_terms', 'ideas'])
    await listener.query('select 1')
    expect(heard).toEqual([])
    await listener.end()
  })

  test('cannot tell any more, some minutes later, in which order or transaction they came', async () => {
    const sentIn: number[] = []
    for (let turn = 0; turn < 40; turn++) sentIn.push((await send(`Думка в черзі ${turn}`)).number)
    await shuffleAnonymous(at(14, 10))
    const unnamed = (await everything()).filter(
      ({ table, row }) => table === 'ideas' && sentIn.includes(row.number as number),
    )
    expect(new Set(unnamed.map(({ xmin }) => xmin)).size).toBe(1)
    const onDisk = unnamed.map(({ row }) => sentIn.indexOf(row.number as number))
    const ascents = onDisk.slice(1).filter((value, index) => value > (onDisk[index] as number)).length
    expect(ascents).toBeGreaterThan(8)
    expect(ascents).toBeLessThan(32)
    const words = (await everything()).filter(({ table, row }) => table === 'idea_comments' && !row.author_id)
    expect(new Set(words.map(({ xmin }) => xmin)).size).toBe(1)
  })

  test('finds the number of no such transaction anywhere: not with a picture, not where a key looked, not after a reply', async () => {
    await db.execute(sql`
      insert into campaigns (id, kind, question, area_id, sponsor_id, opens_at, closes_at, created_at)
      values (gen_random_uuid(), 'question', '{"uk":"Що заважає?"}', ${box.areaId}, ${box.hr.personId}, '2026-03-09', '2026-03-16', '2026-03-09')`)
    const { rows: asked } = await db.execute<{ id: string }>(sql`select id from campaigns`)
    const background = { r: 9, g: 9, b: 200 }
    const drawn = await sharp({ create: { width: 9, height: 9, channels: 3, background } })
      .png()
      .toBuffer()
    const file = new File([new Uint8Array(drawn)], 'photo.png')
    const numbersOf = async (work: () => Promise<unknown>) => {
      const seen = new Set((await everything()).flatMap(({ xmin, xmax }) => [xmin, xmax]))
      await work()
      return (await everything()).flatMap(({ xmin, xmax }) => [xmin, xmax]).filter((one) => !seen.has(one))
    }
    const left = await numbersOf(async () => {
      const { fileId } = await uploadFile(
        box.operator,
        { room: 'ideas', file, anonymous: true },
        { now: at(15) },
      )
      const told = { title: 'На фото видно дріт', body: '', areaId: box.areaId, fileIds: [fileId] }
      await submitIdea(box.operator, { ...told, authorMode: 'anonymous' }, { now: at(15, 1) })
      const said = { campaignId: asked[0]?.id as string, answer: 'Заважає протяг із коридору' }
      await answerQuestion(box.operator, { ...said, authorMode: 'anonymous' }, { now: at(15, 2) })
      await replyByCode(systemActor(), { code: sent.code, body: 'Сьогодні знову' }, { now: at(15, 3) })
    })
    // The rows themselves, and those that their keys looked at, have the numbers of these four acts now.
    expect(new Set(left).size).toBe(4)
    await shuffleAnonymous(at(15, 10))
    const known = new Set(left)
    const kept = (await everything()).filter(({ xmin, xmax }) => known.has(xmin) || known.has(xmax))
    expect(kept.map(({ table }) => table)).toEqual([])
  })

  test('who watches the box does not learn the hour, and nobody finds it by trying numbers', async () => {
    const { number } = sent
    const all = [box.operator, box.colleague, box.supervisor, box.hr]
    const seen = async (now: Date) =>
      Promise.all(
        all.map(async (who) => {
          const listed = (await listIdeas(who, { limit: 100 }, { now })).items.some(
            (one) => one.number === number,
          )
          const alike =
            (await similarIdeas(who, { text: 'Супервізор кричить на новачків' }, { now })).length > 0
          return [listed, alike].join()
        }),
      )
    forgetLore()
    expect(new Set(await seen(at(18)))).toEqual(new Set(['false,false']))
    expect((await exportIdeas(box.hr, {}, { now: at(18) })).items.some((one) => one.number === number)).toBe(
      false,
    )
    expect(
      (await listQueue(box.supervisor, { limit: 100 }, { now: at(18) })).items.map((one) => one.number),
    ).not.toContain(number)
    expect(String(number).length).toBeGreaterThanOrEqual(9)
    expect(new Set(await seen(new Date('2026-03-11T05:30:00Z')))).toEqual(new Set(['true,true']))
  })

  test('finds, after the morning round, even the transaction number and the place on disk renewed', async () => {
    const before = (await ideaRow()).idea.xmin
    await escalateIdeas(systemActor(), {}, { now: new Date('2026-03-11T05:30:00Z') })
    const { all, idea } = await ideaRow()
    expect(idea.xmin).not.toBe(before)
    const sameDay = all.filter(({ table, row }) => table === 'ideas' && row.author_mode === 'anonymous')
    expect(new Set(sameDay.map(({ xmin }) => xmin))).toEqual(new Set([idea.xmin]))
    const notice = all.find(({ table, row }) => table === 'notices' && row.href === `/ideas/${sent.number}`)
    expect(notice?.row).toMatchObject({
      person_id: box.supervisor.personId,
      created_at: '2026-03-11T05:30:00+00:00',
    })
  })

  test('learns nothing from a conversation: words of a day stand at its end, and the clock goes on the next morning', async () => {
    const { code, number } = await send('Гучно біля дверей')
    const on = (hour: number, minute = 0) => new Date(Date.UTC(2026, 2, 12, hour, minute))
    const ask = { number, kind: 'question', body: ANSWER } as const
    await answerIdea(box.supervisor, ask, { now: on(8) })
    const before = (await everything()).filter(({ table }) => table === 'ideas')
    await replyByCode(systemActor(), { code, body: 'Біля других дверей' }, { now: on(8, 20) })
    await commentIdea(box.colleague, { number, body: 'Чую й тут' }, { now: on(8, 40) })
    const rowOf = (rows: Found[]) => rows.find(({ row }) => row.number === number)?.row
    // A watcher of the idea's own row sees it paused all day.
    expect(rowOf((await everything()).filter(({ table }) => table === 'ideas'))).toEqual(rowOf(before))
    const { thread } = await readByCode(systemActor(), { code }, { now: on(9) })
    expect(thread.map(({ kind }) => kind)).toEqual(['question', 'comment', 'author'])
    await escalateIdeas(systemActor(), {}, { now: new Date('2026-03-13T05:30:00Z') })
    expect((await showIdea(box.supervisor, { number })).paused).toBe(false)
  })
})

test('the author reads the answer by the code and goes on talking, without a name or a moment', async () => {
  const outside = systemActor()
  const next = (hour: number, minute = 0) =>
    new Date(`2026-03-11T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`)
  await answerIdea(box.supervisor, { number: sent.number, kind: 'question', body: ANSWER }, { now: next(8) })
  await replyByCode(outside, { code: sent.code, body: 'Це було у вівторок' }, { now: next(9) })
  await replyByCode(
    outside,
    { code: `http://localhost/answer#${sent.code}`, body: 'І ще раз сьогодні' },
    { now: next(9, 1) },
  )
  await commentIdea(box.colleague, { number: sent.number, body: 'Бачу те саме' }, { now: next(10) })
  const read = await readByCode(outside, { code: sent.code }, { now: next(10, 1) })
  expect(read.thread.map(({ body }) => body)).toEqual([
    ...['Сьогодні знову', ANSWER],
    // The colleague spoke last, but the author's words have no hour.
    ...['Бачу те саме', 'Це було у вівторок', 'І ще раз сьогодні'],
  ])
  // The others see the author's words the next day, so that nobody knows the hour in which they were written.
  const seenAt = async (now: Date) =>
    (await showIdea(box.supervisor, { number: sent.number }, { now })).thread.length
  expect([await seenAt(next(10, 1)), await seenAt(new Date('2026-03-12T08:00:00Z'))]).toEqual([3, 5])
  const { rows } = await db.execute(
    sql`select to_jsonb(c) as said from idea_comments c where author_id is null and idea_id =
      (select id from ideas where number = ${sent.number})`,
  )
  expect(JSON.stringify(rows)).not.toMatch(/\d\d:\d\d:\d\d/)
  await expect(readByCode(outside, { code: 'A'.repeat(22) })).rejects.toMatchObject({ reason: 'not-found' })
  await expect(readByCode(box.hr, { code: sent.code })).rejects.toMatchObject({ reason: 'forbidden' })
})

test('only the hash of the code is kept; the same text twice a day is one idea', async () => {
  const { idea } = await ideaRow()
  expect(JSON.stringify(idea.row)).not.toContain(sent.code)
  expect(sent.code).toMatch(/^[\w-]{22}$/)
  await expect(send('Супервізор кричить на новачків')).rejects.toMatchObject({
    fault: { key: 'constraint.ideas_sent_twice' },
  })
})
