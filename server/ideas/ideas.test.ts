import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#db/client'
import { makeBox } from '#db/testing/ideas'
import { makePerson } from '#db/testing/people'
import { systemActor } from '#domain/access'
import type { AuthorMode } from '#domain/ideas'
import { answerIdea } from '#server/ideas/answer'
import { answerQuestion } from '#server/ideas/answer-question'
import { currentQuestion, listCampaigns } from '#server/ideas/campaign-queries'
import { closeCampaign } from '#server/ideas/close-campaign'
import { commentIdea } from '#server/ideas/comment'
import { escalateIdeas } from '#server/ideas/escalate'
import { showIdea } from '#server/ideas/idea-queries'
import { openCampaign } from '#server/ideas/open-campaign'
import { listIdeas, listQueue } from '#server/ideas/queries'
import { submitIdea } from '#server/ideas/submit'
import { supportIdea } from '#server/ideas/support'
import { withdrawSupport } from '#server/ideas/withdraw-support'

const NOW = new Date('2026-03-10T10:00:00Z')
const REPLY = 'Дякуємо, подивимося на це разом із технічним відділом.'
const decision = { kind: 'decision', body: REPLY, state: 'accepted', reason: 'useful' } as const

let box: Awaited<ReturnType<typeof makeBox>>
let turn = 0

beforeAll(async () => {
  box = await makeBox()
})

const send = async (authorMode: AuthorMode = 'named', by = box.operator) => {
  const title = `Поставити нові гарнітури ${turn++}`
  return submitIdea(by, { title, body: 'Старі фонять.', areaId: box.areaId, authorMode }, { now: NOW })
}
const shown = (number: number, by = box.operator) => showIdea(by, { number }, { now: NOW })
const refused = (reason: string) => ({ name: 'Refused', reason })

describe('an idea', () => {
  test('reaches the owner, whose queue shows what is due first', async () => {
    const { number } = await send()
    const { items } = await listQueue(box.supervisor, { limit: 100 }, { now: NOW })
    expect(items.find((item) => item.number === number)).toMatchObject({
      waits: 'ack',
      due: '2026-03-12',
      days: 2,
    })
    const { rows } = await db.execute<{ kind: string }>(
      sql`select kind from notices where person_id = ${box.supervisor.personId} and href = ${`/ideas/${number}`}`,
    )
    expect(rows).toEqual([{ kind: 'idea.submitted' }])
  })

  test("an owner's own goes to the backup, and the owner cannot answer it", async () => {
    const { number } = await send('named', box.supervisor)
    const { owner, may } = await shown(number, box.supervisor)
    expect(owner.id).toBe(box.backup.personId)
    expect(may.answer).toEqual([])
    const answer = answerIdea(box.supervisor, { number, ...decision }, { now: NOW })
    await expect(answer).rejects.toMatchObject({
      reason: 'conflict',
      fault: { key: 'constraint.idea_replies_not_own' },
    })
  })

  test("an owner's own hidden idea shows the area's owner as any other, and the backup alone hears of it and answers", async () => {
    const { number } = await send('hidden', box.supervisor)
    expect((await shown(number)).owner.id).toBe(box.supervisor.personId)
    const { rows } = await db.execute<{ id: string }>(
      sql`select person_id as id from notices where href = ${`/ideas/${number}`}`,
    )
    expect(rows.map(({ id }) => id)).toEqual([box.backup.personId])
    const queued = async (who: typeof box.hr) =>
      (await listQueue(who, { limit: 100 }, { now: NOW })).items.some((item) => item.number === number)
    expect([await queued(box.backup), await queued(box.supervisor)]).toEqual([true, false])
    await answerIdea(box.backup, { number, kind: 'ack', body: REPLY }, { now: NOW })
  })

  test('is answered by its owner only, and the author hears it', async () => {
    const { number } = await send()
    await expect(answerIdea(box.colleague, { number, ...decision })).rejects.toMatchObject(
      refused('forbidden'),
    )
    const other = await makePerson({ siteId: box.siteId, roles: [{ role: 'head' }] })
    await expect(answerIdea(other, { number, ...decision })).rejects.toMatchObject(refused('forbidden'))
    await answerIdea(box.supervisor, { number, kind: 'ack', body: REPLY }, { now: NOW })
    await answerIdea(box.supervisor, { number, ...decision }, { now: NOW })
    const idea = await shown(number)
    expect(idea).toMatchObject({ state: 'accepted', answeredOn: '2026-03-10', days: null })
    expect(idea.thread.map(({ kind }) => kind)).toEqual(['ack', 'decision'])
    const { rows } = await db.execute(
      sql`select 1 from notices where person_id = ${box.operator.personId} and kind = 'idea.answered' and href = ${`/ideas/${number}`}`,
    )
    expect(rows).toHaveLength(2)
  })

  test('a decision needs a reason, a date where it returns, and twenty characters', async () => {
    const { number } = await send()
    const answer = (input: object) =>
      answerIdea(box.supervisor, { number, ...decision, ...input } as never, { now: NOW })
    await expect(answer({ reason: undefined })).rejects.toMatchObject(refused('invalid'))
    await expect(answer({ body: 'ок' })).rejects.toMatchObject(refused('invalid'))
    await expect(answer({ state: 'not-now' })).rejects.toMatchObject(refused('invalid'))
    await expect(answer({ state: 'not-now', returnsOn: '2026-03-10' })).rejects.toMatchObject(
      refused('invalid'),
    )
    await answer({ state: 'not-now', reason: 'later', returnsOn: '2026-06-01' })
    expect(await shown(number)).toMatchObject({ state: 'not-now', returnsOn: '2026-06-01' })
  })

  test('comments are named, and tell the owner and the author', async () => {
    const { number } = await send('hidden')
    await commentIdea(box.colleague, { number, body: 'І в нас так само' }, { now: NOW })
    const idea = await shown(number, box.supervisor)
    expect(idea.author).toBeNull()
    expect(idea.thread).toMatchObject([{ kind: 'comment', who: { name: 'Юрій Другий' } }])
  })

  test('a hidden author is known to HR and to themselves only', async () => {
    const { number } = await send('hidden')
    expect((await shown(number, box.hr)).author?.name).toBe('Оксана Перша')
    expect((await shown(number, box.operator)).mine).toBe(true)
    for (const who of [box.supervisor, box.backup, box.colleague])
      expect((await shown(number, who)).author).toBeNull()
  })
})

describe('support', () => {
  test('thirty at once are thirty, the same person thirty times is one, and the count is exact', async () => {
    const { number } = await send()
    const people = await Promise.all(Array.from({ length: 30 }, () => makePerson({ siteId: box.siteId })))
    await Promise.all(people.map((actor) => supportIdea(actor, { number })))
    await Promise.all(Array.from({ length: 30 }, () => supportIdea(box.colleague, { number })))
    expect((await shown(number)).votes).toBe(31)
    await Promise.all(people.slice(0, 10).map((actor) => withdrawSupport(actor, { number })))
    expect((await shown(number)).votes).toBe(21)
    await expect(supportIdea(box.operator, { number })).rejects.toMatchObject(refused('conflict'))
    await answerIdea(box.supervisor, { number, ...decision, state: 'declined', reason: 'cost' }, { now: NOW })
    const late = await makePerson({ siteId: box.siteId })
    await expect(supportIdea(late, { number })).rejects.toMatchObject({ fault: { key: 'ideaClosed' } })
  })
})

describe('the list', () => {
  test.each(['new', 'supported', 'answered'] as const)(
    'by %s pages through everything once',
    async (sort) => {
      const seen: number[] = []
      for (let cursor: string | undefined; ; ) {
        const { items, next } = await listIdeas(box.operator, { sort, limit: 3, cursor }, { now: NOW })
        seen.push(...items.map(({ number }) => number))
        if (!next) break
        cursor = next
      }
      const where = sort === 'answered' ? sql`answered_on is not null` : sql`true`
      const { rows } = await db.execute<{ count: number }>(
        sql`select count(*)::int as count from ideas where ${where}`,
      )
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen).toHaveLength(rows[0]?.count as number)
    },
  )

  test('finds any form of a word, and what is like a text', async () => {
    const title = 'Замінити крісла в залі на ергономічні'
    const { number } = await submitIdea(box.colleague, { title, areaId: box.areaId, authorMode: 'named' })
    expect((await listIdeas(box.operator, { search: 'ергономічний кавоварка' })).items).toEqual([])
    expect(
      (await listIdeas(box.operator, { search: 'ергономічних крісел' })).items.map((i) => i.number),
    ).toEqual([number])
    expect(
      (await listIdeas(box.operator, { similar: 'крiсло ергономичне', limit: 5 })).items[0]?.number,
    ).toBe(number)
    expect((await listIdeas(box.operator, { search: String(number) })).items).toHaveLength(1)
  })

  test('mine and team never lead to a hidden author', async () => {
    const { number } = await send('hidden')
    const team = await listIdeas(box.colleague, { teamId: box.teamId, limit: 100 })
    expect(team.items.map((item) => item.number)).not.toContain(number)
    const mine = await listIdeas(box.operator, { mine: true, limit: 100 })
    expect(mine.items.map((item) => item.number)).toContain(number)
  })
})

describe('a question', () => {
  test('is one per audience, also inside another, and its answers are ideas', async () => {
    const ask = (input: object) =>
      openCampaign(
        box.hr,
        { question: { uk: 'Що заважає вам працювати?' }, areaId: box.areaId, days: 7, ...input },
        { now: NOW },
      )
    const { id } = await ask({ teamId: box.teamId })
    await expect(ask({})).rejects.toMatchObject(refused('conflict'))
    await expect(ask({ siteId: box.siteId })).rejects.toMatchObject(refused('conflict'))
    await expect(
      openCampaign(box.supervisor, { question: { uk: 'Чи можна й мені?' }, areaId: box.areaId }),
    ).rejects.toMatchObject(refused('forbidden'))
    expect(await currentQuestion(box.operator, {}, { now: NOW })).toMatchObject({ id, answered: false })
    const { number } = await answerQuestion(
      box.operator,
      { campaignId: id, answer: 'Шум заважає. Поставте перегородки між рядами.', authorMode: 'named' },
      { now: NOW },
    )
    expect(await shown(number)).toMatchObject({ title: 'Шум заважає', campaign: { id } })
    expect(await currentQuestion(box.operator, {}, { now: NOW })).toMatchObject({
      answered: true,
      answers: 1,
    })
    const stranger = await makePerson({ siteId: box.siteId })
    expect(await currentQuestion(stranger, {}, { now: NOW })).toBeNull()
    await expect(shown(number, stranger)).rejects.toMatchObject(refused('not-found'))
    const outcome = { uk: 'Перегородки замовлено, поставимо до травня.' }
    const later = { now: new Date('2026-03-12T10:00:00Z') }
    await closeCampaign(box.hr, { campaignId: id, outcome }, later)
    expect(await currentQuestion(box.operator, {}, later)).toBeNull()
    const { items } = await listCampaigns(box.operator, {}, later)
    expect(items[0]).toMatchObject({ stage: 'closed', outcome, ideas: 1 })
  })
})

test('the daily round tells each step once', async () => {
  const { number } = await send()
  const round = (day: string) => escalateIdeas(systemActor(), {}, { now: new Date(`${day}T06:00:00Z`) })
  const told = async (who: typeof box.backup) => {
    const { rows } = await db.execute<{ step: string }>(sql`
      select (params ->> 'waits') || '-' || (params ->> 'when') as step from notices
      where person_id = ${who.personId} and params ->> 'number' = ${String(number)} and params ? 'when' order by id`)
    return rows.map(({ step }) => step)
  }
  for (const day of ['2026-03-11', '2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14']) await round(day)
  expect(await told(box.supervisor)).toEqual(['ack-soon', 'ack-due', 'ack-late'])
  expect(await told(box.backup)).toEqual(['ack-due', 'ack-late'])
})
