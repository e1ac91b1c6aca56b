import type { Person, World } from '#db/seed/demo/world'
import { referenceId } from '#db/seed/reference/ids'
import { applyForOpening } from '#server/career/apply'
import { askAssessment } from '#server/career/ask-assessment'
import { decideApplication } from '#server/career/decide'
import { holdCheckIn } from '#server/career/hold-check-in'
import { holdRefusalTalk } from '#server/career/hold-refusal-talk'
import { openOpening } from '#server/career/open-opening'
import { openPlan } from '#server/career/open-plan'
import { setIntent } from '#server/career/set-intent'
import { writeCheckInNote } from '#server/career/write-check-in-note'
import { releasePerson } from '#server/flows/release'

const position = (slug: string) => referenceId('position', slug)
const iso = (day: Date) => day.toISOString().slice(0, 10)

const YES = 'Колеги йдуть до вас по пораду, а ваші розмови слухають на навчанні. Чекаємо на вас.'
const NO = 'Цього разу обрали людину з досвідом аналітики; ваш найближчий крок — тренінг із даних.'

type Cast = { home: Person; mates: Person[]; mentors: Person[]; hr: Person }

const castOf = (world: World): Cast => {
  const home = world.account('supervisor')
  const isPlain = (person: Person) => !/^(operator|content|mentor)@/.test(person.email)
  const here = world.people.filter((person) => person.site.id === home.site.id && isPlain(person))
  const team = world.account('operator').team?.id
  return {
    home,
    hr: world.account('hr'),
    mates: here.filter(
      ({ position: held, team: own, hiredOn }) =>
        held === 'operator' && own?.id === team && hiredOn < iso(world.day(90)),
    ),
    mentors: here.filter(({ position: held, hiredOn }) => held === 'mentor' && hiredOn < iso(world.day(120))),
  }
}

const opened = async (
  world: World,
  slug: string,
  days: { opened: number; closes: number; decide: number },
  seats = 1,
) => {
  const { home, hr } = castOf(world)
  const wish = {
    positionId: position(slug),
    siteId: home.site.id,
    seats,
    opensOn: iso(world.day(days.opened)),
    closesOn: iso(world.day(days.closes)),
    decideBy: iso(world.day(days.decide)),
  }
  const options = { now: world.day(days.opened, 9), newId: world.newId }
  return (await openOpening(world.actor(hr), wish, options)).openingId
}

const applied = async (world: World, person: Person, openingId: string, ago: number) => {
  const options = { now: world.day(ago, 10), newId: world.newId }
  return (await applyForOpening(world.actor(person), { openingId }, options)).applicationId
}

/** A finished opening: one was taken and has moved, one heard no and had a talk. */
const tellPast = async (world: World, { mentors, hr }: Cast): Promise<void> => {
  const [taken, refused] = mentors
  if (!taken || !refused) return
  const openingId = await opened(world, 'senior-operator', { opened: 75, closes: 58, decide: 48 })
  const won = await applied(world, taken, openingId, 66)
  const lost = await applied(world, refused, openingId, 63)
  const at = (ago: number) => ({ now: world.day(ago, 11), newId: world.newId })
  const answer = { applicationId: won, outcome: 'accepted', reason: YES } as const
  await decideApplication(world.actor(hr), { ...answer, releaseOn: iso(world.day(40)) }, at(50))
  await decideApplication(world.actor(hr), { applicationId: lost, outcome: 'declined', reason: NO }, at(50))
  const talk = { heldOn: iso(world.day(47)), nextStep: 'Провести дві зміни в ролі старшого оператора.' }
  await holdRefusalTalk(world.actor(hr), { applicationId: lost, ...talk }, at(47))
  await releasePerson(world.actor(hr), { applicationId: won }, at(41))
  taken.position = 'senior-operator'
}

/** What waits: an answer past its day, a refusal without a talk, an opening that takes applications. */
const tellPresent = async (world: World, { mates, hr }: Cast): Promise<void> => {
  const [late, refused, fresh] = mates
  if (!late || !refused || !fresh) return
  for (const person of [late, refused]) {
    const wish = { kind: 'move', targetId: position('analyst'), visibility: 'supervisor' } as const
    await setIntent(world.actor(person), wish, { now: world.day(28, 9), newId: world.newId })
  }
  const analyst = await opened(world, 'analyst', { opened: 40, closes: 18, decide: 4 }, 2)
  await applied(world, late, analyst, 25)
  const no = await applied(world, refused, analyst, 24)
  const decision = { applicationId: no, outcome: 'declined', reason: NO } as const
  await decideApplication(world.actor(hr), decision, { now: world.day(12, 11), newId: world.newId })
  const mentor = await opened(world, 'mentor', { opened: 6, closes: -12, decide: -20 }, 3)
  await applied(world, fresh, mentor, 3)
}

/** What stands in the hands of the demo supervisor: a plan nobody agreed to, a level nobody assessed. */
const tellWaiting = async (world: World, { mates }: Cast): Promise<void> => {
  const planner = mates[3]
  const asker = mates[4]
  if (!planner?.team || !asker) return
  const at = (ago: number) => ({ now: world.day(ago, 12), newId: world.newId })
  for (const person of [planner, asker]) {
    const grow = { kind: 'grow', targetId: position('mentor'), visibility: 'supervisor' } as const
    await setIntent(world.actor(person), grow, at(27))
  }
  const companionId = planner.team.supervisorId
  const plan = { targetId: position('consultant'), visibility: 'supervisor', companionId } as const
  await openPlan(world.actor(planner), plan, at(22))
  const competenceId = referenceId('competence', 'coaching')
  await askAssessment(world.actor(asker), { competenceId, level: 2 }, at(17))
}

/** The demo operator and the companion of their plan have sat down once. */
const tellTalk = async (world: World): Promise<void> => {
  const operator = world.account('operator')
  const companion = world.people.find(({ id }) => id === (operator.mentorId ?? operator.team?.supervisorId))
  const { rows } = await world.database.$client.query<{ id: string }>(
    `select id from plans where person_id = $1 and state = 'agreed'`,
    [operator.id],
  )
  if (!companion || !rows[0]) return
  const at = (hour: number) => ({ now: world.day(11, hour), newId: world.newId })
  const held = { planId: rows[0].id, heldOn: iso(world.day(11)), nextOn: iso(world.day(-10)) }
  const note = 'Сильні розмови зі скаргами. Домовилися: до наступної зустрічі — запис у школу наставника.'
  const { checkInId } = await holdCheckIn(world.actor(companion), { ...held, note }, at(13))
  const own = 'Хочу спершу побути поруч із новачком на двох змінах.'
  await writeCheckInNote(world.actor(operator), { checkInId, note: own }, at(15))
}

/** Openings with their answers, and what waits for whom. */
export async function seedOpenings(world: World): Promise<void> {
  const cast = castOf(world)
  await tellPast(world, cast)
  await tellPresent(world, cast)
  await tellWaiting(world, cast)
  await tellTalk(world)
}
