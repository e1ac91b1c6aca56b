import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { Day } from '#domain/rotation'
import { bySlot, type Wanted } from '#domain/rotation/demand'
import { dateAt, dayAt } from '#domain/site-time'
import { epochOf } from '#server/moments'
import { query } from '#server/query'
import { visible } from '#server/visible'

const MINUTE = 60_000

const Team = z.object({ id: z.uuid(), name: Text })
type Row = {
  teams: z.infer<typeof Team>[]
  team: z.infer<typeof Team>
  siteId: string
  timeZone: string
  projectId: string | null
}

/** What a team's project wants of a site on a day, as a grid: a row a slot, minimum and target of each task in turn. */
export const demandDay = query({
  verb: 'rotation.demandDay',
  input: z.object({
    teamId: z.uuid().optional(),
    date: Day.optional(),
    stepMinutes: z.coerce
      .number()
      .pipe(z.union([z.literal(15), z.literal(30), z.literal(60)]))
      .default(30),
  }),
  output: z.object({
    teams: z.array(Team),
    team: Team.extend({ siteId: z.uuid() }),
    timeZone: z.string(),
    today: z.string(),
    date: z.string(),
    from: z.number(),
    slots: z.array(z.number()),
    tasks: z.array(z.object({ id: z.uuid(), title: Text, hue: z.number() })),
    cells: z.array(z.array(z.number())),
  }),
  async run({ db, input, reach, now }) {
    const { rows } = await db.execute<Row>(sql`
      with seen as (select t.id, t.name, t.site_id, t.project_id, s.time_zone from teams t join sites s on s.id = t.site_id
        where t.ended_at is null and ${visible(reach, { teamId: sql`t.id`, siteId: sql`t.site_id` })})
      select (select json_agg(json_build_object('id', id, 'name', name) order by name ->> 'uk', id) from seen) as teams,
        json_build_object('id', c.id, 'name', c.name) as team, c.site_id as "siteId", c.time_zone as "timeZone", c.project_id as "projectId"
      from seen c where ${input.teamId ? sql`c.id = ${input.teamId}` : sql`true`} order by c.name ->> 'uk', c.id limit 1`)
    const [place] = rows
    if (!place) throw notFound()
    const today = dateAt(now, place.timeZone)
    const date = input.date ?? today
    const day = dayAt(date, place.timeZone)
    const found = await db.execute<{
      id: string
      title: Text
      hue: number
      wanted: Wanted[]
    }>(sql`
      select k.id, k.title, k.hue, (select coalesce(json_agg(json_build_object('minimum', d.minimum, 'target', d.target,
          'from', ${epochOf(sql`lower(d.span)`)}, 'to', ${epochOf(sql`upper(d.span)`)})), '[]')
        from demand d where d.task_id = k.id and d.site_id = ${place.siteId}
          and d.span && tstzrange(${day.from.toISOString()}::timestamptz, ${day.to.toISOString()}::timestamptz)) as wanted
      from tasks k where k.retired_at is null and (k.project_id = ${place.projectId} or k.project_id is null)
      order by k.project_id is null, k.hue, k.id limit 20`)
    const step = input.stepMinutes * MINUTE
    const slots = Array.from(
      { length: Math.round((day.to.getTime() - day.from.getTime()) / step) },
      (_, slot) => day.from.getTime() + slot * step,
    )
    const wanted = found.rows.map((task) => bySlot(task.wanted))
    return {
      teams: place.teams,
      team: { ...place.team, siteId: place.siteId },
      timeZone: place.timeZone,
      today,
      date,
      from: day.from.getTime(),
      slots,
      tasks: found.rows.map(({ id, title, hue }) => ({ id, title, hue })),
      cells: slots.map((at) => wanted.flatMap((task) => task.get(at) ?? [0, 0])),
    }
  },
})
