import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { cut, fromCursor, Page, pageOf } from '#domain/paging'
import { atMost } from '#server/at-most'
import { PLAN, Plan } from '#server/career/plan-queries'
import { query } from '#server/query'
import { readerRow } from '#server/reader'
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

const PlanRow = Plan.extend({ personId: z.uuid(), person: z.string() })

/** Plans: one's own, and those of others within reach or opened to all; a private one is only its person's. */
export const listPlans = query({
  verb: 'career.plans',
  input: Page.extend({ personId: z.uuid().optional() }),
  output: pageOf(PlanRow),
  async run({ db, actor, input, reach }) {
    const after = fromCursor<[string]>(input.cursor, ['string'])?.[0]
    const { rows } = await db.execute<{ plan: Plan; personId: string; person: string }>(sql`
      select y.* from ${readerRow(actor)} cross join lateral (
        select ${PLAN} as plan, x.person_id as "personId", o.name as person, x.id
        from plans x join people o on o.id = x.person_id left join current_employments e on e.person_id = x.person_id
        where reader.id is not null and (${visible(reach, PERSON)} or x.companion_id = ${actor.personId} or x.visibility = 'open')
          and ${input.personId ? sql`x.person_id = ${input.personId}` : sql`true`}
          and ${after ? sql`x.id < ${after}::uuid` : sql`true`}
        order by x.id desc ${atMost(input.limit + 1)}) y`)
    const plans = rows.map(({ plan, personId, person }) => ({ ...plan, personId, person }))
    return cut(plans, input.limit, (row) => [row.id])
  },
})
