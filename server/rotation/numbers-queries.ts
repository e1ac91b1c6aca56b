import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { notFound } from '#domain/refused'
import { leftBeside, type OnTask } from '#domain/rotation/coverage'
import { type BreakRule, LOADS, type Piece, SLOT, type Stretch } from '#domain/rotation/day'
import type { Wanted } from '#domain/rotation/demand'
import { isNight, rotationNumbers, type TaskFacts, type WorkedShift } from '#domain/rotation/numbers'
import { checkDay } from '#domain/rotation/rules'
import { type Forecast, plannedService, together } from '#domain/rotation/service-level'
import { howOftenMet, type Wished } from '#domain/rotation/wishes'
import { epochOf } from '#server/moments'
import { query } from '#server/query'
import { piecesIn, RULE } from '#server/rotation/board-queries'
import { visible } from '#server/visible'

const DAYS = 28

const Team = z.object({ id: z.uuid(), name: Text })
const Tired = z.object({ people: z.number(), average: z.number().nullable() })
const Numbers = z.object({
  shifts: z.number(),
  people: z.number(),
  stretches: z.array(z.object({ load: z.enum(LOADS), mean: z.number(), longest: z.number() })),
  tasksADay: z.number().nullable(),
  even: z.object({ load: z.number(), nights: z.number(), weekends: z.number(), unwanted: z.number() }),
  breaksKept: z.number().nullable(),
  wishesMet: z.number().nullable(),
  learningHours: z.number(),
  tiredness: z.object({ varied: Tired, plain: Tired }),
})

type Row = Stretch & {
  personId: string
  onDate: string
  pieces: Piece[]
  absences: Stretch[]
  wishes: Wished[]
  tired: number[]
  /** The rule that the day's plan was made by. */
  rule: BreakRule
}
type Fact = TaskFacts & { wanted: Wanted[]; on: OnTask[]; expected: Forecast[] }

const BREAK_RULES = [
  'work-too-long',
  'rest-too-soon',
  'rest-too-late',
  'pause-length',
  'meal-length',
  'no-meal',
]

/** Person-slots wanted, and how many of them were filled. */
const coverOf = (facts: readonly Fact[]) => {
  let [wanted, filled] = [0, 0]
  for (const { id, wanted: stretches, on } of facts)
    for (const left of leftBeside(
      stretches.map((stretch) => ({ ...stretch, taskId: id })),
      on,
    )) {
      const slots = (left.to - left.from) / SLOT
      wanted += slots * left.target
      filled += slots * Math.min(left.others, left.target)
    }
  return wanted ? filled / wanted : null
}

/** How the last four weeks of a team's published days went, for those who answer for rotation. */
export const rotationFigures = query({
  verb: 'rotation.numbers',
  input: z.object({ teamId: z.uuid().optional() }),
  output: z.object({
    teams: z.array(Team),
    team: Team,
    days: z.number(),
    /** Share of the people wanted for the team's tasks at its site who were planned. */
    covered: z.number().nullable(),
    /** Service level by the forecast of the past days: what the planned people reach, and what was promised. */
    service: z.object({ planned: z.number(), promised: z.number() }).nullable(),
    numbers: Numbers,
  }),
  async run({ db, input, reach, now }) {
    const moment = sql`${now.toISOString()}::timestamptz`
    const { rows } = await db.execute<{
      teams: z.infer<typeof Team>[]
      team: z.infer<typeof Team>
      siteId: string
      timeZone: string
      projectId: string | null
    }>(sql`
      with seen as (select t.id, t.name, t.site_id, t.project_id, s.time_zone from teams t join sites s on s.id = t.site_id
        where t.ended_at is null and ${visible(reach, { teamId: sql`t.id`, siteId: sql`t.site_id` })})
      select (select json_agg(json_build_object('id', id, 'name', name) order by name ->> 'uk', id) from seen) as teams,
        json_build_object('id', c.id, 'name', c.name) as team, c.site_id as "siteId", c.time_zone as "timeZone", c.project_id as "projectId"
      from seen c where ${input.teamId ? sql`c.id = ${input.teamId}` : sql`true`} order by c.name ->> 'uk', c.id limit 1`)
    const [place] = rows
    if (!place) throw notFound()
    const during = sql`tstzrange(${moment} - make_interval(days => ${DAYS}), ${moment})`
    const found = await db.execute<{ shifts: Row[]; tasks: Fact[] }>(sql`
      select (select coalesce(json_agg(x), '[]') from (
          select s.person_id as "personId", s.on_date as "onDate", ${epochOf(sql`lower(s.span)`)} as "from", ${epochOf(sql`upper(s.span)`)} as "to",
            ${piecesIn(sql`p.id`)} as pieces, (select to_json(r) from (${RULE} where r.id = p.break_rule_id) r) as rule,
            (select coalesce(json_agg(json_build_object('from', ${epochOf(sql`lower(a.span)`)}, 'to', ${epochOf(sql`upper(a.span)`)})), '[]')
              from away a where a.person_id = s.person_id and a.span && s.span) as absences,
            (select coalesce(json_agg(json_build_object('taskId', w.task_id, 'wish', w.wish, 'onDate', w.on_date, 'since', w.set_at::date)), '[]')
              from task_wishes w where w.person_id = s.person_id and (w.on_date is null or w.on_date = s.on_date)) as wishes,
            (select coalesce(json_agg(t.score), '[]') from tiredness t join blocks b on b.id = t.block_id where b.shift_id = s.id) as tired
          from shifts s join rotation_plans p on p.team_id = s.team_id and p.on_date = s.on_date and p.status = 'published'
          where s.team_id = ${place.team.id} and s.span && ${during} and upper(s.span) <= ${moment}) x) as shifts,
        (select coalesce(json_agg(x), '[]') from (
          select k.id, json_build_object('voice', k.voice, 'eyes', k.eyes, 'mind', k.mind) as loads, k.project_id is null as "isInside",
            (select count(*)::int from task_wishes w where w.task_id = k.id and w.wish = 'rather-not') as unwanted,
            (select coalesce(json_agg(json_build_object('minimum', d.minimum, 'target', d.target,
                'from', ${epochOf(sql`lower(d.span * ${during})`)}, 'to', ${epochOf(sql`upper(d.span * ${during})`)})), '[]')
              from demand d where d.task_id = k.id and d.site_id = ${place.siteId} and d.span && ${during}) as wanted,
            (select coalesce(json_agg(json_build_object('contacts', f.contacts, 'handlingSeconds', f.handling_seconds,
                'serviceLevel', f.service_level, 'withinSeconds', f.within_seconds, 'patienceSeconds', f.patience_seconds,
                'concurrency', f.concurrency, 'from', ${epochOf(sql`lower(f.span)`)}, 'to', ${epochOf(sql`upper(f.span)`)})), '[]')
              from forecasts f where f.task_id = k.id and f.site_id = ${place.siteId} and f.span <@ ${during}) as expected,
            (select coalesce(json_agg(json_build_object('taskId', k.id, 'from', ${epochOf(sql`lower(b.span)`)}, 'to', ${epochOf(sql`upper(b.span)`)})), '[]')
              from blocks b join shifts s on s.id = b.shift_id where b.task_id = k.id and s.site_id = ${place.siteId} and b.plan_status = 'published'
                and b.withdrawn_in is null and b.span && ${during}) as "on"
          from tasks k where k.project_id is null or k.project_id = ${place.projectId}) x) as tasks`)
    const { shifts, tasks } = found.rows[0] ?? { shifts: [], tasks: [] }
    const none = new Map<string, never>()
    const worked = shifts.map(({ wishes, tired, rule, ...shift }): WorkedShift => {
      const taskIds = shift.pieces.flatMap(({ taskId }) => taskId ?? [])
      const day = [{ date: shift.onDate, taskIds }]
      const judged = wishes.map((wish) => howOftenMet(wish, day)).filter(({ days }) => days > 0)
      const broken = checkDay({ ...shift, shift, levels: none }, none, rule)
      const weekday = new Date(`${shift.onDate}T12:00:00Z`).getUTCDay()
      return {
        personId: shift.personId,
        onDate: shift.onDate,
        pieces: shift.pieces,
        absences: shift.absences,
        highLoad: rule.highLoad,
        isNight: isNight(shift, place.timeZone),
        isWeekend: weekday === 0 || weekday === 6,
        keepsBreaks: !broken.some(({ kind }) => BREAK_RULES.includes(kind)),
        wished: judged.length,
        met: judged.reduce((sum, { met }) => sum + met, 0),
        tired,
      }
    })
    const facts = new Map<string, TaskFacts>(tasks.map((task) => [task.id, task]))
    return {
      teams: place.teams,
      team: place.team,
      days: DAYS,
      covered: coverOf(tasks.filter(({ isInside }) => !isInside)),
      service: together(tasks.map(({ expected, on }) => plannedService(expected, on))),
      numbers: rotationNumbers(worked, facts),
    }
  },
})
