import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { FindCallable } from '#domain/ideas'
import { Text } from '#domain/localized'
import { searchShape } from '#domain/search'
import { atMost } from '#server/at-most'
import { inAudience, readable } from '#server/ideas/audience-queries'
import { query } from '#server/query'

/**
 * Whether the person `p` with the employment `e` and the team `t` may be called to the idea `i`: only who may read it. Its author is
 * no exception, since an exception would name a hidden one.
 */
export const mayBeCalled: SQL = sql`(not i.removed and (i.campaign_id is null or p.id = i.owner_id
  or exists (select from campaigns c where c.id = i.campaign_id and ${inAudience})
  or exists (select from current_grants g where g.person_id = p.id and g.role = 'hr')))`

const Called = z.object({ id: z.uuid(), name: z.string(), position: Text, team: Text.nullable() })

/** People whose name begins like what is being typed, the nearest colleagues first; only those whom their name alone tells apart. */
export const findCallable = query({
  verb: 'ideas.callable',
  input: FindCallable,
  output: z.array(Called),
  async run({ db, actor, input }) {
    const begun = searchShape(input.text)
    if (!begun) return []
    const { rows } = await db.execute<z.infer<typeof Called>>(sql`
      select p.id, p.name, po.title as position, t.name as team
      from ideas i, people p join current_employments e on e.person_id = p.id join positions po on po.id = e.position_id
        left join teams t on t.id = e.team_id
      where i.number = ${input.number} and ${readable(actor)} and ${mayBeCalled} and p.id <> ${actor.personId}
        and (p.shape like ${`${begun}%`} or p.shape like ${`% ${begun}%`}) and p.name ~ '^\\S+ \\S+$'
        and not exists (select from people o join current_employments f on f.person_id = o.id
          where o.shape = p.shape and o.id <> p.id)
      order by e.team_id is not distinct from ${actor.teamId}::uuid desc, e.site_id is not distinct from ${actor.siteId}::uuid desc,
        p.name, p.id ${atMost(6)}`)
    return rows
  },
})
