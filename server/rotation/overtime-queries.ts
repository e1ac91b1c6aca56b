import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import type { Stretch } from '#domain/rotation/day'
import { FindOvertime, OVERTIME_WAYS, overtimeWay } from '#domain/rotation/overtime'
import { epochOf, spanOf } from '#server/moments'
import { query } from '#server/query'
import { visible } from '#server/visible'

const SHOWN = 30

/** Who of a site could be asked to work a stretch that lacks people: able for the task, free, rested before and after. */
export const overtimeCandidates = query({
  verb: 'rotation.overtime',
  input: FindOvertime,
  output: z.object({
    timeZone: z.string(),
    task: Text,
    from: z.number(),
    to: z.number(),
    people: z.array(
      z.object({ personId: z.uuid(), name: z.string(), team: Text, way: z.enum(OVERTIME_WAYS) }),
    ),
  }),
  async run({ db, input, reach }) {
    const span = sql`${spanOf(input.from, input.to)}::tstzrange`
    const { rows } = await db.execute<{
      timeZone: string
      task: Text
      people: { personId: string; name: string; team: Text; shifts: Stretch[] }[]
    }>(sql`
      select z.time_zone as "timeZone", k.title as task, (select coalesce(json_agg(x), '[]') from (
        select p.id as "personId", p.name, m.name as team, (
            select coalesce(json_agg(json_build_object('from', ${epochOf(sql`lower(s.span)`)}, 'to', ${epochOf(sql`upper(s.span)`)})), '[]') from shifts s
            where s.person_id = p.id and s.span && tstzrange(lower(${span}) - interval '1 day', upper(${span}) + interval '1 day')) as shifts
        from current_employments e join people p on p.id = e.person_id join teams m on m.id = e.team_id
        where e.site_id = t.site_id
          and exists (select 1 from shifts s where s.person_id = p.id and s.on_date between lower(${span})::date - 60 and lower(${span})::date + 60)
          and not exists (select 1 from shifts s where s.person_id = p.id and s.span && ${span})
          and not exists (select 1 from away a where a.person_id = p.id and a.span && ${span})
          and not exists (select 1 from task_needs n where n.task_id = k.id and n.level > coalesce(
            (select l.level from current_levels l where l.person_id = p.id and l.competence_id = n.competence_id), 0))
        order by (e.team_id = t.id) desc, p.name, p.id limit 300) x) as people
      from teams t join sites z on z.id = t.site_id join tasks k on k.id = ${input.taskId}
      where t.id = ${input.teamId} and ${visible(reach, { teamId: sql`t.id`, siteId: sql`t.site_id` })}`)
    const [found] = rows
    if (!found) throw notFound()
    const stretch = { from: Date.parse(input.from), to: Date.parse(input.to) }
    const people = found.people.flatMap(({ shifts, ...person }) => {
      const way = overtimeWay(shifts, stretch)
      return way ? [{ ...person, way }] : []
    })
    return { timeZone: found.timeZone, task: found.task, ...stretch, people: people.slice(0, SHOWN) }
  },
})
