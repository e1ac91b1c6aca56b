import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { reach } from '#domain/access'
import { Text } from '#domain/localized'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { ListBlocks, ListDemand, ListPlans, ListShifts, ListTasks } from '#domain/rotation'
import { atMost } from '#server/at-most'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Span = { from: z.string(), to: z.string() }
const span = (range: SQL) =>
  sql`${isoMoment(sql`lower(${range})`)} as "from", ${isoMoment(sql`upper(${range})`)} as "to"`
const all = (conditions: SQL[]) => sql.join(conditions, sql` and `)

const TaskRow = z.object({
  id: z.uuid(),
  title: Text,
  shortTitle: Text,
  service: Text,
  channel: Text.nullable(),
  project: Text.nullable(),
  projectId: z.uuid().nullable(),
  hue: z.number(),
  voice: z.number(),
  eyes: z.number(),
  mind: z.number(),
  minBlockMinutes: z.number(),
  needs: z.array(z.object({ competenceId: z.uuid(), competence: Text, level: z.number() })),
  /** Whether the reader may change it. */
  mine: z.boolean(),
})

/** What people can be put on: service × channel × project, with loads and the levels that are needed; the reader's own projects first. */
export const listTasks = query({
  verb: 'rotation.tasks',
  input: ListTasks,
  output: pageOf(TaskRow),
  async run({ db, input, actor }) {
    const writes = reach(actor, 'rotation.writeTask')
    // A project's tasks belong to whoever may write for a team of it; work inside the centre to those who reach everything.
    const mine = sql`(${writes.all} or exists (select 1 from teams m
      where m.project_id = t.project_id and m.ended_at is null and ${visible(writes, { teamId: sql`m.id`, siteId: sql`m.site_id` })}))`
    const place = sql`case when t.project_id is null then 2 when ${mine} then 0 else 1 end`
    const where = [sql`t.retired_at is null`]
    if (input.projectId) where.push(sql`t.project_id = ${input.projectId}`)
    const after = fromCursor<[number, string, string, string]>(input.cursor, [
      'number',
      'string',
      'string',
      'string',
    ])
    const keys = sql`${place}, coalesce(p.name ->> 'uk', ''), t.title ->> 'uk', t.id`
    if (after)
      where.push(sql`(${keys}) > (${after[0]}::int, ${after[1]}::text, ${after[2]}::text, ${after[3]}::uuid)`)
    const { rows } = await db.execute<z.infer<typeof TaskRow> & { place: number }>(sql`
      select t.id, t.title, t.short_title as "shortTitle", s.title as service, c.title as channel, p.name as project,
        t.project_id as "projectId", t.hue, t.voice, t.eyes, t.mind, t.min_block_minutes as "minBlockMinutes",
        (select coalesce(json_agg(json_build_object('competenceId', n.competence_id, 'competence', k.title, 'level', n.level)), '[]')
          from task_needs n join competences k on k.id = n.competence_id where n.task_id = t.id) as needs,
        ${mine} as mine, ${place} as place
      from tasks t join services s on s.id = t.service_id
      left join channels c on c.id = t.channel_id left join projects p on p.id = t.project_id
      where ${all(where)} order by ${keys} ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.place, row.project?.uk ?? '', row.title.uk, row.id])
  },
})

const ShiftRow = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  teamId: z.uuid(),
  siteId: z.uuid(),
  onDate: z.string(),
  ...Span,
})

export const listShifts = query({
  verb: 'rotation.shifts',
  input: ListShifts,
  output: pageOf(ShiftRow),
  async run({ db, input, reach }) {
    const where = [
      visible(reach, { people: [sql`s.person_id`], teamId: sql`s.team_id`, siteId: sql`s.site_id` }),
    ]
    if (input.date) where.push(sql`s.on_date = ${input.date}`)
    if (input.teamId) where.push(sql`s.team_id = ${input.teamId}`)
    if (input.personId) where.push(sql`s.person_id = ${input.personId}`)
    const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    if (after) where.push(sql`(s.on_date, s.id) < (${after[0]}::date, ${after[1]}::uuid)`)
    const { rows } = await db.execute<z.infer<typeof ShiftRow>>(sql`
      select s.id, s.person_id as "personId", s.team_id as "teamId", s.site_id as "siteId", s.on_date::text as "onDate", ${span(sql`s.span`)}
      from shifts s where ${all(where)} order by s.on_date desc, s.id desc ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.onDate, row.id])
  },
})

const DemandRow = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  taskId: z.uuid(),
  minimum: z.number(),
  target: z.number(),
  ...Span,
})

export const listDemand = query({
  verb: 'rotation.demand',
  input: ListDemand,
  output: pageOf(DemandRow),
  async run({ db, input, reach }) {
    const where = [visible(reach, { siteId: sql`d.site_id` })]
    if (input.siteId) where.push(sql`d.site_id = ${input.siteId}`)
    if (input.taskId) where.push(sql`d.task_id = ${input.taskId}`)
    if (input.date) {
      const midnight = (date: SQL) => sql`(${date}::timestamp at time zone s.time_zone)`
      where.push(
        sql`d.span && tstzrange(${midnight(sql`${input.date}::date`)}, ${midnight(sql`(${input.date}::date + 1)`)})`,
      )
    }
    const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    if (after) where.push(sql`(lower(d.span), d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    const { rows } = await db.execute<z.infer<typeof DemandRow>>(sql`
      select d.id, d.site_id as "siteId", d.task_id as "taskId", d.minimum, d.target, ${span(sql`d.span`)}
      from demand d join sites s on s.id = d.site_id
      where ${all(where)} order by lower(d.span) desc, d.id desc ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.from, row.id])
  },
})

const PlanRow = z.object({
  id: z.uuid(),
  teamId: z.uuid(),
  team: Text,
  onDate: z.string(),
  status: z.enum(['draft', 'published', 'replaced']),
  publishedAt: z.string().nullable(),
})

export const listPlans = query({
  verb: 'rotation.plans',
  input: ListPlans,
  output: pageOf(PlanRow),
  async run({ db, input, reach }) {
    const where = [visible(reach, { teamId: sql`p.team_id`, siteId: sql`t.site_id` })]
    if (input.teamId) where.push(sql`p.team_id = ${input.teamId}`)
    if (input.status) where.push(sql`p.status = ${input.status}`)
    const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    if (after) where.push(sql`(p.on_date, p.id) < (${after[0]}::date, ${after[1]}::uuid)`)
    const { rows } = await db.execute<z.infer<typeof PlanRow>>(sql`
      select p.id, p.team_id as "teamId", t.name as team, p.on_date::text as "onDate", p.status,
        ${isoMoment(sql`p.published_at`)} as "publishedAt"
      from rotation_plans p join teams t on t.id = p.team_id
      where ${all(where)} order by p.on_date desc, p.id desc ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.onDate, row.id])
  },
})

const BlockRow = z.object({
  id: z.uuid(),
  planId: z.uuid(),
  planStatus: z.string(),
  personId: z.uuid(),
  shiftId: z.uuid(),
  what: z.enum(['task', 'pause', 'meal']),
  taskId: z.uuid().nullable(),
  ...Span,
})

/** Blocks that stand; drafts are for planners, so one's own list holds what was published. */
export const listBlocks = query({
  verb: 'rotation.blocks',
  input: ListBlocks,
  output: pageOf(BlockRow),
  async run({ db, input, reach }) {
    const own = sql`(b.plan_status = 'published' and ${visible(reach, { people: [sql`b.person_id`] })})`
    const where = [sql`b.withdrawn_in is null`, sql`b.plan_status <> 'replaced'`]
    where.push(
      sql`(${own} or ${visible({ ...reach, people: [] }, { teamId: sql`s.team_id`, siteId: sql`s.site_id` })})`,
    )
    if (input.planId) where.push(sql`b.plan_id = ${input.planId}`)
    if (input.personId) where.push(sql`b.person_id = ${input.personId}`)
    if (input.date) where.push(sql`s.on_date = ${input.date}`)
    const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    if (after) where.push(sql`(lower(b.span), b.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    const { rows } = await db.execute<z.infer<typeof BlockRow>>(sql`
      select b.id, b.plan_id as "planId", b.plan_status as "planStatus", b.person_id as "personId", b.shift_id as "shiftId",
        b.what, b.task_id as "taskId", ${span(sql`b.span`)}
      from blocks b join shifts s on s.id = b.shift_id
      where ${all(where)} order by lower(b.span), b.id ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.from, row.id])
  },
})
