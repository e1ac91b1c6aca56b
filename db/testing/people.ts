import { sql } from 'drizzle-orm'
import { db } from '#db/client'
import { newId } from '#db/ids'
import type { Actor, Duty, Grant, Role } from '#domain/access'

const AT = new Date('2026-01-05T08:00:00Z')
const FROM = '[2026-01-05,)'

let counted = 0
const next = () => `${Date.now().toString(36)}${(counted++).toString(36)}`
const text = (uk: string) => JSON.stringify({ uk })

/** Small honest worlds for tests on the real database: a site, a team, people in them. */
export async function makeSite(name = `Майданчик ${next()}`): Promise<string> {
  const id = newId(AT)
  await db.execute(sql`
    insert into sites (id, slug, name, city, time_zone, created_at)
    values (${id}, ${`site-${next()}`}, ${text(name)}, ${text(name)}, 'Europe/Kyiv', ${AT})`)
  return id
}

export async function makeTeam(
  siteId: string,
  name = `Команда ${next()}`,
  projectId: string | null = null,
): Promise<string> {
  const id = newId(AT)
  await db.execute(sql`
    insert into teams (id, site_id, project_id, name, created_at) values (${id}, ${siteId}, ${projectId}, ${text(name)}, ${AT})`)
  return id
}

export async function makePosition(slug = `position-${next()}`): Promise<string> {
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into positions (id, slug, title, purpose, family, created_at)
    values (${newId(AT)}, ${slug}, ${text(slug)}, ${text(slug)}, 'vertical', ${AT})
    on conflict (slug) do update set slug = excluded.slug returning id`)
  return rows[0]?.id as string
}

type Wish = {
  siteId: string
  teamId?: string | null
  positionId?: string
  name?: string
  email?: string
  roles?: { role: Role | Duty; teamId?: string | null; siteId?: string | null }[]
}

export async function makePerson(wish: Wish): Promise<Actor> {
  const personId = newId(AT)
  const positionId = wish.positionId ?? (await makePosition('operator'))
  const email = wish.email ?? `${next()}@example.com`
  await db.execute(sql`
    insert into people (id, name, email, created_at) values (${personId}, ${wish.name ?? 'Олена Ґудзь'}, ${email}, ${AT})`)
  await db.execute(sql`
    insert into employments (id, person_id, position_id, site_id, team_id, kind, valid, created_at)
    values (${newId(AT)}, ${personId}, ${positionId}, ${wish.siteId}, ${wish.teamId ?? null}, 'hire', ${FROM}, ${AT})`)
  const grants: Grant[] = (wish.roles ?? []).map(({ role, teamId = null, siteId = null }) => ({
    role,
    teamId,
    siteId,
  }))
  for (const { role, teamId, siteId } of grants) {
    await db.execute(sql`
      insert into grants (id, person_id, role, team_id, site_id, valid, created_at)
      values (${newId(AT)}, ${personId}, ${role}, ${teamId}, ${siteId}, ${FROM}, ${AT})`)
  }
  return {
    kind: 'person',
    personId,
    teamId: wish.teamId ?? null,
    siteId: wish.siteId,
    positionId,
    grants,
    menteeIds: [],
    access: 'write',
    via: 'web',
    locale: 'uk',
  }
}

/** A site with one team, its supervisor, HR and the head; `operator` is one more of the team. */
export async function makeCentre() {
  const siteId = await makeSite()
  const teamId = await makeTeam(siteId)
  const supervisor = await makePerson({ siteId, teamId, roles: [{ role: 'supervisor', teamId }] })
  const hr = await makePerson({ siteId, roles: [{ role: 'hr' }] })
  const head = await makePerson({ siteId, roles: [{ role: 'head' }] })
  const operator = (team = teamId) => makePerson({ siteId, teamId: team })
  return { siteId, teamId, supervisor, hr, head, operator }
}
