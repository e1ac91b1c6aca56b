import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { FloorNow } from '#domain/rotation'
import { atMost } from '#server/at-most'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { visible } from '#server/visible'

const OnFloor = z.object({
  personId: z.uuid(),
  name: z.string(),
  team: Text,
  what: z.enum(['task', 'pause', 'meal']).nullable(),
  title: Text.nullable(),
  until: z.string(),
  level: z.number().nullable(),
  /** Not talking and not resting: may be asked now. */
  free: z.boolean(),
})

/** Who is at work now and on what; with a competence, those who have it at the level, whoever may be asked first. */
export const floorNow = query({
  verb: 'rotation.floor',
  input: FloorNow,
  output: pageOf(OnFloor).extend({
    now: z.string(),
    competences: z.array(z.object({ id: z.uuid(), title: Text })),
  }),
  async run({ db, input, reach, now }) {
    const moment = sql`${now.toISOString()}::timestamptz`
    const level = input.competenceId
      ? sql`(select l.level from current_levels l where l.person_id = s.person_id and l.competence_id = ${input.competenceId})`
      : sql`null::int`
    const after = fromCursor<[number, string, string]>(input.cursor, ['number', 'string', 'string'])
    const beyond = after
      ? sql`where (busy, name, "personId") > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`
      : sql``
    const known = input.competenceId ? sql`and level >= ${input.level}` : sql``
    const { rows } = await db.execute<z.infer<typeof OnFloor> & { busy: number }>(sql`
      with here as (
        select s.person_id as "personId", p.name, t.name as team, b.what, k.title, ${isoMoment(sql`upper(coalesce(b.span, s.span))`)} as until,
          ${level} as level, coalesce(b.what = 'task' and k.voice < 2, false) as free
        from shifts s join people p on p.id = s.person_id join teams t on t.id = s.team_id
        left join blocks b on b.shift_id = s.id and b.plan_status = 'published' and b.withdrawn_in is null and b.span @> ${moment}
        left join tasks k on k.id = b.task_id
        where s.span @> ${moment} and s.on_date between ${moment}::date - 1 and ${moment}::date + 1
          and not exists (select 1 from away a where a.person_id = s.person_id and a.span @> ${moment})
          and ${visible(reach, { teamId: sql`s.team_id`, siteId: sql`s.site_id` })}),
      ranked as (select *, case when free then 0 else 1 end as busy from here where true ${known})
      select * from ranked ${beyond} order by busy, name, "personId" ${atMost(input.limit + 1)}`)
    const competences = await db.execute<{ id: string; title: Text }>(
      sql`select id, title from competences where retired_at is null order by title ->> 'uk', id limit 200`,
    )
    const page = cut(rows, input.limit, (row) => [row.busy, row.name, row.personId])
    const items = page.items.map(({ busy: _, ...row }) => row)
    return { items, next: page.next, now: now.toISOString(), competences: competences.rows }
  },
})
