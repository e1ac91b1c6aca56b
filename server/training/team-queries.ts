import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { dateAt } from '#domain/site-time'
import { CELL_STATES, cellState } from '#domain/training-team'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Cell = z.object({
  trainingId: z.uuid(),
  state: z.enum(CELL_STATES),
  until: z.string().nullable(),
  dueOn: z.string().nullable(),
})
const Matrix = z.object({
  teams: z.array(z.object({ id: z.uuid(), name: Text, timeZone: z.string() })),
  teamId: z.uuid().nullable(),
  people: z.array(z.object({ id: z.uuid(), name: z.string(), cells: z.array(Cell) })),
  /** What somebody of the team has, is on, or must have for the position. */
  trainings: z.array(z.object({ id: z.uuid(), code: z.string(), slug: z.string(), title: Text })),
})
type Facts = { trainingId: string; until: string | null; open: boolean; dueOn: string | null }
type Row = { id: string; name: string; facts: Facts[] }

/** People of one team against trainings: passed, ending, on the way, asked for. */
export const teamMatrix = query({
  verb: 'training.team',
  input: z.object({ teamId: z.uuid().optional() }),
  output: Matrix,
  async run({ db, actor, input, reach, now }) {
    const { rows: known } = await db.execute<Pick<z.infer<typeof Matrix>, 'teams' | 'trainings'>>(sql`
      select (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'timeZone', s.time_zone) order by t.name ->> 'uk', t.id), '[]')
          from teams t join sites s on s.id = t.site_id where ${visible(reach, { teamId: sql`t.id`, siteId: sql`t.site_id` })}) as teams,
        (select coalesce(json_agg(json_build_object('id', t.id, 'code', t.code, 'slug', t.slug, 'title', t.title)
          order by t.code), '[]') from trainings t where t.retired_at is null) as trainings`)
    const { teams = [], trainings = [] } = known[0] ?? {}
    const team =
      teams.find(({ id }) => id === input.teamId) ?? teams.find(({ id }) => id === actor.teamId) ?? teams[0]
    const teamId = team?.id ?? null
    const { rows } = await db.execute<Row>(sql`
      select p.id, p.name, (select coalesce(json_agg(f), '[]') from (
        select t.id as "trainingId", h.valid_until::text as until, n.id is not null as open, a.due_on::text as "dueOn"
        from trainings t
        left join held_trainings h on h.training_id = t.id and h.person_id = p.id
        left join enrolments n on n.training_id = t.id and n.person_id = p.id
          and n.state in ('requested', 'waitlisted', 'booked', 'attended')
        left join open_assignments a on a.training_id = t.id and a.person_id = p.id
        where t.retired_at is null and num_nonnulls(h.person_id, n.id, a.id) > 0) f) as facts
      from current_employments e join people p on p.id = e.person_id
      where e.team_id = ${teamId}::uuid order by p.name, p.id limit 100`)
    const today = dateAt(now, team?.timeZone ?? 'Europe/Kyiv')
    const cellsOf = ({ facts }: Row) =>
      facts.flatMap((fact) => {
        const state = cellState(fact, today)
        return state ? [{ trainingId: fact.trainingId, state, until: fact.until, dueOn: fact.dueOn }] : []
      })
    const people = rows.map((row) => ({ id: row.id, name: row.name, cells: cellsOf(row) }))
    return { teams, teamId, people, trainings }
  },
})
