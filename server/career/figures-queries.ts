import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { cut, fromCursor, Page, pageOf } from '#domain/paging'
import { Text } from '#domain/text'
import { atMost } from '#server/at-most'
import { query } from '#server/query'
import { visible } from '#server/visible'

const PERSON = { people: [sql`x.person_id`], teamId: sql`e.team_id`, siteId: sql`e.site_id` }

const MetricRow = z.object({
  personId: z.uuid(),
  key: z.string(),
  month: z.string(),
  value: z.number(),
  sample: z.number(),
  source: z.string(),
})

/** Monthly figures of people, newest first; of others only within one's reach. */
export const listMetrics = query({
  verb: 'career.metrics',
  input: Page.extend({ personId: z.uuid().optional() }),
  output: pageOf(MetricRow),
  async run({ db, actor, input, reach }) {
    const after = fromCursor<[string, string, string]>(input.cursor, ['string', 'string', 'string'])
    const personId = input.personId ?? actor.personId
    const { rows } = await db.execute<z.infer<typeof MetricRow>>(sql`
      select x.person_id as "personId", x.key, x.month::text as month, x.value::float8 as value, x.sample, x.source
      from metric_values x left join current_employments e on e.person_id = x.person_id
      where x.person_id = ${personId} and ${visible(reach, PERSON)}
        and ${after ? sql`(x.month, x.key) < (${after[1]}::date, ${after[2]})` : sql`true`}
      order by x.month desc, x.key desc ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.personId, row.month, row.key])
  },
})

const PlanRow = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  target: z.object({ id: z.uuid(), slug: z.string(), title: Text }),
  state: z.string(),
  visibility: z.string(),
  companion: z.string().nullable(),
  targetOn: z.string().nullable(),
  steps: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      title: Text.nullable(),
      trainingId: z.uuid().nullable(),
      dueOn: z.string(),
      done: z.boolean(),
    }),
  ),
})

/** Plans: one's own, and those of others within reach that are not private. */
export const listPlans = query({
  verb: 'career.plans',
  input: Page.extend({ personId: z.uuid().optional() }),
  output: pageOf(PlanRow),
  async run({ db, actor, input, reach }) {
    const after = fromCursor<[string]>(input.cursor, ['string'])?.[0]
    const { rows } = await db.execute<z.infer<typeof PlanRow>>(sql`
      select x.id, x.person_id as "personId", json_build_object('id', p.id, 'slug', p.slug, 'title', p.title) as target,
        x.state, x.visibility, c.name as companion, x.target_on::text as "targetOn",
        (select coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'title', coalesce(s.title, t.title),
            'trainingId', s.training_id, 'dueOn', s.due_on, 'done', s.done_at is not null) order by s.due_on), '[]')
          from plan_steps s left join trainings t on t.id = s.training_id where s.plan_id = x.id) as steps
      from plans x join positions p on p.id = x.target_id left join people c on c.id = x.companion_id
      left join current_employments e on e.person_id = x.person_id
      where ${visible(reach, PERSON)} and (x.person_id = ${actor.personId} or x.visibility <> 'private')
        and ${input.personId ? sql`x.person_id = ${input.personId}` : sql`true`}
        and ${after ? sql`x.id < ${after}::uuid` : sql`true`}
      order by x.id desc ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.id])
  },
})
