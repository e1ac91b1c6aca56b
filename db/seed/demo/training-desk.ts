import { sql } from 'drizzle-orm'
import type { World } from '#db/seed/demo/world'
import { referenceId } from '#db/seed/reference/ids'
import { askForDate } from '#server/training/ask'
import { assignTraining } from '#server/training/assign'
import { beginTraining } from '#server/training/begin'
import { findChecks } from '#server/training/check-queries'
import { signChecks } from '#server/training/sign-checks'

const trainingId = (slug: string) => referenceId('training', slug)
const WISHES = ['По вівторках зранку', 'Після 15:00, будь-який день', 'Лише на своєму майданчику', undefined]
const HOUR = 3_600_000

/** People without a pass or a seat in a training, who are nowhere else on that day. */
const freePeople = async (world: World, training: string, day: Date, most: number): Promise<string[]> => {
  const { rows } = await world.database.execute<{ id: string }>(sql`
    select p.id from people p join current_employments e on e.person_id = p.id join positions o on o.id = e.position_id
    where o.slug = 'operator' and p.email not like 'operator@%' and p.email not like 'content@%'
      and not exists (select from completions c where c.person_id = p.id and c.training_id = ${training})
      and not exists (select from enrolments n where n.person_id = p.id and (n.training_id = ${training}
        or n.period && tstzrange(${day}::timestamptz - interval '1 day', ${day}::timestamptz + interval '1 day')))
    order by md5(p.id::text) limit ${most}`)
  return rows.map(({ id }) => id)
}

/** Yesterday's group, which nobody has marked yet. */
const unmarkedGroup = async (world: World): Promise<void> => {
  const training = trainingId('difficult-customer')
  const from = world.day(1, 8)
  const period = `[${from.toISOString()},${new Date(from.getTime() + 6 * HOUR).toISOString()})`
  const planned = world.day(30)
  const sessionId = world.newId(planned)
  const place = { uk: 'Навчальна кімната 2', en: 'Training room 2' }
  const { rows } = await world.database.execute<{ id: string }>(sql`
    select g.person_id as id from grants g where g.role = 'trainer' and not exists (select from training_sessions s
      where s.trainer_id = g.person_id and s.period && ${period}::tstzrange)
      and not exists (select from enrolments n where n.person_id = g.person_id and n.period && ${period}::tstzrange)
    order by g.person_id limit 1`)
  const columns = [
    'id',
    'training_id',
    'period',
    'seats',
    'site_id',
    'place',
    'trainer_id',
    'state',
    'created_at',
  ]
  const row = [
    sessionId,
    training,
    period,
    8,
    world.sites[0]?.id,
    place,
    rows[0]?.id ?? null,
    'planned',
    planned,
  ]
  await world.bulk('training_sessions', columns, [row])
  const asked = world.day(12)
  const people = await freePeople(world, training, from, 6)
  await world.bulk(
    'enrolments',
    ['id', 'person_id', 'training_id', 'session_id', 'period', 'why', 'state', 'asked_by', 'asked_at'],
    people.map((id) => [world.newId(asked), id, training, sessionId, period, 'rung', 'booked', id, asked]),
  )
}

/** The demo supervisor has asked some of the team to learn by a day; one of those days has passed. */
const assigned = async (world: World): Promise<void> => {
  const supervisor = world.account('supervisor')
  const teamId = supervisor.roles.find(({ role }) => role === 'supervisor')?.teamId
  const team = world.teams.find(({ id }) => id === teamId)
  if (!teamId || !team) return
  const members = team.memberIds.filter((id) => id !== supervisor.id && id !== world.account('content').id)
  for (const [slug, from, to, said, due] of [
    ['complex-complaints', 0, 4, 10, -25],
    ['voice-and-rest', 4, 6, 30, 2],
  ] as const) {
    const personIds = members.slice(from, to)
    if (!personIds.length) continue
    const dueOn = world.day(due).toISOString().slice(0, 10)
    const input = { teamId, trainingId: trainingId(slug), dueOn, personIds }
    await assignTraining(world.actor(supervisor), input, { now: world.day(said), newId: world.newId })
  }
}

/** The demo mentor shows the second project to two people: one has just begun, one is halfway. */
const onTheJob = async (world: World): Promise<void> => {
  const mentor = world.account('mentor')
  const learners = world.people.filter(({ mentorId, id }) => mentorId === mentor.id && id !== mentor.id)
  for (const [at, person] of learners.slice(0, 2).entries()) {
    const [actor, begun] = [world.actor(person), { now: world.day(12 - at * 4, 9), newId: world.newId }]
    const training = { trainingId: trainingId('second-project'), why: 'plan' as const }
    const { enrolmentId } = await beginTraining(actor, training, begun)
    const checks = await findChecks(actor, { trainingId: training.trainingId })
    const shown = checks.slice(0, at === 0 ? 3 : 0).map(({ id }) => id)
    if (!shown.length) continue
    const signed = { now: world.day(5, 15), newId: world.newId }
    await signChecks(world.actor(mentor), { enrolmentId, checkIds: shown }, signed)
  }
}

/** What lies on the learning centre's desk this morning: a group to mark, people who ask for a date. */
export async function seedWishesForDates(world: World): Promise<void> {
  await unmarkedGroup(world)
  await assigned(world)
  await onTheJob(world)
  for (const [slug, count] of [
    ['data-lab', 7],
    ['consultative-selling', 4],
  ] as const) {
    const people = await freePeople(world, trainingId(slug), world.now, count)
    for (const [index, id] of people.entries()) {
      const person = world.people.find((one) => one.id === id)
      if (!person) continue
      const wish = WISHES[index % WISHES.length]
      const input = { trainingId: trainingId(slug), why: 'plan' as const, ...(wish && { wish }) }
      await askForDate(world.actor(person), input, { now: world.day(3 + index, 10), newId: world.newId })
    }
  }
}
