import { sql } from 'drizzle-orm'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { referenceId } from '#db/seed/reference/ids'
import { makePerson, makeSite, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'
import { dateAt } from '#domain/site-time'

const AT = new Date('2026-01-05T08:00:00Z')
const ZONE = 'Europe/Kyiv'

export const VERSION = referenceId('checklist-version', 'workplace-inspection/1')
export const INSPECTION = referenceId('checklist', 'workplace-inspection')

const makeTask = async (projectId: string, channel: string, voice: number, need?: [string, number]) => {
  const id = newId(AT)
  await db.execute(sql`
    insert into tasks (id, service_id, channel_id, project_id, title, short_title, hue, voice, eyes, mind, min_block_minutes, created_at)
    values (${id}, ${referenceId('service', 'consulting')}, ${referenceId('channel', channel)}, ${projectId}, ${`{"uk":"${channel}"}`},
      ${`{"uk":"${channel}"}`}, 1, ${voice}, 1, 1, 30, ${AT})`)
  if (need) {
    await db.execute(sql`
      insert into task_needs (task_id, competence_id, level) select ${id}, id, ${need[1]} from competences where slug = ${need[0]}`)
  }
  return id
}

const makeRoom = async (siteId: string) => {
  const id = newId(AT)
  await db.execute(sql`
    insert into rooms (id, site_id, code, title, width_mm, depth_mm, created_at)
    values (${id}, ${siteId}, 'H1', '{"uk":"Зала"}', 12000, 8000, ${AT})`)
  return id
}

let seats = 0

/** A seat, with its person where one is given. */
export async function makeSeat(place: { roomId: string; siteId: string }, person?: Actor): Promise<string> {
  const id = newId(AT)
  seats += 1
  await db.execute(sql`
    insert into workplaces (id, room_id, site_id, code, x_mm, y_mm, created_at)
    values (${id}, ${place.roomId}, ${place.siteId}, ${`1-${seats}`}, ${1000 * seats}, 1000, ${AT})`)
  if (person) {
    await db.execute(sql`
      insert into seat_assignments (id, workplace_id, person_id, valid, created_at)
      values (${newId(AT)}, ${id}, ${person.personId}, '[2026-01-05,)', ${AT})`)
  }
  return id
}

export async function makeShift(
  person: Actor,
  from: string,
  to: string,
  onDate = dateAt(new Date(from), ZONE),
): Promise<string> {
  const id = newId(AT)
  await db.execute(sql`
    insert into shifts (id, person_id, site_id, team_id, on_date, span, created_at)
    values (${id}, ${person.personId}, ${person.siteId}, ${person.teamId}, ${onDate}, ${`[${from},${to})`}, ${AT})`)
  return id
}

/** A site with two teams and their supervisors, two operators of the first, three tasks, a room with a seat each, a technician. */
export async function makeFloor() {
  const siteId = await makeSite()
  const projectId = newId(AT)
  await db.execute(sql`
    insert into projects (id, slug, name, market, created_at)
    values (${projectId}, ${`project-${projectId}`}, ${`{"uk":"Проєкт ${projectId}"}`}, 'b2c', ${AT})`)
  const teamId = await makeTeam(siteId, 'Перша', projectId)
  const otherTeam = await makeTeam(siteId, 'Друга', projectId)
  const person = (team: string, roles: Parameters<typeof makePerson>[0]['roles'] = []) =>
    makePerson({ siteId, teamId: team, roles })
  const supervisor = await person(teamId, [{ role: 'supervisor', teamId }])
  const stranger = await person(otherTeam, [{ role: 'supervisor', teamId: otherTeam }])
  const head = await person(teamId, [{ role: 'head', siteId }])
  const safety = await person(otherTeam, [{ role: 'safety', siteId }])
  const operator = await person(teamId)
  const colleague = await person(teamId)
  const voice = await makeTask(projectId, 'voice', 3)
  const mail = await makeTask(projectId, 'email', 0)
  const expert = await makeTask(projectId, 'chat', 0, ['coaching', 3])
  const roomId = await makeRoom(siteId)
  const seatId = await makeSeat({ siteId, roomId }, operator)
  const place = { siteId, teamId, otherTeam, projectId, roomId, seatId }
  return { ...place, supervisor, stranger, head, safety, operator, colleague, voice, mail, expert }
}
export type Floor = Awaited<ReturnType<typeof makeFloor>>

/** The name of the constraint that refused, wherever in the chain of causes it stands. */
export const constraintOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  if ('constraint' in error && error.constraint) return String(error.constraint)
  if ('code' in error && error.code === '23502') return 'not-null'
  return constraintOf(error.cause)
}

/** What Postgres said to an attack: the constraint, or nothing where it let it pass. */
export const attack = (act: Promise<unknown>): Promise<string | undefined> =>
  act.then(() => undefined, constraintOf)
