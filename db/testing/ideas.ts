import { sql } from 'drizzle-orm'
import { db } from '#db/client'
import { newId } from '#db/ids'
import { makePerson, makeSite, makeTeam } from '#db/testing/people'
import type { Actor } from '#domain/access'

const AT = new Date('2026-01-05T08:00:00Z')

export async function makeArea(place: { siteId: string }, owner: Actor, backup: Actor): Promise<string> {
  const id = newId(AT)
  await db.execute(sql`
    insert into areas (id, slug, name, purpose, kind, site_id, owner_id, backup_id, ack_days, decide_days, created_at)
    values (${id}, ${`area-${id}`}, '{"uk":"Робоче місце"}', '{"uk":"Усе за столом"}', 'workplace', ${place.siteId},
      ${owner.personId}, ${backup.personId}, 2, 14, ${AT})`)
  return id
}

/** A site with a team, its supervisor who owns an area, a backup, HR and two operators. */
export async function makeBox() {
  const siteId = await makeSite()
  const teamId = await makeTeam(siteId)
  const person = (name: string, roles: { role: 'supervisor' | 'hr' | 'head'; teamId?: string }[] = []) =>
    makePerson({ siteId, teamId, name, roles })
  const supervisor = await person('Ірина Владика', [{ role: 'supervisor', teamId }])
  const backup = await person('Петро Запасний', [{ role: 'head' }])
  const hr = await person('Ганна Кадрова', [{ role: 'hr' }])
  const operator = await person('Оксана Перша')
  const colleague = await person('Юрій Другий')
  const areaId = await makeArea({ siteId }, supervisor, backup)
  return { siteId, teamId, areaId, supervisor, backup, hr, operator, colleague }
}
