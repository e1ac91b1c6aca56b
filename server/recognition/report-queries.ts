import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { ListReports, PRAISE_KINDS, PRAISE_REACHES } from '#domain/recognition'
import { atMost } from '#server/at-most'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Reported = z.object({
  praiseId: z.uuid(),
  kind: z.enum(PRAISE_KINDS),
  deed: z.string(),
  giver: z.string(),
  receiver: z.string(),
  visibility: z.enum(PRAISE_REACHES),
  /** Who asked HR to look, and why; the first of them first. */
  reports: z.array(z.object({ by: z.string(), reason: z.string() })),
  at: z.string(),
})
export type Reported = z.infer<typeof Reported>

/**
 * Praises that HR was asked to look at and that nobody has answered, the oldest report first. Whoever gave the praise or reported it
 * is not the one to decide, and learns nothing of it here.
 */
export const listReports = query({
  verb: 'recognition.reports',
  input: ListReports,
  output: pageOf(Reported),
  async run({ db, actor, input, reach }) {
    const keys = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    const after = keys ? sql`(o.first_at, p.id) > (${keys[0]}::timestamptz, ${keys[1]}::uuid)` : sql`true`
    const { rows } = await db.execute<Reported>(sql`
      select p.id as "praiseId", p.kind, p.deed, g.name as giver, r.name as receiver,
        praise_reach(p.visibility, r.praise_visibility) as visibility, o.reports,
        to_char(o.first_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
      from (
        select f.praise_id, min(f.created_at) as first_at, bool_or(f.reported_by = ${actor.personId}) as own,
          json_agg(json_build_object('by', w.name, 'reason', f.reason) order by f.created_at) as reports
        from praise_reports f join people w on w.id = f.reported_by where f.outcome is null group by f.praise_id
      ) o join praises p on p.id = o.praise_id join people g on g.id = p.giver_id join people r on r.id = p.receiver_id
      left join current_employments e on e.person_id = r.id
      where p.giver_id <> ${actor.personId} and not o.own and ${visible(reach, { people: [], siteId: sql`e.site_id` })} and ${after}
      order by o.first_at, p.id ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.at, row.praiseId])
  },
})
