import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { ListAudit } from '#domain/audit'
import { cut, fromCursor, pageOf } from '#domain/paging'
import { atMost } from '#server/at-most'
import { query } from '#server/query'
import { visible } from '#server/visible'

const Entry = z.object({
  id: z.uuid(),
  at: z.string(),
  verb: z.string(),
  actorId: z.uuid().nullable(),
  actor: z.string().nullable(),
  subjectKind: z.string(),
  subjectId: z.string().nullable(),
  via: z.string(),
  detail: z.record(z.string(), z.unknown()),
})

/** Who did what to what, newest first; HR of a site sees what its people did. Anonymous acts have no moment and are not in this list. */
export const listAudit = query({
  verb: 'audit.list',
  input: ListAudit,
  output: pageOf(Entry),
  async run({ db, input, reach }) {
    const all: SQL[] = [sql`a.at is not null`, visible(reach, { siteId: sql`e.site_id` })]
    if (input.actorId) all.push(sql`a.actor_id = ${input.actorId}`)
    if (input.verb) all.push(sql`a.verb = ${input.verb}`)
    if (input.subjectId) all.push(sql`a.subject_id = ${input.subjectId}`)
    if (input.from) all.push(sql`a.at >= ${input.from}::date`)
    if (input.to) all.push(sql`a.at < ${input.to}::date + 1`)
    const after = fromCursor<[string, string]>(input.cursor, ['string', 'string'])
    if (after) all.push(sql`(a.at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    const { rows } = await db.execute<z.infer<typeof Entry>>(sql`
      select a.id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, a.verb, a.actor_id as "actorId",
        p.name as actor, a.subject_kind as "subjectKind", a.subject_id as "subjectId", a.via, a.detail
      from audit_entries a left join people p on p.id = a.actor_id
        left join current_employments e on e.person_id = a.actor_id
      where ${sql.join(all, sql` and `)} order by a.at desc, a.id desc ${atMost(input.limit + 1)}`)
    return cut(rows, input.limit, (row) => [row.at, row.id])
  },
})
