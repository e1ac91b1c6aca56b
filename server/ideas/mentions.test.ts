import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { makeBox } from '#db/testing/ideas'
import { makePerson, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { answerQuestion } from '#server/ideas/answer-question'
import { boxAround } from '#server/ideas/box-queries'
import { commentIdea } from '#server/ideas/comment'
import { findCallable } from '#server/ideas/mention-queries'
import { openCampaign } from '#server/ideas/open-campaign'
import { listIdeas } from '#server/ideas/queries'
import { submitIdea } from '#server/ideas/submit'

const NOW = { now: new Date('2026-03-10T09:00:00Z') }

let box: Awaited<ReturnType<typeof makeBox>>
let stranger: Actor

beforeAll(async () => {
  box = await makeBox()
  const teamId = await makeTeam(box.siteId, 'Сусідня')
  const of = (name: string, team = teamId) => makePerson({ siteId: box.siteId, teamId: team, name })
  stranger = await of('Юлія Сусідська')
  for (const name of ['Юхим Однаковий', 'Юхим Однаковий']) await of(name)
})

const namesFor = async (who: Actor, number: number, text: string) =>
  (await findCallable(who, { number, text }, NOW)).map(({ name }) => name)
const toldOf = async (number: number) => {
  const { rows } = await db.execute<{ id: string }>(sql`
    select person_id as id from notices where kind = 'idea.mentioned' and params ->> 'number' = ${String(number)}`)
  return rows.map(({ id }) => id)
}

test('whoever is typed is offered: the nearest first, in any alphabet’s look, and nobody whose name is another’s too', async () => {
  const { number } = await submitIdea(
    box.operator,
    { title: 'Ширші столи в залі', areaId: box.areaId, authorMode: 'named' },
    NOW,
  )
  expect(await namesFor(box.operator, number, 'ю')).toEqual(['Юрій Другий', 'Юлія Сусідська'])
  expect(await namesFor(box.operator, number, 'Дpу')).toEqual(['Юрій Другий'])
  expect(await namesFor(box.operator, number, 'Окс')).toEqual([])
  await commentIdea(box.operator, { number, body: 'Гляньте, @Юлія Сусідська та @Юхим Однаковий' }, NOW)
  expect(await toldOf(number)).toEqual([stranger.personId])
})

test('nobody is called to what they may not read, and a hidden author is offered like anybody', async () => {
  const asked = {
    question: { uk: 'Що заважає у вашій команді?' },
    areaId: box.areaId,
    days: 7,
    teamId: box.teamId,
  }
  const { id: campaignId } = await openCampaign(box.hr, asked, NOW)
  const answer = { campaignId, answer: 'Нам заважає протяг від дверей.', authorMode: 'hidden' } as const
  const { number } = await answerQuestion(box.operator, answer, NOW)
  expect(await namesFor(box.colleague, number, 'ю')).toEqual([])
  expect(await namesFor(stranger, number, 'ю')).toEqual([])
  expect(await namesFor(box.colleague, number, 'окс')).toEqual(['Оксана Перша'])
  await commentIdea(box.colleague, { number, body: 'Згода. @Юлія Сусідська, @Ганна Кадрова!' }, NOW)
  expect(await toldOf(number)).toEqual([box.hr.personId])

  // The box can be narrowed by a question, by those who were asked it.
  const { campaigns } = await boxAround(box.colleague, {}, NOW)
  expect(campaigns.map(({ id }) => id)).toContain(campaignId)
  expect((await listIdeas(box.colleague, { campaignId }, NOW)).items.map((one) => one.number)).toEqual([
    number,
  ])
  expect((await boxAround(stranger, {}, NOW)).campaigns.map(({ id }) => id)).not.toContain(campaignId)
})
