import { sql } from 'drizzle-orm'
import { makeIdeas } from '#db/seed/demo/idea-crowd'
import { tellWorth } from '#db/seed/demo/idea-worth'
import type { Person, World } from '#db/seed/demo/world'
import { type DECISION_REASONS, DECISIONS } from '#domain/ideas'
import { answerIdea } from '#server/ideas/answer'
import { answerQuestion } from '#server/ideas/answer-question'
import { closeCampaign } from '#server/ideas/close-campaign'
import { openArea } from '#server/ideas/open-area'
import { openCampaign } from '#server/ideas/open-campaign'
import { submitIdea } from '#server/ideas/submit'
import parts from './content/idea-parts.json'
import written from './content/ideas.json'

const HISTORY = 178
const MODES = ['named', 'named', 'named', 'named', 'hidden', 'anonymous'] as const

export type DemoArea = {
  id: string
  slug: string
  owner: Person
  backup: Person
  ackDays: number
  decideDays: number
}
export type Told = { number: number; areaSlug: string; ago: number; authorId: string | null }

/** A decision that looks like its state: what is declined costs too much, what waits is for later. */
export const reasonFor = (
  state: (typeof DECISIONS)[number],
  chance: number,
): (typeof DECISION_REASONS)[number] => {
  if (state === 'declined') return chance < 0.5 ? 'cost' : 'exists'
  if (state === 'not-now') return 'later'
  return chance < 0.3 ? 'trial' : 'useful'
}

const openAreas = async (world: World): Promise<DemoArea[]> => {
  const hr = world.actor(world.account('hr'))
  const supervisors = world.people.filter((person) => person.position === 'supervisor')
  const areas: DemoArea[] = []
  for (const [index, area] of parts.areas.entries()) {
    // The first area belongs to the supervisor of the demo operators, the second to the head of their site.
    const owner = index === 1 ? world.account('head') : (supervisors[index ? index - 1 : 0] as Person)
    const backup = index === 1 ? world.account('supervisor') : world.account('head')
    const [ackDays, decideDays] = [world.random.between(2, 3), world.random.between(10, 14)]
    const place = index === 1 || !owner.team ? { siteId: owner.site.id } : { teamId: owner.team.id }
    const people = { ownerId: owner.id, backupId: backup.id }
    const input = { ...area, kind: area.kind as 'process', ...place, ...people, ackDays, decideDays }
    const { id } = await openArea(hr, input, { now: world.day(HISTORY + 2), newId: world.newId })
    areas.push({ id, slug: area.slug, owner, backup, ackDays, decideDays })
  }
  return areas
}

type Turn = { world: World; area: DemoArea; number: number; ago: number; authorId: string | null }

/** The owner hears it in time, and decides most of what is older than a fortnight. */
const answerWritten = async ({ world, area, number, ago, authorId }: Turn): Promise<void> => {
  const { random, newId } = world
  if (ago <= area.ackDays) return
  const who = area.owner.id === authorId ? area.backup : area.owner
  const at = (later: number) => ({
    now: world.day(Math.max(ago - later, 1), 10, random.between(0, 50)),
    newId,
  })
  await answerIdea(
    world.actor(who),
    { number, kind: 'ack', body: random.pick(parts.ack) },
    at(random.between(1, 2)),
  )
  if (ago < area.decideDays - 1) return
  const state = random.pick(DECISIONS)
  const returnsOn =
    state === 'not-now' ? world.day(-random.between(20, 90)).toISOString().slice(0, 10) : undefined
  const body = random.pick(parts.decision[state])
  const decision = {
    number,
    kind: 'decision',
    body,
    state,
    reason: reasonFor(state, random.next()),
    returnsOn,
  } as const
  await answerIdea(world.actor(who), decision, at(random.between(5, 11)))
}

type Asked = { world: World; area: DemoArea; campaignId: string; ago: number }

const answerAsOne = async ({ world, area, campaignId, ago }: Asked): Promise<void> => {
  const { random, newId } = world
  const { what, where } = parts.made[area.slug as keyof typeof parts.made]
  const person = random.pick(world.people.filter(({ position }) => position === 'operator'))
  const authorMode = random.pick(MODES)
  const answer = `${random.pick(what)} ${random.pick(where)}. ${random.pick(parts.why)}`
  const sent = { now: world.day(ago, random.between(7, 16), 5), newId }
  const idea = { campaignId, answer, authorMode }
  const { number } = await answerQuestion(world.actor(person), idea, sent)
  await answerWritten({ world, area, number, ago, authorId: authorMode === 'anonymous' ? null : person.id })
}

/** Answers of one press under the last four questions, in their order. */
const CHOICES = [
  {
    uk: ['Більше світла', 'Довша перерва', 'Підвезення додому'],
    en: ['More light', 'A longer break', 'A ride home'],
  },
  {
    uk: ['Не отримали відповіді', 'Ми не передзвонили', 'Незрозуміле повідомлення'],
    en: ['Got no answer', 'We did not call back', 'An unclear message'],
  },
  {
    uk: ['Складні розмови', 'Нові програми', 'Аналітика', 'Англійська'],
    en: ['Hard talks', 'New programs', 'Analytics', 'English'],
  },
  {
    uk: ['Графік', 'Програми', 'Робоче місце', 'Скрипти'],
    en: ['Schedule', 'Programs', 'Workplace', 'Scripts'],
  },
] as const

/** About two in five press something, in bulk. */
const tapAnswers = async (world: World, campaignId: string, choices: number, ago: number): Promise<void> => {
  const { random } = world
  const who = world.people.filter(() => random.chance(0.41))
  // The demo accounts are left to answer by themselves.
  const others = who.filter(({ email }) => !email.endsWith('@sviato.test') || ago > 7)
  const day = world
    .day(Math.max(ago - 1, 0))
    .toISOString()
    .slice(0, 10)
  const rows = others.map(({ id }) => [campaignId, id, random.between(0, choices - 1), day])
  await world.bulk('campaign_taps', ['campaign_id', 'person_id', 'choice', 'tapped_on'], rows)
}

/** A question a fortnight with its summary; the last one is open now. */
const askQuestions = async (world: World, areas: DemoArea[]): Promise<void> => {
  const hr = world.actor(world.account('hr'))
  const { newId } = world
  const last = parts.questions.length - 1
  for (const [index, [uk, en]] of parts.questions.entries()) {
    const ago = index === last ? 2 : (last - index) * 14 + 3
    const area = areas[index % areas.length] as DemoArea
    const choices = CHOICES[index - last + CHOICES.length - 1]
    const offered = choices && { choicesUk: choices.uk.join('\n'), choicesEn: choices.en.join('\n') }
    const input = { question: { uk: uk as string, en }, areaId: area.id, days: 7, ...offered }
    const { id } = await openCampaign(hr, input, { now: world.day(ago, 7), newId })
    if (choices) await tapAnswers(world, id, choices.uk.length, ago)
    for (let turn = 0; turn < (index === last ? 5 : 3); turn++) {
      await answerAsOne({ world, area, campaignId: id, ago: Math.max(ago - turn, 1) })
    }
    const outcome = { uk: world.random.pick(parts.outcomes) }
    if (index < last)
      await closeCampaign(hr, { campaignId: id, outcome }, { now: world.day(ago - 9, 12), newId })
  }
}

const sendWritten = async (world: World, areas: DemoArea[]): Promise<Told[]> => {
  const told: Told[] = []
  const operators = world.people.filter(
    ({ position }) => position === 'operator' || position === 'senior-operator',
  )
  const order = world.random.shuffle(written)
  for (const [index, [slug, title, body]] of order.entries()) {
    const area = areas.find((one) => one.slug === slug) as DemoArea
    const ago = Math.max(1, Math.round(HISTORY - (index * HISTORY) / order.length))
    const author = index % 12 === 5 ? world.account('operator') : world.random.pick(operators)
    const authorMode = world.random.pick(MODES)
    const input = { title: title as string, body, areaId: area.id, authorMode }
    const sent = { now: world.day(ago, 7 + (index % 11), 12), newId: world.newId }
    const { number } = await submitIdea(world.actor(author), input, sent)
    const authorId = authorMode === 'anonymous' ? null : author.id
    await answerWritten({ world, area, number, ago, authorId })
    told.push({ number, areaSlug: area.slug, ago, authorId })
  }
  return told
}

/** What waits for the demo supervisor today: one fresh, one due, one late. */
const leaveQueue = async (world: World, areas: DemoArea[]): Promise<void> => {
  const [mine] = areas as [DemoArea]
  const waiting: [name: string, ago: number, title: string, body: string][] = [
    [
      'operator',
      1,
      'Спільний список фраз, які заспокоюють',
      'У кожного є дві-три фрази, після яких клієнт видихає. Зберімо їх в одному місці й читаймо новачкам.',
    ],
    [
      'content',
      3,
      'Не закривати звернення за клієнта',
      'Після трьох днів мовчання система сама ставить «вирішено», а людина телефонує вдруге й сердиться.',
    ],
    [
      'mentor',
      5,
      'Година без дзвінків для наставників',
      'Поки я пояснюю новачкові, моя лінія стоїть у плані як звичайна. Година на тиждень зняла б напругу.',
    ],
  ]
  for (const [name, ago, title, body] of waiting) {
    const actor = world.actor(world.account(name))
    const when = { now: world.day(ago, 11, 20), newId: world.newId }
    await submitIdea(actor, { title, body, areaId: mine.id, authorMode: 'named' }, when)
  }
}

/** Half a year of ideas: what was written by hand through the commands, the crowd around it in bulk. */
export async function seedIdeas(world: World): Promise<void> {
  const areas = await openAreas(world)
  await askQuestions(world, areas)
  const told = await sendWritten(world, areas)
  await leaveQueue(world, areas)
  await makeIdeas(world, areas, HISTORY, told.length)
  await tellWorth(world)
  // What is older than some days was read in its time; the demo accounts still have a few.
  await world.database.execute(sql`
    update notices set read_at = created_at + interval '3 hours'
    where kind like 'idea.%' and created_at < ${world.day(4).toISOString()}::timestamptz`)
}
