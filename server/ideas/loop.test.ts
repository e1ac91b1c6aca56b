import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { makeBox } from '#db/testing/ideas'
import { makePerson, makeTeam } from '#db/testing/people'
import { systemActor } from '#domain/access'
import type { AuthorMode } from '#domain/ideas'
import { savedMonthly } from '#domain/ideas'
import { answerIdea } from '#server/ideas/answer'
import { assignIdea } from '#server/ideas/assign'
import { commentIdea } from '#server/ideas/comment'
import { escalateIdeas } from '#server/ideas/escalate'
import { followIdea } from '#server/ideas/follow'
import { readByCode, showIdea } from '#server/ideas/idea-queries'
import { mergeIdea } from '#server/ideas/merge'
import { moderateIdea } from '#server/ideas/moderate'
import { listEffectsDue, listIdeas } from '#server/ideas/queries'
import { recordEffect } from '#server/ideas/record-effect'
import { replyByCode } from '#server/ideas/reply-by-code'
import { splitIdea } from '#server/ideas/split'
import { submitIdea } from '#server/ideas/submit'
import { supportIdea } from '#server/ideas/support'
import { unmergeIdea } from '#server/ideas/unmerge'
import { withdrawSupport } from '#server/ideas/withdraw-support'

// A Tuesday.
const on = (day: string) => ({ now: new Date(`${day}T09:00:00Z`) })
const NOW = on('2026-03-10')
const WORDS = 'Дякуємо, подивимося на це разом із технічним відділом.'
const decide = (number: number, state: string, more = {}) =>
  ({ number, kind: 'decision', body: WORDS, state, reason: 'useful', ...more }) as never

let box: Awaited<ReturnType<typeof makeBox>>
let turn = 0

beforeAll(async () => {
  box = await makeBox()
})

const send = async (authorMode: AuthorMode = 'named', by = box.operator, at = NOW) =>
  submitIdea(by, { title: `Тихіші двері в залі ${turn++}`, areaId: box.areaId, authorMode }, at)
const shown = (number: number, by = box.supervisor, at = NOW) => showIdea(by, { number }, at)
const round = (day: string) => escalateIdeas(systemActor(), {}, on(day))
const toldOf = async (number: number, kind: string) => {
  const { rows } = await db.execute<{ id: string }>(sql`
    select person_id as id from notices where kind = ${kind} and params ->> 'number' = ${String(number)} order by created_at`)
  return rows.map(({ id }) => id)
}

describe('the clock', () => {
  test('counts working days of the site, past weekends and holidays', async () => {
    await db.execute(sql`
      insert into site_days (site_id, on_date, worked, set_at) values (${box.siteId}, '2026-03-16', false, now())`)
    const { number } = await send('named', box.operator, on('2026-03-13'))
    // Friday; Monday is a holiday: two working days are Tuesday and Wednesday.
    expect(await shown(number, box.supervisor, on('2026-03-13'))).toMatchObject({
      ackDue: '2026-03-18',
      days: 2,
    })
  })

  test('stands while the author is asked, at most seven days in all, however often', async () => {
    const { number } = await send()
    const before = (await shown(number)).decideDue
    expect(before).toBe('2026-03-31')
    const ask = (at: ReturnType<typeof on>) =>
      answerIdea(box.supervisor, { number, kind: 'question', body: WORDS }, at)
    await ask(NOW)
    // Seven calendar days from Tuesday hold five working ones, one of them a holiday.
    expect(await shown(number)).toMatchObject({ paused: true, decideDue: '2026-04-06' })
    await commentIdea(box.operator, { number, body: 'У другій залі' }, on('2026-03-12'))
    expect(await shown(number)).toMatchObject({ paused: false, decideDue: '2026-04-02' })
    await ask(on('2026-03-17'))
    await round('2026-03-23')
    const { rows } = await db.execute(
      sql`select paused_days as days, paused_on as on from ideas where number = ${number}`,
    )
    expect(rows[0]).toEqual({ days: 7, on: null })
    const due = (await shown(number)).decideDue
    await ask(on('2026-03-24'))
    expect(await shown(number)).toMatchObject({ paused: false, decideDue: due })
  })

  test('an anonymous author’s reply by code ends the pause too, from the next morning, for the days that it took', async () => {
    const { number, code } = await send('anonymous')
    await answerIdea(box.supervisor, { number, kind: 'question', body: WORDS }, NOW)
    await replyByCode(systemActor(), { code: code as string, body: 'Так' }, on('2026-03-11'))
    await round('2026-03-11')
    expect((await shown(number)).paused).toBe(true)
    await round('2026-03-12')
    expect(await shown(number)).toMatchObject({ paused: false, decideDue: '2026-04-01' })
  })

  test('tells owner, backup, head of the group, head of the centre, each in their turn, and then everybody', async () => {
    const groupHead = await makePerson({ siteId: box.siteId, roles: [{ role: 'head', siteId: box.siteId }] })
    const { number } = await send('named', box.operator, on('2026-04-07'))
    const steps: string[][] = []
    let known = 0
    for (const day of [
      '2026-04-07',
      '2026-04-08',
      '2026-04-09',
      '2026-04-10',
      '2026-04-11',
      '2026-04-14',
      '2026-04-20',
    ]) {
      await round(day)
      const due = [...(await toldOf(number, 'idea.due')), ...(await toldOf(number, 'idea.overdue'))]
      steps.push(due.slice(known))
      known = due.length
    }
    const [owner, backup] = [box.supervisor.personId, box.backup.personId]
    expect(steps.map((told) => told.toSorted())).toEqual(
      [
        [],
        [owner],
        [owner, backup],
        [owner, backup, groupHead.personId],
        [],
        [owner, backup, groupHead.personId],
        [],
      ].map((told) => told.toSorted()),
    )
  })

  test('«not now» comes back by itself on its day, with a new day for the decision', async () => {
    const { number } = await send()
    await answerIdea(
      box.supervisor,
      decide(number, 'not-now', { reason: 'later', returnsOn: '2026-03-20' }),
      NOW,
    )
    await round('2026-03-19')
    expect(await shown(number)).toMatchObject({ state: 'not-now', days: null })
    await round('2026-03-20')
    expect(await shown(number, box.supervisor, on('2026-03-20'))).toMatchObject({
      state: 'under-review',
      returnsOn: null,
      decideDue: '2026-04-09',
      days: 14,
    })
    expect(await toldOf(number, 'idea.returned')).toHaveLength(2)
  })
})

describe('a merge', () => {
  test('moves every voice once, tells the author, and back takes only what came with it', async () => {
    const [one, two, three] = [await send(), await send('named', box.colleague), await send('hidden')]
    const people = await Promise.all(Array.from({ length: 6 }, () => makePerson({ siteId: box.siteId })))
    const [a, b, c, d, e, f] = people as [
      typeof box.hr,
      typeof box.hr,
      typeof box.hr,
      typeof box.hr,
      typeof box.hr,
      typeof box.hr,
    ]
    for (const who of [a, b, c, box.colleague]) await supportIdea(who, { number: one.number })
    for (const who of [c, d, e]) await supportIdea(who, { number: two.number })
    for (const who of [a, f]) await supportIdea(who, { number: three.number })
    await followIdea(f, { number: one.number })

    // The author of the target supported the other: they still don't vote for their own.
    await mergeIdea(box.supervisor, { number: one.number, into: two.number, body: WORDS }, NOW)
    expect((await shown(two.number)).votes).toBe(5)
    await mergeIdea(box.supervisor, { number: three.number, into: two.number, body: WORDS }, NOW)
    expect((await shown(two.number)).votes).toBe(6)
    expect(await shown(one.number)).toMatchObject({ state: 'merged', mergedInto: { number: two.number } })
    expect(new Set(await toldOf(one.number, 'idea.merged'))).toEqual(
      new Set([box.operator.personId, f.personId]),
    )
    expect((await listIdeas(box.operator, { limit: 100 })).items.map(({ number }) => number)).not.toContain(
      one.number,
    )

    // The answer to the one is an answer to everybody whose idea it was.
    await answerIdea(box.supervisor, decide(two.number, 'accepted'), NOW)
    expect(await toldOf(two.number, 'idea.answered')).toEqual(
      expect.arrayContaining([box.operator.personId, box.colleague.personId, f.personId]),
    )

    await withdrawSupport(b, { number: two.number })
    await supportIdea(b, { number: two.number })
    await unmergeIdea(box.supervisor, { number: one.number, body: WORDS }, NOW)
    // `a` came with the third too, `b` came back by themselves, `c` was there before.
    expect((await shown(two.number)).votes).toBe(6)
    expect(await shown(one.number)).toMatchObject({ state: 'under-review', mergedInto: null, votes: 4 })
    await unmergeIdea(box.supervisor, { number: three.number, body: WORDS }, NOW)
    expect((await shown(two.number)).votes).toBe(4)
  })

  test('is refused into itself, into nothing, twice, and by who does not own it', async () => {
    const [one, two] = [await send(), await send()]
    const merge = (number: number, into: number, by = box.supervisor) =>
      mergeIdea(by, { number, into, body: WORDS }, NOW)
    await expect(merge(one.number, one.number)).rejects.toMatchObject({
      fields: { into: { key: 'ideas.noSuchIdea' } },
    })
    await expect(merge(one.number, 1)).rejects.toMatchObject({ reason: 'invalid' })
    await expect(merge(one.number, two.number, box.colleague)).rejects.toMatchObject({ reason: 'forbidden' })
    await merge(one.number, two.number)
    await expect(merge(one.number, two.number)).rejects.toMatchObject({ reason: 'conflict' })
    await expect(merge(two.number, one.number)).rejects.toMatchObject({
      fields: { into: { key: 'constraint.ideas_merged_into_root' } },
    })
    const third = await send()
    await expect(merge(two.number, third.number)).rejects.toMatchObject({ reason: 'conflict' })
    await expect(unmergeIdea(box.supervisor, { number: two.number, body: WORDS })).rejects.toMatchObject({
      fault: { key: 'ideas.notMerged' },
    })
  })

  test('thirty at once, both ways, leave one and an exact count', async () => {
    const [one, two] = [await send(), await send()]
    const people = await Promise.all(Array.from({ length: 10 }, () => makePerson({ siteId: box.siteId })))
    for (const who of people) await supportIdea(who, { number: one.number })
    const acts = Array.from({ length: 15 }, () => [
      mergeIdea(box.supervisor, { number: one.number, into: two.number, body: WORDS }, NOW),
      mergeIdea(box.supervisor, { number: two.number, into: one.number, body: WORDS }, NOW),
    ]).flat()
    const done = await Promise.allSettled(acts)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const act of done) expect(act.status === 'fulfilled' || act.reason.name === 'Refused').toBe(true)
    const ends = [await shown(one.number), await shown(two.number)]
    expect(ends.map(({ state }) => state).filter((state) => state === 'merged')).toHaveLength(1)
    expect(ends.find(({ state }) => state !== 'merged')?.votes).toBe(10)
    const merged = ends.find(({ state }) => state === 'merged') as (typeof ends)[number]
    const undone = await Promise.allSettled(
      Array.from({ length: 30 }, () =>
        unmergeIdea(box.supervisor, { number: merged.number, body: WORDS }, NOW),
      ),
    )
    expect(undone.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await shown(one.number)).votes + (await shown(two.number)).votes).toBe(10)
  })

  test('an anonymous author reads by the code what became of it there', async () => {
    const [mine, other] = [await send('anonymous'), await send()]
    await mergeIdea(box.supervisor, { number: mine.number, into: other.number, body: WORDS }, NOW)
    await answerIdea(box.supervisor, decide(other.number, 'planned'), on('2026-03-11'))
    const read = await readByCode(systemActor(), { code: mine.code as string })
    expect(read.thread.map(({ state }) => state)).toEqual(['merged', 'planned'])
  })
})

describe('the owner', () => {
  test('splits an idea; its part has the same author, and for an anonymous one no way to the person', async () => {
    for (const mode of ['named', 'hidden', 'anonymous'] as const) {
      const { number } = await send(mode)
      const part = await splitIdea(box.supervisor, { number, title: 'І ще про світло над столами' }, NOW)
      const idea = await shown(part.number, box.hr)
      expect(idea.authorMode).toBe(mode)
      expect(idea.author?.id).toBe(mode === 'anonymous' ? undefined : box.operator.personId)
      expect((await shown(number)).parts).toEqual([{ number: part.number, title: idea.title }])
    }
  })

  test('hands over to somebody who answers, not to its author, and says nothing of a hidden one', async () => {
    const { number } = await send('named', box.backup)
    await expect(
      assignIdea(box.supervisor, { number, ownerId: box.operator.personId }),
    ).rejects.toMatchObject({
      fields: { ownerId: { key: 'ideas.cannotAnswer' } },
    })
    await expect(assignIdea(box.supervisor, { number, ownerId: box.backup.personId })).rejects.toMatchObject({
      reason: 'invalid',
    })
    const hidden = await send('hidden', box.backup)
    await assignIdea(box.supervisor, { number: hidden.number, ownerId: box.backup.personId })
    expect((await shown(hidden.number, box.backup)).may.answer).toEqual([])
    await assignIdea(box.supervisor, { number, ownerId: box.hr.personId })
    expect((await shown(number)).owner.id).toBe(box.hr.personId)
  })

  test('is asked for the effect after thirty days and tells it once; it stands on the idea', async () => {
    const { number } = await send()
    const effect = { number, kind: 'time', before: 95, after: 80, contacts: 4200, body: WORDS } as const
    await expect(recordEffect(box.supervisor, effect)).rejects.toMatchObject({
      fault: { key: 'ideas.notDone' },
    })
    await answerIdea(box.supervisor, decide(number, 'done'), NOW)
    await round('2026-04-08')
    expect(await toldOf(number, 'idea.effectDue')).toEqual([])
    await round('2026-04-09')
    await round('2026-04-10')
    expect(await toldOf(number, 'idea.effectDue')).toEqual([box.supervisor.personId])
    const due = await listEffectsDue(box.supervisor, {}, on('2026-04-10'))
    expect(due.map((idea) => idea.number)).toContain(number)
    await expect(recordEffect(box.operator, effect)).rejects.toMatchObject({ reason: 'forbidden' })
    await recordEffect(box.supervisor, effect, on('2026-04-10'))
    await expect(recordEffect(box.supervisor, effect)).rejects.toMatchObject({ reason: 'conflict' })
    const idea = await shown(number)
    expect(idea.effect).toMatchObject({ kind: 'time', before: 95, after: 80, contacts: 4200 })
    expect(savedMonthly(idea.effect as never)).toBe(17.5)
  })
})

test('the author of a hidden idea answers without a name, also in the audit; HR knows it', async () => {
  const { number } = await send('hidden')
  const { id } = await commentIdea(box.operator, { number, body: 'Уточню: друга зала' }, NOW)
  const said = async (by: typeof box.hr) => (await shown(number, by)).thread[0]
  expect(await said(box.colleague)).toMatchObject({ kind: 'author', who: null })
  expect(await said(box.supervisor)).toMatchObject({ who: null })
  expect((await said(box.hr))?.who?.id).toBe(box.operator.personId)
  const { rows } = await db.execute(sql`
    select subject_id from audit_entries where verb = 'ideas.comment' and detail ->> 'commentId' = ${id}`)
  expect(rows).toEqual([])
})

test('a mention calls the one person of that name', async () => {
  const { number } = await send()
  await commentIdea(box.colleague, { number, body: 'Запитаймо @Ганна Кадрова, вона знає' }, NOW)
  expect(await toldOf(number, 'idea.mentioned')).toEqual([box.hr.personId])
})

test('what HR takes out of sight only HR and its author see, with the reason; it can come back', async () => {
  const { number } = await send()
  const { id } = await commentIdea(box.colleague, { number, body: 'Щось образливе' }, NOW)
  const reason = 'Тут названо людину, якої це не стосується.'
  const moderate = (removed: boolean, commentId?: string) =>
    moderateIdea(box.hr, { number, removed, commentId, reason }, NOW)
  await moderate(true, id)
  expect((await shown(number)).thread[0]).toMatchObject({ body: '', removed: true })
  expect((await shown(number, box.colleague)).thread[0]).toMatchObject({ body: 'Щось образливе' })
  await moderate(true)
  await expect(shown(number, box.colleague)).rejects.toMatchObject({ reason: 'not-found' })
  expect(await shown(number, box.operator)).toMatchObject({ removedFor: reason })
  expect(await toldOf(number, 'idea.moderated')).toEqual([])
  await moderate(false)
  expect((await shown(number, box.colleague)).removedFor).toBeNull()
  await expect(moderateIdea(box.supervisor, { number, removed: true, reason })).rejects.toMatchObject({
    reason: 'forbidden',
  })
})

test('an anonymous author reads by the code why something was taken out of sight', async () => {
  const { number, code } = await send('anonymous')
  await replyByCode(systemActor(), { code: code as string, body: 'Це Петро' }, NOW)
  const said = async () => readByCode(systemActor(), { code: code as string })
  const [first] = (await said()).thread
  const reason = 'Тут названо людину, якої це не стосується.'
  await moderateIdea(box.hr, { number, removed: true, commentId: first?.id, reason }, NOW)
  await moderateIdea(box.hr, { number, removed: true, reason }, NOW)
  expect(await said()).toMatchObject({
    removedFor: reason,
    thread: [{ body: 'Це Петро', removed: true, removedFor: reason }],
  })
})

test('whose idea was merged into an answer that others were asked for reads it still', async () => {
  const mine = await send()
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into campaigns (id, kind, question, area_id, team_id, sponsor_id, opens_at, closes_at, created_at)
    values (gen_random_uuid(), 'question', '{"uk":"Що в іншій команді?"}', ${box.areaId}, ${await makeTeam(box.siteId, 'Інша')},
      ${box.hr.personId}, '2026-01-02', '2026-01-09', '2026-01-02') returning id`)
  const theirs = await send('named', box.backup)
  await db.execute(sql`update ideas set campaign_id = ${rows[0]?.id} where number = ${theirs.number}`)
  await expect(shown(theirs.number, box.operator)).rejects.toMatchObject({ reason: 'not-found' })
  await mergeIdea(box.hr, { number: mine.number, into: theirs.number, body: WORDS }, NOW)
  expect((await shown(theirs.number, box.operator)).merged).toHaveLength(1)
})

test('an answer that still has the gap of its template is refused', async () => {
  const { number } = await send()
  const answer = answerIdea(
    box.supervisor,
    { number, kind: 'ack', body: `Зараз зʼясовуємо ………… до пʼятниці` },
    NOW,
  )
  await expect(answer).rejects.toMatchObject({ fields: { body: { key: 'unfinishedTemplate' } } })
})
