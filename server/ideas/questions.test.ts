import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#db/client'
import { makeShift } from '#db/testing/floor'
import { makeBox } from '#db/testing/ideas'
import { makePerson, makePosition, makeSite, makeTeam } from '#db/testing/people'
import { currentQuestion, listCampaigns, questionHealth } from '#server/ideas/campaign-queries'
import { closeCampaign } from '#server/ideas/close-campaign'
import { openCampaign } from '#server/ideas/open-campaign'
import { openPulse } from '#server/ideas/open-pulse'
import { setQuestionBudget } from '#server/ideas/set-question-budget'
import { tapAnswer } from '#server/ideas/tap'

const at = (day: string, hour = 9) => ({ now: new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`) })
const OUTCOME = { uk: 'Почуто: зробимо це до кінця місяця.' }

let box: Awaited<ReturnType<typeof makeBox>>

beforeAll(async () => {
  box = await makeBox()
  await db.execute(
    sql`insert into organisations (id, name, created_at) values (1, '{"uk":"Центр"}', now()) on conflict do nothing`,
  )
  await setQuestionBudget(box.hr, { questionsWeekly: 7 })
})

const ask = (more: object, when = at('2026-05-04')) =>
  openCampaign(box.hr, { question: { uk: 'Що варто змінити?' }, areaId: box.areaId, days: 7, ...more }, when)
const close = (campaignId: string, when: ReturnType<typeof at>, outcome = true) =>
  closeCampaign(box.hr, { campaignId, ...(outcome && { outcome: OUTCOME }) }, when)
const fault = (key: string) => ({ fault: { key } })

test('one at a time also where audiences lie inside each other; positions and shifts set them apart', async () => {
  const site = await makeSite('Окремий')
  const team = await makeTeam(site)
  const position = await makePosition('mentor')
  const ids = [(await ask({ siteId: site, positionId: position })).id]
  await expect(ask({ teamId: team })).rejects.toMatchObject(fault('constraint.campaigns_one_question'))
  await expect(ask({})).rejects.toMatchObject(fault('constraint.campaigns_one_question'))
  ids.push((await ask({ teamId: team, positionId: await makePosition('operator') })).id)
  const lonely = await makeSite('Інший')
  ids.push((await ask({ siteId: lonely, shift: 'morning' })).id)
  await expect(ask({ siteId: lonely })).rejects.toMatchObject({ reason: 'conflict' })
  ids.push((await ask({ siteId: lonely, shift: 'night' })).id)
  for (const id of ids) await close(id, at('2026-05-05'))
  const tries = await Promise.allSettled(
    Array.from({ length: 30 }, (_, turn) =>
      ask(turn % 2 ? { teamId: team } : { siteId: site }, at('2026-05-06')),
    ),
  )
  const [won] = tries.filter((one) => one.status === 'fulfilled')
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await close(won?.value.id as string, at('2026-05-07'))
})

test('the next opens only when the last one is answered with what comes of it; a planned one waits for that', async () => {
  const first = await ask({}, at('2026-06-01'))
  const second = await ask({ opensOn: '2026-06-09' }, at('2026-06-02'))
  const stage = async (when: ReturnType<typeof at>) =>
    (await listCampaigns(box.hr, {}, when)).items.find(({ id }) => id === second.id)
  expect(await stage(at('2026-06-03'))).toMatchObject({ stage: 'planned' })
  expect(await stage(at('2026-06-10'))).toMatchObject({ stage: 'waiting' })
  expect(await currentQuestion(box.operator, {}, at('2026-06-10'))).toBeNull()
  await expect(ask({ opensOn: '2026-06-30' }, at('2026-06-10'))).rejects.toMatchObject(
    fault('constraint.campaigns_outcome_first'),
  )
  await close(first.id, at('2026-06-11'))
  expect(await currentQuestion(box.operator, {}, at('2026-06-11', 10))).toMatchObject({ id: second.id })
  // It stays open as long as it was meant to.
  expect((await stage(at('2026-06-11', 10)))?.closesAt).toMatch(/^2026-06-18/)
  await close(second.id, at('2026-06-12'))
})

test('a shift is asked when it is at work', async () => {
  const { id } = await ask({ shift: 'morning' }, at('2026-07-01', 5))
  await makeShift(box.operator, '2026-07-01T05:00:00Z', '2026-07-01T13:00:00Z')
  await makeShift(box.colleague, '2026-07-01T15:00:00Z', '2026-07-01T22:00:00Z')
  expect(await currentQuestion(box.operator, {}, at('2026-07-01', 6))).toMatchObject({ id })
  expect(await currentQuestion(box.colleague, {}, at('2026-07-01', 16))).toBeNull()
  await close(id, at('2026-07-01', 18))
})

test('one press is one answer a person, can be changed, and is shown as numbers from five on', async () => {
  const { id } = await ask(
    { choicesUk: 'Так\nНі\nНе знаю', choicesEn: 'Yes\nNo\nNot sure' },
    at('2026-08-03'),
  )
  const people = await Promise.all(Array.from({ length: 4 }, () => makePerson({ siteId: box.siteId })))
  const tap = (who: typeof box.hr, choice: number) =>
    tapAnswer(who, { campaignId: id, choice }, at('2026-08-03'))
  for (const who of people) await tap(who, 0)
  const seen = async () => (await listCampaigns(box.operator, {}, at('2026-08-03', 10))).items[0]
  expect((await seen())?.choices.map(({ taps }) => taps)).toEqual([null, null, null])
  await Promise.all(Array.from({ length: 30 }, () => tap(box.operator, 1)))
  await tap(box.operator, 2)
  expect((await seen())?.choices.map(({ taps }) => taps)).toEqual([4, 0, 1])
  expect(await currentQuestion(box.operator, {}, at('2026-08-03', 10))).toMatchObject({ tapped: 2 })
  await expect(tap(box.operator, 3)).rejects.toMatchObject({
    fields: { choice: { key: 'constraint.campaign_taps_offered' } },
  })
  await close(id, at('2026-08-04'))
  await expect(
    tapAnswer(box.operator, { campaignId: id, choice: 0 }, at('2026-08-05')),
  ).rejects.toMatchObject(fault('questionClosed'))
  const health = await questionHealth(box.hr, {}, at('2026-08-05'))
  expect(health.rates[0]?.rate).toBeGreaterThan(0.3)
})

test('nobody is asked more often in a week than HR allows', async () => {
  await setQuestionBudget(box.hr, { questionsWeekly: 2 })
  for (const day of ['2026-09-07', '2026-09-08']) await close((await ask({}, at(day))).id, at(day, 15))
  await expect(ask({ teamId: box.teamId }, at('2026-09-09'))).rejects.toMatchObject(
    fault('ideas.questionBudget'),
  )
  await close((await ask({}, at('2026-09-15'))).id, at('2026-09-16'))
  await expect(setQuestionBudget(box.operator, { questionsWeekly: 7 })).rejects.toMatchObject({
    reason: 'forbidden',
  })
})

test('pulses count like questions, and each person alone: two teams asked once each can be asked together once more', async () => {
  const site = await makeSite('Два відділи')
  const teams = [await makeTeam(site, 'Перший'), await makeTeam(site, 'Другий')] as const
  for (const teamId of teams) for (let turn = 0; turn < 5; turn++) await makePerson({ siteId: site, teamId })
  const when = at('2026-11-02')
  const pulse = (more: object, at = when) =>
    openPulse(box.hr, { question: { uk: 'Чи було вам спокійно?' }, days: 7, ...more }, at)
  for (const teamId of teams) await close((await ask({ teamId }, when)).id, at('2026-11-02', 12))
  await pulse({ siteId: site })
  await expect(ask({ teamId: teams[0] }, at('2026-11-04'))).rejects.toMatchObject(
    fault('ideas.questionBudget'),
  )
  await expect(pulse({ teamId: teams[1] })).rejects.toMatchObject(fault('ideas.questionBudget'))
  const tries = await Promise.allSettled(
    Array.from({ length: 30 }, () => pulse({ siteId: site }, at('2026-11-11'))),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
})
