import { sql } from 'drizzle-orm'
import type { Person, World } from '#db/seed/demo/world'
import { systemActor } from '#domain/access'
import { convenePanel } from '#server/ideas/convene'
import { mergeIdea } from '#server/ideas/merge'
import { openPulse } from '#server/ideas/open-pulse'
import { publishPulses } from '#server/ideas/publish-pulses'
import { recordEffect } from '#server/ideas/record-effect'
import { scoreIdea } from '#server/ideas/score'

type Row = { number: number; authorId: string; ownerId: string; doneAgo: number | null }
type Wanted = 'accepted' | 'done'

const EFFECTS = [
  ['time', 96, 81, 5200, 'Картка відкривається швидше, і вступ до розмови скоротився на чверть хвилини.'],
  [
    'complaints',
    34,
    19,
    undefined,
    'Після зміни повідомлення клієнти майже не скаржаться на незрозумілий борг.',
  ],
  ['hours', 62, 40, undefined, 'Передача зміни тепер забирає дві хвилини, а не десять.'],
  ['time', 71, 66, 8800, 'Підказка стоїть там, де її шукають: на кожній розмові кілька секунд.'],
] as const
/** Over the half-year, so that each month has an idea to be proud of. */
const MEASURED = 10
const SAID = [
  'Після важкого дзвінка хочеться ще хвилину.',
  'Стало краще, відколи перерви в плані рівні.',
  'Улітку в залі спекотно, відпочити нема де.',
  'Тиха кімната рятує.',
]
const SAME = 'Про це вже є ідея з тими самими словами: обʼєднуємо, голоси збережено, відповідь буде одна.'

const someIdeas = async (world: World, state: Wanted, limit: number): Promise<Row[]> => {
  const { rows } = await world.database.execute<Row>(sql`
    select i.number::float8 as number, i.author_id as "authorId", i.owner_id as "ownerId",
      ${world.now.toISOString()}::timestamptz::date - i.done_on as "doneAgo"
    from ideas i where i.author_id is not null and i.state = ${state} order by i.votes desc, i.number limit ${limit}`)
  return rows
}

/** One from a team, so that no team's crowd decides. */
const reviewers = (world: World, not: readonly string[]): Person[] => {
  const teams = new Map<string, Person>()
  for (const person of world.random.shuffle(world.people)) {
    const experienced = ['supervisor', 'mentor', 'senior-operator'].includes(person.position)
    if (experienced && person.team && !not.includes(person.id)) teams.set(person.team.id, person)
  }
  return [...teams.values()]
}

const mark = (world: World, around: number) => Math.min(5, Math.max(1, around + world.random.between(-1, 1)))

/** Some ideas were valued, some reviewers did not agree, and one waits for the demo supervisor. */
const valueIdeas = async (world: World): Promise<void> => {
  const { random, newId } = world
  const hr = world.actor(world.account('hr'))
  const mine = world.account('supervisor')
  for (const [index, idea] of (await someIdeas(world, 'accepted', 7)).entries()) {
    const waits = index === 0 && idea.authorId !== mine.id
    const others = reviewers(world, [idea.authorId, mine.id]).filter(({ team }) => team?.id !== mine.team?.id)
    const people = [...(waits ? [mine] : []), ...others].slice(0, 3)
    const ago = 20 - index
    const seats = people.map(({ id }) => id)
    const { panelId } = await convenePanel(
      hr,
      { number: idea.number, people: seats },
      { now: world.day(ago, 8), newId },
    )
    const [impact, reach, effort] = [random.between(3, 5), random.between(2, 5), random.between(1, 4)]
    for (const person of people.slice(waits ? 1 : 0)) {
      const score = waits
        ? { impact: 4, reach: 4, effort: 2 }
        : { impact: mark(world, impact), reach: mark(world, reach), effort: mark(world, effort) }
      await scoreIdea(world.actor(person), { panelId, ...score }, { now: world.day(ago - 1, 9), newId })
    }
  }
}

const measureIdeas = async (world: World): Promise<void> => {
  const done = (await someIdeas(world, 'done', 40)).filter(({ doneAgo }) => (doneAgo ?? 0) > 32)
  const spread = done.toSorted((one, other) => (one.doneAgo ?? 0) - (other.doneAgo ?? 0))
  for (let turn = 0; turn < MEASURED; turn += 1) {
    const idea = spread[Math.floor((turn * spread.length) / MEASURED)]
    const [kind, before, after, contacts, body] = EFFECTS[turn % EFFECTS.length] as (typeof EFFECTS)[number]
    const owner = world.people.find(({ id }) => id === idea?.ownerId)
    if (!idea || !owner) continue
    const at = { now: world.day((idea.doneAgo ?? 32) - 31, 11), newId: world.newId }
    await recordEffect(world.actor(owner), { number: idea.number, kind, before, after, contacts, body }, at)
  }
}

const mergeTwo = async (world: World): Promise<void> => {
  const { rows } = await world.database.execute<{ first: number; second: number }>(sql`
    with close as (
      select i.number, i.area_id, i.state, t.title from ideas i join idea_terms t on t.idea_id = i.id
      where i.state in ('accepted', 'under-review') order by i.number limit 200
    )
    select a.number::float8 as first, b.number::float8 as second
    from close a join close b on b.area_id = a.area_id and a.state = 'accepted' and b.state = 'under-review'
    order by a.title <-> b.title, a.number, b.number limit 1`)
  const [pair] = rows
  const hr = world.actor(world.account('hr'))
  const at = { now: world.day(2, 12), newId: world.newId }
  if (pair) await mergeIdea(hr, { number: pair.second, into: pair.first, body: SAME }, at)
}

/** Customers ask for some of it again and again; each contact was noted by the operator who had it. */
const noteContacts = async (world: World): Promise<void> => {
  const { rows } = await world.database.execute<{ id: string }>(sql`
    select i.id from ideas i join areas a on a.id = i.area_id
    where a.kind = 'product' and i.state in ('new', 'under-review', 'accepted', 'planned', 'in-progress')
    order by i.votes desc, i.number limit 6`)
  const operators = world.people.filter(({ position }) => position === 'operator')
  const contacts = rows.flatMap(({ id }, index) =>
    Array.from({ length: 40 - index * 6 }, (_, turn) => {
      const at = world.day(
        world.random.between(1, 27),
        world.random.between(7, 17),
        world.random.between(0, 59),
      )
      const reference = `${2_000_000 + index * 1000 + turn}`
      return [
        world.newId(at),
        id,
        reference,
        world.random.between(90, 600),
        world.random.pick(operators).id,
        at,
      ]
    }),
  )
  const columns = ['id', 'idea_id', 'reference', 'seconds', 'person_id', 'logged_at']
  await world.bulk('idea_contacts', columns, contacts)
}

const hex = (world: World) =>
  Array.from({ length: 64 }, () => world.random.between(0, 15).toString(16)).join('')

/** A pulse that is over: its answers in bulk, since no ticket and no answer tell whose they are. */
const askPulse = async (world: World): Promise<void> => {
  const { random } = world
  const question = {
    uk: 'Чи вистачає вам відпочинку між розмовами?',
    en: 'Do you rest enough between calls?',
  }
  const opened = { now: world.day(41, 8), newId: world.newId }
  const { id } = await openPulse(world.actor(world.account('hr')), { question, days: 7 }, opened)
  const { rows } = await world.database.execute<{ id: string }>(
    sql`select place_id as id from pulse_places where pulse_id = ${id}`,
  )
  const asked = new Set(rows.map((place) => place.id))
  const answered = world.people.filter(({ site }) => asked.has(site.id) && random.chance(0.7))
  const answers = answered.map(({ site, team }) => [
    id,
    Buffer.from(hex(world), 'hex'),
    site.id,
    team && asked.has(team.id) ? team.id : null,
    Math.min(5, Math.max(1, random.between(2, 5) - (random.chance(0.2) ? 1 : 0))),
    random.chance(0.06) ? random.pick(SAID) : '',
  ])
  const columns = ['pulse_id', 'token_hash', 'site_id', 'team_id', 'score', 'comment']
  await world.bulk('pulse_answers', columns, answers)
  await publishPulses(systemActor(), {}, { now: world.day(32, 6), newId: world.newId })
}

/** What ideas were found worth, what came of them, and two that were one. */
export async function tellWorth(world: World): Promise<void> {
  await valueIdeas(world)
  await measureIdeas(world)
  await mergeTwo(world)
  await noteContacts(world)
  await askPulse(world)
}
