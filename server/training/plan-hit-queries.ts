import { sql } from 'drizzle-orm'
import type { Context } from '#server/command'

type Hit = { name: string; day: string; teamId: string; to: string[] }

/** Tells those who lead a team that one of it learns at an hour for which a published day has work; they plan the hour anew. */
export async function tellPlanners(
  { tx, now, notify }: Pick<Context, 'tx' | 'now' | 'notify'>,
  personIds: readonly string[],
  period: string,
): Promise<void> {
  if (!personIds.length) return
  const { rows } = await tx.execute<Hit>(sql`
    select p.name, s.on_date::text as day, s.team_id as "teamId",
      array(select g.person_id from current_grants g where g.team_id = s.team_id and g.role = 'supervisor'
        union select r.published_by where r.published_by is not null) as to
    from shifts s join people p on p.id = s.person_id
    join rotation_plans r on r.team_id = s.team_id and r.on_date = s.on_date and r.status = 'published'
    where s.person_id = any(${sql.param(personIds)}::uuid[]) and exists (select from blocks b where b.shift_id = s.id
      and b.plan_status = 'published' and b.withdrawn_in is null and b.task_id is not null
      and upper(b.span) > ${now.toISOString()}::timestamptz and b.span && ${period}::tstzrange)
    order by s.on_date, p.name`)
  for (const { name, day, teamId, to } of rows) {
    const params = { name, day: Date.parse(`${day}T12:00:00Z`) }
    notify({ to, kind: 'training.planHit', params, href: `/rotation/plan/${day}?teamId=${teamId}` })
  }
}
