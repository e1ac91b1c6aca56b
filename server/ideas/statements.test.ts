import { drizzle } from 'drizzle-orm/node-postgres'
import { beforeAll, expect, test } from 'vitest'
import type { Reader } from '#db/client'
import { db } from '#db/client'
import { makeBox } from '#db/testing/ideas'
import { makePerson, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { areaDesk, listAreas } from '#server/ideas/area-queries'
import { askDesk } from '#server/ideas/ask-queries'
import { boxAround } from '#server/ideas/box-queries'
import { campaignDesk, currentQuestion } from '#server/ideas/campaign-queries'
import { convenePanel } from '#server/ideas/convene'
import { showIdea } from '#server/ideas/idea-queries'
import { ideaDesk, listPanelTasks, listRanking } from '#server/ideas/panel-queries'
import { pulseDesk } from '#server/ideas/pulse-queries'
import { listEffectsDue, listIdeas, listQueue } from '#server/ideas/queries'
import { submitIdea } from '#server/ideas/submit'
import { listWebhooks } from '#server/ideas/webhook-queries'
import { listPlaces } from '#server/people/queries'

let box: Awaited<ReturnType<typeof makeBox>>
let number: number

beforeAll(async () => {
  box = await makeBox()
  const idea = { title: 'Полиця для кухлів', areaId: box.areaId, authorMode: 'named' } as const
  number = (await submitIdea(box.operator, idea)).number
  const people = await Promise.all(
    ['Раз', 'Два', 'Три'].map(async (name) =>
      makePerson({ siteId: box.siteId, teamId: await makeTeam(box.siteId, name), name }),
    ),
  )
  await convenePanel(box.hr, { number, people: people.map(({ personId }) => personId) })
})

type Options = { reader: Reader }
/** What each page of the room asks, as it does for HR, for whom it shows most. */
const PAGES: Record<string, (actor: Actor, options: Options) => Promise<unknown>[]> = {
  '/ideas': (actor, options) => [listIdeas(actor, {}, options), boxAround(actor, {}, options)],
  '/ideas/[number]': (actor, options) => [
    showIdea(actor, { number }, options),
    ideaDesk(actor, { number, acting: true }, options),
  ],
  '/ideas/new': (actor, options) => [listAreas(actor, {}, options), currentQuestion(actor, {}, options)],
  '/ideas/queue': (actor, options) => [listQueue(actor, {}, options), listEffectsDue(actor, {}, options)],
  '/ideas/value': (actor, options) => [listPanelTasks(actor, {}, options), listRanking(actor, {}, options)],
  '/ideas/asks': (actor, options) => [askDesk(actor, {}, options)],
  '/ideas/areas': (actor, options) => [areaDesk(actor, {}, options), listPlaces(actor, {}, options)],
  '/ideas/campaigns': (actor, options) => [campaignDesk(actor, {}, options), listPlaces(actor, {}, options)],
  '/ideas/pulses': (actor, options) => [pulseDesk(actor, {}, options), listPlaces(actor, {}, options)],
  '/ideas/trackers': (actor, options) => [listWebhooks(actor, {}, options), boxAround(actor, {}, options)],
}

test.each(Object.keys(PAGES))('%s takes three statements: who asks, and at most two more', async (page) => {
  const statements: string[] = []
  const reader = drizzle(db.$client, { logger: { logQuery: (text) => void statements.push(text) } })
  await Promise.all(PAGES[page]?.(box.hr, { reader }) ?? [])
  expect(statements.length).toBeGreaterThan(0)
  expect(statements.length).toBeLessThanOrEqual(2)
})

test('the desks say what their single lists say', async () => {
  const desk = await ideaDesk(box.hr, { number, acting: true })
  expect(desk.panel?.reviewers).toHaveLength(3)
  expect(desk.answerers.map(({ id }) => id)).toContain(box.supervisor.personId)
  expect(desk.areas.map(({ id }) => id)).toContain(box.areaId)
  // An operator sees neither the panel nor whom an idea could be handed to, whatever they ask for.
  expect(await ideaDesk(box.operator, { number, acting: true })).toEqual({
    panel: null,
    answerers: [],
    areas: [],
  })
  expect((await areaDesk(box.operator, {})).answerers).toEqual([])
  expect((await campaignDesk(box.operator, {})).asking).toBeNull()
  expect((await areaDesk(box.hr, {})).areas).toEqual((await listAreas(box.hr, {})).items)
})
