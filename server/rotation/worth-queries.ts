import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { query } from '#server/query'
import { visible } from '#server/visible'

/** Plans of these days speak for the team as it is now. */
const DAYS = 28
const SHOWN = 5

/** Which competence would have relieved the planned days most, by the prices that each day's proof stands on; none that everybody there has. */
export const crossTraining = query({
  verb: 'rotation.worth',
  input: z.object({ teamId: z.uuid().optional() }),
  output: z.object({
    items: z.array(z.object({ competenceId: z.uuid(), title: Text, level: z.number(), value: z.number() })),
  }),
  async run({ db, input, reach, now }) {
    const team = input.teamId ? sql`and p.team_id = ${input.teamId}` : sql``
    const { rows } = await db.execute<{
      competenceId: string
      title: Text
      level: number
      value: number
    }>(sql`
      with latest as (
        select distinct on (r.plan_id) r.outcome, p.team_id, p.on_date
        from plan_runs r join rotation_plans p on p.id = r.plan_id join teams t on t.id = p.team_id
        where r.status = 'done' and r.ended_at > ${now.toISOString()}::timestamptz - make_interval(days => ${DAYS})
          and ${visible(reach, { teamId: sql`p.team_id`, siteId: sql`t.site_id` })} ${team}
        order by r.plan_id, r.ended_at desc)
      select n.competence_id as "competenceId", c.title, max(n.level)::int as level, round(sum((w ->> 'value')::numeric))::float8 as value
      from latest l, jsonb_array_elements(l.outcome -> 'worth') w
      join task_needs n on n.task_id = (w ->> 'taskId')::uuid join competences c on c.id = n.competence_id
      where exists (
        select from shifts s left join current_levels v on v.person_id = s.person_id and v.competence_id = n.competence_id
        where s.team_id = l.team_id and s.on_date = l.on_date and coalesce(v.level, 0) < n.level)
      group by n.competence_id, c.title having sum((w ->> 'value')::numeric) >= 1
      order by value desc, n.competence_id limit ${SHOWN}`)
    return { items: rows }
  },
})
