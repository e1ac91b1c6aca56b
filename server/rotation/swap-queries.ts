import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Text } from '#domain/localized'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { ListSwaps, SWAP_RULES, SWAP_STATUSES } from '#domain/rotation/swaps'
import { atMost } from '#server/at-most'
import { isoMoment } from '#server/moments'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Ask = z.object({ name: z.string(), answer: z.enum(['yes', 'no']).nullable() })
const Swap = z.object({
  id: z.uuid(),
  kind: z.enum(['block', 'day']),
  onDate: z.string(),
  timeZone: z.string(),
  from: z.string(),
  to: z.string(),
  offeredBy: z.string(),
  takenBy: z.string().nullable(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  status: z.enum(SWAP_STATUSES),
  /** What is done then by those who work by the plan. */
  tasks: z.array(Text),
  asks: z.array(Ask),
  /** What the reader said, where they were asked. */
  myAnswer: z.enum(['yes', 'no']).nullable(),
  /** How it stands to the reader: their own, one they are asked about, one of a team they lead. */
  side: z.enum(['mine', 'asked', 'led']),
})
export type SwapItem = z.output<typeof Swap>

/** Swaps that wait, or that ended in the last two months: one's own, those one is asked about, those of teams one leads. */
export const listSwaps = query({
  verb: 'rotation.swaps',
  input: ListSwaps,
  output: pageOf(Swap).extend({
    rules: z.array(z.object({ teamId: z.uuid(), name: Text, rule: z.enum(SWAP_RULES) })),
  }),
  async run({ db, actor, input, reach, now }) {
    const me = sql`${actor.personId}::uuid`
    const asked = sql`exists (select 1 from swap_asks a where a.swap_id = w.id and a.person_id = ${me})`
    const led = visible({ ...reach, people: [] }, { teamId: sql`w.team_id`, siteId: sql`t.site_id` })
    const open = sql`w.status in ('open', 'agreed') and lower(w.span) > ${now.toISOString()}::timestamptz`
    const which = input.past
      ? sql`not (${open}) and w.offered_at > ${now.toISOString()}::timestamptz - interval '60 days'`
      : open
    const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    const beyond = after
      ? sql`and (w.offered_at, w.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
      : sql``
    const { rows } = await db.execute<z.infer<typeof Swap> & { at: string }>(sql`
      select w.id, w.kind, w.on_date::text as "onDate", z.time_zone as "timeZone", ${isoMoment(sql`lower(w.span)`)} as "from",
        ${isoMoment(sql`upper(w.span)`)} as "to", o.name as "offeredBy", k.name as "takenBy", w.note, w.reason, w.status,
        (select coalesce(json_agg(distinct_task.title), '[]') from (
          select distinct q.id, q.title::jsonb as title from blocks b join tasks q on q.id = b.task_id
          where b.shift_id = w.shift_id and b.plan_status = 'published' and b.withdrawn_in is null and b.span && w.span) distinct_task) as tasks,
        case when w.offered_by = ${me} then (select coalesce(json_agg(json_build_object('name', p.name, 'answer', a.answer) order by p.name), '[]')
          from swap_asks a join people p on p.id = a.person_id where a.swap_id = w.id) else '[]' end as asks,
        (select a.answer from swap_asks a where a.swap_id = w.id and a.person_id = ${me}) as "myAnswer",
        case when w.offered_by = ${me} then 'mine' when ${asked} then 'asked' else 'led' end as side,
        ${isoMoment(sql`w.offered_at`)} as at
      from swaps w join teams t on t.id = w.team_id join sites z on z.id = t.site_id join people o on o.id = w.offered_by
      left join people k on k.id = w.taken_by
      where ${which} and (w.offered_by = ${me} or ${asked} or ${led}) ${beyond}
      order by w.offered_at desc, w.id desc ${atMost(input.limit + 1)}`)
    const rules = await db.execute<{ teamId: string; name: Text; rule: 'at-once' | 'approval' }>(sql`
      select t.id as "teamId", t.name, coalesce(r.rule, 'approval') as rule
      from teams t left join team_swap_rules r on r.team_id = t.id
      where t.ended_at is null and ${visible({ ...reach, people: [] }, { teamId: sql`t.id`, siteId: sql`t.site_id` })}
      order by t.name ->> 'uk', t.id limit 100`)
    const page = cut(rows, input.limit, (row) => [row.at, row.id])
    return { items: page.items.map(({ at: _, ...row }) => row), next: page.next, rules: rules.rows }
  },
})
