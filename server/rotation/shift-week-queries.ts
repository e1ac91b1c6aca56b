import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { ShiftWeek } from '#domain/rotation/shifts'
import { dateAt, weekOf } from '#domain/site-time'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Shift = z.object({
  id: z.uuid(),
  onDate: z.string(),
  from: z.string(),
  to: z.string(),
  planned: z.boolean(),
})
const Person = z.object({ personId: z.uuid(), name: z.string(), shifts: z.array(Shift) })
const Team = z.object({ id: z.uuid(), name: Text })
const Absence = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  /** Published days on which others count on the person then. */
  days: z.array(z.string()),
})

type Row = {
  teams: z.infer<typeof Team>[]
  team: z.infer<typeof Team>
  siteId: string
  timeZone: string
}

/** A team's shifts of a week, person by person, and who is away from that week on. */
export const shiftWeek = query({
  verb: 'rotation.shiftWeek',
  input: ShiftWeek,
  output: z.object({
    teams: z.array(Team),
    team: Team.extend({ siteId: z.uuid() }),
    timeZone: z.string(),
    today: z.string(),
    days: z.array(z.string()),
    people: z.array(Person),
    absences: z.array(Absence),
  }),
  async run({ db, input, reach, now }) {
    const { rows } = await db.execute<Row>(sql`
      with seen as (select t.id, t.name, t.site_id, s.time_zone from teams t join sites s on s.id = t.site_id
        where t.ended_at is null and ${visible(reach, { teamId: sql`t.id`, siteId: sql`t.site_id` })})
      select (select json_agg(json_build_object('id', id, 'name', name) order by name ->> 'uk', id) from seen) as teams,
        json_build_object('id', c.id, 'name', c.name) as team, c.site_id as "siteId", c.time_zone as "timeZone"
      from seen c where ${input.teamId ? sql`c.id = ${input.teamId}` : sql`true`} order by c.name ->> 'uk', c.id limit 1`)
    const [place] = rows
    if (!place) throw notFound()
    const today = dateAt(now, place.timeZone)
    const days = weekOf(input.date ?? today)
    const week = await db.execute<{
      people: z.infer<typeof Person>[]
      absences: z.infer<typeof Absence>[]
    }>(sql`
      with members as (
        select p.id, p.name from people p where exists (select 1 from current_employments e where e.person_id = p.id and e.team_id = ${place.team.id})
          or exists (select 1 from shifts s where s.person_id = p.id and s.team_id = ${place.team.id} and s.on_date between ${days[0]} and ${days[6]}))
      select (select coalesce(json_agg(json_build_object('personId', m.id, 'name', m.name, 'shifts', (
          select coalesce(json_agg(json_build_object('id', s.id, 'onDate', s.on_date, 'from', ${isoMoment(sql`lower(s.span)`)}, 'to', ${isoMoment(sql`upper(s.span)`)},
            'planned', exists (select 1 from blocks b where b.shift_id = s.id and b.plan_status <> 'draft')) order by lower(s.span)), '[]')
          from shifts s where s.person_id = m.id and s.team_id = ${place.team.id} and s.on_date between ${days[0]} and ${days[6]})) order by m.name, m.id), '[]')
        from members m) as people,
        (select coalesce(json_agg(json_build_object('id', a.id, 'personId', m.id, 'name', m.name, 'from', ${isoMoment(sql`lower(a.span)`)}, 'to', ${isoMoment(sql`upper(a.span)`)},
          'days', (select coalesce(json_agg(distinct s.on_date), '[]') from shifts s join blocks b on b.shift_id = s.id
            where s.person_id = m.id and b.plan_status = 'published' and b.withdrawn_in is null and b.span && a.span)) order by lower(a.span), m.name), '[]')
        from absences a join members m on m.id = a.person_id where upper(a.span) > (${days[0]}::date::timestamp at time zone ${place.timeZone})) as absences`)
    const found = week.rows[0] ?? { people: [], absences: [] }
    const team = { ...place.team, siteId: place.siteId }
    return { teams: place.teams, team, timeZone: place.timeZone, today, days, ...found }
  },
})
