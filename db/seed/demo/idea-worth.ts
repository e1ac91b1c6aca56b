import { sql } from 'drizzle-orm'
import type { Person, World } from '#db/seed/demo/world'
import { convenePanel } from '#server/ideas/convene'
import { mergeIdea } from '#server/ideas/merge'
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
  for (const [index, [kind, before, after, contacts, body]] of EFFECTS.entries()) {
    const idea = done[index]
    const owner = world.people.find(({ id }) => id === idea?.ownerId)
    if (!idea || !owner) continue
    const at = { now: world.day((idea.doneAgo ?? 32) - 31, 11), newId: world.newId }
    await recordEffect(world.actor(owner), { number: idea.number, kind, before, after, contacts, body }, at)
  }
}

const mergeTwo = async (world: World): Promise<void> => {
  const { rows } = await world.database.execute<{ first: number; second: number }>(sql`
    select a.number::float8 as first, b.number::float8 as second from ideas a join ideas b
      on b.title = a.title and b.number > a.number and b.area_id = a.area_id
    where a.state = 'accepted' and b.state = 'under-review' order by a.number, b.number limit 2`)
  const [pair] = rows
  const hr = world.actor(world.account('hr'))
  const at = { now: world.day(2, 12), newId: world.newId }
  if (pair) await mergeIdea(hr, { number: pair.second, into: pair.first, body: SAME }, at)
}

/** What ideas were found worth, what came of them, and two that were one. */
export async function tellWorth(world: World): Promise<void> {
  await valueIdeas(world)
  await measureIdeas(world)
  await mergeTwo(world)
}
