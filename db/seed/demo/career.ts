import { seedOpenings } from '#db/seed/demo/openings'
import { seedProofs } from '#db/seed/demo/proofs'
import { seedCertificates, seedSessions } from '#db/seed/demo/training'
import { seedCourses } from '#db/seed/demo/training-courses'
import { seedWishesForDates } from '#db/seed/demo/training-desk'
import type { Person, World } from '#db/seed/demo/world'
import { FIRST_VERSION_ID, LADDER_ID } from '#db/seed/reference/career'
import { referenceId } from '#db/seed/reference/ids'
import { addDays } from '#domain/months'
import { acknowledgeLadder } from '#server/career/acknowledge'
import { draftLadder } from '#server/career/draft'
import { loadVersion } from '#server/career/ladder-queries'
import { offerMentoring } from '#server/career/offer-mentoring'
import { publishLadder } from '#server/career/publish'
import { setIntent } from '#server/career/set-intent'
import { setRequirement } from '#server/career/set-requirement'
import { setSeats } from '#server/career/set-seats'

const position = (slug: string) => referenceId('position', slug)
const TOLD = ['operator', 'content', 'mentor', 'supervisor'] as const

/** Of those who have read, most can also say what is next for them and what is missing first. */
const recallAnswers = async (world: World, people: readonly string[], versionId: string, ago: number) => {
  const rows = people
    .filter(() => world.random.chance(0.85))
    .map((personId) => {
      const at = world.day(ago - world.random.between(13, 20), world.random.between(7, 17))
      return [world.newId(at), personId, versionId, at, world.random.chance(0.9), at]
    })
  const columns = ['id', 'person_id', 'version_id', 'on_date', 'correct', 'at']
  await world.bulk('recall_answers', columns, rows)
}

const acknowledgements = async (
  world: World,
  versionId: string,
  ago: number,
  share: number,
): Promise<void> => {
  const told = new Set(TOLD.map((name) => world.account(name).id))
  const rows = world.people
    .filter(
      ({ id, hiredOn }) =>
        !told.has(id) && hiredOn < world.day(ago).toISOString() && world.random.chance(share),
    )
    .map(({ id }) => [
      id,
      versionId,
      world.day(ago - world.random.between(1, 12), world.random.between(7, 17)),
    ])
  await world.bulk('acknowledgements', ['person_id', 'version_id', 'at'], rows)
  await recallAnswers(
    world,
    rows.map(([personId]) => String(personId)),
    versionId,
    ago,
  )
}

/** How many seats there are: as many as there are holders, and a little room above the entry. */
const seatsFor = (world: World, slug: string): number => {
  const holders = world.people.filter((person) => person.position === slug).length
  return slug === 'operator' ? Math.ceil(holders * 1.05) : holders + Math.max(1, Math.round(holders / 15))
}

/** A month ago HR asked less waiting and more listening of a mentor, and said how many seats there are. */
const changeLadder = async (world: World): Promise<string> => {
  const hr = world.actor(world.account('hr'))
  const at = (hour: number, minute = 0) => ({ now: world.day(30, hour, minute), newId: world.newId })
  const { versionId } = await draftLadder(hr, { ladderId: LADDER_ID }, at(9))
  const { rungs } = await loadVersion(world.database, versionId)
  for (const { positionId, slug } of rungs) {
    await setSeats(hr, { versionId, positionId, seats: seatsFor(world, slug) }, at(9, 20))
  }
  const mentor = { versionId, positionId: position('mentor'), hard: true }
  await setRequirement(hr, { ...mentor, kind: 'tenure', threshold: 5 }, at(9, 40))
  const score = { kind: 'metric', key: 'quality-score', threshold: 86, windowMonths: 3 } as const
  const { edits } = await setRequirement(hr, { ...mentor, ...score }, at(9, 45))
  const whatChanged = {
    uk: 'Наставником можна стати на місяць раніше, а середня оцінка якості має бути від 86.',
    en: 'One can become a mentor a month earlier; the average quality score has to be 86 or more.',
  }
  await publishLadder(hr, { versionId, whatChanged, edits }, at(10))
  return versionId
}

const WISHES = [
  { kind: 'grow', share: 0.34, days: 90 },
  { kind: 'move', share: 0.12, days: 90 },
  { kind: 'stay', share: 0.28, days: 365 },
  { kind: 'undecided', share: 0.1, days: 60 },
] as const

const targetOf = (world: World, person: Person, kind: string): string | null => {
  if (kind === 'grow' && person.position === 'operator') return position('mentor')
  if (kind === 'grow' && person.position === 'mentor') return position('senior-operator')
  if (kind === 'move')
    return position(world.random.pick(['tech-support', 'consultant', 'sales-manager', 'analyst']))
  return null
}

const seedWishes = async (world: World): Promise<void> => {
  const [operator, content] = [world.account('operator'), world.account('content')]
  const rows: unknown[][] = []
  for (const person of world.people) {
    if (person === operator || person === content) continue
    const roll = world.random.next()
    const wish = WISHES.find(
      (_, index) => roll < WISHES.slice(0, index + 1).reduce((sum, { share }) => sum + share, 0),
    )
    if (!wish) continue
    const ago = world.random.between(3, 80)
    const at = world.day(ago, world.random.between(7, 18))
    if (at.toISOString() < person.hiredOn) continue
    const askOn = addDays(at.toISOString().slice(0, 10), wish.days)
    const visibility = world.random.pick(['private', 'supervisor', 'supervisor', 'supervisor', 'open'])
    rows.push([
      world.newId(at),
      person.id,
      wish.kind,
      targetOf(world, person, wish.kind),
      visibility,
      askOn,
      at,
    ])
  }
  const columns = ['id', 'person_id', 'kind', 'target_id', 'visibility', 'ask_again_on', 'declared_at']
  await world.bulk('intents', columns, rows)
  const at = (ago: number) => ({ now: world.day(ago, 8), newId: world.newId })
  const grow = { kind: 'grow', targetId: position('mentor'), visibility: 'supervisor' } as const
  await setIntent(world.actor(operator), grow, at(40))
  await setIntent(world.actor(content), { kind: 'stay', visibility: 'open' }, at(60))
  await offerMentoring(world.actor(content), { offered: true }, at(12))
}

/** A few agreed plans: the requirements as they stood, a companion, and steps with dates. */
const seedPlans = async (world: World, versionId: string): Promise<void> => {
  const ladder = await loadVersion(world.database, versionId)
  const asked = ladder.requirements.filter(({ positionId }) => positionId === position('mentor'))
  const operator = world.account('operator')
  const others = world.people.filter(
    (p) => p.position === 'operator' && p.team && p !== operator && p !== world.account('content'),
  )
  const planned = [operator, ...others.filter((_, index) => index % 9 === 0).slice(0, 12)]
  const plans: unknown[][] = []
  const steps: unknown[][] = []
  for (const [index, person] of planned.entries()) {
    const opened = world.day(26 - (index % 8), 9)
    if (person.hiredOn > opened.toISOString()) continue
    const companion = person.mentorId ?? person.team?.supervisorId
    const id = world.newId(opened)
    const target = addDays(world.now.toISOString().slice(0, 10), 120)
    plans.push([
      id,
      person.id,
      position('mentor'),
      versionId,
      'agreed',
      'supervisor',
      companion,
      target,
      asked,
      opened,
      opened,
      companion,
      // One in three talks was missed.
      addDays(world.now.toISOString().slice(0, 10), index % 3 === 2 ? -9 : 8 + index),
    ])
    for (const [place, slug] of ['advanced-dialogue', 'mentor-school'].entries()) {
      const due = addDays(world.now.toISOString().slice(0, 10), 40 + place * 30)
      steps.push([world.newId(opened), id, 'training', referenceId('training', slug), person.id, due])
    }
  }
  const plan = [
    'id',
    'person_id',
    'target_id',
    'version_id',
    'state',
    'visibility',
    'companion_id',
    'target_on',
    'frozen',
    'opened_at',
    'agreed_at',
    'agreed_by',
    'next_check_in_on',
  ]
  await world.bulk('plans', plan, plans)
  await world.bulk('plan_steps', ['id', 'plan_id', 'kind', 'training_id', 'owner_id', 'due_on'], steps)
}

/** Sessions and who has passed them, who has shown what, what they wish, and the ladder that HR changed a month ago. */
export async function seedCareer(world: World): Promise<void> {
  await seedProofs(world, await seedSessions(world))
  await seedCourses(world)
  await seedCertificates(world)
  await seedWishesForDates(world)
  await acknowledgements(world, FIRST_VERSION_ID, 150, 0.9)
  const versionId = await changeLadder(world)
  await acknowledgements(world, versionId, 28, 0.72)
  for (const [index, name] of TOLD.entries()) {
    const options = { now: world.day(29, 8, index * 5), newId: world.newId }
    await acknowledgeLadder(world.actor(world.account(name)), { versionId }, options)
    if (name !== 'operator') await recallAnswers(world, [world.account(name).id], versionId, 28)
  }
  await seedWishes(world)
  await seedPlans(world, versionId)
  await seedOpenings(world)
}
