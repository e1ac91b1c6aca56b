import { sql } from 'drizzle-orm'
import type { DemoArea } from '#db/seed/demo/ideas'
import type { Person, World } from '#db/seed/demo/world'
import { dueDays } from '#domain/idea-clock'
import type { AuthorMode } from '#domain/ideas'
import { DECISIONS, numbersFor } from '#domain/ideas'
import { SEARCH_VERSION, searchDocument, searchShape } from '#domain/search'
import parts from './content/idea-parts.json'

type Made = { id: string; area: DemoArea; ago: number; authorId: string | null; ownerId: string }
type Rows = Record<'ideas' | 'terms' | 'replies' | 'votes' | 'comments', unknown[][]>

const hex = (world: World, length: number) =>
  Array.from({ length }, () => world.random.between(0, 15).toString(16)).join('')

/** A version 4 id by lot, as ideas have. */
const lot = (world: World) =>
  `${hex(world, 8)}-${hex(world, 4)}-4${hex(world, 3)}-a${hex(world, 3)}-${hex(world, 12)}`

const day = (world: World, ago: number) => world.day(ago).toISOString().slice(0, 10)

const free = (taken: Set<number>, id: string, mode: AuthorMode): number => {
  const number = numbersFor(id, mode).find((one) => !taken.has(one)) as number
  taken.add(number)
  return number
}

const modeOf = (chance: number) => {
  if (chance < 0.72) return 'named'
  return chance < 0.88 ? 'hidden' : 'anonymous'
}

const text = ({ random }: World, slug: string) => {
  const { what, where } = parts.made[slug as keyof typeof parts.made]
  const sentences = random.shuffle([random.pick(parts.why), random.pick(parts.why), random.pick(parts.how)])
  const body = [...new Set(sentences)].slice(0, random.between(1, 3)).join(' ')
  return { title: `${random.pick(what)} ${random.pick(where)}`, body }
}

/** Monday to Friday, as every site of the demo has it. */
const WEEK = { workdays: [1, 2, 3, 4, 5], exceptions: new Map<string, boolean>() }

const unnamed = new Set<string>()

const addIdea = (
  world: World,
  area: DemoArea,
  ago: number,
  authors: Person[],
  taken: Set<number>,
  rows: Rows,
): Made => {
  const { random } = world
  const id = lot(world)
  const { title, body } = text(world, area.slug)
  const wished = modeOf(random.next())
  // In a centre of any size the same words may fall on one day; without a name they would be one idea sent twice.
  const words = `${ago} ${title} ${body}`
  const mode = wished === 'anonymous' && unnamed.has(words) ? 'hidden' : wished
  if (mode === 'anonymous') unnamed.add(words)
  const number = free(taken, id, mode)
  const author = random.pick(authors)
  const authorId = mode === 'anonymous' ? null : author.id
  const ownerId = authorId === area.owner.id ? area.backup.id : area.owner.id
  const { ackDue, decideDue } = dueDays(WEEK, day(world, ago), area)
  const code = mode === 'anonymous' ? Buffer.from(hex(world, 64), 'hex') : null
  rows.ideas.push([
    id,
    number,
    title,
    body,
    area.id,
    mode,
    authorId,
    code,
    ownerId,
    day(world, ago),
    ackDue,
    decideDue,
  ])
  rows.terms.push([id, searchShape(title), searchDocument(title, body), SEARCH_VERSION])
  return { id, area, ago, authorId, ownerId }
}

const addAnswers = (world: World, idea: Made, rows: Rows): void => {
  const { random } = world
  const who = idea.ownerId
  const reply = (later: number, kind: string, body: string, state: string | null, reason: string | null) => {
    const at = world.day(Math.max(idea.ago - later, 1), 9 + random.between(0, 8), random.between(0, 59))
    rows.replies.push([world.newId(at), idea.id, who, kind, body, state, reason, at])
  }
  if (random.chance(idea.ago <= idea.area.ackDays ? 0.6 : 0.02)) return
  reply(random.between(1, 3), 'ack', random.pick(parts.ack), null, null)
  if (random.chance(idea.ago < idea.area.decideDays ? 0.7 : 0.03)) return
  const state = random.pick(DECISIONS)
  const reasons = { declined: 'cost', 'not-now': 'later' } as Record<string, string>
  reply(
    random.between(5, 15),
    'decision',
    random.pick(parts.decision[state]),
    state,
    reasons[state] ?? 'useful',
  )
}

/** Few ideas have many voices and most have some, as in life. */
const addVoices = (world: World, idea: Made, people: Person[], rows: Rows): void => {
  const { random } = world
  const count = Math.min(Math.floor(30 * random.next() ** 3) + random.between(0, 4), people.length - 1)
  const from = random.between(0, people.length - 1)
  for (let turn = 0; turn < count; turn++) {
    const person = people[(from + turn * 7) % people.length] as Person
    if (person.id !== idea.authorId) rows.votes.push([idea.id, person.id])
  }
  for (let turn = 0; turn < 2; turn++) {
    if (random.chance(0.6)) continue
    const ago = Math.max(idea.ago - random.between(0, 9), 1)
    const at = world.day(ago, 8 + random.between(0, 9), random.between(0, 59))
    const said = random.pick(parts.comments)
    rows.comments.push([world.newId(at), idea.id, random.pick(people).id, said, day(world, ago), at])
  }
}

/** Mass rows cannot carry answers before these exist, so the states follow from the answers. */
const settle = (world: World) =>
  world.database.execute(sql`
    with said as (
      select r.idea_id, (array_agg(r.id order by r.created_at))[1] as first_id,
        (array_agg(r.id order by r.created_at desc) filter (where r.kind = 'decision'))[1] as decision_id,
        (array_agg(r.state order by r.created_at desc) filter (where r.kind = 'decision'))[1] as state,
        max(r.created_at)::date as last_on
      from idea_replies r join ideas i on i.id = r.idea_id where i.first_reply_id is null group by r.idea_id
    )
    update ideas i set first_reply_id = said.first_id, decision_reply_id = said.decision_id,
      state = coalesce(said.state, 'under-review'), answered_on = said.last_on,
      returns_on = case when said.state = 'not-now' then ${day(world, -60)}::date end,
      done_on = case when said.state = 'done' then said.last_on end
    from said where said.idea_id = i.id`)

/** The rest of the box in bulk: about 1.25 ideas a head in half a year, with answers, voices and comments. */
export async function makeIdeas(
  world: World,
  areas: DemoArea[],
  history: number,
  written: number,
): Promise<void> {
  const rows: Rows = { ideas: [], terms: [], replies: [], votes: [], comments: [] }
  const { rows: used } = await world.database.execute<{ number: number }>(
    sql`select number::float8 as number from ideas`,
  )
  const taken = new Set(used.map(({ number }) => number))
  const authors = world.people.filter(({ position }) => position !== 'head-of-centre')
  const count = Math.max(200, Math.round(world.people.length * Math.max(1.25 * world.depth, 0.3)) - written)
  for (let turn = 0; turn < count; turn++) {
    const area = world.random.pick(areas)
    const idea = addIdea(world, area, world.random.between(1, history), authors, taken, rows)
    addAnswers(world, idea, rows)
    addVoices(world, idea, world.people, rows)
  }
  const { bulk } = world
  const idea = [
    'id',
    'number',
    'title',
    'body',
    'area_id',
    'author_mode',
    'author_id',
    'code_hash',
    'owner_id',
  ]
  await bulk('ideas', [...idea, 'submitted_on', 'ack_due', 'decide_due'], rows.ideas)
  await bulk('idea_terms', ['idea_id', 'title', 'document', 'version'], rows.terms)
  const reply = ['id', 'idea_id', 'author_id', 'kind', 'body', 'state', 'reason', 'created_at']
  await bulk('idea_replies', reply, rows.replies)
  await settle(world)
  await bulk('idea_comments', ['id', 'idea_id', 'author_id', 'body', 'said_on', 'created_at'], rows.comments)
  await bulk('idea_votes', ['idea_id', 'person_id'], rows.votes)
  // Voices for what was written by hand, after its authors are known.
  await world.database.execute(sql`
    insert into idea_votes (idea_id, person_id)
    select i.id, p.id
    from ideas i join (select id, email from people order by email limit 300) p on p.id is distinct from i.author_id
    where i.number = any(${sql.param(used.map(({ number }) => number))}::bigint[])
      and mod(abs(hashtextextended(i.number::text || p.email, 7)), 60) < mod(i.number, 9)
    on conflict do nothing`)
}
