import { sql } from 'drizzle-orm'
import type { Person, World } from '#db/seed/demo/world'
import { referenceId } from '#db/seed/reference/ids'
import { firstOfMonth } from '#domain/months'
import { type BudgetKind, PRAISE_CAPS } from '#domain/recognition'
import { Refused } from '#domain/refused'
import { dateAt } from '#domain/site-time'
import { givePraise } from '#server/recognition/give'
import parts from './content/idea-parts.json'

/** Somewhat more than the half-year of the other rooms: a month is compared with the six before it. */
const HISTORY = 340
/** Days of which the praises are told through the command; what is older is a crowd. */
const RECENT = 14

type Gift = { giver: Person; receiver: Person; kind: BudgetKind; at: Date }

type Deed = { value: string; said: string }

/** Deeds in turn, like cards from a pack, so that the wall does not repeat itself. */
function* deedsOf({ random }: World): Generator<Deed, never> {
  for (;;) {
    for (const [value, deed] of random.shuffle(parts.deeds)) {
      yield { value: value as string, said: `${deed} ${random.pick(parts.effects)}` }
    }
  }
}

/** One supervisor thanks everybody alike, so that there is something to find. */
const SAME_WORDS: Deed = { value: 'team', said: 'Дякую за гарну роботу цього тижня, так тримати й надалі!' }

const byTeam = (people: readonly Person[]): Map<string, Person[]> => {
  const teams = new Map<string, Person[]>()
  for (const person of people) {
    const own = teams.get(person.team?.id ?? '')
    if (own) own.push(person)
    else teams.set(person.team?.id ?? '', [person])
  }
  return teams
}

/** How long ago somebody of a circle thanked the next one: a pair that answers each other each month, and three who go round. */
const CIRCLES: { size: number; days: number[] }[] = [
  { size: 2, days: [128, 120, 96, 89, 66, 59, 36, 28] },
  { size: 2, days: [98, 92, 38, 33] },
  { size: 3, days: [75, 68, 61, 44, 37, 31] },
]

/** What HR is to see: colleagues of one team who keep the rules of each month and still thank nobody but each other. */
const chooseCircles = (world: World): { gifts: Gift[]; members: Set<string> } => {
  const { random } = world
  const told = new Set(['operator', 'content', 'mentor'].map((name) => world.account(name).id))
  const operators = world.people.filter(({ id, position }) => position === 'operator' && !told.has(id))
  const teams = random.shuffle([...byTeam(operators).values()].filter((staff) => staff.length > 3))
  const gifts = CIRCLES.flatMap(({ size, days }, turn) => {
    const circle = teams[turn]?.slice(0, size) ?? []
    return days.flatMap((ago, at): Gift[] => {
      const [giver, receiver] = [circle[at % size], circle[(at + 1) % size]]
      return giver && receiver ? [{ giver, receiver, kind: 'peer', at: world.day(ago, 11, at) }] : []
    })
  })
  return { gifts, members: new Set(gifts.map(({ giver }) => giver.id)) }
}

const chooseGifts = (world: World): Gift[] => {
  const { random } = world
  const circles = chooseCircles(world)
  const gifts: Gift[] = [...circles.gifts]
  const when = () =>
    world.day(random.between(RECENT + 1, HISTORY), random.between(7, 18), random.between(0, 59))
  const teams = byTeam(world.people)
  for (const team of world.teams) {
    const staff = teams.get(team.id) ?? []
    const giver = staff.find(({ id }) => id === team.supervisorId)
    const members = staff.filter(({ id }) => id !== team.supervisorId)
    if (!giver || !members.length) continue
    for (let turn = 0; turn < Math.ceil(31 * world.depth); turn++)
      gifts.push({ giver, receiver: random.pick(members), kind: 'supervisor', at: when() })
  }
  const count = Math.round(world.people.length * Math.max(2.3 * world.depth, 0.3))
  for (let turn = 0; turn < count; turn++) {
    const [giver, receiver] = [random.pick(world.people), random.pick(world.people)]
    if (circles.members.has(giver.id)) continue
    const leads = giver.roles.some(({ role }) => role === 'supervisor' || role === 'head' || role === 'hr')
    if (giver.id !== receiver.id && !leads) gifts.push({ giver, receiver, kind: 'peer', at: when() })
  }
  return gifts.sort((one, other) => one.at.getTime() - other.at.getTime())
}

/** The month of a giver's budget. */
const monthOf = (giver: Person, at: Date) => firstOfMonth(dateAt(at, giver.site.timeZone))

/** Leaves out what the rules would refuse: more than the month's budget, the same pair twice. */
const withinRules = (gifts: Gift[]): Gift[] => {
  const spent = new Map<string, number>()
  const pairs = new Set<string>()
  return gifts.filter(({ giver, receiver, kind, at }) => {
    const purse = `${giver.id} ${kind} ${monthOf(giver, at)}`
    const pair = `${purse} ${receiver.id}`
    const used = spent.get(purse) ?? 0
    // One is left for the days that are told through the command.
    const day = at.toISOString().slice(0, 10)
    if (day < giver.hiredOn || day < receiver.hiredOn) return false
    if (used >= PRAISE_CAPS[kind] - 1 || pairs.has(pair)) return false
    spent.set(purse, used + 1)
    pairs.add(pair)
    return true
  })
}

const storeCrowd = async (world: World, deeds: Generator<Deed, never>): Promise<void> => {
  const gifts = withinRules(chooseGifts(world))
  const purses = new Map(
    gifts.map(({ giver, kind, at }) => [
      `${giver.id}${kind}${monthOf(giver, at)}`,
      [giver.id, kind, monthOf(giver, at), PRAISE_CAPS[kind]],
    ]),
  )
  await world.bulk('praise_budgets', ['giver_id', 'kind', 'month', 'cap'], [...purses.values()])
  const copier = world.teams.at(-1)?.supervisorId
  const reach = () => (world.random.chance(0.85) ? 'public' : 'team')
  await world.bulk(
    'praises',
    ['id', 'kind', 'giver_id', 'receiver_id', 'value_id', 'deed', 'visibility', 'created_at'],
    gifts.map(({ giver, receiver, kind, at }) => {
      const { value, said } = giver.id === copier && kind === 'supervisor' ? SAME_WORDS : deeds.next().value
      const valueId = referenceId('value', value)
      return [world.newId(at), kind, giver.id, receiver.id, valueId, said, reach(), at]
    }),
  )
}

const give = async (world: World, giver: Person, receiver: Person, at: Date, deed: Deed): Promise<void> => {
  const input = { receiverId: receiver.id, deed: deed.said, value: deed.value, visibility: 'public' } as const
  await givePraise(world.actor(giver), input, { now: at, newId: world.newId }).catch((error: unknown) => {
    // Chance may pick a pair that had its month; the story goes on without it.
    if (!(error instanceof Refused)) throw error
  })
}

const PATIENCE = 'Ви пояснили новачці, як шукати тариф у базі знань, і тепер вона вчить інших.'
const CALM =
  'Ви сорок хвилин спокійно розбирали рахунок із клієнтом, який кричав, і наприкінці він подякував.'

const tellRecent = async (world: World, deeds: Generator<Deed, never>): Promise<void> => {
  const { random } = world
  const minute = () => random.between(0, 59)
  const members = (team: Person['team']) =>
    world.people.filter((one) => one.team?.id === team?.id && one.position === 'operator')
  for (let ago = RECENT; ago >= 2; ago--) {
    const supervisor = random.pick(world.people.filter(({ position }) => position === 'supervisor'))
    const receiver = random.pick(members(supervisor.team))
    await give(world, supervisor, receiver, world.day(ago, 9, minute()), deeds.next().value)
    const [one, other] = [random.pick(world.people), random.pick(world.people)]
    if (one.id !== other.id) await give(world, one, other, world.day(ago, 14, minute()), deeds.next().value)
  }
  const [operator, mentor] = [world.account('operator'), world.account('mentor')]
  await give(world, mentor, operator, world.day(1, 12, 40), { value: 'team', said: PATIENCE })
  await give(world, world.account('supervisor'), operator, world.day(1, 15, 10), {
    value: 'calm',
    said: CALM,
  })
}

/** Half a year of praise, each within its budget; the last fortnight through the command, so that its receivers have heard. */
export async function seedRecognition(world: World): Promise<void> {
  const deeds = deedsOf(world)
  await storeCrowd(world, deeds)
  await tellRecent(world, deeds)
  await world.database.execute(sql`
    insert into praise_reactions (praise_id, person_id, kind, created_at)
    select p.id, w.id, (array['clap', 'heart', 'strength'])[1 + mod(abs(hashtextextended(w.email || p.deed, 3)), 3)],
      p.created_at + interval '2 hours'
    from praises p join (select id, email from people order by email limit 400) w on w.id not in (p.giver_id, p.receiver_id)
    where mod(abs(hashtextextended(w.email || p.id::text, 5)), 4000) < 60 and p.visibility = 'public'
      and p.created_at > ${world.day(45).toISOString()}::timestamptz
    limit 20000`)
  await world.database.execute(sql`
    update notices set read_at = created_at + interval '2 hours'
    where kind = 'praise.received' and created_at < ${world.day(3).toISOString()}::timestamptz`)
}
